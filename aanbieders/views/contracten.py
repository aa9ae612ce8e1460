"""Contracts: the list with what expires when, one of them, and its prices."""

import csv
import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from aanbieders.domain.contracten import change_contract, make_contract, seen_of
from aanbieders.domain.inzage import note_export
from aanbieders.domain.tarieven import require_possible, set_tarief
from aanbieders.forms import ContractFilter, ContractForm, TariefForm
from aanbieders.models import Contract
from aanbieders.queries.filteren import filter_contracten, sort_contracten
from aanbieders.queries.kosten import commitments_per_contract
from aanbieders.queries.overzicht import effect_of_tarief, first_to_end, list_contracten
from aanbieders.rechten import CONTRACT_LEZEN, CONTRACT_SCHRIJVEN
from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.formulieren import formfout
from hengelo_sociaal.web.htmx import render_fragment_or_page
from hengelo_sociaal.web.rekenblad import harmless

PER_PAGINA = 25
KOLOMMEN = (
    "nummer",
    "aanbieder",
    "omschrijving",
    "schaal",
    "van",
    "tot",
    "opzegdatum",
    "uitvoeringsvariant",
    "bekostiging",
    "bekostiging_past",
    "plafond_euro",
)


@vereist(CONTRACT_LEZEN)
def lijst(request: HttpRequest) -> HttpResponse:
    """Contracts, sorted and filtered by the address; first what ends soon."""
    op, form = vandaag(), ContractFilter(request.GET)
    filters = form.filters()
    rows = filter_contracten(list_contracten(op=op), filters, op=op)
    rows = sort_contracten(rows, request.GET.get("sorteer", ""))
    context = {
        "form": form,
        "pagina": Paginator(rows, PER_PAGINA).get_page(request.GET.get("pagina")),
        "eerst": first_to_end(op=op)[:5] if not filters else [],
        "vandaag": op,
        "mag_schrijven": CONTRACT_SCHRIJVEN.van(wie(request)) is not None,
    }
    return render_fragment_or_page(
        request, "aanbieders/contracten.html", "aanbieders/_contracten.html", context
    )


@vereist(CONTRACT_LEZEN)
def uitvoer(request: HttpRequest) -> HttpResponse:
    """The contracts of this filter as CSV, noted in the log."""
    op = vandaag()
    filters = ContractFilter(request.GET).filters()
    rows = filter_contracten(list_contracten(op=op), filters, op=op)
    contracten = list(sort_contracten(rows, request.GET.get("sorteer", "")))
    note_export(by=wie(request), at=nu(), filters=filters, aantal=len(contracten))
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="contracten-{op}.csv"'
    writer = csv.writer(response, delimiter=";")
    writer.writerow(KOLOMMEN)
    writer.writerows([harmless(cell) for cell in _cells(each)] for each in contracten)
    return response


def _cells(contract: Contract) -> list[Any]:
    values = {
        "bekostiging_past": "ja" if contract.bekostiging_past else "nee",
        "plafond_euro": f"{contract.plafond_cent / 100:.2f}".replace(".", ",")
        if contract.plafond_cent
        else "",
    }
    return [values.get(name, getattr(contract, name, "")) for name in KOLOMMEN]


@vereist(CONTRACT_LEZEN)
def detail(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """One contract, with the history of every price."""
    contract = _find(id)
    return render(request, "aanbieders/contract.html", _context(request, contract, None))


@vereist(CONTRACT_SCHRIJVEN)
def nieuw(request: HttpRequest) -> HttpResponse:
    """Make a contract."""
    form = ContractForm(request.POST or None, initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        made = form.attempt(
            lambda: make_contract(
                aanbieder=values["aanbieder"],
                nummer=values["nummer"],
                gegevens=form.gegevens(),
                by=wie(request),
                at=nu(),
            )
        )
        if made:
            messages.success(
                request, f"Contract {made.nummer} is gemaakt. Leg nu de tarieven vast."
            )
            return redirect("contract", made.pk)
    return _form_page(request, form, None)


@vereist(CONTRACT_SCHRIJVEN)
def wijzigen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Change what is agreed, such as an extension."""
    contract = _find(id)
    seen = {"gezien": seen_of(contract)}
    form = ContractForm(request.POST or None, instance=_find(id), initial=seen)
    if request.method == "POST" and form.is_valid():
        changed = form.attempt(
            lambda: change_contract(
                contract=contract,
                gegevens=form.gegevens(),
                gezien=form.seen(),
                by=wie(request),
                at=nu(),
            )
        )
        if changed:
            messages.success(request, f"De wijziging van {changed.nummer} is bewaard.")
            return redirect("contract", changed.pk)
    return _form_page(request, form, contract)


@vereist(CONTRACT_SCHRIJVEN)
def tarief(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Agree a price: first what it affects, then for good."""
    contract = _find(id)
    form = TariefForm(request.POST or None, contract=contract)
    effect = None
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        try:
            if "vaststellen" in request.POST:
                set_tarief(contract=contract, **asked, by=wie(request), at=nu())
                messages.success(request, "Het tarief is vastgesteld. Het vorige is afgesloten.")
                return redirect("contract", contract.pk)
            where = {name: asked[name] for name in ("product", "eenheid", "van")}
            require_possible(contract=contract, **where)
            effect = effect_of_tarief(contract=contract, **asked)
        except DomeinFout as refused:
            formfout(form, refused)
    context = _context(request, contract, form) | {"gevolg": None if form.errors else effect}
    return render_fragment_or_page(
        request,
        "aanbieders/contract.html",
        "aanbieders/_tarief.html",
        context,
        status=422 if form.errors else 200,
    )


def _find(id: uuid.UUID) -> Contract:
    return get_object_or_404(Contract.objects.select_related("aanbieder"), pk=id)


def _context(request: HttpRequest, contract: Contract, form: TariefForm | None) -> dict[str, Any]:
    op = vandaag()
    may_write = CONTRACT_SCHRIJVEN.van(wie(request)) is not None
    year = {"van": op.replace(month=1, day=1), "tot": op.replace(month=12, day=31)}
    committed = commitments_per_contract(**year).get(contract.pk, 0)
    return {
        "contract": contract,
        "tarieven": contract.tarieven.select_related("product__wet"),
        "form": form or (TariefForm(contract=contract) if may_write else None),
        "verplicht": committed,
        "boven_plafond": bool(contract.plafond_cent and committed > contract.plafond_cent),
        "vandaag": op,
        "mag_schrijven": may_write,
        "heeft_tarieven": bool(contract.eenheden),
    }


def _form_page(request: HttpRequest, form: ContractForm, contract: Contract | None) -> HttpResponse:
    return render_fragment_or_page(
        request,
        "aanbieders/contract_bewerken.html",
        "aanbieders/_contract_formulier.html",
        {"form": form, "contract": contract},
        status=422 if form.errors else 200,
    )
