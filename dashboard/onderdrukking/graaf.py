"""Which edges of a graph lie on a cycle.

The nodes are sums that are known, the edges are numbers that are not. A number whose edge
is a bridge follows from the sums; one on a cycle does not: it can go up by one while its
neighbours on the cycle go down and up.
"""

from collections.abc import Hashable, Iterable
from typing import TypeVar

Knoop = Hashable
Kant = TypeVar("Kant", bound=Hashable)


def on_a_cycle(edges: Iterable[tuple[Kant, Knoop, Knoop]]) -> set[Kant]:
    """The edges that are not a bridge; two edges between the same nodes are a cycle."""
    named = list(edges)
    neighbours: dict[Knoop, list[tuple[int, Knoop]]] = {}
    for number, (_, one, other) in enumerate(named):
        neighbours.setdefault(one, []).append((number, other))
        neighbours.setdefault(other, []).append((number, one))
    bridges = _bridges(neighbours)
    return {name for number, (name, _, _) in enumerate(named) if number not in bridges}


def _bridges(neighbours: dict[Knoop, list[tuple[int, Knoop]]]) -> set[int]:
    """Tarjan's bridges, without recursion; edges are told apart by their number."""
    found: set[int] = set()
    reached: dict[Knoop, int] = {}
    lowest: dict[Knoop, int] = {}
    for start in list(neighbours):
        if start in reached:
            continue
        reached[start] = lowest[start] = len(reached)
        walk = [(start, -1, iter(neighbours[start]))]
        while walk:
            node, came_by, remaining = walk[-1]
            step = next(remaining, None)
            if step is None:
                walk.pop()
                if walk:
                    above = walk[-1][0]
                    lowest[above] = min(lowest[above], lowest[node])
                    if lowest[node] > reached[above]:
                        found.add(came_by)
                continue
            number, other = step
            if number == came_by:
                continue
            if other in reached:
                lowest[node] = min(lowest[node], reached[other])
            else:
                reached[other] = lowest[other] = len(reached)
                walk.append((other, number, iter(neighbours[other])))
    return found
