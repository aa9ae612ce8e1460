"""The board of a team: who has how much, what waits, and who is next in turn."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from hengelo_sociaal.kern.fouten import DomeinFout, NietGevonden
from hengelo_sociaal.kern.tijd import dag_van, nu
from hengelo_sociaal.logboek.domain import WERKLIJST, log_list
from hengelo_sociaal.medewerkers.models import Team
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.panelen import Plek, draw_panels
from hengelo_sociaal.web.parameters import as_uuid
from toegang.domain.overdragen.alles import gone_with_work
from toegang.domain.verdelen import divide_work
from toegang.queries.werkvoorraad import (
    handed_over,
    propose,
    team_queue,
    team_workload,
)
from toegang.rechten import TEAM_VERDELEN, TEAM_ZIEN

RIJEN = 40


@vereist(TEAM_ZIEN)
@require_GET
def bord(request: HttpRequest) -> HttpResponse:
    """One of my teams: the load of everybody, and what nobody took up yet."""
    by, at = wie(request), nu()
    teams = list(Team.objects.filter(leden=by))
    chosen = as_uuid(request.GET.get("team"))
    team = next((one for one in teams if one.pk == chosen), teams[0] if teams else None)
    context: dict[str, Any] = {"teams": teams, "team": team, "vandaag": dag_van(at)}
    if team is not None:
        loads = team_workload(team, op=dag_van(at))
        queue = list(team_queue(team)[: RIJEN + 1])
        proposal = propose(queue[:RIJEN], loads)
        drawn = draw_panels(Plek.TEAM, request, team)
        log_list(
            by=by,
            soort="team",
            inwoners=[*(melding.inwoner_id for melding in queue[:RIJEN]), *drawn.inwoners],
            at=at,
            doel=WERKLIJST,
            filters=["team"],
        )
        context |= {
            "panelen": drawn.blokken,
            "werk": loads,
            "rijen": [(melding, proposal.get(melding.pk)) for melding in queue[:RIJEN]],
            "meer": len(queue) > RIJEN,
            "mag_verdelen": TEAM_VERDELEN.van(by) is not None,
            "vertrokken": gone_with_work(team, op=dag_van(at), by=by),
            "overgedragen": handed_over(team),
        }
    return render(request, "toegang/team.html", context)


@vereist(TEAM_VERDELEN)
@require_POST
def verdelen(request: HttpRequest, team_id: uuid.UUID) -> HttpResponse:
    """Follow the proposal, or what the team leader made of it."""
    keys = [name for name in request.POST if name.startswith("melding-")]
    choice = {as_uuid(name.removeprefix("melding-")): as_uuid(request.POST[name]) for name in keys}
    chosen = {melding: colleague for melding, colleague in choice.items() if melding and colleague}
    if None in choice:
        raise NietGevonden()
    try:
        number = divide_work(by=wie(request), team_id=team_id, keuze=chosen, at=nu())
    except DomeinFout as refusal:
        if isinstance(refusal, NietGevonden):
            raise
        messages.error(request, refusal.melding)
    else:
        words = "1 melding" if number == 1 else f"{number} meldingen"
        messages.success(request, f"{words} toegedeeld.")
    return redirect(f"/team?team={team_id}")
