"""Where a resident lives on a day, for the fields that a contact freezes."""

import datetime as dt
import uuid
from dataclasses import dataclass

from hengelo_sociaal.gebieden.models import Leeftijdsgroep
from hengelo_sociaal.kern.tijd import leeftijd_op
from hengelo_sociaal.kern.uitgeschreven import fetch_one
from toegang.enums import ONBEKEND
from toegang.models import Huishouden, Postcodegebied

# Written out, because every registration asks it and building it took longer than its answer.
_HOME = """
    SELECT inwoner.geboortedatum, lid.huishouden_id, huishouden.gemeente_id, buurt.wijk_id
      FROM toegang_inwoner inwoner
      LEFT JOIN toegang_lidmaatschap lid
             ON lid.inwoner_id = inwoner.id AND lid.band = 'thuis'
            AND lid.van <= %(op)s AND (lid.tot IS NULL OR lid.tot >= %(op)s)
      LEFT JOIN toegang_huishouden huishouden ON huishouden.id = lid.huishouden_id
      LEFT JOIN gebieden_buurt buurt ON buurt.code = huishouden.buurt_id
     WHERE inwoner.id = %(inwoner)s
"""


@dataclass(frozen=True, kw_only=True)
class Plaats:
    """What is known of somebody on a day; codes of CBS, or `onbekend`."""

    huishouden_id: uuid.UUID | None = None
    wijk: str = ONBEKEND
    gemeente: str = ONBEKEND
    leeftijdsgroep: str = Leeftijdsgroep.ONBEKEND


def place_of_resident(inwoner_id: uuid.UUID, *, op: dt.date) -> Plaats | None:
    """Home, wijk, gemeente and age group on a day, in one query; None for nobody."""
    row = fetch_one(_HOME, {"inwoner": inwoner_id, "op": op})
    if row is None:
        return None
    born, huishouden_id, gemeente, wijk = row
    return Plaats(
        huishouden_id=huishouden_id,
        wijk=wijk or ONBEKEND,
        gemeente=gemeente or ONBEKEND,
        leeftijdsgroep=age_group(born, op=op),
    )


def place_of_household(huishouden_id: uuid.UUID) -> Plaats | None:
    """Wijk and gemeente of a household; None when it does not exist."""
    row = (
        Huishouden.objects.filter(pk=huishouden_id)
        .values_list("gemeente_id", "buurt__wijk_id")
        .first()
    )
    if row is None:
        return None
    gemeente, wijk = row
    return Plaats(huishouden_id=huishouden_id, wijk=wijk or ONBEKEND, gemeente=gemeente or ONBEKEND)


def age_group(born: dt.date | None, *, op: dt.date) -> str:
    """The age group on a day; `onbekend` without a birth date, or before birth."""
    if born is None or born > op:
        return Leeftijdsgroep.ONBEKEND
    return Leeftijdsgroep.van_leeftijd(leeftijd_op(born, op))


def resolve_address(postcode: str, huisnummer: int | None) -> tuple[str | None, str | None]:
    """The codes of buurt and gemeente of an address; None where we do not know.

    `postcode` as `7551AB`. A whole postcode goes before its four digits, and an exact
    range of house numbers before a wide one.
    """
    if not postcode:
        return None, None
    areas = Postcodegebied.objects.filter(
        postcode__in=[postcode, postcode[:4]],
        huisnummer_van__lte=huisnummer or 0,
        huisnummer_tot__gte=huisnummer or 0,
    ).values_list("postcode", "huisnummer_van", "buurt_id", "gemeente_id")
    best = max(areas, key=lambda area: (len(area[0]), area[1]), default=None)
    return (best[2], best[3]) if best else (None, None)
