"""What of mine ends or comes up within twelve weeks, brought together from every app."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from functools import partial
from itertools import groupby

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.logboek.domain import WERKLIJST, log_list
from hengelo_sociaal.medewerkers.poort import iedereen, wie
from hengelo_sociaal.werk.registers import Aflopend, ending_by_kind, in_order

PER_PAGINA = 50
WEEK, VIER_WEKEN = dt.timedelta(weeks=1), dt.timedelta(weeks=4)


@iedereen
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """All of it or one kind, by when it ends; who is on the page is logged."""
    by, today = wie(request), vandaag()
    kinds = ending_by_kind(by, op=today)
    chosen = next((kind for kind in kinds if kind.code == request.GET.get("soort")), None)
    found = in_order([chosen] if chosen else kinds)
    page = Paginator(found, PER_PAGINA).get_page(request.GET.get("pagina"))
    people = [pk for row in page for pk in row.inwoners]
    log_list(by=by, soort="aflopend", inwoners=people, doel=WERKLIJST, at=nu())
    context = {
        "groepen": _by_period(page, found, op=today),
        "pagina": page,
        "soorten": [kind for kind in kinds if kind.rijen],
        "gekozen": chosen,
        "aantal": sum(len(kind.rijen) for kind in kinds),
        "vandaag": today,
    }
    return render(request, "werk/aflopend.html", context)


def _by_period(
    page: Iterable[Aflopend], found: Iterable[Aflopend], *, op: dt.date
) -> list[tuple[str, int, list[Aflopend]]]:
    """The rows of a page under what is too late, this week, these four weeks and later.

    With how many there are in that period on all pages together.
    """
    period = partial(_period, op=op)
    totals = Counter(map(period, found))
    return [(name, totals[name], list(rows)) for name, rows in groupby(page, key=period)]


def _period(row: Aflopend, *, op: dt.date) -> str:
    if row.dag < op:
        return "Te laat"
    if row.dag < op + WEEK:
        return "De komende week"
    return "De komende vier weken" if row.dag < op + VIER_WEKEN else "Later"
