"""Registrations added up to cells, the plain way."""

from itertools import combinations

from dashboard.onderdrukking import Cel
from dashboard.onderdrukking.bundel import vorm


def count_cells(records: list[tuple[int, dict[str, str]]]) -> dict[Cel, int]:
    """Of registrations with a month and values every cell with its twelve months."""
    months: list[dict[Cel, tuple[int]]] = [{} for _ in range(12)]
    for month, values in records:
        for number in range(3):
            for cel in combinations(sorted(values.items()), number):
                months[month][cel] = (months[month].get(cel, (0,))[0] + 1,)
    cells: dict[Cel, int] = {}
    for month, found in enumerate(months):
        vorm(1).put(cells, month, found)
    return cells
