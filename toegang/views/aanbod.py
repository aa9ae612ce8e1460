"""What is there for a question: offer it, and record what the resident said."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist
from hengelo_sociaal.web.formulieren import formfout
from toegang.domain.aanbod import record_nothing_fits, record_offer
from toegang.domain.inzien import look_at_contact
from toegang.forms.aanbod import AanbodForm
from toegang.models import Hulpvraag
from toegang.queries.aanbod import matches
from toegang.queries.zicht import visible_questions
from toegang.rechten import CONTACT_SCHRIJVEN
from toegang.views.gemeen import as_uuid, who
from voorzieningen.models import Voorziening
from voorzieningen.rechten import GEMIS_MELDEN


@vereist(CONTACT_SCHRIJVEN)
@require_http_methods(["GET", "POST"])
def aanbod(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What fits this question, lightest first; each with what was said to it."""
    question = _find(request, pk)
    form = AanbodForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            _record(request, question, form)
        except DomeinFout as refused:
            formfout(form, refused)
        else:
            messages.success(request, "Vastgelegd bij deze vraag.")
            return redirect("vraag-aanbod", pk)
    look_at_contact(by=who(request), contact_id=question.contact_id, at=nu())
    context = {
        "vraag": question,
        "form": form,
        "passend": matches(question, op=vandaag()),
        "gezegd": question.aanbod.select_related("voorziening", "door"),
        "meldt_gemis": GEMIS_MELDEN.van(who(request)) is not None,
    }
    status = 422 if form.errors else 200
    return render(request, "toegang/aanbod.html", context, status=status)


def _find(request: HttpRequest, pk: uuid.UUID) -> Hulpvraag:
    mine = visible_questions(who(request), op=vandaag(), recht=CONTACT_SCHRIJVEN)
    rows = mine.select_related("contact__inwoner", "soort", "leefgebied")
    return get_object_or_404(rows.prefetch_related("aanbod"), pk=pk)


def _record(request: HttpRequest, question: Hulpvraag, form: AanbodForm) -> None:
    chosen = as_uuid(request.POST.get("voorziening"))
    words = form.cleaned_data["toelichting"]
    if chosen is None:
        record_nothing_fits(hulpvraag_id=question.pk, toelichting=words, by=who(request), at=nu())
        return
    record_offer(
        hulpvraag_id=question.pk,
        voorziening=get_object_or_404(Voorziening.objects.geldig(vandaag()), pk=chosen),
        reden=form.cleaned_data["reden"],
        toelichting=words,
        by=who(request),
        at=nu(),
    )
