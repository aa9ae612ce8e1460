"""Interventions of the papers in the demo town; what they reached is invented."""

from pathlib import Path

from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.invoer.domain import import_file
from hengelo_sociaal.medewerkers.models import Medewerker
from voorzieningen.enums import Interventiestatus
from voorzieningen.models import Interventie, Interventiejaar

BESTAND = Path(__file__).resolve().parents[1] / "bestanden" / "interventies.csv"
TOELICHTING = "verzonnen voor de demo"
# Of how many of those who took part the result is known, and what it really cost.
BEKEND = 0.7
DUURDER = (0.85, 1.2)


def vul(stad: Stad) -> None:
    """The interventions by their own import, and numbers of every year that is over or runs."""
    own = Stad(stad.tot, stad.maanden, stad.zaad + 4, stad.schaal, stad.stil)
    import_file(
        soort="interventies",
        inhoud=BESTAND.read_bytes(),
        naam=BESTAND.name,
        by=Medewerker.objects.systeem(),
        at=own.tijdstip(own.van),
    )
    beleid = stad.vondst["medewerkers"]["beleid"]
    rows = [
        _year(own, each, year, beleid)
        for each in Interventie.objects.filter(status=Interventiestatus.LOOPT).order_by("code")
        for year in range(stad.van.year, stad.tot.year + 1)
    ]
    own.bewaar(Interventiejaar, rows)


def _year(own: Stad, each: Interventie, year: int, beleid: Medewerker) -> Interventiejaar:
    """A year near what was meant: some above it, some below, the running one not full yet."""
    moment = own.tijdstip(own.laatste_dag)
    share = own.laatste_dag.timetuple().tm_yday / 366 if year == own.laatste_dag.year else 1.0
    reached = round((each.streefbereik or 50) * share * own.rng.uniform(0.6, 1.25))
    asked = round(reached * BEKEND)
    good = round(asked * min(1.0, (each.streefresultaat or 50) / 100 * own.rng.uniform(0.7, 1.2)))
    cost = each.kosten_per_jaar
    return Interventiejaar(
        id=own.kenmerk(moment),
        interventie=each,
        jaar=year,
        bereik=reached,
        gevraagd=asked,
        gelukt=good,
        kosten=round(cost * share * own.rng.uniform(*DUURDER)) if cost else None,
        toelichting=TOELICHTING,
        gemeld_door=beleid,
        gemeld_op=moment,
    )
