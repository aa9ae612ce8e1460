"""Residents who wait for something light, where something was taken up since."""

import datetime as dt

from django.db.models import Exists, OuterRef, Q, QuerySet

from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.enums import Aanboduitkomst, ContactStatus
from toegang.models import Aanbod
from voorzieningen.models import Activiteit, Collectief, Voorziening


def newly_possible(by: Medewerker, *, op: dt.date) -> QuerySet[Aanbod]:
    """Questions for which this worker found nothing, and for which there is something now.

    Something that still runs on this day, so that it can be offered. Until that was offered,
    whatever the resident said to it, or something else was taken.
    """
    said_to_it = Aanbod.objects.filter(
        hulpvraag=OuterRef(OuterRef("hulpvraag")),
        voorziening=OuterRef("activiteit__voorziening"),
        op__gte=OuterRef("opgepakt_op"),
    )
    taken_up = Collectief.objects.filter(
        ~Exists(said_to_it),
        Q(wijk=None) | Q(wijk=OuterRef("hulpvraag__contact__wijk")),
        soort=OuterRef("hulpvraag__soort"),
        opgepakt_op__gte=OuterRef("op"),
        beeindigd_op=None,
        activiteit__in=Activiteit.objects.gaande(op),
        activiteit__voorziening__in=Voorziening.objects.geldig(op),
    )
    helped = Aanbod.objects.filter(
        hulpvraag=OuterRef("hulpvraag"), op__gt=OuterRef("op"), uitkomst=Aanboduitkomst.AANGENOMEN
    )
    return (
        Aanbod.objects.filter(
            Exists(taken_up),
            ~Exists(helped),
            uitkomst=Aanboduitkomst.NIETS,
            door=by,
            hulpvraag__contact__status=ContactStatus.GEREGISTREERD,
        )
        .annotate(nieuw=taken_up.values("activiteit__naam")[:1])
        .select_related("hulpvraag__soort", "hulpvraag__contact__inwoner")
        .order_by("op")
    )
