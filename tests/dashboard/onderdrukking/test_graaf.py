"""Bridges, checked against taking every edge away in turn."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.onderdrukking.graaf import on_a_cycle


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


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=14))
def test_an_edge_is_on_a_cycle_when_its_ends_stay_connected_without_it(edges):
    edges = [(a, b) for a, b in edges if a != b]

    found = on_a_cycle((number, a, b) for number, (a, b) in enumerate(edges))

    for number, (a, b) in enumerate(edges):
        others = edges[:number] + edges[number + 1 :]
        assert (number in found) == _connected(others, a, b)


def test_a_path_has_no_cycle_and_a_triangle_is_one():
    assert on_a_cycle([("x", 1, 2), ("y", 2, 3)]) == set()
    assert on_a_cycle([("x", 1, 2), ("y", 2, 3), ("z", 3, 1)]) == {"x", "y", "z"}
