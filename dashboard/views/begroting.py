"""The budget as printed, and bringing files of figures in."""

import base64
import binascii

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dashboard.queries.begroting import budget_years, read_budget
from dashboard.rechten import BEGROTING_LEZEN, INLEZEN
from hengelo_sociaal.invoer.domain import Verslag, import_file
from hengelo_sociaal.invoer.exceptions import InvoerGeweigerd, Regelfout
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
_GROOTSTE = 2 * 1024 * 1024


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


class InleesForm(forms.Form):
    """A file and what kind it is; first a trial, then for real with the same file."""

    soort = forms.ChoiceField(label="Wat leest u in?", choices=SOORTEN)
    bestand = forms.FileField(
        label="Bestand",
        help_text="CSV, XLSX of GeoJSON, hoogstens 2 MB.",
        required=False,
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.geojson,.json"}),
    )
    inhoud = forms.CharField(widget=forms.HiddenInput, required=False)
    naam = forms.CharField(widget=forms.HiddenInput, required=False, max_length=120)

    def clean(self) -> dict[str, object]:
        data = super().clean() or {}
        upload: UploadedFile | None = data.get("bestand")
        if upload:
            if (upload.size or 0) > _GROOTSTE:
                self.add_error("bestand", "Dit bestand is groter dan 2 MB. Deel het op.")
                return data
            data["bytes"], data["naam"] = upload.read(), upload.name or "bestand"
        elif data.get("inhoud"):
            try:
                data["bytes"] = base64.b64decode(data["inhoud"], validate=True)
            except (binascii.Error, ValueError):
                self.add_error("bestand", "Kies het bestand nog een keer.")
        else:
            self.add_error("bestand", "Kies een bestand.")
        return data


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
