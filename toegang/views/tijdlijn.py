"""Everything of a household on one time line."""

import datetime as dt
import uuid
from itertools import groupby

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from hengelo_sociaal.kern.eenmaal import een_keer
from hengelo_sociaal.kern.fouten import DoelNodig
from hengelo_sociaal.kern.paginering import Cursor, OngeldigeCursor
from hengelo_sociaal.kern.tijd import dag_van, nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.htmx import render_fragment_or_page
from hengelo_sociaal.web.opmaak import MAANDEN
from hengelo_sociaal.web.tijdlijn import Punt, Tijdlijn, timeline
from toegang.forms.tijdlijn import TijdlijnForm
from toegang.queries.huishouden import family_name, former_members_of
from toegang.rechten import DOSSIER_SAMENVATTING
from toegang.views.huishoudens import open_or_ask


@vereist(DOSSIER_SAMENVATTING)
@require_GET
def tijdlijn(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The time line with its filters; who states no purpose is asked for it in the dossier."""
    with een_keer():
        return _page(request, pk)


def _page(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    try:
        opened = open_or_ask(request, pk)
    except DoelNodig:
        return redirect("huishouden", pk)
    people = [*opened.leden, *former_members_of(pk, op=vandaag())]
    form = TijdlijnForm(request.GET or None, by=wie(request), leden=people)
    line = _line(request, pk, form)
    context = {
        "dossier": opened,
        "huishouden": opened.huishouden,
        "naam": family_name(opened.leden),
        "form": form,
        "maanden": [(naam, list(punten)) for naam, punten in groupby(line.punten, _month)],
        "leeg": not line.punten,
        "ouder": _older(request.GET, line.ouder),
        "verder": bool(request.GET.get("cursor")),
        "gefilterd": bool(form.is_bound and form.has_changed()),
    }
    return render_fragment_or_page(
        request, "toegang/tijdlijn.html", "toegang/_tijdlijn.html", context
    )


def _line(request: HttpRequest, pk: uuid.UUID, form: TijdlijnForm) -> Tijdlijn:
    """The page that the address points at; the first for a cursor that is none."""
    text = request.GET.get("cursor")
    try:
        cursor = Cursor.decode(text) if text else None
        return timeline(wie(request), pk, form.vraag(), cursor=cursor)
    except OngeldigeCursor:
        return timeline(wie(request), pk, form.vraag())


def _month(punt: Punt) -> str:
    """The heading of an event: a month, or what is still to come."""
    day: dt.date = dag_van(punt.op)
    if day > dag_van(nu()):
        return "Komt nog"
    return f"{MAANDEN[day.month - 1]} {day.year}".capitalize()


def _older(given: QueryDict, cursor: Cursor | None) -> str:
    """The same question for what came before."""
    if cursor is None:
        return ""
    query = given.copy()
    query["cursor"] = cursor.encode()
    return query.urlencode()
