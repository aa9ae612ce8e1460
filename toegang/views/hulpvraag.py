"""The digital front door: what is there already, the same questions, how to reach you.

Four small pages that carry what was filled in along, so that nothing is kept of somebody
who only looks. The only cookie is the one against forged forms, and every step works without
JavaScript.
"""

import uuid
from collections.abc import Callable
from typing import Any

from axes.helpers import get_client_ip_address
from django import forms
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.poort import openbaar
from hengelo_sociaal.web.formulieren import formfout
from toegang.domain.drempel import pass_threshold
from toegang.domain.website import WebvraagGegevens, receive_webvraag
from toegang.exceptions import TeGroot
from toegang.forms.onderwerpen import ONDERWERPEN
from toegang.forms.uitvraag import UitvraagForm
from toegang.forms.website import AanbodStap, GegevensStap, VraagStap
from toegang.queries.website import fitting_provisions
from toegang.views.kernvragen import core_questions

MOST_BYTES = 300_000
SOONEST, LATEST = 3, 24 * 3600  # seconds between opening the page and sending it
BEWIJS, ONTVANGEN = "hulpvraag-bewijs", "hulpvraag-ontvangen"
WAT_ANDERS = "vragen.wat-anders"
VOLGENDE = {"vraag": "aanbod", "aanbod": "vragen", "vragen": "gegevens"}
VORIGE = {"aanbod": "vraag", "vragen": "aanbod", "gegevens": "vragen"}
NIET_MEE = {"csrfmiddlewaretoken", "stap", "actie", "laat_leeg"}


@openbaar
@require_http_methods(["GET", "POST"])
def vragen(request: HttpRequest) -> HttpResponse:
    """One page of the front door; the last one sends the question in."""
    if request.method == "GET":
        return _show(request, "vraag", {"vraag": VraagStap()}, proof=_new_proof())
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
        raise TeGroot()
    pass_threshold(adres=_address(request), wat="kijken", at=nu())
    sent = request.POST.get("stap", "")
    step = sent if sent in _STEPS else "vraag"
    forms_ = _forms(request, step)
    if request.POST.get("actie") == "terug":
        return _show(request, VORIGE.get(step, "vraag"), forms_)
    wrong = next((name for name, form in forms_.items() if not form.is_valid()), None)
    if wrong is not None:
        return _show(request, wrong, forms_, status=422)
    return _send(request, forms_) if step == "gegevens" else _show(request, VOLGENDE[step], forms_)


@openbaar
@require_GET
def ontvangen(request: HttpRequest, bewijs: str) -> HttpResponse:
    """What happens now, with the reference."""
    try:
        number = signing.loads(bewijs, salt=ONTVANGEN, max_age=LATEST)
    except signing.BadSignature:
        return redirect("hulpvraag")
    return render(request, "toegang/hulpvraag/ontvangen.html", {"nummer": number})


def _send(request: HttpRequest, forms_: dict[str, Any]) -> HttpResponse:
    key = _key_of_proof(request)
    details, question = forms_["gegevens"], forms_["vraag"].cleaned_data
    if key is None:
        details.add_error(None, "Kijk uw antwoorden nog een keer na en verstuur ze dan opnieuw.")
        return _show(request, "gegevens", forms_, status=422, proof=_new_proof())
    given = {k: v for k, v in details.cleaned_data.items() if k != "laat_leeg"}
    try:
        pass_threshold(adres=_address(request), wat="versturen", at=nu())
        made = receive_webvraag(
            gegevens=WebvraagGegevens(
                **question, **given, soort=forms_["aanbod"].cleaned_data["soort"]
            ),
            antwoorden=forms_["vragen"].answers(),
            sleutel=key,
            at=nu(),
        )
    except DomeinFout as refusal:
        formfout(details, refusal)
        return _show(request, "gegevens", forms_, status=max(422, refusal.status))
    return redirect("hulpvraag-ontvangen", signing.dumps(made.nummer, salt=ONTVANGEN))


