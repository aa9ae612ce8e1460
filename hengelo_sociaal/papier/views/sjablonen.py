"""The municipality's texts: read, write, look at an example, put in force."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from hengelo_sociaal.kern.fouten import DomeinFout, GeenRecht, NietGevonden
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.medewerkers.rechten import BEHEREN
from hengelo_sociaal.papier.domain.sjablonen import (
    put_in_force,
    take_over_shipped,
    throw_away_concept,
    write_concept,
)
from hengelo_sociaal.papier.domain.stukken import Opgemaakt, compose_with
from hengelo_sociaal.papier.forms import IngebruikForm, SjabloonForm
from hengelo_sociaal.papier.leesbaar import advice
from hengelo_sociaal.papier.models import SjabloonVersie
from hengelo_sociaal.papier.queries.sjablonen import kind, overview, row_of
from hengelo_sociaal.papier.views.antwoord import pdf_response
from hengelo_sociaal.papier.zetten import make_pdf
from hengelo_sociaal.web.formulieren import formfout
from hengelo_sociaal.web.htmx import redirect_anyhow, render_fragment_or_page


@vereist(BEHEREN)
def sjablonen(request: HttpRequest) -> HttpResponse:
    """Every kind of document with the text that holds now."""
    rows = overview(op=vandaag())
    return render(request, "papier/sjablonen.html", {"rijen": rows, "vandaag": vandaag()})


@vereist(BEHEREN)
def sjabloon(request: HttpRequest, code: str) -> HttpResponse:
    """One text: what holds, what it may use, and the concept to work on."""
    row, versions = row_of(code, op=vandaag())
    base = row.concept or row.straks or row.huidig
    form = SjabloonForm(request.POST or None, initial=vars(base) if base else None)
    if request.method == "POST" and form.is_valid() and _written(request, code, form):
        messages.success(request, "Het concept is bewaard. Bekijk het voorbeeld.")
        return redirect_anyhow(request, reverse("sjabloon", args=[code]))
    context = {
        "rij": row,
        "versies": versions,
        "form": form,
        "ingebruik": IngebruikForm(initial={"vanaf": vandaag()}),
        "advies": advice(base.tekst) if base else [],
    }
    status = 422 if form.is_bound else 200
    return render_fragment_or_page(
        request, "papier/sjabloon.html", "papier/_sjabloon_formulier.html", context, status=status
    )


def _written(request: HttpRequest, code: str, form: SjabloonForm) -> bool:
    try:
        write_concept(code=code, gegevens=form.gegevens(), by=wie(request), at=nu())
    except (GeenRecht, NietGevonden):
        raise
    except DomeinFout as refusal:
        formfout(form, refusal)
        return False
    return True


@vereist(BEHEREN)
@require_POST
def ingebruik(request: HttpRequest, code: str) -> HttpResponse:
    """Put the concept in force from a day on."""
    form = IngebruikForm(request.POST)
    if form.is_valid():
        try:
            made = put_in_force(
                code=code, vanaf=form.cleaned_data["vanaf"], by=wie(request), at=nu()
            )
        except (GeenRecht, NietGevonden):
            raise
        except DomeinFout as refusal:
            formfout(form, refusal)
        else:
            messages.success(request, _told(made))
            return redirect_anyhow(request, reverse("sjabloon", args=[code]))
    return _refused(request, code, form)


def _told(made: SjabloonVersie) -> str:
    day = made.geldig_van or vandaag()
    when = "nu" if day <= vandaag() else f"vanaf {day:%d-%m-%Y}"
    return f"Versie {made.nummer} geldt {when}. Documenten van eerder houden hun eigen tekst."


def _refused(request: HttpRequest, code: str, form: Form) -> HttpResponse:
    row, versions = row_of(code, op=vandaag())
    base = row.concept or row.huidig
    context = {
        "rij": row,
        "versies": versions,
        "form": SjabloonForm(initial=vars(base) if base else None),
        "ingebruik": form,
        "advies": [],
    }
    return render(request, "papier/sjabloon.html", context)


@vereist(BEHEREN)
@require_POST
def geleverd(request: HttpRequest, code: str) -> HttpResponse:
    """Make a concept of the newer text that came with the program."""
    take_over_shipped(code=code, by=wie(request), at=nu())
    messages.success(request, "De geleverde tekst staat klaar als concept. Bekijk het voorbeeld.")
    return redirect_anyhow(request, reverse("sjabloon", args=[code]))


@vereist(BEHEREN)
@require_POST
def concept_weg(request: HttpRequest, code: str) -> HttpResponse:
    """Throw the concept away."""
    throw_away_concept(code=code, by=wie(request), at=nu())
    messages.success(request, "Het concept is weggegooid.")
    return redirect_anyhow(request, reverse("sjabloon", args=[code]))


@vereist(BEHEREN)
def voorbeeld(request: HttpRequest, code: str) -> HttpResponse:
    """A version with the household of the example, as a page."""
    version = _version(request, code)
    context: dict[str, Any] = {
        "soort": kind(code),
        "versie": version,
        "document": _example(version).document,
        "groot": request.GET.get("groot") == "1",
    }
    return render(request, "papier/voorbeeld.html", context)


@vereist(BEHEREN)
def voorbeeld_pdf(request: HttpRequest, code: str) -> HttpResponse:
    """The same as PDF."""
    made = _example(_version(request, code))
    pdf = make_pdf(made.document, groot=request.GET.get("groot") == "1")
    return pdf_response(pdf.bytes, f"voorbeeld-{code}")


def _example(version: SjabloonVersie) -> Opgemaakt:
    soort = kind(version.sjabloon_id)
    return compose_with(
        version,
        soort.voorbeeld(),
        op=dt.date(2026, 11, 2),
        kenmerk="VOORBEELD",
        onderkop=("Dit is een voorbeeld. Dit huishouden bestaat niet.",),
    )


def _version(request: HttpRequest, code: str) -> SjabloonVersie:
    """The version that was asked by its number; without one the concept, or what holds."""
    row, versions = row_of(code, op=vandaag())
    number = request.GET.get("versie", "")
    if not number:
        found = row.concept or row.huidig
    else:
        found = next((one for one in versions if str(one.nummer) == number), None)
    if found is None:
        raise NietGevonden("Deze versie is er niet.")
    return found
