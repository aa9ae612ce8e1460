"""Providers, contracts and products from a file."""

from collections.abc import Iterator, Sequence
from typing import Any

from aanbieders.domain.inlezen import load_aanbieders, load_contracten, load_producten
from aanbieders.enums import Bekostiging, Eenheid, Schaal, Uitvoeringsvariant
from aanbieders.models import Aanbieder
from aanbieders.rechten import CONTRACT_SCHRIJVEN
from hengelo_sociaal.invoer.exceptions import InvoerGeweigerd, Regelfout
from hengelo_sociaal.invoer.kolommen import Cel, CelFout, Kolom, datum, een_van, geheel, tekst
from hengelo_sociaal.invoer.register import Importer, Indeling, Invoer, Rij, Telling, registreer
from hengelo_sociaal.waarden.models import Wet
from hengelo_sociaal.web.formulieren.velden import parse_geld
from voorzieningen.models import Voorziening


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


def _known_laws_and_provisions(rijen: Sequence[Rij]) -> Iterator[Regelfout]:
    wetten = set(Wet.objects.values_list("pk", flat=True))
    provisions = set(Voorziening.objects.values_list("code", flat=True))
    for rij in rijen:
        if rij["wet"] not in wetten:
            yield Regelfout(rij.regel, f"wet '{rij['wet']}' kennen we niet")
        if rij["voorziening"] and rij["voorziening"] not in provisions:
            yield Regelfout(rij.regel, f"voorziening '{rij['voorziening']}' kennen we niet")


def _units(cel: Cel) -> list[str]:
    """Units by their code or their name, with `|` between: minuut|uur or 01|04."""
    names = {str(label): code for code, label in Eenheid.choices}
    found = []
    for part in tekst(cel).split("|"):
        word = part.strip().lower()
        code = names.get(word, word.zfill(2))
        if code not in Eenheid.values:
            raise CelFout(f"'{part.strip()}' is geen eenheid. Kies uit: {', '.join(names)}")
        found.append(code)
    return sorted(set(found))


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
PRODUCTEN = Indeling(
    "producten",
    kolommen=(
        Kolom("wet", max_lengte=40),
        Kolom("code", max_lengte=5),
        Kolom("naam", max_lengte=120),
        Kolom("categorie", max_lengte=2),
        Kolom("eenheden", _units),
        Kolom("taakveld", max_lengte=10),
        Kolom("voorziening", verplicht=False, max_lengte=80),
    ),
    sleutel=("wet", "code"),
    controleer=_known_laws_and_provisions,
    bewaar=lambda rijen, invoer: _save(load_producten, rijen, invoer),
)
registreer(Importer("aanbieders", "Aanbieders", recht=CONTRACT_SCHRIJVEN, indelingen=(AANBIEDERS,)))
registreer(Importer("contracten", "Contracten", recht=CONTRACT_SCHRIJVEN, indelingen=(CONTRACTEN,)))
registreer(Importer("producten", "Producten", recht=CONTRACT_SCHRIJVEN, indelingen=(PRODUCTEN,)))
