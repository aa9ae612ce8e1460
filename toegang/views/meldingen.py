"""Meldingen: the work list, one melding with its terms, and the steps people take."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from hengelo_sociaal.kern.eenmaal import een_keer
from hengelo_sociaal.kern.fouten import DomeinFout, Verouderd
from hengelo_sociaal.kern.tijd import dag_van, nu
from hengelo_sociaal.logboek.domain import WERKLIJST, log_list
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.formulieren import formfout
from hengelo_sociaal.web.htmx import render_fragment_or_page
from toegang.domain.inzien import look_at_melding
from toegang.filters import MeldingFilter
from toegang.forms.melding import STAPPEN
from toegang.forms.termijn import HANDELINGEN
from toegang.queries.meldingen import as_work_list
from toegang.queries.zicht import visible_meldingen
from toegang.rechten import (
    HUISBEZOEK_PLANNEN,
    MELDING_LEZEN,
    MELDING_SCHRIJVEN,
    TERMIJN_SCHRIJVEN,
)
from toegang.views.gemeen import filters_used, page_of
from toegang.views.melding_beeld import rights_of, show_melding


@vereist(MELDING_LEZEN)
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Meldingen with what is due; filters stay in the address."""
    by, at = wie(request), nu()
    filters = MeldingFilter(request.GET, queryset=visible_meldingen(by, op=dag_van(at)), by=by)
    page = page_of(request, as_work_list(filters.qs), ordering="-ontvangen_op")
    log_list(
        by=by,
        soort="melding",
        inwoners=[melding.inwoner_id for melding in page.rijen],
        at=at,
        doel=WERKLIJST,
        filters=filters_used(request),
    )
    return render_fragment_or_page(
        request,
        "toegang/meldingen.html",
        "toegang/_meldingen.html",
        {"filter": filters, "pagina": page, "vandaag": dag_van(at), **rights_of(by)},
    )


@vereist(MELDING_LEZEN)
@require_GET
def toon(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One melding, with every date explained."""
    with een_keer():
        return show_melding(request, look_at_melding(by=wie(request), melding_id=pk, at=nu()))


@vereist(MELDING_SCHRIJVEN, HUISBEZOEK_PLANNEN)
@require_http_methods(["GET", "POST"])
def stap(request: HttpRequest, pk: uuid.UUID, code: str) -> HttpResponse:
    """One step in the process; refused steps come back with their sentence.

    Who fetches the address of a refused step again sees the melding.
    """
    if code not in STAPPEN:
        raise Http404
    if request.method == "GET":
        return redirect("melding", pk)
    melding = look_at_melding(by=wie(request), melding_id=pk, at=nu())
    form = STAPPEN[code](request.POST, prefix=code)
    form.fit(melding)
    overtaken = False
    if form.is_valid():
        try:
            form.run(by=wie(request), melding=melding, at=nu())
        except DomeinFout as refusal:
            formfout(form, refusal)
            overtaken = isinstance(refusal, Verouderd)
        else:
            messages.success(request, form.gedaan)
            return redirect("melding", pk)
    if overtaken:
        melding = look_at_melding(by=wie(request), melding_id=pk, at=nu())
    return show_melding(request, melding, gestuurd=form, ingehaald=overtaken)


@vereist(TERMIJN_SCHRIJVEN)
@require_http_methods(["GET", "POST"])
def termijn(request: HttpRequest, pk: uuid.UUID, termijn_id: uuid.UUID, code: str) -> HttpResponse:
    """Let a term stand still, run again or last longer, where the law allows it."""
    if code not in HANDELINGEN:
        raise Http404
    if request.method == "GET":
        return redirect("melding", pk)
    melding = look_at_melding(by=wie(request), melding_id=pk, at=nu())
    form = HANDELINGEN[code](request.POST, prefix=f"{termijn_id}-{code}")
    if form.is_valid():
        try:
            form.run(by=wie(request), termijn_id=termijn_id, at=nu())
        except DomeinFout as refusal:
            formfout(form, refusal)
        else:
            messages.success(request, form.gedaan)
            return redirect("melding", pk)
    return show_melding(request, melding, gestuurd=form)
