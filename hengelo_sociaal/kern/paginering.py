"""Lists by cursor: as quick at the end of a million rows as at the start, and never a count.

The cursor holds the value of the ordering field and the id of the row where a page ends.
It is not secret and not signed; a cursor that was tampered with only shows another page
of the same list. Never order by something that says who a person is.
"""

import base64
import binascii
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Field, Model, Q, QuerySet

from hengelo_sociaal.kern.fouten import DomeinFout

M = TypeVar("M", bound=Model)


class OngeldigeCursor(DomeinFout):
    """This cursor was not made here, or for another list."""

    code = "ongeldige-cursor"
    melding = "Deze cursor klopt niet. Begin opnieuw, zonder cursor."


@dataclass(frozen=True)
class Cursor:
    """The row where a page starts, and whether we walk back to what comes before it."""

    terug: bool
    waarde: Any
    id: str

    def encode(self) -> str:
        text = json.dumps(
            [int(self.terug), self.waarde, self.id], cls=_Precise, separators=(",", ":")
        )
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")

    @classmethod
    def decode(cls, text: str) -> "Cursor":
        """The cursor again; refused with OngeldigeCursor when it is none."""
        try:
            raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
            terug, waarde, id_ = json.loads(raw.decode())
        except (ValueError, TypeError, binascii.Error, RecursionError) as error:
            raise OngeldigeCursor() from error
        known = terug in (0, 1) and isinstance(waarde, str | int | float) and isinstance(id_, str)
        if not known:
            raise OngeldigeCursor()
        return cls(bool(terug), waarde, id_)


class _Precise(DjangoJSONEncoder):
    """Moments to the microsecond: Django's own encoder cuts them off."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if hasattr(o, "isoformat") else super().default(o)


@dataclass(frozen=True)
class Pagina(Generic[M]):
    """One page, and the cursors of the pages around it."""

    rijen: list[M]
    volgende: Cursor | None
    vorige: Cursor | None


def page(rows: QuerySet[M], *, ordering: str, size: int, cursor: Cursor | None = None) -> Pagina[M]:
    """The page of `rows` at the cursor, in the order of one field and then the id.

    `ordering` names a field that is never null, with `-` for descending. The index that
    serves it is on (field, id). Refused with OngeldigeCursor (400).
    """
    field, down = ordering.lstrip("-"), ordering.startswith("-")
    back = cursor is not None and cursor.terug
    if cursor is not None:
        rows = rows.filter(_beyond(rows.model, field, cursor, less=down is not back))
    sign = "-" if down is not back else ""
    order = [f"{sign}{field}"] if field in ("id", "pk") else [f"{sign}{field}", f"{sign}pk"]
    found = list(rows.order_by(*order)[: size + 1])
    more, found = len(found) > size, found[:size]
    if back:
        found.reverse()
    at = _pointer(rows.model, field)
    first_page = cursor is None or (back and not more)
    last_page = not more if not back else False
    return Pagina(
        rijen=found,
        volgende=None if last_page or not found else at(found[-1], terug=False),
        vorige=None if first_page or not found else at(found[0], terug=True),
    )


def page_of_whole(things: Sequence[Any], *, size: int | None, cursor: Cursor | None) -> Pagina[Any]:
    """A page of a list that is made as a whole; its cursor holds a position.

    The page begins there, or ends just before it for who walks back: also with another size
    than before every row comes once. Without a size everything from the cursor on, or up to
    it. Refused with OngeldigeCursor (400).
    """
    at = 0 if cursor is None else cursor.waarde
    if not isinstance(at, int) or at < 0:
        raise OngeldigeCursor()
    size = len(things) if size is None else size
    back = cursor is not None and cursor.terug
    start, end = (max(0, at - size), at) if back else (at, at + size)
    return Pagina(
        rijen=list(things[start:end]),
        volgende=Cursor(terug=False, waarde=end, id="") if end < len(things) else None,
        vorige=Cursor(terug=True, waarde=start, id="") if start else None,
    )


def _beyond(model: type[Model], field: str, cursor: Cursor, *, less: bool) -> Q:
    """What lies past the cursor; the first half lets the index on (field, id) do the work."""
    lookup = "lt" if less else "gt"
    if "\0" in f"{cursor.waarde}{cursor.id}":
        raise OngeldigeCursor()
    try:
        id_ = model._meta.pk.to_python(cursor.id)
        if field in ("id", "pk"):
            return Q(**{f"pk__{lookup}": id_})
        value = _as_field_value(model, field, cursor.waarde)
    except (ValidationError, ValueError, TypeError, OverflowError) as error:
        raise OngeldigeCursor() from error
    return Q(**{f"{field}__{lookup}e": value}) & (
        Q(**{f"{field}__{lookup}": value}) | Q(**{f"pk__{lookup}": id_})
    )


def _as_field_value(model: type[Model], field: str, value: Any) -> Any:
    try:
        known = model._meta.get_field(field)
    except FieldDoesNotExist:
        return value
    return known.to_python(value) if isinstance(known, Field) else value


def _pointer(model: type[Model], field: str) -> Callable[..., Cursor]:
    """Reads a record, or a row that was read by the names of its columns."""
    key = model._meta.pk.attname
    get, get_key = attrgetter(key if field == "pk" else field), attrgetter(key)

    def at(row: Any, *, terug: bool) -> Cursor:
        return Cursor(terug, get(row), str(get_key(row)))

    return at


def address(base: str, given: Mapping[str, Any], cursor: Cursor | None) -> str | None:
    """The address of a page: the query that was asked, with another cursor."""
    if cursor is None:
        return None
    pairs = [(key, value) for key, values in given.items() for value in values if key != "cursor"]
    return f"{base}?{urlencode([*pairs, ('cursor', cursor.encode())])}"
