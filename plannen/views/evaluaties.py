"""Evaluations: plan, move, record."""

from django.http import HttpRequest, HttpResponse

from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from plannen.domain.evaluaties import change_evaluatie, hold_evaluatie, plan_evaluatie
from plannen.forms import EvaluatieForm, EvaluatieVastleggenForm, EvaluatieVerzetForm
from plannen.models import Evaluatie, Plan
from plannen.queries.pagina import plan_page
from plannen.queries.voorbereiding import prepare
from plannen.rechten import PLAN_SCHRIJVEN
from plannen.views.gemeen import Formulierscherm, adres, form_page, ingezonden, met_deel, met_plan


@vereist(PLAN_SCHRIJVEN)
@met_plan
def evaluatie_nieuw(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Plan a day to look at the plan together."""
    form = EvaluatieForm(ingezonden(request))
    scherm = Formulierscherm(
        plan, "Evaluatie plannen", "De evaluatie is gepland.", adres(plan, "evaluaties"), "Plannen"
    )
    return form_page(
        request,
        form,
        scherm,
        lambda: plan_evaluatie(
            plan_id=plan.pk,
            gepland_op=form.cleaned_data["gepland_op"],
            by=wie(request),
            at=nu(),
        ),
    )


@vereist(PLAN_SCHRIJVEN)
@met_deel(Evaluatie)
def evaluatie_verzetten(request: HttpRequest, plan: Plan, evaluatie: Evaluatie) -> HttpResponse:
    """Move an evaluation to another day."""
    start = {"gepland_op": evaluatie.gepland_op, "wijzigingnummer": evaluatie.wijzigingnummer}
    form = EvaluatieVerzetForm(ingezonden(request), initial=start)
    scherm = Formulierscherm(
        plan, "Evaluatie verzetten", "De evaluatie is verzet.", adres(plan, "evaluaties")
    )
    return form_page(
        request,
        form,
        scherm,
        lambda: change_evaluatie(
            evaluatie_id=evaluatie.pk,
            gegevens=form.gegevens(),
            verwacht=form.verwacht,
            by=wie(request),
            at=nu(),
        ),
    )


@vereist(PLAN_SCHRIJVEN)
@met_deel(Evaluatie)
def evaluatie_vastleggen(request: HttpRequest, plan: Plan, evaluatie: Evaluatie) -> HttpResponse:
    """Record what came of it, with how far every goal is beside the form."""
    form = EvaluatieVastleggenForm(ingezonden(request), initial={"gehouden_op": vandaag()})
    scherm = Formulierscherm(
        plan,
        "Evaluatie vastleggen",
        "De evaluatie is vastgelegd.",
        adres(plan, "evaluaties"),
        "Vastleggen",
        "plannen/evaluatie.html",
        "plannen/_formulier.html",
        {
            "evaluatie": evaluatie,
            "voorbereiding": prepare(plan_page(plan, op=vandaag()), evaluatie, op=vandaag()),
        },
    )
    return form_page(
        request,
        form,
        scherm,
        lambda: hold_evaluatie(
            evaluatie_id=evaluatie.pk, by=wie(request), at=nu(), **form.cleaned_data
        ),
    )
