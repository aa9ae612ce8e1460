"""Objections: the list, one objection with its terms, and the steps of a jurist."""

import uuid

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from hengelo_sociaal.kern.paginering import page
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.papier.document import Document
from hengelo_sociaal.papier.views.antwoord import pdf_response
from plannen.domain.besluit.bezwaar import receive_bezwaar
from plannen.domain.besluit.brieven import (
    give_objection_paper,
    letter_of_objection,
    objection_paper,
    preview_step,
)
from plannen.domain.besluit.inzage import look_at_besluit, look_at_bezwaar, note_list
from plannen.enums import BezwaarStatus
from plannen.forms.bezwaar import BEZWAARFORMS, BezwaarForm, Bezwaarstap
from plannen.models import Bezwaar
from plannen.queries.besluit.lijst import list_bezwaren
from plannen.queries.besluit.stappen import steps_of_objection
from plannen.queries.besluit.tijdigheid import timeliness
from plannen.rechten import BESLUIT_LEZEN, BEZWAAR_BEHANDELEN
from plannen.views.besluiten import cursor_of, explained
from plannen.views.gemeen import attempt, ingezonden

RIJEN = 40


class BezwaarFilter(forms.Form):
    """What to show, in the address."""

    stand = forms.ChoiceField(
        label="Stand",
        choices=[("", "Alle bezwaren"), ("lopend", "Wat loopt"), *BezwaarStatus.choices],
        required=False,
    )

    def chosen(self) -> str:
        """The choice; what cannot be read counts as not chosen."""
        self.is_valid()
        return str(self.cleaned_data.get("stand", ""))


@vereist(BESLUIT_LEZEN)
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """The objections that somebody may see, the newest first."""
    by, op = wie(request), vandaag()
    filters = BezwaarFilter(request.GET)
    rows = list_bezwaren(by, op=op, stand=filters.chosen())
    shown = page(rows, ordering="-ontvangen_op", size=RIJEN, cursor=cursor_of(request))
    about = [one.besluit for one in shown.rijen]
    note_list(soort="bezwaar", besluiten=about, by=by, at=nu())
    context = {"filters": filters, "pagina": shown, "vandaag": op}
    return render(request, "plannen/bezwaren.html", context)


