"""What of mine ends or comes up within twelve weeks, brought together from every app."""

import datetime as dt
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.logboek.domain import log_access
from hengelo_sociaal.logboek.models import Handeling
from hengelo_sociaal.medewerkers.poort import iedereen, wie
from hengelo_sociaal.werk.registers import Aflopend, ending_by_kind, in_order

DOEL = "werklijst"
WEEK, VIER_WEKEN = dt.timedelta(weeks=1), dt.timedelta(weeks=4)


@iedereen
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """All of it or one kind, by when it ends; who is on the list is logged."""
    by, today = wie(request), vandaag()
    kinds = ending_by_kind(by, op=today)
    chosen = next((kind for kind in kinds if kind.code == request.GET.get("soort")), None)
    rows = in_order([chosen] if chosen else kinds)
    residents = sorted({pk for row in rows for pk in row.inwoners})
    if residents:
        log_access(
            by=by,
            handeling=Handeling.LIJST,
            soort="aflopend",
            doel=DOEL,
            at=nu(),
            inwoners=residents,
        )
    context = {
        "groepen": _by_period(rows, op=today),
        "soorten": [kind for kind in kinds if kind.rijen],
        "gekozen": chosen,
        "aantal": sum(len(kind.rijen) for kind in kinds),
        "vandaag": today,
    }
    return render(request, "werk/aflopend.html", context)


def _by_period(rows: list[Aflopend], *, op: dt.date) -> list[tuple[str, list[Aflopend]]]:
    """The rows under what is too late, this week, these four weeks and later."""

    def period(row: Aflopend) -> str:
        if row.dag < op:
            return "Te laat"
        if row.dag < op + WEEK:
            return "De komende week"
        return "De komende vier weken" if row.dag < op + VIER_WEKEN else "Later"

    return [(name, list(group)) for name, group in groupby(rows, key=period)]
