"""The access log and the resident's overview (contract.md, Log)."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from hengelo_sociaal.kern.paginering import Cursor
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.logboek.domain.inzage import Filter, find_resident, read_log, read_overview
from hengelo_sociaal.logboek.forms import InwonerForm, LogFilter
from hengelo_sociaal.logboek.queries import people_by_id
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.medewerkers.rechten import TOEGANGSLOG_LEZEN, Bereik


@vereist(TOEGANGSLOG_LEZEN)
def toegangslog(request: HttpRequest) -> HttpResponse:
    """Who looked where; a team leader sees own actions only."""
    mag_alles = _may_read_all(request)
    form = LogFilter(request.GET or None, mag_alles=mag_alles)
    context = {"form": form, "mag_alles": mag_alles}
    if form.is_bound and not form.is_valid():
        return render(request, "logboek/toegangslog.html", context)
    cursor = request.GET.get("cursor")
    blik = read_log(
        by=wie(request),
        gevraagd=_wanted(form),
        cursor=Cursor.decode(cursor) if cursor else None,
        at=nu(),
    )
    people = people_by_id(line.medewerker_id for line in blik.pagina.rijen)
    regels = [(line, people.get(line.medewerker_id)) for line in blik.pagina.rijen]
    return render(request, "logboek/toegangslog.html", context | {"blik": blik, "regels": regels})


def _wanted(form: LogFilter) -> Filter:
    given = form.cleaned_data if form.is_bound else {}
    medewerker = given.get("medewerker")
    return Filter(
        medewerker_id=medewerker.pk if medewerker else None,
        inwoner_id=given.get("inwoner"),
        handeling=given.get("handeling") or "",
        van=given.get("van"),
        tot=given.get("tot"),
    )


def _may_read_all(request: HttpRequest) -> bool:
    return TOEGANGSLOG_LEZEN.van(wie(request)) == Bereik.ALLES


@vereist(TOEGANGSLOG_LEZEN, minstens=Bereik.ALLES)
def zoek_inwoner(request: HttpRequest) -> HttpResponse:
    """Find the resident who asks for an overview; by POST, so that no BSN gets in an address."""
    form = InwonerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        found = find_resident(by=wie(request), bsn=form.cleaned_data["bsn"], at=nu())
        if found:
            return redirect("toegangslog-inwoner", inwoner_id=found)
        form.add_error("bsn", "Er is geen inwoner met dit BSN.")
    return render(request, "logboek/zoek_inwoner.html", {"form": form})


@vereist(TOEGANGSLOG_LEZEN, minstens=Bereik.ALLES)
def inwoner(request: HttpRequest, inwoner_id: uuid.UUID) -> HttpResponse:
    """Who looked into this resident's dossier, to print and give."""
    moment = nu()
    regels = read_overview(by=wie(request), inwoner_id=inwoner_id, at=moment)
    context = {"regels": regels, "inwoner_id": inwoner_id, "op": moment}
    return render(request, "logboek/inwoner.html", context)