@vereist(BESLUIT_LEZEN)
@require_GET
def detail(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """One objection."""
    return _page(request, look_at_bezwaar(bezwaar_id=id, by=wie(request), at=nu()))


@vereist(BEZWAAR_BEHANDELEN)
def nieuw(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Register an objection against a besluit."""
    besluit = look_at_besluit(besluit_id=id, by=wie(request), at=nu())
    form = BezwaarForm(ingezonden(request))
    made: list[Bezwaar] = []

    def act() -> None:
        made.append(
            receive_bezwaar(besluit_id=id, gegevens=form.gegevens(), by=wie(request), at=nu())
        )

    if form.is_bound and form.is_valid() and attempt(form, act):
        messages.success(request, f"Bezwaar {made[0].nummer} is geregistreerd.")
        return redirect("bezwaar", made[0].pk)
    context = {"form": form, "besluit": besluit}
    status = 422 if form.is_bound else 200
    return render(request, "plannen/bezwaar_nieuw.html", context, status=status)


@vereist(BEZWAAR_BEHANDELEN)
@require_http_methods(["GET", "POST"])
def stap(request: HttpRequest, id: uuid.UUID, code: str) -> HttpResponse:
    """Take one step; refused steps come back with their sentence."""
    if code not in BEZWAARFORMS:
        raise Http404
    if request.method == "GET":
        return redirect("bezwaar", id)
    bezwaar = look_at_bezwaar(bezwaar_id=id, by=wie(request), at=nu())
    form = BEZWAARFORMS[code](request.POST, prefix=code)
    if "terug" in request.POST:
        return _page(request, bezwaar, sent=form, status=200)
    if "bekijken" in request.POST:
        return _preview(request, bezwaar, form)
    if form.is_valid() and attempt(form, lambda: form.run(id=id, by=wie(request), at=nu())):
        messages.success(request, form.gedaan)
        return redirect("bezwaar", id)
    return _page(request, bezwaar, sent=form, status=422)


def _preview(request: HttpRequest, bezwaar: Bezwaar, form: Bezwaarstap) -> HttpResponse:
    """The letter of a step before anything is done, with what was filled in kept beside it."""
    shown: list[Document] = []

    def act() -> None:
        shown.append(
            preview_step(bezwaar.pk, lambda: form.run(id=bezwaar.pk, by=wie(request), at=nu()))
        )

    if not (form.is_valid() and attempt(form, act)):
        return _page(request, bezwaar, sent=form, status=422)
    context = {"bezwaar": bezwaar, "form": form, "document": shown[0]}
    return render(request, "plannen/bezwaarbrief_voorbeeld.html", context)


@vereist(BESLUIT_LEZEN)
@require_GET
def brief(request: HttpRequest, id: uuid.UUID, brief: uuid.UUID) -> HttpResponse:
    """A letter about the objection on a page, as it was sent."""
    bezwaar = look_at_bezwaar(bezwaar_id=id, by=wie(request), at=nu())
    found = letter_of_objection(bezwaar, brief)
    context = {
        "bezwaar": bezwaar,
        "brief": found,
        "document": objection_paper(found).document,
        "groot": request.GET.get("groot") == "1",
    }
    return render(request, "plannen/bezwaarbrief.html", context)


@vereist(BESLUIT_LEZEN)
@require_GET
def brief_pdf(request: HttpRequest, id: uuid.UUID, brief: uuid.UUID) -> HttpResponse:
    """The same letter as tagged PDF, kept with the objection."""
    bezwaar = look_at_bezwaar(bezwaar_id=id, by=wie(request), at=nu())
    found = letter_of_objection(bezwaar, brief)
    large = request.GET.get("groot") == "1"
    pdf = give_objection_paper(found, by=wie(request), at=nu(), groot=large)
    return pdf_response(pdf, f"{bezwaar.nummer}-{found.soort}")


def _page(
    request: HttpRequest, bezwaar: Bezwaar, sent: Bezwaarstap | None = None, status: int = 200
) -> HttpResponse:
    last = bezwaar.besluit.bezwaartermijn
    assert last is not None  # noqa: S101  nobody objects against what was not sent
    handles = BEZWAAR_BEHANDELEN.van(wie(request)) is not None
    codes = _fitting(bezwaar) if handles else []
    context = {
        "bezwaar": bezwaar,
        "besluit": bezwaar.besluit,
        "tijdigheid": timeliness(
            einddatum=last.einddatum or bezwaar.ontvangen_op,
            ontvangen_op=bezwaar.ontvangen_op,
            gepost_op=bezwaar.gepost_op,
        ),
        "stappen": [
            sent if sent is not None and sent.code == code else _empty(code, bezwaar)
            for code in codes
        ],
        "gestuurd": sent,
        "brieven": bezwaar.brieven.all(),
        "uitleg": explained(bezwaar.beslistermijn),
        "vandaag": vandaag(),
    }
    return render(request, "plannen/bezwaar.html", context, status=status)


def _empty(code: str, bezwaar: Bezwaar) -> Bezwaarstap:
    """The form of a step with what is known."""
    kind = BEZWAARFORMS[code]
    return kind(prefix=code, initial=kind.start(bezwaar))


def _fitting(bezwaar: Bezwaar) -> list[str]:
    """The steps that fit, what comes first on top; nothing about lateness when in time."""
    fitting = steps_of_objection(bezwaar)
    waits_for_reasons = bezwaar.pro_forma and not bezwaar.gronden
    first = "herstel" if waits_for_reasons else "hoorzitting"
    if bezwaar.gehoord is not None:
        first = "beslissen"
    elif bezwaar.hoorzitting_op is not None:
        first = "horen"
    codes = [first, *(code for code in BEZWAARFORMS if code != first)]
    return [
        code
        for code in codes
        if code in fitting and (code != "verschoonbaar" or not bezwaar.op_tijd)
    ]
