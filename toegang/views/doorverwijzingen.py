"""Referrals to partners: asked, waiting, answered."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from hengelo_sociaal.kern.fouten import DomeinFout, NietGevonden
from hengelo_sociaal.kern.tijd import dag_van, nu
from hengelo_sociaal.logboek.domain import WERKLIJST, log_list
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.formulieren import formfout
from toegang.domain.dossier import log_look
from toegang.forms.doorverwijzing import AntwoordForm, DoorverwijsForm
from toegang.models import Doorverwijzing, Hulpvraag
from toegang.queries.zicht import visible_questions, visible_referrals
from toegang.rechten import DOORVERWIJZEN
from toegang.views.gemeen import page_of

DOEL = "doorverwijzing naar een partner"


@vereist(DOORVERWIJZEN)
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """What was asked of partners, newest first; without answer, unless all are asked."""
    by, at = wie(request), nu()
    everything = request.GET.get("toon") == "alles"
    rows = visible_referrals(by, op=dag_van(at))
    shown = rows if everything else rows.filter(antwoord_op__isnull=True)
    page = page_of(request, shown, ordering="-gevraagd_op")
    log_list(
        by=by,
        soort="doorverwijzing",
        inwoners=[row.inwoner_id for row in page.rijen],
        at=at,
        doel=WERKLIJST,
        filters=[],
    )
    context = {"pagina": page, "alles": everything, "vandaag": dag_van(at)}
    return render(request, "toegang/doorverwijzingen.html", context)


@vereist(DOORVERWIJZEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, hulpvraag_id: uuid.UUID) -> HttpResponse:
    """Ask a partner about a question of a contact or a melding."""
    question = _question(request, hulpvraag_id)
    form = DoorverwijsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = form.run(by=wie(request), hulpvraag_id=hulpvraag_id, at=nu())
        except DomeinFout as refusal:
            formfout(form, refusal)
        else:
            messages.success(request, f"De vraag aan {made.organisatie.naam} is vastgelegd.")
            return redirect("doorverwijzing", made.pk)
    context = {"vraag": question, "form": form}
    status = 422 if form.errors else 200
    return render(request, "toegang/doorverwijzing_nieuw.html", context, status=status)


@vereist(DOORVERWIJZEN)
@require_http_methods(["GET", "POST"])
def toon(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One referral; noting what the partner said."""
    at = nu()
    found = visible_referrals(wie(request), op=dag_van(at)).filter(pk=pk).first()
    if found is None:
        raise NietGevonden()
    log_look(by=wie(request), thing=found, inwoner_id=found.inwoner_id, at=at, doel=DOEL)
    form = AntwoordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            form.run(by=wie(request), doorverwijzing_id=pk, at=at)
        except DomeinFout as refusal:
            formfout(form, refusal)
        else:
            messages.success(request, "Het antwoord is vastgelegd.")
            return redirect("doorverwijzing", pk)
    return _show(request, found, form)


def _show(request: HttpRequest, found: Doorverwijzing, form: AntwoordForm) -> HttpResponse:
    context = {"verwijzing": found, "form": form, "vandaag": dag_van(nu())}
    return render(
        request, "toegang/doorverwijzing.html", context, status=422 if form.errors else 200
    )


def _question(request: HttpRequest, hulpvraag_id: uuid.UUID) -> Hulpvraag:
    at = nu()
    mine = visible_questions(wie(request), op=dag_van(at)).select_related(
        "soort", "contact__inwoner"
    )
    found = mine.filter(pk=hulpvraag_id).first()
    if found is None:
        raise NietGevonden()
    log_look(by=wie(request), thing=found, inwoner_id=found.contact.inwoner_id, at=at, doel=DOEL)
    return found
