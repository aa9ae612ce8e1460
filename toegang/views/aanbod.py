"""What is there for a question: offer it, and record what the resident said."""

import uuid

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.formulieren import formfout
from hengelo_sociaal.web.parameters import as_uuid
from toegang.domain.aanbod import record_nothing_fits, record_offer, withdraw_offer
from toegang.domain.inzien import look_at_contact
from toegang.forms.aanbod import AanbodForm, NietsLichtsForm
from toegang.models import Hulpvraag
from toegang.queries.aanbod import Passend, matches
from toegang.queries.zicht import visible_questions
from toegang.rechten import CONTACT_SCHRIJVEN
from toegang.views.gemeen import sees_households
from voorzieningen.models import Voorziening
from voorzieningen.rechten import GEMIS_MELDEN


@vereist(CONTACT_SCHRIJVEN)
@require_http_methods(["GET", "POST"])
def aanbod(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What fits this question, lightest first; each with what was said to it."""
    question = _find(request, pk)
    nothing, answer = NietsLichtsForm(), None
    if request.method == "POST":
        if "voorziening" not in request.POST:
            nothing = NietsLichtsForm(request.POST)
            done = _record_nothing(request, question, nothing)
        else:
            chosen = as_uuid(request.POST["voorziening"])
            provision = get_object_or_404(Voorziening.objects.geldig(vandaag()), pk=chosen)
            answer = AanbodForm(request.POST, voorziening=provision)
            done = _record_answer(request, question, answer)
        if done:
            messages.success(request, "Vastgelegd bij deze vraag.")
            return redirect("vraag-aanbod", pk)
    look_at_contact(by=wie(request), contact_id=question.contact_id, at=nu())
    wrong: list[Form] = [each for each in (nothing, answer) if each and each.errors]
    context = {
        "vraag": question,
        "niets": nothing,
        "fout": wrong,
        "passend": _answers(question, answer),
        "gezegd": question.aanbod.select_related("voorziening", "door"),
        "mag_huishouden": sees_households(wie(request)),
        "meldt_gemis": GEMIS_MELDEN.van(wie(request)) is not None,
    }
    return render(request, "toegang/aanbod.html", context, status=422 if wrong else 200)


@vereist(CONTACT_SCHRIJVEN)
@require_POST
def terugnemen(request: HttpRequest, pk: uuid.UUID, aanbod: uuid.UUID) -> HttpResponse:
    """Take back what was recorded by mistake."""
    withdraw_offer(hulpvraag_id=pk, aanbod_id=aanbod, by=wie(request), at=nu())
    messages.success(request, "Teruggenomen. Het telt niet meer mee.")
    return redirect("vraag-aanbod", pk)


def _find(request: HttpRequest, pk: uuid.UUID) -> Hulpvraag:
    mine = visible_questions(wie(request), op=vandaag(), recht=CONTACT_SCHRIJVEN)
    rows = mine.select_related("contact__inwoner", "soort", "leefgebied")
    return get_object_or_404(rows.prefetch_related("aanbod"), pk=pk)


def _answers(question: Hulpvraag, given: AanbodForm | None) -> list[tuple[Passend, AanbodForm]]:
    """Each provision with its form; the one that was refused keeps what was filled in."""
    rows = []
    for each in matches(question, op=vandaag()):
        found = each.treffer.voorziening
        same = given if given and given.voorziening.pk == found.pk else None
        rows.append((each, same or AanbodForm(voorziening=found, aanbod=each.aanbod)))
    return rows


def _record_nothing(request: HttpRequest, question: Hulpvraag, form: NietsLichtsForm) -> bool:
    if not form.is_valid():
        return False
    try:
        record_nothing_fits(hulpvraag_id=question.pk, **form.cleaned_data, by=wie(request), at=nu())
    except DomeinFout as refused:
        formfout(form, refused)
    return form.is_valid()


def _record_answer(request: HttpRequest, question: Hulpvraag, form: AanbodForm) -> bool:
    if not form.is_valid():
        return False
    try:
        record_offer(
            hulpvraag_id=question.pk,
            voorziening=form.voorziening,
            reden=form.reden,
            toelichting=form.cleaned_data["toelichting"],
            by=wie(request),
            at=nu(),
        )
    except DomeinFout as refused:
        formfout(form, refused)
    return form.is_valid()
