"""What of mine ends or comes up within twelve weeks, brought together from every app."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.logboek.domain import log_access
from hengelo_sociaal.logboek.models import Handeling
from hengelo_sociaal.medewerkers.poort import iedereen, wie
from hengelo_sociaal.werk.registers import ending_for

DOEL = "werklijst"


@iedereen
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Everything, soonest first; who is on the list is logged."""
    by = wie(request)
    rows = ending_for(by, op=vandaag())
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
    return render(request, "werk/aflopend.html", {"rijen": rows, "vandaag": vandaag()})
