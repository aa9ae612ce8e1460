"""Complaints: taken down beside a melding, handled apart from the dossier."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import dag_van, nu
from hengelo_sociaal.logboek.domain import WERKLIJST, log_list
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.papier.views.antwoord import pdf_response
from hengelo_sociaal.termijnen.queries import kalender
from hengelo_sociaal.web.formulieren import formfout
from toegang.domain.inzien import look_at_melding
from toegang.domain.klacht import look_at_klacht
from toegang.domain.klachtbrieven import (
    complaint_letter,
    give_complaint_letter,
    letters_of_complaint,
)
from toegang.forms.klacht import ACTIES, KlachtForm, NieuweKlacht
from toegang.models import Klacht
from toegang.queries.resterend import words_left
from toegang.queries.zicht import visible_complaints
from toegang.rechten import KLACHT_BEHANDELEN, KLACHT_OPNEMEN
from toegang.views.gemeen import filters_used, page_of
from toegang.views.melding_beeld import explained


@vereist(KLACHT_BEHANDELEN)
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Complaints, newest first; the open ones unless all are asked."""
    by, at = wie(request), nu()
    rows = visible_complaints(by).select_related("inwoner", "behandelaar", "termijn__regel")
    everything = request.GET.get("toon") == "alles"
    page = page_of(
        request,
        rows if everything else rows.filter(afgehandeld_op__isnull=True),
        ordering="-ontvangen_op",
    )
    log_list(
        by=by,
        soort="klacht",
        inwoners=[klacht.inwoner_id for klacht in page.rijen],
        at=at,
        doel=WERKLIJST,
        filters=filters_used(request),
    )
    days = kalender()
    left = [
        (klacht, words_left(klacht.termijn, op=dag_van(at), dagen=days)) for klacht in page.rijen
    ]
    context = {"pagina": page, "rijen": left, "alles": everything, "vandaag": dag_van(at)}
    return render(request, "toegang/klachten.html", context)


@vereist(KLACHT_OPNEMEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, melding_id: uuid.UUID) -> HttpResponse:
    """A complaint of the resident of a melding."""
    melding = look_at_melding(by=wie(request), melding_id=melding_id, at=nu())
    form = NieuweKlacht(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = form.run(by=wie(request), melding=melding, at=nu())
        except DomeinFout as refusal:
            formfout(form, refusal)
        else:
            messages.success(request, f"Klacht {made.nummer} is opgenomen. U hoeft niets te doen.")
            return redirect("melding", melding_id)
    context = {"melding": melding, "form": form}
    return render(request, "toegang/klacht_nieuw.html", context, status=422 if form.errors else 200)


@vereist(KLACHT_BEHANDELEN)
@require_http_methods(["GET", "POST"])
def toon(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One complaint, with its term explained and what may be done."""
    klacht = look_at_klacht(by=wie(request), klacht_id=pk, at=nu())
    sent = _sent(request, klacht) if request.method == "POST" else None
    if sent is not None and sent.is_valid():
        try:
            sent.run(by=wie(request), klacht_id=pk, at=nu())
        except DomeinFout as refusal:
            formfout(sent, refusal)
        else:
            messages.success(request, sent.gedaan)
            return redirect("klacht", pk)
    return _show(request, klacht, sent)


@vereist(KLACHT_BEHANDELEN)
@require_GET
def brief(request: HttpRequest, pk: uuid.UUID, soort: str) -> HttpResponse:
    """A letter to who complains, as it would be given today or as it was given."""
    klacht = look_at_klacht(by=wie(request), klacht_id=pk, at=nu())
    paper = complaint_letter(klacht, soort, op=dag_van(nu()))
    context = {
        "klacht": klacht,
        "papier": paper,
        "document": paper.opgemaakt.document,
        "groot": request.GET.get("groot") == "1",
    }
    return render(request, "toegang/klacht_brief.html", context)


@vereist(KLACHT_BEHANDELEN)
@require_GET
def brief_pdf(request: HttpRequest, pk: uuid.UUID, soort: str) -> HttpResponse:
    """The same letter as PDF; it is kept as it was given."""
    by, at = wie(request), nu()
    klacht = look_at_klacht(by=by, klacht_id=pk, at=at)
    large = request.GET.get("groot") == "1"
    pdf = give_complaint_letter(klacht, soort, by=by, at=at, groot=large)
    return pdf_response(pdf, f"{soort}-{klacht.nummer}")


def _sent(request: HttpRequest, klacht: Klacht) -> KlachtForm:
    code = request.POST.get("actie", "")
    if code not in ACTIES:
        raise Http404
    return ACTIES[code](request.POST, prefix=code, klacht=klacht)


def _show(request: HttpRequest, klacht: Klacht, sent: KlachtForm | None) -> HttpResponse:
    today = dag_van(nu())
    forms: list[Any] = []
    if klacht.is_open:
        forms = [
            sent if isinstance(sent, form) else form(prefix=code, klacht=klacht)
            for code, form in ACTIES.items()
            if form.past(klacht)
        ]
    context = {
        "klacht": klacht,
        "vormen": forms,
        "gestuurd": sent,
        "uitleg": explained(klacht.termijn.stappen),
        "over": words_left(klacht.termijn, op=today, dagen=kalender()),
        "vandaag": today,
        "brieven": letters_of_complaint(klacht),
    }
    return render(request, "toegang/klacht.html", context, status=422 if sent else 200)
