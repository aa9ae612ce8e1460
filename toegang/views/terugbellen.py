"""Calling back: who waits for a call, and how it went."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.logboek.domain import WERKLIJST, log_list
from hengelo_sociaal.medewerkers.poort import vereist, wie
from toegang.domain.terugbellen import drop_request, note_call
from toegang.forms.terugbellen import BelForm
from toegang.queries.terugbellen import open_requests
from toegang.rechten import TERUGBELLEN
from toegang.views.gemeen import ROWS

DONE = {
    "gesproken": "Vastgelegd: gesproken. Het verzoek is klaar.",
    "niet-bereikt": "Vastgelegd: niet bereikt. Het verzoek blijft staan.",
    "vervalt": "Het terugbelverzoek is van de lijst.",
}


@vereist(TERUGBELLEN)
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Mine and my teams' first; `?van=iedereen` shows all."""
    everybody = request.GET.get("van") == "iedereen"
    found = list(open_requests(wie(request), mine=not everybody)[:ROWS])
    log_list(
        by=wie(request),
        soort="terugbelverzoek",
        inwoners=[one.inwoner_id for one in found],
        at=nu(),
        doel=WERKLIJST,
    )
    context = {"verzoeken": found, "iedereen": everybody, "nu": nu(), "form": BelForm()}
    return render(request, "toegang/terugbellen.html", context)


@vereist(TERUGBELLEN)
@require_POST
def bellen(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Spoke, not reached, or not needed any more."""
    form = BelForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Kies hoe het ging.")
        return redirect("terugbellen")
    outcome, words = form.cleaned_data["afloop"], form.cleaned_data["opmerking"]
    try:
        if outcome == "vervalt":
            drop_request(by=wie(request), verzoek_id=pk, at=nu())
        else:
            spoke = outcome == "gesproken"
            note_call(by=wie(request), verzoek_id=pk, gelukt=spoke, opmerking=words, at=nu())
    except DomeinFout as refusal:
        messages.error(request, refusal.melding)
    else:
        messages.success(request, DONE[outcome])
    return redirect("terugbellen")
