"""Loads the reference values that we ship beside a migration: `;`-separated, UTF-8."""

import csv
from pathlib import Path
from typing import Any

from django.db.models import Model


def read_values(file: Path) -> list[dict[str, str]]:
    """The rows of one shipped file."""
    with file.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle, delimiter=";"))


def load_values(model: type[Model], file: Path, **rename: str) -> None:
    """Insert the rows as records of `model`, in the order of the file.

    `rename` maps a column to the field it fills; an empty cell becomes NULL for a
    reference and stays away otherwise. What exists already is left as it is.
    """
    rows = []
    for order, row in enumerate(read_values(file), start=1):
        values: dict[str, Any] = {"volgorde": order}
        for column, text in row.items():
            values[rename.get(column, column)] = _value(text)
        rows.append(model(**values))
    model._default_manager.bulk_create(rows, ignore_conflicts=True)


def _value(text: str) -> Any:
    return {"ja": True, "nee": False, "": None}.get(text, text)
