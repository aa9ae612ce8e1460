"""The pages of the shell itself: my work and help."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.logboek.domain import WERKLIJST, log_list
from hengelo_sociaal.medewerkers.poort import iedereen, vereist, wie
from hengelo_sociaal.medewerkers.rechten import BEHEREN
from hengelo_sociaal.web.panelen import HANDVOL, HELEMAAL, Plek, draw, draw_panels, panelen_van


@iedereen
def mijn_werk(request: HttpRequest) -> HttpResponse:
    """What asks for somebody's attention today; every app brings its own panels.

    Of each list the first few, with the way to all of it. Whose records stand on it is one
    line in the log.
    """
    drawn = draw_panels(Plek.MIJN_WERK, request, HANDVOL)
    log_list(by=wie(request), soort="mijn-werk", inwoners=drawn.inwoners, doel=WERKLIJST, at=nu())
    return render(request, "web/mijn_werk.html", {"dag": vandaag(), "blokken": drawn.blokken})


@iedereen
def deel_van_mijn_werk(request: HttpRequest, code: str) -> HttpResponse:
    """One list of my work, all of it, logged as the page that it is of."""
    by = wie(request)
    found = [paneel for paneel in panelen_van(Plek.MIJN_WERK, by) if paneel.code == code]
    if not found:
        raise Http404
    drawn = draw(found, request, HELEMAAL)
    log_list(by=by, soort="mijn-werk", inwoners=drawn.inwoners, doel=WERKLIJST, at=nu())
    context = {"paneel": found[0], "blokken": drawn.blokken}
    return render(request, "web/mijn_werk_deel.html", context)


@vereist(BEHEREN)
def beheer(request: HttpRequest) -> HttpResponse:
    """The administration; its own addresses all end in a slash."""
    return redirect("admin:index")


@iedereen
def hulp(request: HttpRequest) -> HttpResponse:
    """The shortcuts, and where to ask."""
    return render(request, "web/hulp.html")
