"""The draft of a vindplaats: making and offering it there, taking it over here."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.logboek.domain import log_list
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.htmx import redirect_anyhow
from plannen.domain.concepten import (
    decline_draft,
    offer_draft,
    open_draft,
    take_over_draft,
    withdraw_draft,
)
from plannen.domain.inzage import look_at_plan
from plannen.enums import Conceptstand
from plannen.exceptions import ConceptBestaatAl
from plannen.forms.concepten import AanbiedForm, AfwijsForm
from plannen.models import Plan
from plannen.queries.concepten import as_list, is_own_draft, own_drafts
from plannen.queries.pagina import goal_rows, running_deelnames
from plannen.rechten import PLAN_CONCEPT, PLAN_SCHRIJVEN
from plannen.views.gemeen import adres, attempt, wat_mag

MEESTE = 100


@vereist(PLAN_CONCEPT)
@require_POST
def beginnen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Begin a draft for the resident of an own contact, or go on in the one that is there."""
    try:
        plan_id = open_draft(contact_id=id, by=wie(request), at=nu()).pk
    except ConceptBestaatAl as refusal:
        plan_id = uuid.UUID(str(refusal.extra["plan"]))
    return redirect_anyhow(request, reverse("plan", args=[plan_id]))


@vereist(PLAN_CONCEPT)
@require_POST
def aanbieden(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Offer an own draft to the municipality."""
    form = AanbiedForm(request.POST)

    def offer() -> Plan:
        akkoord = form.cleaned_data["inwoner_akkoord"]
        return offer_draft(plan_id=id, inwoner_akkoord=akkoord, by=wie(request), at=nu())

    if form.is_valid() and attempt(form, offer):
        messages.success(request, "Het concept is aangeboden aan de gemeente.")
        return redirect_anyhow(request, reverse("plan", args=[id]))
    return concept_page(request, _look(request, id), aanbieden=form, status=422)


@vereist(PLAN_CONCEPT)
@require_POST
def intrekken(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Take an own draft back."""
    withdraw_draft(plan_id=id, by=wie(request), at=nu())
    messages.success(request, "Het concept is ingetrokken.")
    return redirect_anyhow(request, reverse("plan", args=[id]))


@vereist(PLAN_SCHRIJVEN)
@require_POST
def overnemen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Take a draft over into the plan of the household, and go on there."""
    plan = take_over_draft(plan_id=id, by=wie(request), at=nu())
    messages.success(request, "Het concept staat nu in het plan van het huishouden.")
    return redirect_anyhow(request, adres(plan))


@vereist(PLAN_SCHRIJVEN)
@require_POST
def afwijzen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Do not take a draft over, with a reason."""
    form = AfwijsForm(request.POST)

    def decline() -> Plan:
        return decline_draft(plan_id=id, reden=form.cleaned_data["reden"], by=wie(request), at=nu())

    if form.is_valid() and attempt(form, decline):
        messages.success(request, "De vindplaats leest waarom u dit niet overneemt.")
        return redirect_anyhow(request, reverse("mijn-werk"))
    return concept_page(request, _look(request, id), afwijzen=form, status=422)


def concept_page(
    request: HttpRequest,
    plan: Plan,
    *,
    aanbieden: AanbiedForm | None = None,
    afwijzen: AfwijsForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """A draft with its goals and what may be done with it; nothing else of the household."""
    by, own = wie(request), is_own_draft(wie(request), plan, op=vandaag())
    waits = plan.conceptstand == Conceptstand.AANGEBODEN
    context = {
        "plan": plan,
        "pagina": {"deelnemers": running_deelnames(plan)},
        "rijen": goal_rows(plan, op=vandaag()),
        "mag": wat_mag(by, plan),
        "eigen": own,
        "mag_intrekken": own and plan.is_actief,
        "mag_oppakken": waits and PLAN_SCHRIJVEN.van(by) is not None,
        "aanbieden": aanbieden or AanbiedForm(),
        "afwijzen": afwijzen or AfwijsForm(),
        "vandaag": vandaag(),
    }
    return render(request, "plannen/concept.html", context, status=status)


def concept_list(request: HttpRequest) -> HttpResponse:
    """The drafts that somebody at a vindplaats made, and what became of each."""
    by, today = wie(request), vandaag()
    found = list(as_list(own_drafts(by, op=today)).order_by("-id")[:MEESTE])
    people = [one.inwoner_id for plan in found for one in plan.deelnames.all()]
    log_list(by=by, soort="plannen", inwoners=people, doel="mijn concepten", at=nu())
    return render(request, "plannen/concepten.html", {"concepten": found, "vandaag": today})


def _look(request: HttpRequest, id: uuid.UUID) -> Plan:
    return look_at_plan(plan_id=id, by=wie(request), at=nu())
