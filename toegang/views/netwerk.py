"""The network of a household, and who speaks for whom: adding and ending."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from hengelo_sociaal.kern.fouten import DomeinFout, NietGevonden
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.formulieren import formfout
from toegang.domain.dossier import Dossier
from toegang.domain.netwerk import end_netwerklid, end_vertegenwoordiger
from toegang.forms.netwerk import NetwerkForm, StopForm, VertegenwoordigerForm
from toegang.queries.huishouden import family_name
from toegang.queries.netwerk import network_of, speakers_of
from toegang.rechten import DOSSIER_SCHRIJVEN, HUISHOUDEN_WIJZIGEN
from toegang.views.samenstelling import open_to_change


@vereist(DOSSIER_SCHRIJVEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Somebody around the household."""
    opened = open_to_change(request, pk)
    form = NetwerkForm(request.POST or None, leden=opened.leden)
    return _save(request, opened, form, "Toevoegen aan het netwerk", "Het netwerk is aangevuld.")


@vereist(HUISHOUDEN_WIJZIGEN)
@require_http_methods(["GET", "POST"])
def vertegenwoordiger(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Somebody who speaks for a member of the household."""
    opened = open_to_change(request, pk)
    form = VertegenwoordigerForm(request.POST or None, leden=opened.leden)
    return _save(
        request, opened, form, "Vertegenwoordiger toevoegen", "De vertegenwoordiger is opgeslagen."
    )


@vereist(DOSSIER_SCHRIJVEN)
@require_http_methods(["GET", "POST"])
def netwerk_einde(request: HttpRequest, pk: uuid.UUID, ander: uuid.UUID) -> HttpResponse:
    """Somebody is no longer part of the network."""
    opened = open_to_change(request, pk)
    found = next((one for one in network_of(pk, op=vandaag()) if one.pk == ander), None)
    if found is None:
        raise NietGevonden()

    def end(tot: Any) -> None:
        end_netwerklid(by=wie(request), netwerklid_id=ander, tot=tot, at=nu())

    return _stop(request, opened, found.naam, end)


@vereist(HUISHOUDEN_WIJZIGEN)
@require_http_methods(["GET", "POST"])
def vertegenwoordiger_einde(request: HttpRequest, pk: uuid.UUID, ander: uuid.UUID) -> HttpResponse:
    """Somebody no longer speaks for a member of the household."""
    opened = open_to_change(request, pk)
    members = [lid.inwoner_id for lid in opened.leden]
    found = next((one for one in speakers_of(members, op=vandaag()) if one.pk == ander), None)
    if found is None:
        raise NietGevonden()

    def end(tot: Any) -> None:
        end_vertegenwoordiger(by=wie(request), vertegenwoordiger_id=ander, tot=tot, at=nu())

    return _stop(request, opened, found.naam, end)


def _save(request: HttpRequest, opened: Dossier, form: Any, title: str, done: str) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            form.run(by=wie(request), huishouden_id=opened.huishouden.pk, at=nu())
        except DomeinFout as refusal:
            formfout(form, refusal)
        else:
            messages.success(request, done)
            return redirect("huishouden", opened.huishouden.pk)
    return _show(request, opened, form, title)


def _stop(request: HttpRequest, opened: Dossier, name: str, end: Any) -> HttpResponse:
    form = StopForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            end(form.cleaned_data["tot"])
        except DomeinFout as refusal:
            formfout(form, refusal)
        else:
            messages.success(request, f"{name} staat er niet meer bij.")
            return redirect("huishouden", opened.huishouden.pk)
    return _show(request, opened, form, f"{name} hoort er niet meer bij")


def _show(request: HttpRequest, opened: Dossier, form: Any, title: str) -> HttpResponse:
    context = {
        "huishouden": opened.huishouden,
        "naam": family_name(opened.leden),
        "form": form,
        "titel": title,
    }
    status = 422 if form.errors else 200
    return render(request, "toegang/verandering.html", context, status=status)