def _forms(request: HttpRequest, step: str) -> dict[str, Any]:
    """The forms up to and including a step, filled with what was sent."""
    made: dict[str, Any] = {"vraag": VraagStap(request.POST)}
    if step != "vraag":
        made["aanbod"] = _kinds(request, request.POST)
    if step in {"vragen", "gegevens"}:
        made["vragen"] = _questions(request.POST)
    if step == "gegevens":
        made["gegevens"] = GegevensStap(request.POST)
    return made


def _kinds(request: HttpRequest, data: Any = None) -> AanbodStap:
    """The kinds of question of the topic that was chosen."""
    return AanbodStap(data, leefgebied=request.POST.get("leefgebied", ""))


def _questions(data: Any = None) -> UitvraagForm:
    """The core questions, drawn by the renderer that everybody uses."""
    return core_questions(data, namen=ONDERWERPEN)


_MAKE: dict[str, Callable[[Any], forms.Form]] = {
    "vraag": VraagStap,
    "vragen": _questions,
    "gegevens": GegevensStap,
}


def _show(
    request: HttpRequest,
    step: str,
    forms_: dict[str, Any],
    *,
    status: int = 200,
    proof: str = "",
) -> HttpResponse:
    form = forms_.get(step) or _make(request, step)
    if step == "vragen" and form is not None and not form.is_bound:
        form.initial = {
            WAT_ANDERS: request.POST.get("vraag", "")
        }  # told already, so not asked again
    context = {
        "stap": step,
        "form": form,
        "nummer": list(_STEPS).index(step) + 1,
        "titel": _STEPS[step],
        "bewijs": proof or request.POST.get("bewijs", ""),
        "mee": _carried(request, form),
    }
    if step == "aanbod":
        asked = forms_["vraag"].cleaned_data if forms_["vraag"].is_valid() else {}
        context["aanbod"] = fitting_provisions(asked.get("vraag", ""), asked.get("leefgebied", ""))
    return render(request, _PAGES[step], context, status=status)


def _make(request: HttpRequest, step: str) -> forms.Form:
    """The form of a page, with what was filled in when somebody comes back to it."""
    if step == "aanbod":
        return _kinds(request, request.POST if "soort" in request.POST else None)
    return _MAKE[step](_known(request, step))


_PAGES = {
    "vraag": "toegang/hulpvraag/vraag.html",
    "aanbod": "toegang/hulpvraag/aanbod.html",
    "vragen": "toegang/hulpvraag/vragen.html",
    "gegevens": "toegang/hulpvraag/gegevens.html",
}
_STEPS = {
    "vraag": "Waar wilt u hulp bij?",
    "aanbod": "Dit is er al",
    "vragen": "Vertel iets meer",
    "gegevens": "Hoe bereiken wij u?",
}


def _known(request: HttpRequest, step: str) -> Any:
    """What was filled in on a page before, when somebody comes back to it."""
    names = _MAKE[step](None).fields
    return request.POST if any(name in request.POST for name in names) else None


def _carried(request: HttpRequest, form: forms.Form | None) -> list[tuple[str, str]]:
    """What the other pages filled in, to take along as hidden fields."""
    here = set(form.fields) if form is not None else set()
    pages = (_questions(), VraagStap(), AanbodStap(), GegevensStap())
    known = {name: field for page in pages for name, field in page.fields.items()}
    return [
        (name, request.POST[name])
        for name in known
        if name in request.POST and name not in here and name not in NIET_MEE
    ]


def _new_proof() -> str:
    """When this page was opened, signed, with the key by which sending twice is one question."""
    return signing.dumps(uuid.uuid4().hex, salt=BEWIJS)


def _key_of_proof(request: HttpRequest) -> uuid.UUID | None:
    """The key; None when the page was not opened by a person a while ago."""
    proof = request.POST.get("bewijs", "")
    try:
        key = signing.loads(proof, salt=BEWIJS, max_age=LATEST)
    except signing.BadSignature:
        return None
    try:
        signing.loads(proof, salt=BEWIJS, max_age=SOONEST)
    except signing.SignatureExpired:
        return uuid.UUID(key)
    return None


def _address(request: HttpRequest) -> str:
    return get_client_ip_address(request) or "onbekend"
