"""What the views of the front door share."""

from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest

from hengelo_sociaal.kern.paginering import Cursor, OngeldigeCursor, Pagina, page
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.rechten import DOSSIER_SAMENVATTING

M = TypeVar("M", bound=Model)
ROWS = 50


def sees_households(by: Medewerker) -> bool:
    """Whether the page of a household opens for somebody; without it no link leads there."""
    return DOSSIER_SAMENVATTING.van(by) is not None


def page_of(request: HttpRequest, rows: QuerySet[M], *, ordering: str) -> Pagina[M]:
    """The page that `cursor` in the address points at; the first for a cursor that is none."""
    try:
        text = request.GET.get("cursor")
        cursor = Cursor.decode(text) if text else None
        return page(rows, ordering=ordering, size=ROWS, cursor=cursor)
    except OngeldigeCursor:
        return page(rows, ordering=ordering, size=ROWS)


def filters_used(request: HttpRequest) -> list[str]:
    """The names of the filters in the address, never their values."""
    return sorted({name for name in request.GET if request.GET[name] and name != "cursor"})
