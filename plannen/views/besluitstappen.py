"""What people do with a besluit: answer a check, take a step, see the letter, follow it up."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from aanbieders.rechten import TOEWIJZING_SCHRIJVEN
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.papier.views.antwoord import pdf_response
from plannen.domain.besluit.aanleiding import from_besluit
from plannen.domain.besluit.inzage import look_at_besluit
from plannen.domain.besluit.opstellen import answer_check, draft_besluit
from plannen.domain.besluit.papier import give_letter_paper, letter_paper
from plannen.domain.besluit.toewijzen import carry_out_besluit
from plannen.forms.besluit import BesluitForm, ToetsForm, start_of
from plannen.forms.besluitstappen import STAPFORMS
from plannen.models import Besluit
from plannen.rechten import BESLUIT_LEZEN, BESLUIT_NEMEN, BESLUIT_OPSTELLEN
from plannen.views.besluiten import besluit_page
from plannen.views.gemeen import attempt, ingezonden


@vereist(BESLUIT_OPSTELLEN)
@require_http_methods(["GET", "POST"])
def toets(request: HttpRequest, id: uuid.UUID, code: str) -> HttpResponse:
    """Answer one check."""
    if request.method == "GET":
        return redirect("besluit", id)
    besluit = look_at_besluit(besluit_id=id, by=wie(request), at=nu())
    form = ToetsForm(request.POST, prefix=code)

    def act() -> None:
        answer_check(
            besluit_id=besluit.pk, code=code, **form.cleaned_data, by=wie(request), at=nu()
        )

    if form.is_valid() and attempt(form, act):
        return redirect(f"{request.path.rsplit('/controles', 1)[0]}#controles")
    return besluit_page(request, besluit, toets=form)


@vereist(BESLUIT_OPSTELLEN, BESLUIT_NEMEN)
@require_http_methods(["GET", "POST"])
def stap(request: HttpRequest, id: uuid.UUID, code: str) -> HttpResponse:
    """Take one step; refused steps come back with their sentence."""
    if code not in STAPFORMS:
        raise Http404
    if request.method == "GET":
        return redirect("besluit", id)
    besluit = look_at_besluit(besluit_id=id, by=wie(request), at=nu())
    form = STAPFORMS[code](request.POST)
    if form.is_valid() and attempt(form, lambda: form.run(id=id, by=wie(request), at=nu())):
        messages.success(request, form.gedaan)
        return redirect("besluit", id)
    return besluit_page(request, besluit, stap=form)


@vereist(BESLUIT_LEZEN)
@require_GET
def brief(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """The letter on a page: as it was sent, or as it will be."""
    besluit = look_at_besluit(besluit_id=id, by=wie(request), at=nu())
    document = letter_paper(besluit, op=vandaag()).document
    context = {"besluit": besluit, "document": document, "groot": _large(request)}
    return render(request, "plannen/brief.html", context)


@vereist(BESLUIT_LEZEN)
@require_GET
def brief_pdf(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """The same letter as tagged PDF; once sent it is kept."""
    besluit = look_at_besluit(besluit_id=id, by=wie(request), at=nu())
    pdf = give_letter_paper(besluit, op=vandaag(), by=wie(request), at=nu(), groot=_large(request))
    return pdf_response(pdf, besluit.nummer)


def _large(request: HttpRequest) -> bool:
    return request.GET.get("groot") == "1"


@vereist(TOEWIJZING_SCHRIJVEN)
@require_POST
def toewijzen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Make the toewijzing that the besluit asks for."""
    made = carry_out_besluit(besluit_id=id, by=wie(request), at=nu())
    messages.success(request, f"Toewijzing {made.nummer} is gemaakt.")
    return redirect("toewijzing", made.pk)


@vereist(BESLUIT_OPSTELLEN)
def vervolg(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Draft a besluit that changes or ends this one, from a day."""
    earlier = look_at_besluit(besluit_id=id, by=wie(request), at=nu())
    start = start_of(earlier) | {"soort": "herziening", "van": vandaag(), "motivering": ""}
    form = BesluitForm(
        ingezonden(request), wet=earlier.wet_id, op=vandaag(), vervolg=True, initial=start
    )
    made: list[Besluit] = []
    if (
        form.is_bound
        and form.is_valid()
        and attempt(form, lambda: made.append(_follow(request, earlier, form)))
    ):
        messages.success(request, "Het concept is gemaakt. Hieronder ziet u wat er gebeurt.")
        return redirect("besluit", made[0].pk)
    context = {"form": form, "eerder": earlier, "titel": f"Besluit {earlier.nummer} veranderen"}
    return render(
        request, "plannen/besluit_form.html", context, status=422 if form.is_bound else 200
    )


def _follow(request: HttpRequest, earlier: Besluit, form: BesluitForm) -> Besluit:
    why = from_besluit(earlier)
    return draft_besluit(aanleiding=why, gegevens=form.gegevens(), by=wie(request), at=nu())
