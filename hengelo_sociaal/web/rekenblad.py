"""Cells of a file that opens in a spreadsheet."""

from typing import Any

_BEGINT_FORMULE = "=+-@\t\r"


def harmless(cell: Any) -> Any:
    """A cell that a spreadsheet does not take for a formula; numbers and days as they are."""
    if isinstance(cell, str) and cell[:1] in _BEGINT_FORMULE and cell:
        return f"'{cell}"
    return cell
