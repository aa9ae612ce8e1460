"""A ledger of what one operation did to rows, so that another can put it back exactly.

Merging two households moves records of several apps. Each writes here what it moved,
removed or made; `terug` walks the ledger backwards. It is stored as JSON.
"""

import base64
import datetime as dt
import json
import uuid
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db.models import Field, Model, ProtectedError, QuerySet, RestrictedError
from django.db.models.deletion import Collector

from hengelo_sociaal.kern.fouten import Conflict

Regel = dict[str, Any]


class IntussenVeranderd(Conflict):
    """Somebody worked on with what was moved, so it cannot be put back by itself."""

    code = "intussen-veranderd"
    melding = (
        "Dit kan niet meer vanzelf terug: er is intussen iets aan veranderd. "
        "Zet het met de hand goed, of draai eerst de latere wijziging terug."
    )


class Grootboek:
    """Changes rows and remembers how they were."""

    def __init__(self, regels: Iterable[Regel] = ()) -> None:
        self.regels: list[Regel] = list(regels)

    def zet(self, rijen: "QuerySet[Any]", **velden: Any) -> int:
        """Give all these rows the same values; returns how many rows changed."""
        model = rijen.model
        fields = [model._meta.get_field(name) for name in velden]
        groups: dict[str, tuple[list[Any], list[Any]]] = {}
        for pk, *old in rijen.values_list("pk", *(field.attname for field in fields)):
            was = [_out(value) for value in old]
            groups.setdefault(json.dumps(was), (was, []))[1].append(pk)
        new = {f.attname: _out(value) for f, value in zip(fields, velden.values(), strict=True)}
        for was, pks in groups.values():
            model._base_manager.filter(pk__in=pks).update(**velden)
            self.regels.append(
                {
                    "wat": "gezet",
                    "model": model._meta.label_lower,
                    "oud": dict(zip(new, was, strict=True)),
                    "nieuw": new,
                    "rijen": [_out(pk) for pk in pks],
                }
            )
        return sum(len(pks) for _, pks in groups.values())

    def verwijder(self, rij: Model) -> None:
        """Remove a row that nothing points at any more; all of it is remembered."""
        values = {f.attname: _out(getattr(rij, f.attname)) for f in _stored(type(rij))}
        self.regels.append({"wat": "weg", "model": rij._meta.label_lower, "rij": values})
        rij.delete()

    def gewijzigd(self, rij: Model, **oud: Any) -> None:
        """Note fields that another operation gave this row, with what they were before."""
        fields = [_column(type(rij), name) for name in oud]
        self.regels.append(
            {
                "wat": "gezet",
                "model": rij._meta.label_lower,
                "oud": {f.attname: _out(v) for f, v in zip(fields, oud.values(), strict=True)},
                "nieuw": {f.attname: _out(getattr(rij, f.attname)) for f in fields},
                "rijen": [_out(rij.pk)],
            }
        )

    def gemaakt(self, rij: Model) -> None:
        """Note a row that the operation made."""
        made = {"wat": "gemaakt", "model": rij._meta.label_lower, "rijen": [_out(rij.pk)]}
        self.regels.append(made)

    def terug(self) -> None:
        """Put everything back, the last first; refused with IntussenVeranderd (409)."""
        for regel in reversed(self.regels):
            model: type[Model] = apps.get_model(regel["model"])
            _BACK[regel["wat"]](model, regel)


def _column(model: type[Model], name: str) -> "Field[Any, Any]":
    field = model._meta.get_field(name)
    assert isinstance(field, Field)  # noqa: S101 - the ledger holds columns only
    return field


def _stored(model: type[Model]) -> "list[Field[Any, Any]]":
    return [
        field for field in model._meta.concrete_fields if not getattr(field, "generated", False)
    ]


def _set_back(model: type[Model], regel: Regel) -> None:
    rows = model._base_manager.filter(pk__in=regel["rijen"])
    if rows.filter(**_in(model, regel["nieuw"])).count() != len(regel["rijen"]):
        raise IntussenVeranderd(extra={"soort": str(model._meta.verbose_name_plural)})
    rows.update(**_in(model, regel["oud"]))


def _make_again(model: type[Model], regel: Regel) -> None:
    model._base_manager.bulk_create([model(**_in(model, regel["rij"]))])


def _remove_again(model: type[Model], regel: Regel) -> None:
    rows = list(model._base_manager.filter(pk__in=regel["rijen"]))
    if len(rows) != len(regel["rijen"]):
        raise IntussenVeranderd(extra={"soort": str(model._meta.verbose_name_plural)})
    for row in rows:
        _refuse_in_use(row)
        row.delete()


def _refuse_in_use(row: Model) -> None:
    """Refuse to remove a row that something points at by now: that would go or lose its way."""
    everything = Collector(using=str(row._state.db))
    try:
        everything.collect([row])
    except (ProtectedError, RestrictedError) as error:
        raise IntussenVeranderd(extra={"soort": str(row._meta.verbose_name)}) from error
    others = any(one != row for found in everything.data.values() for one in found)
    loose = any(rows.exists() for rows in everything.fast_deletes)
    pointing = any(_some(rows) for rows in everything.field_updates.values())
    if others or loose or pointing:
        raise IntussenVeranderd(extra={"soort": str(row._meta.verbose_name)})


def _some(groups: Iterable[Any]) -> bool:
    """Whether one of these, each a queryset or a list of rows, holds anything."""
    return any(bool(group) for group in groups)


_BACK = {"gezet": _set_back, "weg": _make_again, "gemaakt": _remove_again}


def _out(value: Any) -> Any:
    """A value as JSON keeps it, without loss."""
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, uuid.UUID | Decimal):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    return _out(value.pk) if isinstance(value, Model) else value


def _in(model: type[Model], values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as the fields of the model hold them."""
    found = {}
    for name, value in values.items():
        field = _column(model, name)
        read = base64.b64decode if field.get_internal_type() == "BinaryField" else field.to_python
        found[name] = None if value is None else read(value)
    return found
