"""Providers, contracts and toewijzingen in the menu."""

from aanbieders.rechten import CONTRACT_LEZEN, NAMEN_LEZEN, TOEWIJZING_LEZEN
from hengelo_sociaal.medewerkers.rechten import Bereik
from hengelo_sociaal.web.navigatie import Groep, Item, registreer

registreer(
    Item(
        Groep.UITVOERING,
        "Aanbieders",
        "building-community",
        "aanbieders",
        50,
        (NAMEN_LEZEN,),
        uitleg="Zoek een organisatie die ondersteuning levert.",
    ),
    Item(
        Groep.UITVOERING,
        "Contracten",
        "file-text",
        "contracten",
        60,
        (CONTRACT_LEZEN,),
        uitleg="Zie wat er is afgesproken, met wie en tot wanneer.",
    ),
    Item(
        Groep.UITVOERING,
        "Toewijzingen",
        "list-check",
        "toewijzingen",
        70,
        (TOEWIJZING_LEZEN,),
        minstens=Bereik.PSEUDONIEM,
        uitleg="Zie wie welke ondersteuning krijgt, en tot wanneer.",
    ),
)
