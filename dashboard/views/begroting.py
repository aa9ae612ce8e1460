"""The budget as printed, and bringing files of figures in."""

import base64
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dashboard.queries.begroting import budget_years, read_budget
from dashboard.rechten import BEGROTING_LEZEN, INLEZEN
from hengelo_sociaal.invoer.domain import Verslag, import_file
from hengelo_sociaal.invoer.exceptions import InvoerGeweigerd, Regelfout
from hengelo_sociaal.invoer.forms import BestandForm
from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.htmx import render_fragment_or_page

SOORTEN = [
    ("begroting", "Begroting"),
    ("beleidsindicatoren", "Beleidsindicatoren"),
    ("kengetallen", "Kengetallen"),
    ("doelen", "Maatschappelijke doelen"),
    ("inwonertallen", "Inwonertallen"),
    ("gebieden", "Wijken en buurten"),
]


@vereist(BEGROTING_LEZEN)
def begroting(request: HttpRequest) -> HttpResponse:
    """The budget of a year: taakvelden with their parts, printed totals beside our own sums."""
    years = budget_years()
    wanted = request.GET.get("jaar", "")
    year = int(wanted) if wanted.isdigit() and int(wanted) in years else None
    if year is None:
        year = next((one for one in years if _has_lines(one)), years[0] if years else None)
    context = {
        "jaren": years,
        "jaar": year,
        "begroting": read_budget(jaar=year) if year else None,
        "mag_inlezen": INLEZEN.van(wie(request)) is not None,
    }
    return render(request, "dashboard/begroting.html", context)


def _has_lines(jaar: int) -> bool:
    return any(line.begroot["saldo"] is not None for line in read_budget(jaar=jaar).regels)


class InleesForm(BestandForm):
    """A file and what kind it is; first a trial, then for real with the same file."""

    soort = forms.ChoiceField(label="Wat leest u in?", choices=SOORTEN)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["bestand"]
        field.label, field.help_text = "Bestand", "CSV, XLSX of GeoJSON, hoogstens 2 MB."
        field.widget.attrs["accept"] = ".csv,.xlsx,.geojson,.json"


@vereist(INLEZEN)
def inlezen(request: HttpRequest) -> HttpResponse:
    """Choose a file, see what would change and what is wrong, then take it in."""
    form = InleesForm(request.POST or None, request.FILES or None)
    if request.method != "POST":
        return _page(request, form)
    if not form.is_valid():
        return _page(request, form, status=422)
    for_real = "definitief" in request.POST
    try:
        report = _take_in(request, form, proef=not for_real)
    except InvoerGeweigerd as refusal:
        form.add_error("bestand", refusal.melding)
        return _page(request, form, fouten=refusal.fouten, status=422)
    except DomeinFout as refusal:
        form.add_error("bestand", refusal.melding)
        return _page(request, form, status=422)
    if for_real:
        messages.success(request, report.samenvatting)
        return redirect("begroting")
    kept = base64.b64encode(form.cleaned_data["bytes"]).decode()
    return _page(request, form, verslag=report, inhoud=kept)


def _take_in(request: HttpRequest, form: InleesForm, *, proef: bool) -> Verslag:
    return import_file(
        soort=form.cleaned_data["soort"],
        inhoud=form.cleaned_data["bytes"],
        naam=form.cleaned_data["naam"],
        by=wie(request),
        at=nu(),
        proef=proef,
    )


def _page(
    request: HttpRequest,
    form: InleesForm,
    *,
    fouten: list[Regelfout] | None = None,
    verslag: Verslag | None = None,
    inhoud: str = "",
    status: int = 200,
) -> HttpResponse:
    return render_fragment_or_page(
        request,
        "dashboard/inlezen.html",
        "dashboard/_inlezen.html",
        {"form": form, "fouten": fouten or [], "verslag": verslag, "inhoud": inhoud},
        status=status,
    )
