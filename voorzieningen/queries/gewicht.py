"""How well a provision covers a question: a rare word tells more than a common one.

Everything that fits covers each term in its name or search words (2), in its text (1), or
not at all (0). How rare a term is, is counted among what fits.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import groupby, islice
from operator import or_

from voorzieningen.queries.lezen import Woordenschat
from voorzieningen.queries.nummers import Versie
from voorzieningen.queries.rang import by_rank
from voorzieningen.queries.trefwoorden import Dekking
from voorzieningen.queries.verzameling import Verzameling
from voorzieningen.queries.woorden import Zoekterm

# Fits well, fairly or somewhat, compared with the best: within that, lightest first.
_GOOD, _FAIR = 0.72, 0.42


@dataclass(frozen=True)
class Gewogen:
    """One page of what fits, best first: per provision how each term is covered; and in all."""

    dekking: Mapping[Versie, Sequence[int]]
    totaal: int


def weigh(
    known: Woordenschat,
    lagen: Sequence[Verzameling],
    *,
    terms: Sequence[Zoekterm],
    vanaf: int,
    aantal: int,
) -> Gewogen:
    """The page of what any of these terms finds in the layers that the filters leave."""
    left = reduce(or_, lagen, 0)
    covers = [_covered(term, known, left) for term in terms]
    found = reduce(or_, (each.overal for each in covers), 0)
    stems = [stam for term in terms for lezing in term.lezingen for stam in lezing]
    page: list[int] = []
    for part in _best_first(_scores(found, covers), lagen):
        if vanaf >= (size := part.bit_count()):
            vanaf -= size
            continue
        ranked = by_rank(part, stems, known.trefwoorden)
        in_order = (n for equal in ranked for n in known.nummers.in_order(equal))
        page += islice(in_order, vanaf, vanaf + aantal - len(page))
        vanaf = 0
        if len(page) == aantal:
            break
    degrees = {known.nummers.version(n): [_degree(each, n) for each in covers] for n in page}
    return Gewogen(degrees, found.bit_count())


def best_scores(
    known: Woordenschat, part: Verzameling, left: Verzameling, *, terms: Sequence[Zoekterm]
) -> tuple[float, float]:
    """How well the best of a part of what filters leave covers a question, and the best of all."""
    covers = [_covered(term, known, left) for term in terms]
    scores = _scores(reduce(or_, (each.overal for each in covers), 0), covers)
    own = (score for score, found in scores.items() if found & part)
    return max(own, default=0.0), max(scores, default=0.0)


def _covered(term: Zoekterm, known: Woordenschat, left: Verzameling) -> Dekking:
    """Who covers a term among what is left; who offers it counts as if it were in the name."""
    found = known.trefwoorden.having(term.lezingen)
    offered = reduce(or_, (known.zeef.offered_by(pk) for pk in term.organisaties), 0)
    return Dekking((found.kern | offered) & left, (found.overal | offered) & left)


def _degree(cover: Dekking, number: int) -> int:
    """How well the provision with this number covers a term."""
    return (cover.kern >> number & 1) + (cover.overal >> number & 1)


def _scores(found: Verzameling, covers: Iterable[Dekking]) -> dict[float, Verzameling]:
    """Who has which score: of every term how well it is covered, times how rare it is."""
    total, scores = found.bit_count(), {0.0: found}
    for cover in covers:
        number = cover.overal.bit_count()
        rare = math.log(1 + total / number) if number else 0.0
        higher: dict[float, Verzameling] = defaultdict(int)
        for score, part in scores.items():
            core, text = part & cover.kern, part & cover.overal
            for degree, covered in ((2, core), (1, text ^ core), (0, part ^ text)):
                if covered:
                    higher[score + degree * rare] |= covered
        scores = higher
    return scores


def _best_first(
    scores: dict[float, Verzameling], lagen: Sequence[Verzameling]
) -> Iterator[Verzameling]:
    """What fits about as well by layer, and in a layer the highest score first."""
    best = max(scores, default=0.0)
    high_to_low = sorted(scores, reverse=True)
    for _, alike in groupby(high_to_low, lambda score: _fit(score, best)):
        fitting = list(alike)
        for layer in lagen:
            yield from (part for score in fitting if (part := scores[score] & layer))


def _fit(score: float, best: float) -> int:
    if score >= best * _GOOD:
        return 0
    return 1 if score >= best * _FAIR else 2
