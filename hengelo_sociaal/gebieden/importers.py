"""Wijken, buurten, their borders on the map, and how many people live there (CBS)."""

from collections.abc import Iterator, Sequence
from typing import Any

from hengelo_sociaal.gebieden.models import (
    Buurt,
    Gemeente,
    Inwonertal,
    Leeftijdsgroep,
    Wijk,
    Wijkgrens,
)
from hengelo_sociaal.gebieden.rechten import GEBIEDEN_INLEZEN
from hengelo_sociaal.invoer.bewaren import upsert
from hengelo_sociaal.invoer.exceptions import Regelfout
from hengelo_sociaal.invoer.kolommen import Kolom, een_van, geheel, jaar, tekst
from hengelo_sociaal.invoer.register import Importer, Indeling, Invoer, Rij, Telling, registreer

_WIJKCODE = Kolom("wijkcode", max_lengte=8)
_WIJK = Kolom("wijk", ook=("wijknaam",), max_lengte=60)
_GEMEENTE = Kolom("gemeentecode", max_lengte=8)


def _gemeenten(rijen: Sequence[Rij]) -> Iterator[Regelfout]:
    known = set(Gemeente.objects.values_list("code", flat=True))
    for rij in rijen:
        if rij["gemeentecode"] not in known:
            yield Regelfout(rij.regel, f"gemeente '{rij['gemeentecode']}' kennen we niet")


def _save_districts(rijen: Sequence[Rij], invoer: Invoer) -> Telling:
    rows = (
        {"code": rij["wijkcode"], "naam": rij["wijk"], "gemeente_id": rij["gemeentecode"]}
        for rij in rijen
    )
    return upsert(Wijk, rows, sleutel=["code"])


def _save_neighbourhoods(rijen: Sequence[Rij], invoer: Invoer) -> Telling:
    districts = _save_districts(rijen, invoer)
    rows = (
        {
            "code": rij["buurtcode"],
            "naam": rij["buurt"],
            "wijk_id": rij["wijkcode"],
            "soort": rij["soort"] or "overig",
        }
        for rij in rijen
    )
    counted = upsert(Buurt, rows, sleutel=["code"])
    return Telling(
        counted.nieuw + districts.nieuw, counted.gewijzigd + districts.gewijzigd, counted.gelijk
    )


def _shapes(rijen: Sequence[Rij]) -> Iterator[Regelfout]:
    known = set(Wijk.objects.values_list("code", flat=True))
    for rij in rijen:
        shape = rij["geometrie"]
        if rij["wijkcode"] not in known:
            yield Regelfout(rij.regel, f"wijk '{rij['wijkcode']}' kennen we niet")
        if not _is_area(shape):
            yield Regelfout(rij.regel, "de vorm is geen vlak (Polygon of MultiPolygon)")


def _is_area(shape: Any) -> bool:
    """Whether this is a surface of GeoJSON: rings of at least four places (RFC 7946, 3.1.6)."""
    if not isinstance(shape, dict) or shape.get("type") not in ("Polygon", "MultiPolygon"):
        return False
    whole = shape.get("coordinates")
    parts: Any = [whole] if shape["type"] == "Polygon" else whole
    return _filled(parts) and all(
        _filled(part) and all(_filled(ring, 4) and all(map(_is_place, ring)) for ring in part)
        for part in parts
    )


def _filled(given: Any, least: int = 1) -> bool:
    return isinstance(given, list) and len(given) >= least


def _is_place(given: Any) -> bool:
    """A longitude and a latitude in degrees; a height may come after them."""
    return (
        _filled(given, 2)
        and all(isinstance(number, int | float) for number in given)
        and abs(given[0]) <= 180
        and abs(given[1]) <= 90
    )


def _save_shapes(rijen: Sequence[Rij], invoer: Invoer) -> Telling:
    rows = ({"wijk_id": rij["wijkcode"], "geometrie": rij["geometrie"]} for rij in rijen)
    return upsert(Wijkgrens, rows, sleutel=["wijk_id"])


def _places() -> dict[str, dict[str, Any]]:
    """For every code of a gemeente, wijk or buurt: the fields that name it."""
    places: dict[str, dict[str, Any]] = {
        code: {"gemeente_id": code, "wijk_id": None, "buurt_id": None}
        for code in Gemeente.objects.values_list("code", flat=True)
    }
    for code, town in Wijk.objects.values_list("code", "gemeente_id"):
        places[code] = {"gemeente_id": town, "wijk_id": code, "buurt_id": None}
    for code, district, town in Buurt.objects.values_list("code", "wijk_id", "wijk__gemeente_id"):
        places[code] = {"gemeente_id": town, "wijk_id": district, "buurt_id": code}
    return places


def _inhabitants(rijen: Sequence[Rij]) -> Iterator[Regelfout]:
    places = _places()
    for rij in rijen:
        if rij["gebiedcode"] not in places:
            yield Regelfout(rij.regel, f"gebied '{rij['gebiedcode']}' kennen we niet")
        if rij["aantal"] < 0:
            yield Regelfout(rij.regel, "een aantal inwoners kan niet negatief zijn")


def _save_inhabitants(rijen: Sequence[Rij], invoer: Invoer) -> Telling:
    places = _places()
    rows = (
        places[rij["gebiedcode"]]
        | {
            "jaar": rij["jaar"],
            "leeftijdsgroep": rij["leeftijdsgroep"] or "",
            "aantal": rij["aantal"],
            "bron": rij["bron"],
        }
        for rij in rijen
    )
    key = ["gemeente_id", "wijk_id", "buurt_id", "jaar", "leeftijdsgroep"]
    return upsert(Inwonertal, rows, sleutel=key)


BUURTEN = Indeling(
    "wijken en buurten",
    kolommen=(
        Kolom("buurtcode", max_lengte=10),
        Kolom("buurt", ook=("buurtnaam",), max_lengte=60),
        _WIJKCODE,
        _WIJK,
        _GEMEENTE,
        Kolom("soort", tekst, verplicht=False, max_lengte=20),
    ),
    sleutel=("buurtcode",),
    controleer=_gemeenten,
    bewaar=_save_neighbourhoods,
)
WIJKEN = Indeling(
    "wijken",
    kolommen=(_WIJKCODE, _WIJK, _GEMEENTE),
    sleutel=("wijkcode",),
    controleer=_gemeenten,
    bewaar=_save_districts,
)
GRENZEN = Indeling(
    "grenzen van wijken",
    kolommen=(_WIJKCODE,),
    sleutel=("wijkcode",),
    controleer=_shapes,
    bewaar=_save_shapes,
)
INWONERTALLEN = Indeling(
    "inwonertallen",
    kolommen=(
        Kolom("gebiedcode", max_lengte=10),
        Kolom("jaar", jaar),
        Kolom("leeftijdsgroep", een_van(Leeftijdsgroep.values), verplicht=False),
        Kolom("aantal", geheel),
        Kolom("bron", tekst, verplicht=False, max_lengte=120),
    ),
    sleutel=("gebiedcode", "jaar", "leeftijdsgroep"),
    controleer=_inhabitants,
    bewaar=_save_inhabitants,
)
registreer(
    Importer(
        "gebieden",
        "Wijken en buurten",
        recht=GEBIEDEN_INLEZEN,
        indelingen=(BUURTEN, WIJKEN),
        geojson=GRENZEN,
    )
)
registreer(
    Importer("inwonertallen", "Inwonertallen", recht=GEBIEDEN_INLEZEN, indelingen=(INWONERTALLEN,))
)
