"""Which edges of a graph lie on a cycle.

The nodes are sums that are known, the edges are numbers that are not. A number whose edge
is a bridge follows from the sums; one on a cycle does not: it can go up by one while its
neighbours on the cycle go down and up.
"""

from collections.abc import Sequence

Knoop = int
Kant = tuple[Knoop, Knoop]


class Graaf:
    """All edges there may be, each from a node of one side to a node of the other.

    Edges go by their place; sets of edges are integers with a bit for each.
    """

    def __init__(self, kanten: Sequence[Kant]) -> None:
        self._kanten = kanten
        self._aan: dict[Knoop, int] = {}
        for number, ends in enumerate(kanten):
            for node in ends:
                self._aan[node] = self._aan.get(node, 0) | 1 << number

    def on_a_cycle(self, edges: int) -> int:
        """Of these edges those that are no bridge; two between the same nodes are a cycle."""
        found = left = edges
        while left:
            start = self._kanten[(left & -left).bit_length() - 1][0]
            branches, reached = self._grow(edges, start)
            left &= ~reached
            found &= ~self._bridges(edges, start, branches)
        return found

    def _grow(self, edges: int, start: Knoop) -> tuple[list[tuple[Knoop, int, Knoop]], int]:
        """A tree over all that hangs together with a node: what was reached, by which edge, from
        where. And all edges of the nodes on the first side.
        """
        around, ends = self._aan, self._kanten
        reached = [around[start], 0]
        branches: list[tuple[Knoop, int, Knoop]] = []
        todo = [(start, 0)]
        for node, side in todo:
            opposite = 1 - side
            fresh = edges & around[node] & ~reached[opposite]
            while fresh:
                edge = fresh & -fresh
                other = ends[edge.bit_length() - 1][opposite]
                fresh &= ~around[other]
                reached[opposite] |= around[other]
                branches.append((other, edge, node))
                todo.append((other, opposite))
        return branches, reached[0]

    def _bridges(self, edges: int, start: Knoop, branches: list[tuple[Knoop, int, Knoop]]) -> int:
        """The branches by which alone a part hangs together with the rest.

        The edges outside the tree that leave a part are those with one end in it: of the edges
        of all its nodes together those that are met once.
        """
        tree = sum([edge for _, edge, _ in branches])
        outside, around = edges & ~tree, self._aan
        leaving = {node: outside & around[node] for node, _, _ in branches}
        leaving[start] = 0
        found = 0
        for node, edge, below in reversed(branches):
            if leaving[node]:
                leaving[below] ^= leaving[node]
            else:
                found |= edge
        return found
