"""Possible doubles: the work list, putting two side by side, merging them, and undoing that."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.logboek.domain import log_list
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.formulieren import formfout
from toegang.domain.dubbel import judge_different
from toegang.domain.samenvoegen.huishoudens import merge_huishoudens
from toegang.domain.samenvoegen.inwoners import merge_inwoners
from toegang.domain.samenvoegen.vastleggen import undo_merge
from toegang.domain.samenvoegen.voorbeeld import preview_huishoudens, preview_inwoners
from toegang.forms.samenvoegen import RedenForm, SamenvoegForm
from toegang.models import Samenvoeging
from toegang.queries.dubbel import work_list
from toegang.queries.huishouden import family_name
from toegang.queries.samenvoegen import home_of, lately_merged
from toegang.rechten import DUBBELEN_BEOORDELEN, SAMENVOEGEN
from toegang.views.huishoudens import open_or_ask
from toegang.views.zoeken import find_people


@vereist(DUBBELEN_BEOORDELEN)
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Who may be registered twice, the surest first, with why; and what was merged lately."""
    pairs, more = work_list(op=vandaag())
    log_list(
        by=wie(request),
        soort="inwoner",
        inwoners=[hit.inwoner_id for pair in pairs for hit in pair.twee],
        at=nu(),
        doel="dubbele inwoners opsporen",
    )
    context = {"paren": pairs, "meer": more, "samengevoegd": lately_merged(), **_may(request)}
    return render(request, "toegang/dubbelen.html", context)


@vereist(DUBBELEN_BEOORDELEN)
@require_POST
def anders(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """These are two people."""
    judge_different(by=wie(request), paar_id=pk, at=nu())
    messages.success(request, "Vastgelegd: dit zijn twee mensen. Het paar is van de lijst.")
    return redirect("dubbelen")


@vereist(SAMENVOEGEN)
@require_http_methods(["GET", "POST"])
def inwoners(request: HttpRequest, pk: uuid.UUID, ander: uuid.UUID) -> HttpResponse:
    """Two residents side by side: what will move and what differs; then one of them."""
    stays, goes, found = preview_inwoners(by=wie(request), blijft_id=pk, vervalt_id=ander, at=nu())
    form = SamenvoegForm(request.POST or None, voorbeeld=found)
    if request.method == "POST" and form.is_valid():
        try:
            made = merge_inwoners(
                by=wie(request),
                blijft_id=pk,
                vervalt_id=ander,
                reden=form.words(),
                overnemen=form.cleaned_data.get("overnemen", ()),
                keuzes=form.answers(),
                at=nu(),
            )
        except DomeinFout as refusal:
            formfout(form, refusal)
        else:
            messages.success(request, "De inwoners zijn samengevoegd.")
            return redirect("samenvoeging", made.pk)
    context = {"blijft": stays, "vervalt": goes, "voorbeeld": found, "form": form}
    return _page(request, "toegang/samenvoegen_inwoners.html", context, form)


@vereist(SAMENVOEGEN)
@require_http_methods(["GET", "POST"])
def huishoudens(request: HttpRequest, pk: uuid.UUID, ander: uuid.UUID) -> HttpResponse:
    """Two households side by side: who lives there and what will move; then one of them."""
    stays, goes, found = preview_huishoudens(
        by=wie(request), blijft_id=pk, vervalt_id=ander, at=nu()
    )
    form = SamenvoegForm(request.POST or None, voorbeeld=found)
    if request.method == "POST" and form.is_valid():
        try:
            made = merge_huishoudens(
                by=wie(request),
                blijft_id=pk,
                vervalt_id=ander,
                reden=form.words(),
                keuzes=form.answers(),
                at=nu(),
            )
        except DomeinFout as refusal:
            formfout(form, refusal)
        else:
            messages.success(request, "De huishoudens zijn samengevoegd.")
            return redirect("samenvoeging", made.pk)
    context = {
        "blijft": stays,
        "vervalt": goes,
        "naam_blijft": family_name(found.leden),
        "naam_vervalt": family_name(found.andere_leden),
        "voorbeeld": found,
        "form": form,
    }
    return _page(request, "toegang/samenvoegen_huishoudens.html", context, form)


@vereist(SAMENVOEGEN)
@require_http_methods(["GET", "POST"])
def zoeken(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Find the other registration of a household, or of somebody in it."""
    opened = open_or_ask(request, pk)
    found = find_people(request)
    others = [
        hit
        for hit in found.pop("treffers", [])
        if hit.inwoner_id not in {member.inwoner_id for member in opened.leden}
    ]
    context = {
        "huishouden": opened.huishouden,
        "leden": opened.leden,
        "naam": family_name(opened.leden),
        "anderen": others,
        **found,
    }
    return render(request, "toegang/samenvoegen_zoeken.html", context)


@vereist(SAMENVOEGEN)
@require_http_methods(["GET", "POST"])
def samenvoeging(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What was merged, by whom and why; and undoing it with a reason."""
    made = get_object_or_404(
        Samenvoeging.objects.select_related("door", "teruggedraaid_door"), pk=pk
    )
    form = RedenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            undo_merge(
                by=wie(request), samenvoeging_id=pk, reden=form.cleaned_data["reden"], at=nu()
            )
        except DomeinFout as refusal:
            formfout(form, refusal)
        else:
            messages.success(request, "Teruggedraaid: beide zijn er weer, zoals ze waren.")
            return redirect("samenvoeging", pk)
    context = {"samenvoeging": made, "form": form, "thuis": home_of(made, op=vandaag())}
    return _page(request, "toegang/samenvoeging.html", context, form)


def _page(request: HttpRequest, template: str, context: dict[str, Any], form: Any) -> HttpResponse:
    return render(request, template, context, status=422 if form.errors else 200)


def _may(request: HttpRequest) -> dict[str, bool]:
    return {"mag_samenvoegen": SAMENVOEGEN.van(wie(request)) is not None}
