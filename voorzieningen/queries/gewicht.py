"""How much each word of a question says: a rare word tells more than a common one.

Every provision covers each term in its name or search words, in its text, or not at all.
Provisions with the same coverage score the same, so they are counted per pattern: the
database reads the words once and this side needs a handful of rows, however many fit.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, F, FloatField, IntegerField, Value
from django.db.models.expressions import Case, Combinable, When

from voorzieningen.models.voorzieningen import VoorzieningQuerySet

GOED, REDELIJK, ENIGSZINS = 0, 1, 2
_GOOD, _FAIR = 0.72, 0.42


@dataclass(frozen=True)
class Weging:
    """The weight of each term, the best score there is and how many provisions fit."""

    gewichten: tuple[float, ...]
    hoogste: float
    totaal: int

    def score(self) -> Combinable:
        """How well a provision covers the question."""
        total: Combinable = Value(0.0, output_field=FloatField())
        for index, weight in enumerate(self.gewichten):
            total = total + F(f"dekking_{index}") * Value(weight, output_field=FloatField())
        return total

    def fit(self) -> Case:
        """Fits well, fairly or somewhat, compared with the best: within that, lightest first."""
        return Case(
            When(score__gte=self.hoogste * _GOOD, then=Value(GOED)),
            When(score__gte=self.hoogste * _FAIR, then=Value(REDELIJK)),
            default=Value(ENIGSZINS),
            output_field=IntegerField(),
        )


def weigh(matching: VoorzieningQuerySet, *, terms: int) -> Weging:
    """The weights of the terms among what fits; one query."""
    names = [f"dekking_{index}" for index in range(terms)]
    patterns = list(matching.order_by().values_list(*names).annotate(aantal=Count("pk")))
    total = sum(pattern[-1] for pattern in patterns)
    weights = tuple(_rarity(patterns, index, total) for index in range(terms))
    best = max((_score(pattern, weights) for pattern in patterns), default=0.0)
    return Weging(weights, best, total)


def _rarity(patterns: Sequence[Sequence[int]], index: int, total: int) -> float:
    found = sum(pattern[-1] for pattern in patterns if pattern[index])
    return round(math.log(1 + total / found), 4) if found else 0.0


def _score(pattern: Sequence[int], weights: Sequence[float]) -> float:
    return sum(weight * pattern[index] for index, weight in enumerate(weights))
