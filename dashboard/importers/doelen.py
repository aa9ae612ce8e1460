"""The goals of the policy programme with their indicators and first measurement (BP bijlage IV)."""

from collections.abc import Sequence

from dashboard.domain.inlezen import GedrukteMeting, store_indicators
from dashboard.enums import Indicatorsoort, Lijst, Metingsoort, Richting
from dashboard.importers.indicatoren import computed_codes
from dashboard.rechten import INLEZEN
from hengelo_sociaal.invoer.kolommen import Kolom, een_van, getal, jaar, tekst
from hengelo_sociaal.invoer.register import Importer, Indeling, Invoer, Rij, Telling, registreer

_EERSTE = 500


def _save(rijen: Sequence[Rij], invoer: Invoer) -> Telling:
    indicators = [
        {
            "code": rij["code"],
            "naam": rij["indicator"],
            "opgave": rij["doel"],
            "opgave_naam": rij["doelomschrijving"],
            "soort": rij["soort"],
            "eenheid": rij["eenheid"],
            "bron": rij["bron_van_meting"] or rij["bron"],
            "frequentie": rij["frequentie"],
            "gewenste_richting": rij["gewenste_richting"],
            "opmerking": rij["opmerking"],
            "volgorde": _EERSTE + place,
        }
        for place, rij in enumerate(rijen)
    ]
    printed = [
        GedrukteMeting(
            code=rij["code"],
            kolom="Nulmeting",
            soort=Metingsoort.NULMETING,
            jaar=rij["nulmeting_jaar"],
            waarde=rij["nulmeting_waarde"],
            eenheid=rij["eenheid"],
            opmerking=rij["opmerking"],
            bron=rij["bron"],
        )
        for rij in rijen
    ]
    return store_indicators(Lijst.DOELEN, indicators, printed, invoer)


DOELEN = Indeling(
    "maatschappelijke doelen",
    kolommen=(
        Kolom("code", max_lengte=40),
        Kolom("hoofddoel", tekst, verplicht=False),
        Kolom("hoofddoelomschrijving", tekst, verplicht=False),
        Kolom("doel", max_lengte=40),
        Kolom("doelomschrijving", max_lengte=300),
        Kolom("indicator", max_lengte=300),
        Kolom("eenheid", tekst, verplicht=False, max_lengte=120),
        Kolom("soort", een_van(Indicatorsoort.values), verplicht=False),
        Kolom("bron_van_meting", tekst, verplicht=False, max_lengte=200),
        Kolom("frequentie", tekst, verplicht=False, max_lengte=40),
        Kolom("nulmeting_jaar", jaar, verplicht=False),
        Kolom("nulmeting_waarde", getal, verplicht=False),
        Kolom("gewenste_richting", een_van(Richting.values)),
        Kolom("opmerking", tekst, verplicht=False, max_lengte=500),
        Kolom("bron", max_lengte=120),
    ),
    sleutel=("code",),
    controleer=computed_codes,
    bewaar=_save,
)
registreer(Importer("doelen", "Maatschappelijke doelen", recht=INLEZEN, indelingen=(DOELEN,)))
