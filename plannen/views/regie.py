"""Regisseur and aanspreekpunt."""

from django.http import HttpRequest, HttpResponse

from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.poort import vereist, wie
from plannen.domain.regie import (
    appoint_aanspreekpunt,
    appoint_regisseur,
    decide_regisseur,
    rule_in_words,
)
from plannen.forms import AanspreekpuntForm, RegisseurForm, RegisseurNodigForm
from plannen.models import Plan
from plannen.queries.regie import current_aanspreekpunt, current_regisseur, needs_regisseur
from plannen.rechten import PLAN_SCHRIJVEN
from plannen.views.gemeen import Formulierscherm, adres, form_page, ingezonden, met_plan


@vereist(PLAN_SCHRIJVEN)
@met_plan
def regisseur(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Appoint a regisseur, or hand over to the next."""
    now = current_regisseur(plan)
    form = RegisseurForm(ingezonden(request), plan=plan, initial={"gezien": now.pk if now else ""})
    scherm = Formulierscherm(
        plan,
        "Regie overdragen" if now else "Regisseur aanwijzen",
        "De regisseur is aangewezen.",
        adres(plan, "regie"),
        "Aanwijzen",
        extra={"uitleg": needs_regisseur(plan).uitleg},
    )
    return form_page(
        request,
        form,
        scherm,
        lambda: appoint_regisseur(
            plan_id=plan.pk,
            medewerker=form.cleaned_data["medewerker"],
            reden=form.cleaned_data["reden"],
            gezien=form.cleaned_data["gezien"],
            by=wie(request),
            at=nu(),
        ),
    )


@vereist(PLAN_SCHRIJVEN)
@met_plan
def regisseur_nodig(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Deviate from the rule whether a regisseur is needed, or follow it again."""
    start = {
        "nodig": plan.regisseur_nodig,
        "reden": plan.regisseur_reden,
        "gezien": rule_in_words(plan.regisseur_nodig, plan.regisseur_reden),
    }
    form = RegisseurNodigForm(ingezonden(request), initial=start)
    scherm = Formulierscherm(
        plan,
        "Is een regisseur nodig?",
        "Opgeslagen.",
        adres(plan, "regie"),
        extra={"uitleg": needs_regisseur(plan).uitleg},
    )
    return form_page(
        request,
        form,
        scherm,
        lambda: decide_regisseur(
            plan_id=plan.pk,
            nodig=form.cleaned_data["nodig"],
            reden=form.cleaned_data["reden"],
            gezien=form.cleaned_data["gezien"],
            by=wie(request),
            at=nu(),
        ),
    )


@vereist(PLAN_SCHRIJVEN)
@met_plan
def aanspreekpunt(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Say whom the household can call."""
    now = current_aanspreekpunt(plan)
    start = {
        "medewerker": now.medewerker_id if now else None,
        "naam": now.naam if now else "",
        "organisatie": now.organisatie if now else "",
        "telefoon": now.telefoon if now else "",
        "gezien": now.pk if now else "",
    }
    form = AanspreekpuntForm(ingezonden(request), plan=plan, initial=start)
    scherm = Formulierscherm(
        plan,
        "Wie kan het huishouden bellen?",
        "Het aanspreekpunt is gekozen.",
        adres(plan, "regie"),
    )
    return form_page(
        request,
        form,
        scherm,
        lambda: appoint_aanspreekpunt(
            plan_id=plan.pk, by=wie(request), at=nu(), **form.cleaned_data
        ),
    )
