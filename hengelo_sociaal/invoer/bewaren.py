"""Saving lines as records in bulk: new ones in, changed ones over, equal ones left alone."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Model

from hengelo_sociaal.invoer.register import Telling

Waarden = Mapping[str, Any]


def upsert(model: type[Model], rows: Iterable[Waarden], *, sleutel: Sequence[str]) -> Telling:
    """Make the table hold these rows; `sleutel` names the fields by which a row is known.

    Rows of the table that are not in the file stay as they are: a file adds and corrects,
    it never takes away.
    """
    manager = model._default_manager
    wanted = {tuple(row[name] for name in sleutel): dict(row) for row in rows}
    known = {tuple(getattr(row, name) for name in sleutel): row for row in manager.all()}
    fresh = [model(**values) for key, values in wanted.items() if key not in known]
    changed, fields = [], set()
    for key in wanted.keys() & known.keys():
        different = _assign(known[key], wanted[key])
        if different:
            changed.append(known[key])
            fields.update(different)
    manager.bulk_create(fresh)
    if changed:
        manager.bulk_update(changed, sorted(fields), batch_size=500)
    return Telling(len(fresh), len(changed), len(wanted) - len(fresh) - len(changed))


def _assign(row: Model, values: Waarden) -> list[str]:
    """Put the values in the row; give the names of the fields that became different."""
    different = [name for name, value in values.items() if getattr(row, name) != value]
    for name in different:
        setattr(row, name, values[name])
    return different
