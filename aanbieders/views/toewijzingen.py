"""Toewijzingen: the list, one of them, making and ending them."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from aanbieders.domain.inzage import look_at_inwoner, look_at_toewijzing, note_list
from aanbieders.domain.toewijzingen import change_toewijzing, create_toewijzing, end_toewijzing
from aanbieders.enums import ToewijzingStatus
from aanbieders.forms import (
    ContractKeuzeForm,
    EindeForm,
    ToewijzingFilter,
    ToewijzingForm,
    VerlengForm,
)
from aanbieders.models import Contract, Tarief, Toewijzing
from aanbieders.queries.filteren import filter_toewijzingen
from aanbieders.queries.kosten import estimated_cost
from aanbieders.queries.zicht import pseudonym, sees_names, visible_toewijzingen
from aanbieders.rechten import TOEWIJZING_LEZEN, TOEWIJZING_SCHRIJVEN
from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.medewerkers.rechten import Bereik
from hengelo_sociaal.web.formulieren import formfout
from toegang.domain.zoeken import search
from toegang.models import Inwoner

PER_PAGINA = 25


@vereist(TOEWIJZING_LEZEN, minstens=Bereik.PSEUDONIEM)
def lijst(request: HttpRequest) -> HttpResponse:
    """Toewijzingen that somebody may see, with a name or a pseudonym."""
    by, op, form = wie(request), vandaag(), ToewijzingFilter(request.GET)
    form.is_valid()
    rows = filter_toewijzingen(visible_toewijzingen(by=by, op=op), form.cleaned_data, op=op)
    page = Paginator(rows.order_by("-van", "-pk"), PER_PAGINA).get_page(request.GET.get("pagina"))
    note_list(toewijzingen=list(page), by=by, at=nu())
    names = sees_names(by)
    context = {
        "form": form,
        "pagina": page,
        "rijen": [(each, _who(each, names)) for each in page],
        "met_naam": names,
        "vandaag": op,
        "mag_schrijven": TOEWIJZING_SCHRIJVEN.van(by) is not None,
    }
    return render(request, "aanbieders/toewijzingen.html", context)


@vereist(TOEWIJZING_LEZEN, minstens=Bereik.PSEUDONIEM)
def detail(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """One toewijzing, with what it will cost."""
    toewijzing = look_at_toewijzing(id=id, by=wie(request), at=nu())
    return _page(request, toewijzing)


@vereist(TOEWIJZING_SCHRIJVEN)
def nieuw(request: HttpRequest) -> HttpResponse:
    """First for whom: looked up by POST, so that no name gets in an address."""
    typed = request.POST.get("q", "").strip()
    context: dict[str, Any] = {"gezocht": typed}
    if typed:
        try:
            context["treffers"] = search(
                by=wie(request), tekst=typed, at=nu(), doel="inwoner opzoeken voor een toewijzing"
            )
        except DomeinFout as refused:
            context["zoekfout"] = refused.melding
    return render(request, "aanbieders/toewijzing_zoeken.html", context)


@vereist(TOEWIJZING_SCHRIJVEN)
def voor_inwoner(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Then which contract, and what is granted under it."""
    inwoner = look_at_inwoner(id=id, by=wie(request), at=nu())
    keuze = ContractKeuzeForm(request.GET or None, op=vandaag())
    contract = keuze.cleaned_data["contract"] if keuze.is_bound and keuze.is_valid() else None
    form = ToewijzingForm(request.POST or None, contract=contract) if contract else None
    if request.method == "POST" and form and contract and form.is_valid():
        made = _grant(request, inwoner, contract, form)
        if made:
            messages.success(request, f"Toewijzing {made.nummer} is gemaakt.")
            return redirect("toewijzing", made.pk)
    context = {"inwoner": inwoner, "keuze": keuze, "contract": contract, "form": form}
    return render(request, "aanbieders/toewijzing_nieuw.html", context)


def _grant(
    request: HttpRequest, inwoner: Inwoner, contract: Contract, form: ToewijzingForm
) -> Toewijzing | None:
    try:
        return create_toewijzing(
            inwoner=inwoner,
            contract=contract,
            product=form.cleaned_data["tarief"].product,
            grondslag=form.cleaned_data["grondslag"],
            omvang=form.omvang(),
            verwijzing=form.verwijzing(),
            by=wie(request),
            at=nu(),
        )
    except DomeinFout as refused:
        formfout(form, refused)
        return None


@vereist(TOEWIJZING_SCHRIJVEN)
@require_POST
def beeindigen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """End a toewijzing."""
    toewijzing = look_at_toewijzing(id=id, by=wie(request), at=nu())
    form = EindeForm(request.POST)
    if form.is_valid():
        try:
            end_toewijzing(toewijzing=toewijzing, **form.cleaned_data, by=wie(request), at=nu())
        except DomeinFout as refused:
            formfout(form, refused)
        else:
            messages.success(request, f"Toewijzing {toewijzing.nummer} is beëindigd.")
            return redirect("toewijzing", toewijzing.pk)
    return _page(request, toewijzing, einde=form)


@vereist(TOEWIJZING_SCHRIJVEN)
@require_POST
def verlengen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Move the last day or the day of review."""
    toewijzing = look_at_toewijzing(id=id, by=wie(request), at=nu())
    form = VerlengForm.of(toewijzing, request.POST)
    if form.is_valid():
        try:
            change_toewijzing(toewijzing=toewijzing, **form.cleaned_data, by=wie(request), at=nu())
        except DomeinFout as refused:
            formfout(form, refused)
        else:
            messages.success(request, f"De wijziging van {toewijzing.nummer} is bewaard.")
            return redirect("toewijzing", toewijzing.pk)
    return _page(request, toewijzing, verleng=form)


def _page(
    request: HttpRequest,
    toewijzing: Toewijzing,
    einde: EindeForm | None = None,
    verleng: VerlengForm | None = None,
) -> HttpResponse:
    by = wie(request)
    tarieven = Tarief.objects.filter(
        contract=toewijzing.contract, product=toewijzing.product, eenheid=toewijzing.eenheid
    )
    may_change = (
        TOEWIJZING_SCHRIJVEN.van(by) is not None and toewijzing.status == ToewijzingStatus.ACTIEF
    )
    context = {
        "toewijzing": toewijzing,
        "wie": _who(toewijzing, sees_names(by)),
        "met_naam": sees_names(by),
        "kosten": estimated_cost(toewijzing, tarieven),
        "einde": (einde or EindeForm()) if may_change else None,
        "verleng": (verleng or VerlengForm.of(toewijzing)) if may_change else None,
        "vandaag": vandaag(),
    }
    return render(request, "aanbieders/toewijzing.html", context)


def _who(toewijzing: Toewijzing, names: bool) -> str:
    return toewijzing.inwoner.naam if names else pseudonym(toewijzing.inwoner_id)
