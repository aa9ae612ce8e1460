"""Questions of the website for the worker: who asked it, and taking it up."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.formulieren import formfout
from toegang.domain.website import (
    candidates_of,
    handle_anonymously,
    look_at_webvraag,
    match_webvraag,
    register_asker,
)
from toegang.forms.website import KoppelForm
from toegang.models import Webvraag
from toegang.rechten import HUISHOUDEN_SCHRIJVEN
from toegang.views.zoeken import find_people


@vereist(HUISHOUDEN_SCHRIJVEN)
@require_http_methods(["GET", "POST"])
def koppelen(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Find out who asked: the likely ones first, a search, a new resident, or nobody."""
    webvraag = look_at_webvraag(by=wie(request), webvraag_id=pk, at=nu())
    action = request.POST.get("actie", "")
    found = find_people(request) if action == "zoeken" or request.POST.get("q") else {}
    hits = list(found.get("treffers") or candidates_of(by=wie(request), webvraag=webvraag, at=nu()))
    form = KoppelForm(request.POST if action == "koppelen" else None, treffers=hits)
    if action in {"nieuw", "anoniem"} or (action == "koppelen" and form.is_valid()):
        try:
            return _take_up(request, webvraag, form, action)
        except DomeinFout as refusal:
            if not form.is_bound:
                raise
            formfout(form, refusal)
    context = {"webvraag": webvraag, "form": form, **found, "treffers": hits}
    status = 422 if form.errors else 200
    return render(request, "toegang/webvraag.html", context, status=status)


def _take_up(
    request: HttpRequest, webvraag: Webvraag, form: KoppelForm, action: str
) -> HttpResponse:
    by, at = wie(request), nu()
    if action == "anoniem":
        handle_anonymously(by=by, webvraag_id=webvraag.pk, at=at)
        messages.success(request, "U hebt deze vraag opgepakt, zonder inwoner.")
    elif action == "nieuw":
        register_asker(by=by, webvraag_id=webvraag.pk, at=at)
        messages.success(request, "De inwoner is geregistreerd en de vraag is gekoppeld.")
    else:
        chosen = uuid.UUID(form.cleaned_data["inwoner"])
        match_webvraag(by=by, webvraag_id=webvraag.pk, inwoner_id=chosen, at=at)
        messages.success(request, "De vraag is gekoppeld aan deze inwoner.")
    return redirect("contact", webvraag.contact_id)
