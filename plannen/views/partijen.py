"""Who else works or looks along: colleagues, partners and the network."""

import uuid

from django.forms import Form
from django.http import HttpRequest, HttpResponse

from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.poort import vereist, wie
from plannen.domain.partijen import (
    admit_partij,
    involve_colleague,
    release_colleague,
    withdraw_partij,
)
from plannen.forms import CollegaForm, PartijForm, StoppenForm
from plannen.models import Partij, Plan
from plannen.rechten import PLAN_SCHRIJVEN
from plannen.views.gemeen import Formulierscherm, adres, form_page, ingezonden, met_deel, met_plan


@vereist(PLAN_SCHRIJVEN)
@met_plan
def partij_nieuw(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Let somebody outside see some goals."""
    form = PartijForm(ingezonden(request), plan=plan)
    scherm = Formulierscherm(
        plan,
        "Iemand laten meekijken",
        "Deze persoon mag nu meekijken.",
        adres(plan, "partijen"),
        extra={
            "uitleg": "Deze persoon ziet alleen de doelen die u aankruist, en niets van de rest."
        },
    )
    return form_page(
        request,
        form,
        scherm,
        lambda: admit_partij(plan_id=plan.pk, gegevens=form.gegevens(), by=wie(request), at=nu()),
    )


@vereist(PLAN_SCHRIJVEN)
@met_deel(Partij)
def partij_stopt(request: HttpRequest, plan: Plan, partij: Partij) -> HttpResponse:
    """End what somebody may see."""
    form = StoppenForm(ingezonden(request))
    scherm = Formulierscherm(
        plan,
        f"{partij} kijkt niet meer mee",
        f"{partij} kijkt niet meer mee.",
        adres(plan, "partijen"),
        "Stoppen met meekijken",
    )
    return form_page(
        request,
        form,
        scherm,
        lambda: withdraw_partij(
            partij_id=partij.pk,
            ingetrokken=form.cleaned_data["ingetrokken"],
            by=wie(request),
            at=nu(),
        ),
    )


@vereist(PLAN_SCHRIJVEN)
@met_plan
def collega_nieuw(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Let a colleague step in."""
    form = CollegaForm(ingezonden(request), plan=plan)
    scherm = Formulierscherm(
        plan, "Collega laten meewerken", "De collega werkt nu mee.", adres(plan, "partijen")
    )
    return form_page(
        request,
        form,
        scherm,
        lambda: involve_colleague(
            plan_id=plan.pk,
            medewerker=form.cleaned_data["medewerker"],
            by=wie(request),
            at=nu(),
        ),
    )


@vereist(PLAN_SCHRIJVEN)
@met_plan
def collega_stopt(request: HttpRequest, plan: Plan, medewerker: uuid.UUID) -> HttpResponse:
    """A colleague no longer works in the plan, after asking once more."""
    colleague = Medewerker.objects.filter(pk=medewerker).first()
    if colleague is None:
        raise NietGevonden()
    form = Form(ingezonden(request))
    scherm = Formulierscherm(
        plan,
        f"{colleague} werkt niet meer mee",
        f"{colleague} werkt vanaf morgen niet meer mee.",
        adres(plan, "partijen"),
        "Stoppen met meewerken",
        extra={"uitleg": "Is deze collega regisseur of behandelt die een melding, dan blijft dat."},
    )
    return form_page(
        request,
        form,
        scherm,
        lambda: release_colleague(plan_id=plan.pk, medewerker=colleague, by=wie(request), at=nu()),
    )
