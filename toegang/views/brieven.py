"""Letters about a melding and the report of its onderzoek: as a page and as PDF."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.papier.views.antwoord import pdf_response
from toegang.domain.brieven import give_letter, letter
from toegang.domain.inzien import look_at_melding
from toegang.rechten import TERMIJN_SCHRIJVEN


@vereist(TERMIJN_SCHRIJVEN)
@require_GET
def brief(request: HttpRequest, pk: uuid.UUID, soort: str) -> HttpResponse:
    """The letter as it would be given today, or as it was given."""
    melding = look_at_melding(by=wie(request), melding_id=pk, at=nu())
    paper = letter(melding, soort, op=vandaag())
    context = {
        "melding": melding,
        "papier": paper,
        "document": paper.opgemaakt.document,
        "groot": request.GET.get("groot") == "1",
    }
    return render(request, "toegang/brief.html", context)


@vereist(TERMIJN_SCHRIJVEN)
@require_GET
def brief_pdf(request: HttpRequest, pk: uuid.UUID, soort: str) -> HttpResponse:
    """The same letter as PDF; it is kept as it was given."""
    melding = look_at_melding(by=wie(request), melding_id=pk, at=nu())
    large = request.GET.get("groot") == "1"
    pdf = give_letter(melding, soort, by=wie(request), at=nu(), groot=large)
    return pdf_response(pdf, f"{soort}-{melding.nummer}")
