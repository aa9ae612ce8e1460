"""Somebody who is not there yet: person and address on one page, duplicates shown first."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.poort import vereist
from hengelo_sociaal.web.formulieren import formfout
from toegang.domain.aanmelden import register_at_address
from toegang.exceptions import BsnBestaatAl, MogelijkDubbel
from toegang.forms.inwoner import AdresForm, DubbelForm, InwonerForm, cleaned_bsn
from toegang.rechten import HUISHOUDEN_SCHRIJVEN
from toegang.views.gemeen import who


@vereist(HUISHOUDEN_SCHRIJVEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """A new resident in a new household; then back to the contact with them chosen."""
    if request.method == "GET":
        return _show(request, InwonerForm(), AdresForm(initial={"woonplaats": "Hengelo"}))
    form, adres = InwonerForm(request.POST), AdresForm(request.POST)
    if not (form.is_valid() and adres.is_valid()):
        return _show(request, form, adres)
    try:
        inwoner = register_at_address(
            by=who(request),
            gegevens=form.gegevens(),
            adres=adres.adres(),
            bsn=cleaned_bsn(form.cleaned_data),
            negeer_dubbel=request.POST.get("reden") or None,
            at=nu(),
        )
    except (MogelijkDubbel, BsnBestaatAl) as refusal:
        return _show(request, form, adres, refusal=refusal)
    except DomeinFout as refusal:
        formfout(adres if set(refusal.velden) & set(adres.fields) else form, refusal)
        return _show(request, form, adres)
    messages.success(request, f"{inwoner.naam} is opgeslagen. Vul nu de vraag in.")
    return redirect(f"{reverse('contact-nieuw')}?inwoner={inwoner.pk}")


def _show(
    request: HttpRequest,
    form: InwonerForm,
    adres: AdresForm,
    refusal: DomeinFout | None = None,
) -> HttpResponse:
    context: dict[str, Any] = {"form": form, "adres": adres, "weigering": refusal}
    if isinstance(refusal, MogelijkDubbel):
        context["dubbel"] = DubbelForm()
    if refusal is not None:
        context["kandidaten"] = [_readable(one) for one in _candidates(refusal)]
    refused = form.errors or adres.errors or refusal
    return render(request, "toegang/inwoner_nieuw.html", context, status=422 if refused else 200)


def _candidates(refusal: DomeinFout) -> list[dict[str, Any]]:
    found = refusal.extra.get("kandidaten", [])
    assert isinstance(found, list)  # noqa: S101
    return found


def _readable(candidate: dict[str, Any]) -> dict[str, Any]:
    """The birth date as a day again, to be written the Dutch way."""
    born = candidate["geboortedatum"]
    return candidate | {"geboortedatum": dt.date.fromisoformat(born) if born else None}
