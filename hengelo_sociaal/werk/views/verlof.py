"""Leave: when I am away and who stands in; for a team leader also that of the team."""

import uuid

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.domain.verlof import end_leave
from hengelo_sociaal.medewerkers.models import Medewerker, Verlof
from hengelo_sociaal.medewerkers.poort import iedereen, wie
from hengelo_sociaal.medewerkers.rechten import TEAM_BEHEREN
from hengelo_sociaal.web.formulieren import formfout
from hengelo_sociaal.werk.forms import VerlofForm


@iedereen
@require_http_methods(["GET", "POST"])
def verlof(request: HttpRequest) -> HttpResponse:
    """Leave from today on, and arranging more."""
    by = wie(request)
    form = VerlofForm(request.POST or None, by=by)
    if request.method == "POST" and form.is_valid():
        try:
            form.run(by=by, at=nu())
        except DomeinFout as refusal:
            formfout(form, refusal)
        else:
            messages.success(request, "Het verlof is vastgelegd.")
            return redirect("verlof")
    context = {"form": form, "verloven": leaves_around(by), "vandaag": vandaag()}
    return render(request, "werk/verlof.html", context, status=422 if form.errors else 200)


@iedereen
@require_POST
def einde(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Back earlier, or it does not go on."""
    end_leave(by=wie(request), verlof_id=pk, at=nu())
    messages.success(request, "Het verlof is beëindigd.")
    return redirect("verlof")


def leaves_around(by: Medewerker) -> list[Verlof]:
    """My leave, what I stand in for, and for a team leader the leave of the team."""
    mine = Q(medewerker=by) | Q(vervanger=by)
    if TEAM_BEHEREN.van(by) is not None:
        mine |= Q(medewerker__teams__in=by.teams.all())
    found = Verlof.objects.filter(mine, tot__gte=vandaag())
    return list(found.select_related("medewerker", "vervanger").distinct())
