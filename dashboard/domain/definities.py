"""The definitions in the code, kept in the tables where people and figures refer to them."""

from dashboard.enums import Herkomst
from dashboard.models import Indicator, IndicatorDefinitie
from dashboard.queries.bronnen import MATEN, Maat
from dashboard.queries.bronnen.basis import GELDIG_VAN


def keep_definitions() -> None:
    """Put every computed indicator and the newest version of its definition in the tables.

    Older versions stay, because figures refer to the version they were counted by.
    """
    for _, maat in MATEN.values():
        Indicator.objects.update_or_create(code=maat.code, defaults=_indicator(maat))
        IndicatorDefinitie.objects.update_or_create(
            indicator_id=maat.code,
            versie=maat.versie,
            defaults={
                "geldig_van": GELDIG_VAN,
                "tekst": maat.definitie,
                "teller": maat.teller_tekst,
                "noemer": maat.noemer_tekst,
                "telt_op": maat.telt_op,
            },
        )


def _indicator(maat: Maat) -> dict[str, object]:
    return {
        "naam": maat.naam,
        "opgave": maat.opgave.code,
        "opgave_naam": maat.opgave.naam,
        "soort": maat.soort,
        "eenheid": maat.eenheid,
        "bron": "Eigen registratie",
        "frequentie": "doorlopend",
        "gewenste_richting": maat.richting,
        "herkomst": Herkomst.BEREKEND,
        "volgorde": maat.volgorde,
    }
