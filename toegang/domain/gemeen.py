"""What the operations of the front door share: locking, revisions, what changed."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.db import models
from django.db.models import QuerySet

from hengelo_sociaal.kern.fouten import NietGevonden, OngeldigeInvoer, Verouderd
from hengelo_sociaal.kern.tijd import dag_van
from toegang.models.basis import Gewijzigd

M = TypeVar("M", bound=models.Model)
Wijziging = dict[str, list[Any]]


def lock(rows: QuerySet[M], pk: uuid.UUID) -> M:
    """The record, locked until the end of the transaction; NietGevonden (404) when not there.

    `no_key` leaves others free to add rows that point at it, such as a contact of a
    household that is locked here.
    """
    found = rows.select_for_update(of=("self",), no_key=True).filter(pk=pk).first()
    if found is None:
        raise NietGevonden()
    return found


def lock_all(rows: QuerySet[M], pks: Iterable[uuid.UUID]) -> dict[uuid.UUID, M]:
    """Several records locked in the order of their ids, so that two at once never deadlock."""
    found = rows.select_for_update(of=("self",), no_key=True).filter(pk__in=list(pks))
    return {record.pk: record for record in found.order_by("pk")}


def fill(record: Gewijzigd, values: Mapping[str, Any]) -> Wijziging:
    """Put the values in the record; what changed, with the old and the new."""
    changed: Wijziging = {}
    for name, new in values.items():
        old = getattr(record, name)
        if old != new:
            changed[name] = [old, new]
            setattr(record, name, new)
    return changed


def require_unchanged(record: Gewijzigd, revisie: int | None, values: Mapping[str, Any]) -> None:
    """Refuse with Verouderd (412) when somebody changed the record since it was read.

    `extra` carries the revision it has now and, per field that differs, both values.
    Without `revisie` nothing was read before, and nothing is compared.
    """
    if revisie is None or record.revisie == revisie:
        return
    differences = [
        {"veld": name.removesuffix("_id"), "nu": getattr(record, name), "ingevuld": value}
        for name, value in values.items()
        if getattr(record, name) != value
    ]
    raise Verouderd(extra={"revisie": record.revisie, "verschillen": differences})


OLDEST = dt.date(2000, 1, 1)


def refuse_impossible(dag: dt.date, at: dt.datetime, *, veld: str) -> None:
    """Refuse with OngeldigeInvoer a day that is still to come, or lies before 2000."""
    if dag < OLDEST:
        raise OngeldigeInvoer(velden={veld: "Controleer het jaar."})
    refuse_future(dag, at, veld=veld)


def refuse_future(dag: dt.date, at: dt.datetime, *, veld: str) -> None:
    """Refuse with OngeldigeInvoer a day on which nothing can have happened yet."""
    if dag > dag_van(at):
        raise OngeldigeInvoer(
            "Deze dag moet nog komen. Vul vandaag of een eerdere dag in.",
            velden={veld: "Deze dag moet nog komen."},
        )
