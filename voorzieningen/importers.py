"""The catalogue from a file: the columns of bestanden/voorzieningen.csv."""

from collections.abc import Sequence

from hengelo_sociaal.invoer.exceptions import InvoerGeweigerd, Regelfout
from hengelo_sociaal.invoer.kolommen import Kolom
from hengelo_sociaal.invoer.register import Importer, Indeling, Invoer, Rij, Telling, registreer
from hengelo_sociaal.kern.tijd import dag_van
from voorzieningen.domain.inlezen import VERPLICHT, load_voorzieningen
from voorzieningen.exceptions import OngeldigBestand
from voorzieningen.rechten import SCHRIJVEN

OPTIONEEL = (
    "gefinancierd",
    "preventieniveau",
    "wetten",
    "doelgroepen",
    "leeftijd_van",
    "leeftijd_tot",
    "aanmelden",
    "kosten",
    "organisatie",
    "locaties",
    "wijken",
    "productcategorie",
    "leveringsvormen",
    "geldig_van",
    "geldig_tot",
    "zoekwoorden",
    "bron",
)


def _save(rijen: Sequence[Rij], invoer: Invoer) -> Telling:
    try:
        verslag = load_voorzieningen(
            rijen=[rij.velden for rij in rijen],
            regels=[rij.regel for rij in rijen],
            by=invoer.by,
            at=invoer.at,
            op=dag_van(invoer.at),
            voortgang=invoer.voortgang,
        )
    except OngeldigBestand as refused:
        raise InvoerGeweigerd([Regelfout(*each) for each in refused.regels]) from refused
    return Telling(verslag.nieuw, verslag.gewijzigd, verslag.gelijk)


EXTRA = ("productcode", "wanneer", "wachttijd_dagen", "plaatsen", "gecontroleerd_op")


def _layout(naam: str, *optioneel: str) -> Indeling:
    """A file with these columns; what it has no column for stays as it is."""
    return Indeling(
        naam,
        kolommen=(
            *(Kolom(naam) for naam in VERPLICHT),
            *(Kolom(naam, verplicht=False) for naam in optioneel),
        ),
        sleutel=("code",),
        bewaar=_save,
    )


KORT = _layout("kort")
VOORZIENINGEN = _layout("voorzieningen", *OPTIONEEL)
VOLLEDIG = _layout("volledig", *OPTIONEEL, *EXTRA)
registreer(
    Importer(
        "voorzieningen",
        "Voorzieningen",
        recht=SCHRIJVEN,
        indelingen=(VOORZIENINGEN, VOLLEDIG, KORT),
    )
)
