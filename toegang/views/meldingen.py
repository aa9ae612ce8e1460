"""Meldingen: the work list, one melding with its terms, and the steps people take."""

import datetime as dt
import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import dag_van, nu
from hengelo_sociaal.medewerkers.poort import vereist
from hengelo_sociaal.termijnen.models import Termijn
from hengelo_sociaal.web.formulieren import formfout
from hengelo_sociaal.web.htmx import render_fragment_or_page
from toegang.domain.brieven import letters_of
from toegang.domain.dossier import log_list
from toegang.domain.inzien import WERKLIJST, look_at_melding
from toegang.filters import MeldingFilter
from toegang.forms.melding import STAPPEN, StapForm
from toegang.forms.termijn import HANDELINGEN, TermijnForm
from toegang.models import Melding
from toegang.queries.meldingen import as_work_list, may_work_on
from toegang.queries.zicht import visible_meldingen
from toegang.rechten import (
    HUISBEZOEK_DOEN,
    HUISBEZOEK_PLANNEN,
    MELDING_LEZEN,
    MELDING_SCHRIJVEN,
    TERMIJN_LEZEN,
    TERMIJN_SCHRIJVEN,
)
from toegang.views.gemeen import filters_used, page_of, sees_households, who


@vereist(MELDING_LEZEN)
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Meldingen with what is due; filters stay in the address."""
    by, at = who(request), nu()
    filters = MeldingFilter(request.GET, queryset=visible_meldingen(by, op=dag_van(at)), by=by)
    page = page_of(request, as_work_list(filters.qs), ordering="-ontvangen_op")
    log_list(
        by=by,
        soort="melding",
        inwoners=[melding.inwoner_id for melding in page.rijen],
        at=at,
        doel=WERKLIJST,
        filters=filters_used(request),
    )
    return render_fragment_or_page(
        request,
        "toegang/meldingen.html",
        "toegang/_meldingen.html",
        {"filter": filters, "pagina": page, "vandaag": dag_van(at), **_rights(request)},
    )


@vereist(MELDING_LEZEN)
@require_GET
def toon(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One melding, with every date explained."""
    return _show(request, look_at_melding(by=who(request), melding_id=pk, at=nu()))


@vereist(MELDING_SCHRIJVEN, HUISBEZOEK_PLANNEN)
@require_http_methods(["GET", "POST"])
def stap(request: HttpRequest, pk: uuid.UUID, code: str) -> HttpResponse:
    """One step in the process; refused steps come back with their sentence.

    Who fetches the address of a refused step again sees the melding.
    """
    if code not in STAPPEN:
        raise Http404
    if request.method == "GET":
        return redirect("melding", pk)
    melding = look_at_melding(by=who(request), melding_id=pk, at=nu())
    form = STAPPEN[code](request.POST, prefix=code)
    if form.is_valid():
        try:
            form.run(by=who(request), melding=melding, at=nu())
        except DomeinFout as refusal:
            formfout(form, refusal)
        else:
            messages.success(request, form.gedaan)
            return redirect("melding", pk)
    return _show(request, melding, gestuurd=form)


@vereist(TERMIJN_SCHRIJVEN)
@require_http_methods(["GET", "POST"])
def termijn(request: HttpRequest, pk: uuid.UUID, termijn_id: uuid.UUID, code: str) -> HttpResponse:
    """Let a term stand still, run again or last longer, where the law allows it."""
    if code not in HANDELINGEN:
        raise Http404
    if request.method == "GET":
        return redirect("melding", pk)
    melding = look_at_melding(by=who(request), melding_id=pk, at=nu())
    form = HANDELINGEN[code](request.POST, prefix=f"{termijn_id}-{code}")
    if form.is_valid():
        try:
            form.run(by=who(request), termijn_id=termijn_id, at=nu())
        except DomeinFout as refusal:
            formfout(form, refusal)
        else:
            messages.success(request, form.gedaan)
            return redirect("melding", pk)
    return _show(request, melding, gestuurd=form)


def _show(
    request: HttpRequest, melding: Melding, *, gestuurd: StapForm | TermijnForm | None = None
) -> HttpResponse:
    today = dag_van(nu())
    works = may_work_on(who(request), melding, op=today)
    context: dict[str, Any] = {
        "melding": melding,
        "vandaag": today,
        **_steps(request, melding, gestuurd, works=works),
        "termijnen": _terms(melding, gestuurd, works=works),
        "gestuurd": gestuurd,
        "brieven": letters_of(melding) if TERMIJN_SCHRIJVEN.van(who(request)) else [],
        **_rights(request),
    }
    return render(request, "toegang/melding.html", context, status=422 if gestuurd else 200)


def _steps(
    request: HttpRequest, melding: Melding, gestuurd: Any, *, works: bool
) -> dict[str, list[StapForm]]:
    """The forms of the steps that fit now, those of the home visit apart.

    What was sent comes back as it was filled in.
    """
    fitting = [
        step
        for step in STAPPEN.values()
        if step.past(melding) and step.mag(who(request), behandelt=works)
    ]
    forms = [gestuurd if isinstance(gestuurd, step) else step(prefix=step.code) for step in fitting]
    return {
        "stappen": [form for form in forms if form.plek == "stap"],
        "bezoekstappen": [form for form in forms if form.plek == "bezoek"],
    }


def _terms(melding: Melding, gestuurd: Any, *, works: bool) -> list[dict[str, Any]]:
    """Every term with what may be done to it."""
    rows = []
    for term in melding.termijnen.all():
        forms = _term_forms(term, gestuurd) if works else {}
        rows.append({"termijn": term, "uitleg": _explained(term), "handelingen": forms})
    return rows


def _explained(term: Termijn) -> list[tuple[dt.date | None, str]]:
    """How the date was reckoned, step by step."""
    return [
        (dt.date.fromisoformat(step["datum"]) if step["datum"] else None, step["waarom"])
        for step in term.stappen
    ]


def _term_forms(term: Termijn, gestuurd: Any) -> dict[str, TermijnForm]:
    codes = _codes(term)
    made = {code: HANDELINGEN[code](prefix=f"{term.pk}-{code}") for code in codes}
    for code, form in made.items():
        if gestuurd is not None and gestuurd.prefix == form.prefix:
            made[code] = gestuurd
    return made


def _codes(term: Termijn) -> list[str]:
    """What the law lets happen to a term in its state."""
    if term.status == "opgeschort":
        return ["hervatten"]
    if not term.is_open:
        return []
    rule = term.regel
    suspends = ["opschorten"] if rule.opschort_gronden else []
    extends = ["verlengen"] if rule.verlengen_wijze else []
    by_hand = ["gedaan"] if rule.code.startswith("wgs_") and not rule.opschort_gronden else []
    return suspends + extends + by_hand


def _rights(request: HttpRequest) -> dict[str, bool]:
    by = who(request)
    return {
        "mag_termijnen": TERMIJN_LEZEN.van(by) is not None,
        "mag_bezoek": HUISBEZOEK_DOEN.van(by) is not None,
        "mag_huishouden": sees_households(by),
    }
