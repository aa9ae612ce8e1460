"""The pages of the shell itself: my work and help."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.logboek.domain import WERKLIJST, log_list
from hengelo_sociaal.medewerkers.poort import iedereen, wie
from hengelo_sociaal.web.panelen import Plek, draw_panels


@iedereen
def mijn_werk(request: HttpRequest) -> HttpResponse:
    """What asks for somebody's attention today; every app brings its own panels.

    Whose records stand on it is one line in the log.
    """
    drawn = draw_panels(Plek.MIJN_WERK, request)
    log_list(by=wie(request), soort="mijn-werk", inwoners=drawn.inwoners, doel=WERKLIJST, at=nu())
    return render(request, "web/mijn_werk.html", {"dag": vandaag(), "blokken": drawn.blokken})


@iedereen
def hulp(request: HttpRequest) -> HttpResponse:
    """The shortcuts, and where to ask."""
    return render(request, "web/hulp.html")
