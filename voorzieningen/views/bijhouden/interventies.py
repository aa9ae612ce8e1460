"""Interventions and pilots: kept by `beleid`, their numbers also by the organisation's partner."""

import uuid

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.formulieren import formfout
from voorzieningen.domain.interventies import note_year, save_interventie
from voorzieningen.forms import InterventieForm, JaarForm
from voorzieningen.models import Interventie
from voorzieningen.queries.interventies import interventions, kept_by, stands
from voorzieningen.rechten import SCHRIJVEN, VOORSTELLEN


@vereist(SCHRIJVEN, VOORSTELLEN)
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """All of them, or those of the own organisation, with this year's numbers."""
    context = {
        "standen": stands(_mine_or_all(request), vandaag().year),
        "jaar": vandaag().year,
        "houdt_bij": SCHRIJVEN.van(wie(request)) is not None,
    }
    return render(request, "voorzieningen/bijhouden/interventies.html", context)


@vereist(SCHRIJVEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """Add one."""
    return _form(request, None)


@vereist(SCHRIJVEN)
@require_http_methods(["GET", "POST"])
def wijzigen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Change one."""
    return _form(request, get_object_or_404(Interventie, pk=id))


@vereist(SCHRIJVEN, VOORSTELLEN)
@require_http_methods(["GET", "POST"])
def cijfers(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """What it reached, per year; another organisation's is not there for a partner."""
    found = get_object_or_404(_mine_or_all(request), pk=id)
    form = JaarForm(request.POST or None, initial={"jaar": vandaag().year})
    if request.method == "POST" and form.is_valid():
        try:
            note_year(interventie=found, cijfers=form.cijfers(), by=wie(request), at=nu())
        except DomeinFout as refused:
            formfout(form, refused)
        else:
            messages.success(request, "De cijfers zijn bewaard.")
            return redirect("interventie-cijfers", found.pk)
    context = {"interventie": found, "form": form, "jaren": found.jaren.all()}
    status = 422 if form.errors else 200
    return render(
        request, "voorzieningen/bijhouden/interventie_cijfers.html", context, status=status
    )


def _form(request: HttpRequest, found: Interventie | None) -> HttpResponse:
    form = InterventieForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        known = Interventie.objects.get(pk=found.pk) if found else None
        try:
            save_interventie(gegevens=form.gegevens(), interventie=known, by=wie(request), at=nu())
        except DomeinFout as refused:
            formfout(form, refused)
        else:
            messages.success(request, "De interventie is bewaard.")
            return redirect("interventies")
    context = {"form": form, "interventie": found}
    status = 422 if form.errors else 200
    return render(request, "voorzieningen/bijhouden/interventie.html", context, status=status)


def _mine_or_all(request: HttpRequest) -> QuerySet[Interventie]:
    by = wie(request)
    return interventions() if SCHRIJVEN.van(by) is not None else kept_by(by)
