"""Providers and contracts from a file."""

from collections.abc import Iterator, Sequence
from typing import Any

from aanbieders.domain.inlezen import load_aanbieders, load_contracten
from aanbieders.enums import Bekostiging, Schaal, Uitvoeringsvariant
from aanbieders.models import Aanbieder
from aanbieders.rechten import CONTRACT_SCHRIJVEN
from hengelo_sociaal.invoer.exceptions import InvoerGeweigerd, Regelfout
from hengelo_sociaal.invoer.kolommen import Cel, CelFout, Kolom, datum, een_van, geheel, tekst
from hengelo_sociaal.invoer.register import Importer, Indeling, Invoer, Rij, Telling, registreer
from hengelo_sociaal.web.formulieren.velden import parse_geld


def _euro(cel: Cel) -> int:
    """Euros as people write them, in whole cents."""
    if isinstance(cel, int | float) and not isinstance(cel, bool):
        return round(cel * 100)
    try:
        return parse_geld(tekst(cel))
    except ValueError as error:
        raise CelFout(str(error)) from error


def _known_providers(rijen: Sequence[Rij]) -> Iterator[Regelfout]:
    known = set(Aanbieder.objects.values_list("kvk", flat=True))
    for rij in rijen:
        if rij["kvk"] not in known:
            yield Regelfout(rij.regel, f"aanbieder met KvK-nummer '{rij['kvk']}' kennen we niet")


def _save(load: Any, rijen: Sequence[Rij], invoer: Invoer) -> Telling:
    report = load(
        rijen=[(rij.regel, rij.velden) for rij in rijen],
        by=invoer.by,
        at=invoer.at,
        voortgang=invoer.voortgang,
    )
    if report.fouten:
        raise InvoerGeweigerd([Regelfout(*each) for each in report.fouten])
    return Telling(report.nieuw, report.gewijzigd, report.gelijk)


AANBIEDERS = Indeling(
    "aanbieders",
    kolommen=(
        Kolom("naam", max_lengte=120),
        Kolom("kvk", ook=("kvk-nummer", "kvknummer"), max_lengte=8),
        Kolom("agb", verplicht=False, ook=("agb-code",), max_lengte=8),
        Kolom("plaats", verplicht=False, ook=("vestigingsplaats",), max_lengte=60),
    ),
    sleutel=("kvk",),
    bewaar=lambda rijen, invoer: _save(load_aanbieders, rijen, invoer),
)
CONTRACTEN = Indeling(
    "contracten",
    kolommen=(
        Kolom("nummer", max_lengte=30),
        Kolom("kvk", ook=("kvk-nummer", "kvknummer"), max_lengte=8),
        Kolom("omschrijving", max_lengte=120),
        Kolom("schaal", een_van(Schaal.values)),
        Kolom("van", datum),
        Kolom("tot", datum),
        Kolom("uitvoeringsvariant", een_van(Uitvoeringsvariant.values)),
        Kolom("bekostiging", een_van(Bekostiging.values)),
        Kolom("verlengopties", geheel, verplicht=False),
        Kolom("verlenging_maanden", geheel, verplicht=False),
        Kolom("plafond", _euro, verplicht=False),
        Kolom("opzegdatum", datum, verplicht=False),
    ),
    sleutel=("nummer",),
    controleer=_known_providers,
    bewaar=lambda rijen, invoer: _save(load_contracten, rijen, invoer),
)
registreer(Importer("aanbieders", "Aanbieders", recht=CONTRACT_SCHRIJVEN, indelingen=(AANBIEDERS,)))
registreer(Importer("contracten", "Contracten", recht=CONTRACT_SCHRIJVEN, indelingen=(CONTRACTEN,)))
