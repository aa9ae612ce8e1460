"""The figures of the demo town: the real papers, invented targets, and everything counted."""

from decimal import Decimal
from pathlib import Path

from dashboard.domain.definities import keep_definitions
from dashboard.domain.effecten import publish_effects
from dashboard.domain.gebieden import publish_areas
from dashboard.domain.herbereken import recount_everything
from dashboard.models import Streefwaarde, VuileBucket
from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.invoer.domain import import_file
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.models import Medewerker

BESTANDEN = {
    "begroting.csv": "begroting",
    "begroting_taakveld_6.1.csv": "begroting",
    "beleidsindicatoren.csv": "beleidsindicatoren",
    "kengetallen.csv": "kengetallen",
    "maatschappelijke_doelen.csv": "doelen",
}
# Invented, so that the tiles have something to be held against.
STREEFWAARDEN = {
    "informatie-en-advies": 60,
    "onderzoek-op-tijd": 90,
    "huisbezoek-eerste-keer": 80,
    "een-plan": 75,
    "algemene-voorziening": 55,
    "tevreden": 80,
    "signalen-op-tijd": 90,
}


def vul(stad: Stad) -> None:
    """Bring in the papers, set targets, and count everything."""
    keep_definitions()
    folder = Path(__file__).parent / "bestanden"
    system, now = Medewerker.objects.systeem(), nu()
    for naam, soort in BESTANDEN.items():
        content = (folder / naam).read_bytes()
        import_file(soort=soort, inhoud=content, naam=naam, by=system, at=now)
    years = range(stad.van.year, stad.tot.year + 1)
    Streefwaarde.objects.bulk_create(
        [
            Streefwaarde(indicator_id=code, jaar=jaar, waarde=Decimal(waarde), bron="verzonnen")
            for code, waarde in STREEFWAARDEN.items()
            for jaar in years
        ],
        ignore_conflicts=True,
    )
    recount_everything(tot=stad.tot, at=now)
    publish_areas(jaren=years, at=now)
    publish_effects(at=now)
    VuileBucket.objects.all().delete()
