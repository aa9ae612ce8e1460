"""The plan on paper: in plain Dutch, whole or of one person, in large print; page and PDF."""

import uuid

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.papier.views.antwoord import pdf_response
from plannen.domain.papier import (
    Papiervraag,
    evaluation_paper,
    give_evaluation_paper,
    give_plan_paper,
    plan_paper,
)
from plannen.models import Evaluatie, Plan
from plannen.queries.pagina import running_deelnames
from plannen.rechten import PLAN_PAPIER
from plannen.views.gemeen import met_deel, met_plan, stated


@vereist(PLAN_PAPIER)
@met_plan
def afdruk(request: HttpRequest, plan: Plan) -> HttpResponse:
    """The plan as it is now or as it was agreed, ready to print.

    `voor` is the id of a person who takes part, `groot` asks for large print, `versie`
    for an agreed version.
    """
    vraag = _asked(request.GET)
    paper = plan_paper(plan, vraag, op=vandaag())
    context = {
        "plan": plan,
        "document": paper.opgemaakt.document,
        "versie": paper.versie,
        "partij": paper.partij,
        "voor": vraag.voor,
        "groot": _large(request),
        "deelnemers": running_deelnames(plan),
        "vraag": _query(request.GET, vraag),
    }
    return render(request, "plannen/afdruk.html", context)


@vereist(PLAN_PAPIER)
@met_plan
def afdruk_pdf(request: HttpRequest, plan: Plan) -> HttpResponse:
    """The same paper as PDF; that of an agreed version is kept and never changes."""
    vraag = _asked(request.GET)
    pdf = give_plan_paper(
        plan,
        vraag,
        by=wie(request),
        at=nu(),
        groot=_large(request),
        doel=stated(request, plan.pk),
    )
    return pdf_response(pdf, f"plan-{plan.nummer}")


@vereist(PLAN_PAPIER)
@met_deel(Evaluatie)
def evaluatie_verslag(request: HttpRequest, plan: Plan, evaluatie: Evaluatie) -> HttpResponse:
    """The report of an evaluation, ready to print."""
    paper = evaluation_paper(plan, evaluatie)
    context = {
        "plan": plan,
        "evaluatie": evaluatie,
        "document": paper.opgemaakt.document,
        "groot": _large(request),
    }
    return render(request, "plannen/evaluatie_verslag.html", context)


@vereist(PLAN_PAPIER)
@met_deel(Evaluatie)
def evaluatie_verslag_pdf(request: HttpRequest, plan: Plan, evaluatie: Evaluatie) -> HttpResponse:
    """The same report as PDF."""
    pdf = give_evaluation_paper(
        plan,
        evaluatie,
        by=wie(request),
        at=nu(),
        groot=_large(request),
        doel=stated(request, plan.pk),
    )
    return pdf_response(pdf, f"evaluatie-{plan.nummer}")


def _large(request: HttpRequest) -> bool:
    return request.GET.get("groot") == "1"


def _asked(given: QueryDict) -> Papiervraag:
    number = given.get("versie", "")
    if number and not number.isdecimal():
        raise NietGevonden("Deze versie is er niet.")
    return Papiervraag(
        versie=int(number) if number else None,
        voor=_key(given.get("voor", ""), "Deze persoon doet niet mee in dit plan."),
        partij=_key(given.get("partij", ""), "Deze persoon mag niet meekijken in dit plan."),
    )


def _key(text: str, refusal: str) -> uuid.UUID | None:
    if not text:
        return None
    try:
        return uuid.UUID(text)
    except ValueError as wrong:
        raise NietGevonden(refusal) from wrong


def _query(given: QueryDict, vraag: Papiervraag) -> str:
    """The same question for the PDF."""
    kept = {"versie": vraag.versie, "voor": vraag.voor, "partij": vraag.partij}
    query = QueryDict(mutable=True)
    query.update({name: str(value) for name, value in kept.items() if value is not None})
    if given.get("groot") == "1":
        query["groot"] = "1"
    return query.urlencode()
