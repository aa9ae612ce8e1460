"""A day as it is written by machines and commands."""

import datetime as dt


def day_of(tekst: str) -> dt.date | None:
    """The day that `YYYY-MM-DD` means; None for anything else.

    `date.fromisoformat` alone would also take `20260105` and `2026-W02-1`.
    """
    try:
        dag = dt.date.fromisoformat(tekst)
    except ValueError:
        return None
    return dag if dag.isoformat() == tekst else None
