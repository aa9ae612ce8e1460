"""Home visits: whose door when, and recording what was seen."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import dag_van, nu
from hengelo_sociaal.logboek.domain import WERKLIJST, log_list
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.formulieren import formfout
from toegang.domain.inzien import look_at_visit
from toegang.forms.huisbezoek import BezoekForm, VervalForm
from toegang.queries.huisbezoeken import inhabitants_of, visits_around
from toegang.rechten import HUISBEZOEK_DOEN


@vereist(HUISBEZOEK_DOEN)
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """What is planned, soonest first, and what was done lately."""
    by, at = wie(request), nu()
    gepland, gedaan = visits_around(by, op=dag_van(at))
    log_list(
        by=by,
        soort="huisbezoek",
        inwoners=inhabitants_of([*gepland, *gedaan], op=dag_van(at)),
        at=at,
        doel=WERKLIJST,
    )
    context = {"gepland": gepland, "gedaan": gedaan, "vandaag": dag_van(at)}
    return render(request, "toegang/huisbezoeken.html", context)


@vereist(HUISBEZOEK_DOEN)
@require_http_methods(["GET", "POST"])
def toon(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One visit; recording it, or saying that it does not go on."""
    visit = look_at_visit(by=wie(request), huisbezoek_id=pk, at=nu())
    vervalt = request.POST.get("actie") == "vervallen"
    form = BezoekForm(None if vervalt else request.POST or None, initial={"dag": dag_van(nu())})
    verval = VervalForm(request.POST if vervalt else None)
    chosen = verval if vervalt else form
    if request.method == "POST" and chosen.is_valid():
        try:
            chosen.run(by=wie(request), huisbezoek_id=pk, at=nu())
        except DomeinFout as refusal:
            formfout(chosen, refusal)
        else:
            messages.success(request, chosen.gedaan)
            return redirect("huisbezoek", pk)
    context = {"bezoek": visit, "form": form, "verval": verval, "vandaag": dag_van(nu())}
    return render(request, "toegang/huisbezoek.html", context, status=422 if chosen.errors else 200)
