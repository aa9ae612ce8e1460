"""What the codes of a split are called, in the order of every screen."""

from collections.abc import Callable

from django.conf import settings

from dashboard.enums import GEEN, ONBEKEND, Dimensie
from hengelo_sociaal.gebieden.models import Gemeente, Leeftijdsgroep, Wijk
from hengelo_sociaal.waarden.models import Wet
from toegang.models import Kanaal, Soort, Uitkomst, Verwijzer, Vindplaats

ALIAS = "dashboard"
Namen = dict[str, str]


def names_of(dimensie: str) -> Namen:
    """Every code that a figure can be split by, with its name."""
    return _NAMEN[Dimensie(dimensie)]()


def _values(model: type) -> Callable[[], Namen]:
    def read() -> Namen:
        return dict(model._default_manager.using(ALIAS).values_list("code", "label"))  # type: ignore[attr-defined]

    return read


def _wetten() -> Namen:
    return _values(Wet)() | {GEEN: "Geen wet"}


def _verwijzers() -> Namen:
    return _values(Verwijzer)() | {GEEN: "Geen verwijzer"}


def _gemeenten() -> Namen:
    towns = dict(Gemeente.objects.using(ALIAS).values_list("code", "naam"))
    return towns | {ONBEKEND: "Onbekend"}


def _wijken() -> Namen:
    """The wijken of our own gemeente; another gemeente counts as one."""
    here = Wijk.objects.using(ALIAS).filter(gemeente_id=settings.GEMEENTECODE)
    elsewhere = Gemeente.objects.using(ALIAS).exclude(code=settings.GEMEENTECODE)
    return (
        dict(here.values_list("code", "naam"))
        | {code: f"Gemeente {naam}" for code, naam in elsewhere.values_list("code", "naam")}
        | {ONBEKEND: "Onbekend"}
    )


def _leeftijden() -> Namen:
    return dict(Leeftijdsgroep.choices)


_NAMEN: dict[Dimensie, Callable[[], Namen]] = {
    Dimensie.VINDPLAATS: _values(Vindplaats),
    Dimensie.SOORT: _values(Soort),
    Dimensie.KANAAL: _values(Kanaal),
    Dimensie.UITKOMST: _values(Uitkomst),
    Dimensie.WIJK: _wijken,
    Dimensie.GEMEENTE: _gemeenten,
    Dimensie.WET: _wetten,
    Dimensie.VERWIJZER: _verwijzers,
    Dimensie.LEEFTIJDSGROEP: _leeftijden,
}
