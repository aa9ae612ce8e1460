"""Somebody who is not there yet: person and address on one page, duplicates shown first."""

import datetime as dt
import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from hengelo_sociaal.brp.client import is_on
from hengelo_sociaal.brp.personen import BrpPersoon
from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.formulieren import formfout
from toegang.domain.aanmelden import register_at_address, register_in_household
from toegang.domain.brp import ask_address, ask_bsn
from toegang.domain.dossier import Dossier
from toegang.exceptions import BsnBestaatAl, MogelijkDubbel
from toegang.forms.brp import address_fields, person_fields, seal, unseal
from toegang.forms.inwoner import (
    AdresForm,
    BewonerForm,
    DubbelForm,
    InwonerForm,
    cleaned_bsn,
)
from toegang.queries.huishouden import family_name
from toegang.rechten import HUISHOUDEN_SCHRIJVEN
from toegang.views.samenstelling import open_to_change


@vereist(HUISHOUDEN_SCHRIJVEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """A new resident in a new household; then back to the contact with them chosen."""
    if request.method == "GET":
        return _show(request, InwonerForm(), AdresForm())
    if request.POST.get("actie") == "brp" or "brp" in request.POST:
        return _from_brp(request)
    form, adres = InwonerForm(request.POST), AdresForm(request.POST)
    if not (form.is_valid() and adres.is_valid()):
        return _show(request, form, adres)
    try:
        inwoner = register_at_address(
            by=wie(request),
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


@vereist(HUISHOUDEN_SCHRIJVEN)
@require_http_methods(["GET", "POST"])
def bewoner(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """A new resident in a household that is there; then the household, or one more."""
    opened = open_to_change(request, pk)
    data = request.POST if request.method == "POST" else None
    form, plaats = InwonerForm(data, initial=_name_of(opened)), BewonerForm(data)
    form.fields["geheim"].label = "De gegevens zijn geheim"
    refusal: DomeinFout | None = None
    if data is not None and form.is_valid() & plaats.is_valid():
        try:
            made = register_in_household(
                by=wie(request),
                huishouden=opened.huishouden,
                gegevens=form.gegevens(),
                bsn=cleaned_bsn(form.cleaned_data),
                negeer_dubbel=data.get("reden") or None,
                at=nu(),
                **plaats.cleaned_data,
            )
        except (MogelijkDubbel, BsnBestaatAl) as found:
            refusal = found
        except DomeinFout as found:
            formfout(plaats if set(found.velden) & set(plaats.fields) else form, found)
        else:
            messages.success(request, f"{made.naam} hoort nu bij dit huishouden.")
            again = data.get("actie") == "nog-een"
            return redirect("huishouden-bewoner-nieuw" if again else "huishouden", pk)
    context = {
        "form": form,
        "plaats": plaats,
        "huishouden": opened.huishouden,
        "naam": family_name(opened.leden),
        **_refused(refusal),
    }
    wrong = form.errors or plaats.errors or refusal
    return render(request, "toegang/bewoner_nieuw.html", context, status=422 if wrong else 200)


def _name_of(opened: Dossier) -> dict[str, str]:
    """The surname of who is there first, for most live with family."""
    first = opened.leden[0].inwoner if opened.leden else None
    names = ("tussenvoegsel", "geslachtsnaam")
    return {name: getattr(first, name) for name in names} if first else {}


def _from_brp(request: HttpRequest) -> HttpResponse:
    """What was typed, filled in by the BRP: by BSN, by a chosen person, or by address.

    When the BRP says nothing the form comes back as it was: registering always goes on.
    """
    typed = {name: request.POST.get(name, "") for name in request.POST}
    as_it_was = InwonerForm(initial=typed), AdresForm(initial=typed)
    chosen = unseal(request.POST.get("brp", ""), owner=wie(request).pk)
    bsn = chosen or cleaned_bsn(typed)
    try:
        if bsn:
            return _filled(request, ask_bsn(by=wie(request), bsn=bsn, at=nu()), typed)
        number = typed.get("huisnummer", "")
        found = ask_address(
            by=wie(request),
            postcode=typed.get("postcode", ""),
            huisnummer=int(number) if number.isdecimal() and len(number) < 6 else None,
            at=nu(),
        )
    except DomeinFout as refusal:
        sentence = next(iter(refusal.velden.values()), refusal.melding)
        return _show(request, *as_it_was, brp_zin=sentence)
    sealed = [(one, seal(one.bsn, owner=wie(request).pk)) for one in found]
    return _show(request, *as_it_was, brp_bewoners=sealed)


def _filled(request: HttpRequest, person: BrpPersoon, typed: dict[str, Any]) -> HttpResponse:
    """The forms with what the BRP knows; what only people know stays as it was typed."""
    own = {name: typed.get(name, "") for name in ("telefoon", "email")}
    form = InwonerForm(initial=person_fields(person) | own)
    return _show(request, form, AdresForm(initial=address_fields(person)), brp=person)


def _show(
    request: HttpRequest,
    form: InwonerForm,
    adres: AdresForm,
    refusal: DomeinFout | None = None,
    **extra: Any,
) -> HttpResponse:
    context: dict[str, Any] = {"form": form, "adres": adres, "brp_aan": is_on(), **extra}
    context |= _refused(refusal)
    refused = form.errors or adres.errors or refusal
    return render(request, "toegang/inwoner_nieuw.html", context, status=422 if refused else 200)


def _refused(refusal: DomeinFout | None) -> dict[str, Any]:
    """Who may be the same person, and the question why it is somebody else after all."""
    if refusal is None:
        return {}
    found: dict[str, Any] = {"weigering": refusal}
    if isinstance(refusal, MogelijkDubbel):
        found["dubbel"] = DubbelForm()
    return found | {"kandidaten": [_readable(one) for one in _candidates(refusal)]}


def _candidates(refusal: DomeinFout) -> list[dict[str, Any]]:
    found = refusal.extra.get("kandidaten", [])
    assert isinstance(found, list)  # noqa: S101
    return found


def _readable(candidate: dict[str, Any]) -> dict[str, Any]:
    """The birth date as a day again, to be written the Dutch way."""
    born = candidate["geboortedatum"]
    return candidate | {"geboortedatum": dt.date.fromisoformat(born) if born else None}
