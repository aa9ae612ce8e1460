"""Beleidsindicatoren and kengetallen of the budget papers, every value as printed (B6)."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from dashboard.domain.inlezen import GedrukteMeting, store_indicators
from dashboard.enums import Herkomst, Lijst, Metingsoort, Richting
from dashboard.models import Indicator
from dashboard.rechten import INLEZEN
from hengelo_sociaal.invoer.exceptions import Regelfout
from hengelo_sociaal.invoer.kolommen import Kolom, een_van, getal, jaar, tekst
from hengelo_sociaal.invoer.register import Importer, Indeling, Invoer, Rij, Telling, registreer

_YEAR = re.compile(r"(?:19|20)\d{2}")
_CODE = Kolom("code", max_lengte=40)
_EENHEID = Kolom("eenheid", tekst, verplicht=False, max_lengte=120)
_KOLOM = Kolom("kolom", max_lengte=40)
_WAARDE = Kolom("waarde", getal, verplicht=False)
_RICHTING = Kolom("gewenste_richting", een_van(Richting.values))
_OPMERKING = Kolom("opmerking", tekst, verplicht=False, max_lengte=500)
_BRON = Kolom("bron", max_lengte=120)


def computed_codes(rijen: Sequence[Rij]) -> Iterator[Regelfout]:
    """A code that is counted from registrations cannot be read from a file."""
    own = set(Indicator.objects.filter(herkomst=Herkomst.BEREKEND).values_list("code", flat=True))
    for rij in rijen:
        if rij["code"] in own:
            yield Regelfout(rij.regel, f"'{rij['code']}' wordt al berekend uit registraties")


def _one_name(naam: str) -> Any:
    """A code that comes back must have the same name and wanted direction."""

    def check(rijen: Sequence[Rij]) -> Iterator[Regelfout]:
        yield from computed_codes(rijen)
        first: dict[str, Rij] = {}
        for rij in rijen:
            earlier = first.setdefault(rij["code"], rij)
            for column in (naam, "gewenste_richting"):
                if rij[column] != earlier[column]:
                    yield Regelfout(
                        rij.regel,
                        f"kolom '{column}' is anders dan op regel {earlier.regel}",
                    )

    return check


def _indicators(rijen: Sequence[Rij], naam: str, start: int) -> list[dict[str, Any]]:
    by_code: dict[str, list[Rij]] = {}
    for rij in rijen:
        by_code.setdefault(rij["code"], []).append(rij)
    return [
        {
            "code": code,
            "naam": group[0][naam],
            "eenheid": group[0]["eenheid"],
            "bron": group[0]["bron"],
            "gewenste_richting": group[0]["gewenste_richting"],
            "opmerking": _shared_remark(group),
            "verbergen": _shared_remark(group).startswith("drukfout"),
            "volgorde": start + place,
        }
        for place, (code, group) in enumerate(by_code.items())
    ]


def _shared_remark(group: Sequence[Rij]) -> str:
    remarks = {rij["opmerking"] for rij in group}
    return str(remarks.pop()) if len(remarks) == 1 else ""


def _save_policy(rijen: Sequence[Rij], invoer: Invoer) -> Telling:
    printed = [
        GedrukteMeting(
            code=rij["code"],
            kolom=rij["kolom"],
            soort=rij["soort"],
            jaar=rij["jaar"],
            waarde=rij["waarde"],
            eenheid=rij["eenheid"],
            opmerking=rij["opmerking"],
            bron=rij["bron"],
        )
        for rij in rijen
    ]
    indicators = _indicators(rijen, "indicator", start=100)
    return store_indicators(Lijst.BELEIDSINDICATOREN, indicators, printed, invoer)


def _save_key_figures(rijen: Sequence[Rij], invoer: Invoer) -> Telling:
    printed = [
        GedrukteMeting(
            code=rij["code"],
            kolom=rij["kolom"],
            soort=Metingsoort.METING,
            jaar=_year_in(rij["meetperiode"]),
            waarde=rij["waarde"],
            eenheid=rij["eenheid"],
            opmerking=rij["opmerking"],
            bron=rij["bron"],
            meetperiode=rij["meetperiode"],
        )
        for rij in rijen
    ]
    return store_indicators(
        Lijst.KENGETALLEN, _indicators(rijen, "kengetal", start=300), printed, invoer
    )


def _year_in(meetperiode: str) -> int | None:
    found = _YEAR.search(meetperiode)
    return int(found[0]) if found else None


BELEIDSINDICATOREN = Indeling(
    "beleidsindicatoren",
    kolommen=(
        _CODE,
        Kolom("indicator", max_lengte=300),
        _EENHEID,
        _KOLOM,
        Kolom("soort", een_van([Metingsoort.METING.value, Metingsoort.STREEFWAARDE.value])),
        Kolom("jaar", jaar),
        _WAARDE,
        _RICHTING,
        _OPMERKING,
        _BRON,
    ),
    sleutel=("code", "kolom", "bron"),
    controleer=_one_name("indicator"),
    bewaar=_save_policy,
)
KENGETALLEN = Indeling(
    "kengetallen",
    kolommen=(
        _CODE,
        Kolom("kengetal", max_lengte=300),
        _KOLOM,
        _WAARDE,
        _EENHEID,
        Kolom("meetperiode", tekst, verplicht=False, max_lengte=40),
        _RICHTING,
        _OPMERKING,
        _BRON,
    ),
    sleutel=("code", "kolom", "bron"),
    controleer=_one_name("kengetal"),
    bewaar=_save_key_figures,
)
registreer(
    Importer(
        "beleidsindicatoren",
        "Beleidsindicatoren",
        recht=INLEZEN,
        indelingen=(BELEIDSINDICATOREN,),
    )
)
registreer(Importer("kengetallen", "Kengetallen", recht=INLEZEN, indelingen=(KENGETALLEN,)))
