"""What happens every week in the demo town, and how many people came."""

import datetime as dt

from hengelo_sociaal.demo.stad import Stad
from voorzieningen.enums import Herhaling
from voorzieningen.models import Activiteit, Opkomst, Voorziening

# Code of the voorziening, name, weekday (Monday is 0), from, to, how often, places, usual number.
WEEK = (
    ("buurtcentra", "Koffie in de huiskamer", 1, 10, 12, Herhaling.WEKELIJKS, 30, 17),
    ("buurtcentra", "Samen eten in de buurt", 3, 17, 19, Herhaling.WEKELIJKS, 24, 19),
    ("ontmoeting-hengelose-es", "Koffie-inloop", 2, 10, 12, Herhaling.WEKELIJKS, 25, 21),
    ("ontmoeting-hengelose-es", "Eettafel", 4, 12, 14, Herhaling.WEKELIJKS, 20, 16),
    ("vogelkwartier", "Inloop met taart", 3, 14, 16, Herhaling.TWEEWEKELIJKS, 20, 13),
    ("ouderensocieteit", "Kaarten en biljarten", 0, 13, 16, Herhaling.WEKELIJKS, 40, 26),
    ("swoh-ouderenwerk", "Samen bewegen", 1, 9, 10, Herhaling.WEKELIJKS, 18, 14),
    ("mantelzorgcafe", "Mantelzorgcafé", 2, 19, 21, Herhaling.VIERWEKELIJKS, 30, 12),
    ("taallessen", "Taalcafé", 0, 10, 12, Herhaling.WEKELIJKS, 20, 15),
    ("jongerensoos", "Soosavond", 4, 19, 22, Herhaling.WEKELIJKS, 60, 34),
    ("doe-boerderij", "Meehelpen op de boerderij", 2, 9, 12, Herhaling.WEKELIJKS, 12, 9),
    ("budgetalert", "Spreekuur geld en post", 3, 9, 12, Herhaling.WEKELIJKS, 16, 11),
    ("inloophuis-ggz", "Open huiskamer", 1, 13, 16, Herhaling.WEKELIJKS, 25, 12),
    ("dementie-vroeg-erbij", "Ontmoeting met naasten", 3, 10, 12, Herhaling.TWEEWEKELIJKS, 14, 8),
)
PLEKKEN_PER = 2
NOORD = "WK016402"  # where something was taken up because people missed it


def vul(stad: Stad) -> None:
    """Activities at the places of each voorziening, with the turnout of the last half year."""
    own = Stad(stad.tot, stad.maanden, stad.zaad + 1, stad.schaal, stad.stil)
    provisions = {one.code: one for one in Voorziening.objects.all()}
    made = []
    for code, naam, weekdag, van, tot, herhaling, plaatsen, usual in WEEK:
        found = provisions[code].locaties.select_related("buurt")
        places = sorted(found, key=lambda place: (place.wijkcode != NOORD, place.naam))
        places = places[:PLEKKEN_PER]
        for plek in places or [None]:  # type: ignore[list-item]
            activiteit = Activiteit(
                id=own.kenmerk(own.tijdstip(own.van)),
                voorziening=provisions[code],
                naam=naam,
                locatie=plek,
                herhaling=herhaling,
                eerste_keer=own.van + dt.timedelta(days=(weekdag - own.van.weekday()) % 7),
                begint=dt.time(van),
                eindigt=dt.time(tot),
                plaatsen=plaatsen,
            )
            made.append((activiteit, usual))
    own.bewaar(Activiteit, [activiteit for activiteit, _ in made])
    _came(stad, own, made)


def _came(stad: Stad, own: Stad, made: list[tuple[Activiteit, int]]) -> None:
    teller = stad.vondst["medewerkers"]["beleid"]
    start = max(own.van, own.tot - dt.timedelta(days=182))
    rows = []
    for activiteit, usual in made:
        for dag in activiteit.dagen(vanaf=start, tot=own.laatste_dag):
            number = max(2, round(own.rng.gauss(usual, usual / 6)))
            rows.append(
                Opkomst(
                    id=own.kenmerk(own.tijdstip(dag)),
                    activiteit=activiteit,
                    dag=dag,
                    aantal=number,
                    nieuw=own.rng.randrange(0, min(4, number)),
                    gemeld_door=teller,
                )
            )
    own.bewaar(Opkomst, rows)
