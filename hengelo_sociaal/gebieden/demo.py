"""How many people live where in the demo town: an estimate, for figures per inhabitant.

The total of the last year is the town's own (adressen.INWONERS); the division over wijken,
buurten and ages, and how they grew, is ours. A municipality brings in the real numbers
(`importeer inwonertallen`).
"""

from hengelo_sociaal.demo.adressen import AANDEEL_PER_WIJK, INWONERS
from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.gebieden.models import Buurt, Inwonertal, Leeftijdsgroep, Wijk

BRON = "schatting voor de demo"
# How much a wijk grows in a year: some are built in, from others people leave.
GROEI_PER_WIJK = {
    "WK016400": 0.012,
    "WK016401": -0.004,
    "WK016402": 0.002,
    "WK016403": -0.002,
    "WK016404": 0.003,
    "WK016405": -0.003,
    "WK016406": 0.006,
    "WK016407": 0.015,
    "WK016408": -0.001,
    "WK016409": -0.008,
}
# And the town grows older: so much more or fewer of an age group every year.
GROEI_PER_LEEFTIJD = {
    Leeftijdsgroep.KIND: -0.008,
    Leeftijdsgroep.JONGERE: -0.006,
    Leeftijdsgroep.JONGVOLWASSENE: 0.001,
    Leeftijdsgroep.VOLWASSENE: -0.003,
    Leeftijdsgroep.OUDERE: 0.010,
    Leeftijdsgroep.HOOGBEJAARDE: 0.018,
}
AANDEEL_PER_LEEFTIJD = {
    Leeftijdsgroep.KIND: 0.125,
    Leeftijdsgroep.JONGERE: 0.070,
    Leeftijdsgroep.JONGVOLWASSENE: 0.105,
    Leeftijdsgroep.VOLWASSENE: 0.480,
    Leeftijdsgroep.OUDERE: 0.165,
    Leeftijdsgroep.HOOGBEJAARDE: 0.055,
}

# A buurt of a kind has so many times the people of another; where nobody lives, nobody counts.
GEWICHT_PER_SOORT = {"bedrijventerrein": 0, "buitengebied": 1}
GEWICHT = 4
# How much older (or younger) one buurt is than the next; the wijk as a whole stays as it is.
VERSCHIL = 0.35
KANTEL = {
    Leeftijdsgroep.KIND: -1.0,
    Leeftijdsgroep.JONGERE: -0.6,
    Leeftijdsgroep.JONGVOLWASSENE: -0.2,
    Leeftijdsgroep.VOLWASSENE: 0.0,
    Leeftijdsgroep.OUDERE: 0.8,
    Leeftijdsgroep.HOOGBEJAARDE: 1.4,
}


def vul(stad: Stad) -> None:
    """Inhabitants per wijk, buurt and age group on 1 January of every year of the town."""
    wijken = {one.code: one for one in Wijk.objects.all()}
    buurten: dict[str, list[Buurt]] = {}
    for one in Buurt.objects.order_by("code"):
        buurten.setdefault(one.wijk_id, []).append(one)
    rows = []
    for jaar in range(stad.van.year, stad.tot.year + 1):
        for wijk, share in AANDEEL_PER_WIJK.items():
            for groep, part in AANDEEL_PER_LEEFTIJD.items():
                grown = growth(wijk, groep, jaar - stad.tot.year)
                number = round(INWONERS * share * part * stad.schaal * grown)
                rows.append(_row(wijken[wijk], None, jaar, groep, number))
                rows += [
                    _row(wijken[wijk], buurt, jaar, groep, round(number * weight))
                    for buurt, weight in _weights(buurten[wijk], groep)
                ]
    stad.bewaar(Inwonertal, rows)


def growth(wijk: str, groep: Leeftijdsgroep, jaren: int) -> float:
    """How many there are for every one of the last year; `jaren` is negative before it."""
    growth: float = (1 + GROEI_PER_WIJK[wijk] + GROEI_PER_LEEFTIJD[groep]) ** jaren
    return growth


def _weights(buurten: list[Buurt], groep: Leeftijdsgroep) -> list[tuple[Buurt, float]]:
    """The share of every buurt in an age group of its wijk, together one."""
    raw = [
        (buurt, GEWICHT_PER_SOORT.get(buurt.soort, GEWICHT + place % 3)
         * (1 + KANTEL[groep] * VERSCHIL * (place % 3 - 1)))
        for place, buurt in enumerate(buurten)
    ]  # fmt: skip
    total = sum(weight for _, weight in raw)
    return [(buurt, weight / total) for buurt, weight in raw if weight]


def _row(
    wijk: Wijk, buurt: Buurt | None, jaar: int, groep: Leeftijdsgroep, aantal: int
) -> Inwonertal:
    return Inwonertal(
        gemeente_id=wijk.gemeente_id,
        wijk=wijk,
        buurt=buurt,
        jaar=jaar,
        leeftijdsgroep=groep,
        aantal=aantal,
        bron=BRON,
    )
