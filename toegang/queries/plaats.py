"""Where a resident lives on a day, for the fields that a contact freezes."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping
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


Gebied = tuple[str | None, str | None]
Huisadres = tuple[str, int | None]


def resolve_address(postcode: str, huisnummer: int | None) -> Gebied:
    """The codes of buurt and gemeente of an address; None where we do not know.

    `postcode` as `7551AB`. A whole postcode goes before its four digits, and an exact
    range of house numbers before a wide one.
    """
    return resolve_addresses([(postcode, huisnummer)])[postcode, huisnummer]


def resolve_addresses(addresses: Collection[Huisadres]) -> dict[Huisadres, Gebied]:
    """As resolve_address, of many addresses with one query."""
    codes = {code for postcode, _ in addresses if postcode for code in (postcode, postcode[:4])}
    areas: dict[str, list[tuple[int, int, str | None, str | None]]] = defaultdict(list)
    if codes:
        rows = Postcodegebied.objects.filter(postcode__in=codes).order_by("-huisnummer_van")
        names = ("postcode", "huisnummer_van", "huisnummer_tot", "buurt_id", "gemeente_id")
        for code, first, last, buurt, gemeente in rows.values_list(*names):
            areas[code].append((first, last, buurt, gemeente))
    return {address: _area_of(address, areas) for address in addresses}


def _area_of(
    address: Huisadres, areas: Mapping[str, list[tuple[int, int, str | None, str | None]]]
) -> Gebied:
    postcode, huisnummer = address
    for code in (postcode, postcode[:4]):
        for first, last, buurt, gemeente in areas.get(code, ()):
            if first <= (huisnummer or 0) <= last:
                return buurt, gemeente
    return None, None
