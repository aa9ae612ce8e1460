"""How many people live where in the demo town: an estimate, for figures per inhabitant.

The total is the town's own (adressen.INWONERS); the division over wijken and ages is ours. A
municipality brings in the real numbers (`importeer inwonertallen`).
"""

from hengelo_sociaal.demo.adressen import AANDEEL_PER_WIJK, INWONERS
from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.gebieden.models import Inwonertal, Leeftijdsgroep, Wijk

BRON = "schatting voor de demo"
AANDEEL_PER_LEEFTIJD = {
    Leeftijdsgroep.KIND: 0.125,
    Leeftijdsgroep.JONGERE: 0.070,
    Leeftijdsgroep.JONGVOLWASSENE: 0.105,
    Leeftijdsgroep.VOLWASSENE: 0.480,
    Leeftijdsgroep.OUDERE: 0.165,
    Leeftijdsgroep.HOOGBEJAARDE: 0.055,
}


def vul(stad: Stad) -> None:
    """Inhabitants per wijk and age group on 1 January of every year of the town."""
    wijken = {one.code: one for one in Wijk.objects.all()}
    rows = [
        Inwonertal(
            gemeente_id=wijken[wijk].gemeente_id,
            wijk=wijken[wijk],
            jaar=jaar,
            leeftijdsgroep=groep,
            aantal=round(INWONERS * share * part * stad.schaal),
            bron=BRON,
        )
        for jaar in range(stad.van.year, stad.tot.year + 1)
        for wijk, share in AANDEEL_PER_WIJK.items()
        for groep, part in AANDEEL_PER_LEEFTIJD.items()
    ]
    stad.bewaar(Inwonertal, rows)
