"""Goals and how far they are."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.htmx import redirect_anyhow, wants_fragment
from hengelo_sociaal.web.parameters import as_uuid
from plannen.domain.doelen import add_doel, change_doel
from plannen.domain.voortgang import record_progress
from plannen.forms import DoelForm, DoelWijzigForm
from plannen.models import Doel, Plan
from plannen.queries.laden import load_plan
from plannen.queries.pagina import plan_page
from plannen.queries.vragen import questions_without_goal
from plannen.rechten import PLAN_CONCEPT
from plannen.views.gemeen import (
    Formulierscherm,
    adres,
    form_page,
    ingezonden,
    met_deel,
    met_plan,
    wat_mag,
)


@vereist(PLAN_CONCEPT)
@met_plan
def doel_nieuw(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Add a goal."""
    form = DoelForm(ingezonden(request), plan=plan, initial=_from_question(request, plan))
    scherm = Formulierscherm(
        plan, "Nieuw doel", "Het doel staat in het plan.", adres(plan, "doelen"), "Doel toevoegen"
    )
    return form_page(
        request,
        form,
        scherm,
        lambda: add_doel(plan_id=plan.pk, gegevens=form.gegevens(), by=wie(request), at=nu()),
    )


def _from_question(request: HttpRequest, plan: Plan) -> dict[str, Any]:
    """What the question it comes from fills in, so that nothing is typed twice."""
    key = as_uuid(request.GET.get("hulpvraag", ""))
    if key is None:
        return {}
    asked = questions_without_goal(plan, by=wie(request)).filter(pk=key).first()
    if asked is None:
        return {}
    return {
        "hulpvraag": asked.pk,
        "omschrijving": asked.toelichting or asked.soort.label,
        "leefgebied": asked.leefgebied_id,
        "inwoner": asked.contact.inwoner_id,
    }


@vereist(PLAN_CONCEPT)
@met_deel(Doel)
def doel_wijzigen(request: HttpRequest, plan: Plan, doel: Doel) -> HttpResponse:
    """Change a goal."""
    form = DoelWijzigForm(ingezonden(request), plan=plan, initial=DoelWijzigForm.beginwaarden(doel))
    scherm = Formulierscherm(
        plan, "Doel wijzigen", "Het doel is gewijzigd.", adres(plan, f"doel-{doel.pk}")
    )
    return form_page(
        request,
        form,
        scherm,
        lambda: change_doel(
            doel_id=doel.pk,
            gegevens=form.gegevens(),
            verwacht=form.verwacht,
            by=wie(request),
            at=nu(),
        ),
    )


@vereist(PLAN_CONCEPT)
@require_POST
@met_deel(Doel)
def voortgang(request: HttpRequest, plan: Plan, doel: Doel) -> HttpResponse:
    """Record a step; the same card comes back."""
    step = request.POST.get("stap", "")
    if not step.isdecimal():
        raise OngeldigeInvoer("Kies een van de vijf stappen.")
    record_progress(
        doel_id=doel.pk,
        stap=int(step),
        inwoner_id=as_uuid(request.POST.get("inwoner", "")),
        by=wie(request),
        at=nu(),
    )
    return goal_card(request, plan, doel)


def goal_card(request: HttpRequest, plan: Plan, doel: Doel) -> HttpResponse:
    """The card of one goal as it is now, or without htmx the page at that goal."""
    if not wants_fragment(request):
        return redirect_anyhow(request, adres(plan, f"doel-{doel.pk}"))
    page = plan_page(load_plan(plan.pk), op=vandaag())
    context = {
        "pagina": page,
        "plan": page.plan,
        "rij": page.doelrij(doel),
        "mag": wat_mag(wie(request), page.plan),
        "vandaag": vandaag(),
    }
    return render(request, "plannen/_doel.html", context)
