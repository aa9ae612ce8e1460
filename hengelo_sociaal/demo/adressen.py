"""Streets that do not exist, spread over the real wijken in proportion to their size.

The numbers of inhabitants per wijk are an estimate for the demo, adding up to the total
of the town; a municipality imports the real ones (`importeer inwonertallen`).
"""

from dataclasses import dataclass

INWONERS = 81_544
AANDEEL_PER_WIJK = {
    "WK016400": 0.075,
    "WK016401": 0.125,
    "WK016402": 0.115,
    "WK016403": 0.165,
    "WK016404": 0.125,
    "WK016405": 0.115,
    "WK016406": 0.095,
    "WK016407": 0.060,
    "WK016408": 0.095,
    "WK016409": 0.030,
}
POSTCODE_VAN_WIJK = {
    "WK016400": "7551",
    "WK016401": "7552",
    "WK016402": "7553",
    "WK016403": "7558",
    "WK016404": "7557",
    "WK016405": "7556",
    "WK016406": "7554",
    "WK016407": "7555",
    "WK016408": "7559",
    "WK016409": "7550",
}
_EERSTE = (
    "Wever Spinner Klompen Molen Linde Beuken Eiken Berken Esdoorn Iepen Kastanje Vlier Braam "
    "Heide Korenbloem Klaproos Merel Zwaluw Leeuwerik Wielewaal Kievit Reiger Otter Dassen Vossen "
    "Turbine Ketel Zout Kanaal Sluis Brug Markt Kerk School Toren Poort Wal Beek Es Kamp Brink "
    "Hof Akker Wei Dauw Regen Zonne Maan Ster Avond Morgen Lente Zomer Herfst Winter Haver Gerst"
).split()
_TWEEDE = ("straat", "laan", "weg", "hof", "pad", "plein", "dijk", "singel", "kamp", "es")
LETTERS = "ABCDEGHJKLMNPRSTVWXZ"


@dataclass(frozen=True)
class Straat:
    """A street in a buurt, with its postcode."""

    naam: str
    postcode: str
    buurt: str
    wijk: str


def lay_streets(buurten: list[tuple[str, str]]) -> list[Straat]:
    """Four streets in every buurt, always the same ones; `buurten` are (code, wijk)."""
    names = [first + second for second in _TWEEDE for first in _EERSTE]
    streets = []
    for index, (buurt, wijk) in enumerate(sorted(buurten)):
        for turn in range(4):
            number = index * 4 + turn
            letters = LETTERS[number % len(LETTERS)] + LETTERS[number // len(LETTERS)]
            postcode = POSTCODE_VAN_WIJK[wijk] + letters
            streets.append(Straat(names[number], postcode, buurt, wijk))
    return streets
