"""From what was told to a plan in one sitting: what matters most, goals, afspraken."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.htmx import redirect_anyhow
from plannen.domain.opstellen import draft_goals
from plannen.domain.plan import PlanGegevens
from plannen.enums import DoelStatus
from plannen.forms.opstellen import OpstellenForm
from plannen.models import Doel, Plan
from plannen.queries.lichter import lighter_matches
from plannen.queries.verteld import told_for_plan
from plannen.rechten import PLAN_CONCEPT, PLAN_SCHRIJVEN
from plannen.views.gemeen import Formulierscherm, adres, form_page, ingezonden, met_deel, met_plan


@vereist(PLAN_SCHRIJVEN)
@met_plan
def opstellen(request: HttpRequest, plan: Plan) -> HttpResponse:
    """What matters most and which goals; then on to the afspraken of the first goal."""
    told = told_for_plan(plan, by=wie(request), op=vandaag())
    start = {
        "wat_telt": plan.wat_telt or told.belangrijk,
        "wijzigingnummer": plan.wijzigingnummer,
    }
    form = OpstellenForm(ingezonden(request), initial=start, verteld=told)
    scherm = Formulierscherm(
        plan,
        "Van gesprek naar plan",
        "De doelen staan in het plan. Spreek nu af wie wat doet.",
        reverse("plan-afspreken", args=[plan.pk]),
        "Verder naar de afspraken",
        "plannen/opstellen.html",
        "plannen/_opstellen.html",
        {"verteld": told, "stap": 1},
    )
    return form_page(
        request,
        form,
        scherm,
        lambda: draft_goals(
            plan_id=plan.pk,
            gegevens=PlanGegevens(wat_telt=form.cleaned_data["wat_telt"]),
            verwacht=form.verwacht,
            doelen=form.doelen(),
            by=wie(request),
            at=nu(),
        ),
    )


@vereist(PLAN_SCHRIJVEN)
@require_GET
@met_plan
def afspreken(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Go to the first goal without afspraken; when there is none, to the plan."""
    return redirect_anyhow(request, next_in_row(plan))


@vereist(PLAN_CONCEPT)
@require_GET
@met_deel(Doel)
def lichter(request: HttpRequest, plan: Plan, doel: Doel) -> HttpResponse:
    """What there is in the catalogue for one goal, to open beside it on the plan page."""
    found = lighter_matches(doel, op=vandaag())
    return render(request, "plannen/_lichter.html", {"doel": doel, "lichter": found})


def next_in_row(plan: Plan, na: Doel | None = None) -> str:
    """The page of the next running goal without afspraken, after `na` or from the first."""
    waiting = [one for one in goals_in_row(plan) if na is None or one.volgorde > na.volgorde]
    if not waiting:
        return adres(plan, "doelen")
    return reverse("afspraak-nieuw", args=[waiting[0].pk]) + "?reeks=1"


def goals_in_row(plan: Plan) -> list[Doel]:
    """Running goals of a loaded plan for which nothing was agreed."""
    return [
        one
        for one in plan.doelen.all()
        if one.status == DoelStatus.LOOPT and not one.afspraken.all()
    ]
