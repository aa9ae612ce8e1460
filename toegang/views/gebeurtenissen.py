"""What happens to a household, and who lives at its address."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from hengelo_sociaal.kern.fouten import DomeinFout, NietGevonden
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.logboek.domain import log_list
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.formulieren import formfout
from toegang.domain.dossier import Dossier
from toegang.domain.gebeurtenissen import VOORBEELD_SPLITSEN
from toegang.domain.splitsing import undo_split
from toegang.enums import Band
from toegang.forms.gebeurtenissen import GeboorteForm, VerhuisForm, VertrekForm
from toegang.forms.samenvoegen import RedenForm
from toegang.models import Huishoudsplitsing
from toegang.queries.adres import inhabitants
from toegang.queries.huishouden import family_name
from toegang.rechten import DOSSIER_SAMENVATTING, HUISHOUDEN_WIJZIGEN
from toegang.views.huishoudens import open_or_ask
from toegang.views.samenstelling import open_to_change

WOORDEN = {
    "geboorte": ("Een kind is geboren", "Het kind is opgeslagen en woont nu in dit huishouden."),
    "vertrek": ("Iemand gaat ergens anders wonen", "Opgeslagen. Dit is het nieuwe huishouden."),
    "verhuizing": ("Het hele huishouden verhuist", "De verhuizing is opgeslagen."),
}


@vereist(HUISHOUDEN_WIJZIGEN)
@require_GET
def kiezen(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What happened? One page with every change a household can go through."""
    opened = open_to_change(request, pk)
    return render(request, "toegang/verandering_kiezen.html", _context(opened))


@vereist(HUISHOUDEN_WIJZIGEN)
@require_http_methods(["GET", "POST"])
def verandering(request: HttpRequest, pk: uuid.UUID, soort: str) -> HttpResponse:
    """One change, from a form; then the household to go on with."""
    if soort not in WOORDEN:
        raise NietGevonden()
    opened = open_to_change(request, pk)
    form = _form(request, opened, soort)
    title, done = WOORDEN[soort]
    if request.method == "POST" and form.is_valid():
        try:
            onward = form.run(by=wie(request), huishouden=opened.huishouden, at=nu())
        except DomeinFout as refusal:
            formfout(form, refusal)
        else:
            messages.success(request, done)
            return redirect("huishouden", onward)
    context = _context(opened) | {"form": form, "soort": soort, "titel": title}
    status = 422 if form.errors else 200
    return render(request, "toegang/verandering.html", context, status=status)


@vereist(DOSSIER_SAMENVATTING)
@require_GET
def bewoners(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """All households and people at this address, now and before, with their periods."""
    opened = open_or_ask(request, pk)
    found = inhabitants(opened.huishouden)
    log_list(
        by=wie(request),
        soort="dossier",
        inwoners=[lid.inwoner_id for one in found for lid in one.leden],
        at=nu(),
        doel=opened.doel,
    )
    return render(request, "toegang/bewoners.html", _context(opened) | {"bewoning": found})


@vereist(HUISHOUDEN_WIJZIGEN)
@require_http_methods(["GET", "POST"])
def splitsing(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """That some of a household went to live elsewhere; and undoing it with a reason."""
    split = get_object_or_404(
        Huishoudsplitsing.objects.select_related("door", "teruggedraaid_door"), pk=pk
    )
    opened = open_to_change(request, split.oud_id)
    form = RedenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            undo_split(by=wie(request), splitsing_id=pk, reden=form.cleaned_data["reden"], at=nu())
        except DomeinFout as refusal:
            formfout(form, refusal)
        else:
            messages.success(request, "Teruggedraaid: iedereen woont weer samen.")
            return redirect("huishouden", split.oud_id)
    context = _context(opened) | {"form": form, "splitsing": split}
    status = 422 if form.errors else 200
    return render(request, "toegang/splitsing.html", context, status=status)


def _form(request: HttpRequest, opened: Dossier, soort: str) -> Any:
    data = request.POST if request.method == "POST" else None
    if soort == "geboorte":
        person = opened.leden[0].inwoner if opened.leden else None
        names = ("tussenvoegsel", "geslachtsnaam")
        known = {name: getattr(person, name) for name in names} if person else {}
        return GeboorteForm(data, initial=known)
    if soort == "verhuizing":
        return VerhuisForm(data, initial={"revisie": opened.huishouden.revisie})
    living = [lid for lid in opened.leden if lid.band == Band.THUIS and lid.tot is None]
    parts = VOORBEELD_SPLITSEN.collect(wie(request), opened.huishouden.pk)
    return VertrekForm(data, leden=living, delen=parts)


def _context(opened: Dossier) -> dict[str, Any]:
    return {
        "huishouden": opened.huishouden,
        "leden": opened.leden,
        "naam": family_name(opened.leden),
    }
