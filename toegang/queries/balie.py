"""What the counter sees beside the question: the household in short, and what is there."""

import datetime as dt
import uuid
from dataclasses import dataclass, field

from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.enums import LOPEND, ContactStatus
from toegang.models import (
    Contact,
    Huishouden,
    Inwoner,
    Lidmaatschap,
    Melding,
    Soort,
    Vertegenwoordiger,
)
from toegang.queries.netwerk import speakers_around
from voorzieningen.queries.redenen import Treffer
from voorzieningen.queries.zoeken import search_voorzieningen

LAST = 3


@dataclass(frozen=True)
class Samenvatting:
    """A household as the counter may see it: who lives there and what is going on."""

    inwoner: Inwoner
    huishouden: Huishouden | None
    leden: list[Lidmaatschap]
    meldingen: list[Melding]
    contacten: list[Contact]
    eerste_keer: bool = False
    vertegenwoordigers: list[Vertegenwoordiger] = field(default_factory=list)

    @property
    def wijk_id(self) -> str | None:
        """The CBS code of the wijk where they live, when it is known."""
        return self.huishouden.wijk_id if self.huishouden else None

    @property
    def inwoners(self) -> list[uuid.UUID]:
        """Whose data are shown, for the log."""
        return list({self.inwoner.pk, *(lid.inwoner_id for lid in self.leden)})


def summarise(inwoner_id: uuid.UUID, *, op: dt.date) -> Samenvatting | None:
    """The household of a resident in short; None when there is no such resident."""
    inwoner = Inwoner.objects.filter(pk=inwoner_id).first()
    if inwoner is None:
        return None
    home = (
        Lidmaatschap.objects.op(op)
        .thuis()
        .filter(inwoner=inwoner)
        .select_related("huishouden__buurt__wijk")
    ).first()
    if home is None:
        return Samenvatting(
            inwoner,
            None,
            [],
            [],
            _contacts(inwoner=inwoner),
            vertegenwoordigers=speakers_around(inwoner_id, op=op),
        )
    huishouden = home.huishouden
    return Samenvatting(
        inwoner,
        huishouden,
        list(
            Lidmaatschap.objects.op(op)
            .filter(huishouden=huishouden)
            .select_related("inwoner")
            .order_by("inwoner__geboortedatum")
        ),
        list(
            Melding.objects.filter(huishouden=huishouden, status__in=LOPEND)
            .select_related("wet", "consulent")
            .order_by("-ontvangen_op")[:LAST]
        ),
        _contacts(huishouden=huishouden),
        vertegenwoordigers=speakers_around(inwoner_id, op=op),
    )


def _contacts(**whose: object) -> list[Contact]:
    return list(
        Contact.objects.filter(status=ContactStatus.GEREGISTREERD, **whose)
        .select_related("kanaal", "vindplaats", "inwoner")
        .prefetch_related("hulpvragen__soort")
        .order_by("-plaatsgevonden_op")[:LAST]
    )


def latest_of(by: Medewerker) -> list[Contact]:
    """What somebody registered last, to look back at or to withdraw."""
    return _contacts(geregistreerd_door=by)


def suggestions(soort: Soort, *, wijk: str | None) -> list[Treffer]:
    """What is there already for a kind of question: general provisions, near before far."""
    return search_voorzieningen(
        tekst=soort.label, wijk=wijk, alleen_algemeen=True, limiet=LAST
    ) or search_voorzieningen(
        leefgebied=soort.leefgebied_id, wijk=wijk, alleen_algemeen=True, limiet=LAST
    )


def is_registered(*, by: Medewerker, sleutel: uuid.UUID) -> bool:
    """Whether somebody already registered the contact of the form with this key."""
    return Contact.objects.filter(geregistreerd_door=by, sleutel=sleutel).exists()
