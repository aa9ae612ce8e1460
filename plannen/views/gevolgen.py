"""Dit verandert er: what one event shifts for a household, with the next steps drafted."""

import uuid
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from hengelo_sociaal.kern.fouten import DoelNodig
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.gevolgen import Gebeuren, consequences, foreseen
from hengelo_sociaal.web.htmx import redirect_anyhow
from plannen.domain.stappen import steps_in_plan, take_step
from plannen.exceptions import StapStaatErAl
from plannen.forms.gevolgen import GebeurenForm
from plannen.models import Plan
from plannen.queries.voorzien import link_of, query_of
from plannen.rechten import PLAN_SCHRIJVEN
from plannen.views.gemeen import wat_mag
from toegang.domain.dossier import Dossier
from toegang.queries.huishouden import family_name
from toegang.rechten import DOSSIER_LEZEN
from toegang.views.huishoudens import open_or_ask


@vereist(DOSSIER_LEZEN)
@require_GET
def verandert(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """What comes in this household, and what one event shifts."""
    try:
        opened = open_or_ask(request, id)
    except DoelNodig:
        return redirect("huishouden", id)
    asked = "soort" in request.GET
    form = GebeurenForm(
        request.GET if asked else None, leden=opened.leden, initial={"op": vandaag()}
    )
    context = _about(opened) | {"form": form}
    if asked and form.is_valid():
        context |= _shown(request, opened, form.gebeuren(opened.huishouden, vandaag()))
    return render(request, "plannen/verandert.html", context)


@vereist(PLAN_SCHRIJVEN)
@require_POST
def stap_nemen(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Put a drafted step in the plan."""
    opened = open_or_ask(request, id)
    form = GebeurenForm(request.POST, leden=opened.leden)
    address = reverse("huishouden-verandert", args=[id])
    if not form.is_valid():
        return redirect_anyhow(request, address)
    event = form.gebeuren(opened.huishouden, vandaag())
    try:
        take_step(gebeuren=event, stap=request.POST.get("stap", ""), by=wie(request), at=nu())
    except StapStaatErAl as already:
        messages.info(request, already.melding)
    else:
        messages.success(request, "De stap staat in het plan, met een dag erbij.")
    return redirect_anyhow(request, f"{address}?{query_of(event)}")


def _about(opened: Dossier) -> dict[str, Any]:
    coming = foreseen([opened.huishouden.pk], op=vandaag())
    return {
        "huishouden": opened.huishouden,
        "dossier": opened,
        "naam": family_name(opened.leden),
        "voorzien": [(one, link_of(one)) for one in coming],
    }


def _shown(request: HttpRequest, opened: Dossier, event: Gebeuren) -> dict[str, Any]:
    plan = Plan.objects.actief().filter(huishouden=opened.huishouden).first()
    found = consequences(event)
    return {
        "gebeuren": event,
        "vandaag": vandaag(),
        "gebieden": [(area, list(rows)) for area, rows in groupby(found, lambda one: one.gebied)],
        "plan": plan,
        "gepland": steps_in_plan(plan) if plan else set(),
        "mag": plan is not None and wat_mag(wie(request), plan).schrijven,
        "verstuurd": {
            "soort": event.soort.value,
            "wie": event.inwoner_id or "",
            "op": event.op.strftime("%d-%m-%Y"),
        },
    }
