"""The pages of the shell itself: my work and help."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.poort import iedereen


@iedereen
def mijn_werk(request: HttpRequest) -> HttpResponse:
    """What asks for somebody's attention today; every app brings its own panels."""
    return render(request, "web/mijn_werk.html", {"dag": vandaag()})


@iedereen
def hulp(request: HttpRequest) -> HttpResponse:
    """The shortcuts, and where to ask."""
    return render(request, "web/hulp.html")
