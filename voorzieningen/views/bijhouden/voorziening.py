"""Keeping the catalogue, and telling that something is missing."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.formulieren import formfout
from hengelo_sociaal.web.htmx import render_fragment_or_page
from voorzieningen.domain.gemis import signal_gemis
from voorzieningen.domain.voorzieningen import (
    change_voorziening,
    create_voorziening,
    seen_of,
)
from voorzieningen.forms import GemisForm, VoorzieningForm
from voorzieningen.models import Voorziening
from voorzieningen.rechten import GEMIS_MELDEN, SCHRIJVEN


@vereist(SCHRIJVEN)
def nieuw(request: HttpRequest) -> HttpResponse:
    """Add a provision."""
    form = VoorzieningForm(request.POST or None, initial={"geldig_van": vandaag()})
    if request.method == "POST" and form.is_valid():
        made = form.attempt(
            lambda: create_voorziening(gegevens=form.gegevens(), by=wie(request), at=nu())
        )
        if made:
            messages.success(request, f"{made.naam} staat nu in de catalogus.")
            return redirect("voorziening", made.pk)
    return _form_page(request, form, None)


@vereist(SCHRIJVEN)
def wijzigen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Change a provision."""
    voorziening = get_object_or_404(Voorziening, pk=id)
    seen = {"gezien": seen_of(voorziening)}
    form = VoorzieningForm(request.POST or None, instance=voorziening, initial=seen)
    if request.method == "POST" and form.is_valid():
        changed = form.attempt(
            lambda: change_voorziening(
                voorziening=voorziening,
                gegevens=form.gegevens(),
                gezien=form.seen(),
                by=wie(request),
                at=nu(),
            )
        )
        if changed:
            messages.success(request, f"De wijziging van {changed.naam} is bewaard.")
            return redirect("voorziening", changed.pk)
    return _form_page(request, form, Voorziening.objects.get(pk=id))


def _form_page(
    request: HttpRequest, form: VoorzieningForm, voorziening: Voorziening | None
) -> HttpResponse:
    return render_fragment_or_page(
        request,
        "voorzieningen/bewerken.html",
        "voorzieningen/_formulier.html",
        {"form": form, "voorziening": voorziening},
        status=422 if form.errors else 200,
    )


@vereist(GEMIS_MELDEN)
def gemis(request: HttpRequest) -> HttpResponse:
    """Tell that nothing light fits a kind of question somewhere."""
    form = GemisForm(request.POST or None, initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        try:
            signal_gemis(**form.cleaned_data, by=wie(request), at=nu())
        except DomeinFout as refused:
            formfout(form, refused)
        else:
            messages.success(request, "Bedankt. Beleid ziet uw melding bij de witte vlekken.")
            return redirect(reverse("voorzieningen"))
    return render_fragment_or_page(
        request,
        "voorzieningen/gemis.html",
        "voorzieningen/_gemis.html",
        {"form": form},
        status=422 if form.errors else 200,
    )
