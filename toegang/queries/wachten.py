"""Residents who wait for something light, where something was taken up since."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.enums import Aanboduitkomst, ContactStatus
from toegang.models import Aanbod
from voorzieningen.models import Collectief


def newly_possible(by: Medewerker) -> QuerySet[Aanbod]:
    """Questions for which this worker found nothing, and for which there is something now.

    Until it was offered: then it is settled, whatever the resident said.
    """
    taken_up = Collectief.objects.filter(
        Q(wijk=None) | Q(wijk=OuterRef("hulpvraag__contact__wijk")),
        soort=OuterRef("hulpvraag__soort"),
        opgepakt_op__gte=OuterRef("op"),
        beeindigd_op=None,
    )
    offered = Aanbod.objects.filter(
        hulpvraag=OuterRef("hulpvraag"), op__gt=OuterRef("op"), voorziening__isnull=False
    )
    return (
        Aanbod.objects.filter(
            Exists(taken_up),
            ~Exists(offered),
            uitkomst=Aanboduitkomst.NIETS,
            door=by,
            hulpvraag__contact__status=ContactStatus.GEREGISTREERD,
        )
        .annotate(nieuw=taken_up.values("activiteit__naam")[:1])
        .select_related("hulpvraag__soort", "hulpvraag__contact__inwoner")
        .order_by("op")
    )
