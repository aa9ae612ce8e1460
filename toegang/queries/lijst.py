"""Pages of long lists that stay as quick on page 10,000 as on the first."""

import base64
import binascii
import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model, Q, QuerySet

M = TypeVar("M", bound=Model)
ROWS = 50


@dataclass(frozen=True)
class Pagina(Generic[M]):
    """A page of rows, and where the next one begins."""

    rijen: list[M]
    volgende: str | None


def page_of(rows: QuerySet[M], na: str | None, *, field: str, size: int = ROWS) -> Pagina[M]:
    """The page after the row that `na` points at, newest first by `field` and id.

    A pointer that makes no sense starts at the beginning.
    """
    start = _read(na)
    if start is not None:
        value, pk = start
        rows = rows.filter(
            Q(**{f"{field}__lte": value}), Q(**{f"{field}__lt": value}) | Q(pk__lt=pk)
        )
    found = list(rows[: size + 1])
    more = len(found) > size
    page = found[:size]
    return Pagina(page, _write(getattr(page[-1], field), page[-1].pk) if more else None)


def _write(value: Any, pk: uuid.UUID) -> str:
    return base64.urlsafe_b64encode(f"{value.isoformat()}|{pk}".encode()).decode().rstrip("=")


def _read(na: str | None) -> tuple[dt.date | dt.datetime, uuid.UUID] | None:
    if not na:
        return None
    try:
        text = base64.urlsafe_b64decode(na + "=" * (-len(na) % 4)).decode()
        value, _, pk = text.partition("|")
        day = dt.datetime.fromisoformat(value) if "T" in value else dt.date.fromisoformat(value)
        return day, uuid.UUID(pk)
    except (ValueError, binascii.Error):
        return None
