"""Chance of its own for parts of the town that came later, so that the rest stays as it was."""

from collections.abc import Iterable
from dataclasses import replace

from hengelo_sociaal.demo.stad import Stad
from toegang.models import Melding

EIGEN_TOEVAL = 7_001
AANGEBODEN = {"ja": 14, "nee": 46, "eigen": 18, "later": 6, "": 16}


def own_chance(stad: Stad) -> Stad:
    """The same town, with dice of its own."""
    return replace(stad, zaad=stad.zaad + EIGEN_TOEVAL)


def offer_support(stad: Stad, meldingen: Iterable[Melding]) -> None:
    """Independent support was offered at most meldingen, before they are stored."""
    own = own_chance(stad)
    for melding in meldingen:
        answer = own.kies(AANGEBODEN)
        if answer:
            melding.ondersteuning_antwoord = answer
            melding.ondersteuning_aangeboden_op = melding.ontvangen_op
