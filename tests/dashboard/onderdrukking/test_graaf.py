"""Bridges, checked against taking every edge away in turn."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.onderdrukking.graaf import Graaf

# From a node of one side to a node of the other, some of them more than once.
_EDGES = st.lists(st.tuples(st.integers(0, 4), st.integers(10, 14)), max_size=16)


def _connected(edges: list[tuple[int, int]], start: int, goal: int) -> bool:
    reached, todo = {start}, [start]
    while todo:
        node = todo.pop()
        for one, other in edges:
            for here, there in ((one, other), (other, one)):
                if here == node and there not in reached:
                    reached.add(there)
                    todo.append(there)
    return goal in reached


@given(_EDGES, st.integers(0, 2**16 - 1))
def test_an_edge_is_on_a_cycle_when_its_ends_stay_connected_without_it(edges, chosen):
    chosen &= (1 << len(edges)) - 1

    found = Graaf(edges).on_a_cycle(chosen)

    assert not found & ~chosen
    there = {number: ends for number, ends in enumerate(edges) if chosen >> number & 1}
    for number, (one, other) in there.items():
        others = [ends for name, ends in there.items() if name != number]
        assert bool(found >> number & 1) == _connected(others, one, other)


def test_a_path_has_no_cycle_and_a_square_is_one():
    square = Graaf([(1, 11), (1, 12), (2, 11), (2, 12)])

    assert square.on_a_cycle(0b0111) == 0
    assert square.on_a_cycle(0b1111) == 0b1111
