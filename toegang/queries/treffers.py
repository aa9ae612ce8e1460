"""What tells residents apart, for search results and duplicate candidates: little, at once."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, FilteredRelation, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from toegang.enums import LOPEND, Band
from toegang.models import Huishouden, Inwoner, Melding


@dataclass(frozen=True, kw_only=True)
class Treffer:
    """A resident, or a household without members, with three facts and how it stands.

    `adres` is empty and `geheim` true when the address is secret. `reden` says why this
    one was found: bsn, nummer, naam, gelijkend, adres, geboortedatum.
    """

    inwoner_id: uuid.UUID | None
    huishouden_id: uuid.UUID | None
    naam: str
    geboortedatum: dt.date | None
    adres: str
    geheim: bool
    overleden: bool
    lopende_meldingen: int
    reden: str = ""


def describe_residents(ids: Sequence[uuid.UUID], *, op: dt.date, reden: str = "") -> list[Treffer]:
    """The residents with these ids, in this order, with their home on a day; one query."""
    rows = Inwoner.objects.filter(pk__in=ids).annotate(
        thuis=FilteredRelation(
            "lidmaatschappen",
            condition=Q(lidmaatschappen__band=Band.THUIS, lidmaatschappen__van__lte=op)
            & (Q(lidmaatschappen__tot__isnull=True) | Q(lidmaatschappen__tot__gte=op)),
        )
    )
    home = "thuis__huishouden__"
    facts = rows.values_list(
        "pk",
        "voornamen",
        "voorletters",
        "roepnaam",
        "tussenvoegsel",
        "geslachtsnaam",
        "geboortedatum",
        "geheim",
        "overleden_op",
        "thuis__huishouden_id",
        f"{home}straat",
        f"{home}huisnummer",
        f"{home}toevoeging",
        f"{home}postcode",
        f"{home}woonplaats",
        f"{home}geheim",
        _running(OuterRef("thuis__huishouden_id")),
    )
    found = {row[0]: _of_row(row, reden) for row in facts}
    return [found[pk] for pk in ids if pk in found]


def describe_households(ids: Sequence[uuid.UUID]) -> list[Treffer]:
    """Households without anybody in them, by their address only."""
    rows = Huishouden.objects.filter(pk__in=ids).annotate(lopend=_running(OuterRef("pk")))
    return [
        Treffer(
            inwoner_id=None,
            huishouden_id=home.pk,
            naam="",
            geboortedatum=None,
            adres="" if home.geheim else home.adres,
            geheim=home.geheim,
            overleden=False,
            lopende_meldingen=home.lopend,
            reden="adres",
        )
        for home in rows
    ]


def _running(household: OuterRef) -> Coalesce:
    """How many meldingen of a household are in hand."""
    running = (
        Melding.objects.filter(huishouden=household, status__in=LOPEND)
        .order_by()
        .values("huishouden")
        .annotate(aantal=Count("pk"))
        .values("aantal")
    )
    return Coalesce(Subquery(running), 0)


def _of_row(row: tuple, reden: str) -> Treffer:  # type: ignore[type-arg]
    pk, voornamen, letters, roepnaam, tussen, achter, born, geheim, dood, home_id, *rest = row
    straat, nummer, toevoeging, postcode, plaats, adres_geheim, lopend = rest
    person = Inwoner(
        voornamen=voornamen,
        voorletters=letters,
        roepnaam=roepnaam,
        tussenvoegsel=tussen,
        geslachtsnaam=achter,
    )
    home = Huishouden(
        straat=straat or "",
        huisnummer=nummer,
        toevoeging=toevoeging or "",
        postcode=postcode or "",
        woonplaats=plaats or "",
    )
    hidden = geheim or bool(adres_geheim)
    return Treffer(
        inwoner_id=pk,
        huishouden_id=home_id,
        naam=person.naam,
        geboortedatum=born,
        adres="" if hidden else home.adres,
        geheim=hidden,
        overleden=dood is not None,
        lopende_meldingen=lopend,
        reden=reden,
    )
