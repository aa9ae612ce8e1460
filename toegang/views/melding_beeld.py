"""The page of one melding: what it shows, and the forms of what may be done now."""

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hengelo_sociaal.kern.tijd import dag_van, nu
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.poort import wie
from hengelo_sociaal.termijnen.models import Termijn
from hengelo_sociaal.termijnen.queries import kalender
from hengelo_sociaal.termijnen.rekenen.soorten import Soort
from toegang.domain.brieven import letters_of
from toegang.domain.dwangsom import dwangsom_of
from toegang.forms.melding import STAPPEN
from toegang.forms.stap import StapForm
from toegang.forms.termijn import HANDELINGEN, TermijnForm
from toegang.models import Ingebrekestelling, Melding
from toegang.queries.geschiedenis import changes_since
from toegang.queries.meldingen import may_work_on
from toegang.queries.resterend import words_left
from toegang.rechten import HUISBEZOEK_DOEN, KLACHT_OPNEMEN, TERMIJN_LEZEN, TERMIJN_SCHRIJVEN
from toegang.views.gemeen import sees_households

PLEKKEN = ("stap", "bezoek", "onderzoek", "dwangsom", "samen")


def show_melding(
    request: HttpRequest,
    melding: Melding,
    *,
    gestuurd: StapForm | TermijnForm | None = None,
    ingehaald: bool = False,
) -> HttpResponse:
    """Draw the page; what was sent comes back as it was filled in, with what is wrong.

    `ingehaald` is that a colleague changed the melding meanwhile: the page says what, and
    the form now carries the newest revision, so that a person chooses.
    """
    today = dag_van(nu())
    works = may_work_on(wie(request), melding, op=today)
    if ingehaald and gestuurd is not None:
        seen = gestuurd.cleaned_data.get("revisie") or 0
        name = gestuurd.add_prefix("revisie")
        gestuurd.data = {**gestuurd.data.dict(), name: melding.revisie}  # type: ignore[attr-defined]
    steps = _steps(request, melding, gestuurd, works=works)
    context: dict[str, Any] = {
        "melding": melding,
        "vandaag": today,
        "behandelt": works,
        "intussen": changes_since(melding, melding.revisie - seen) if ingehaald else [],
        "kan_nog": any(form is gestuurd for forms in steps.values() for form in forms),
        **steps,
        "termijnen": _terms(melding, gestuurd, works=works, op=today),
        "gestuurd": gestuurd,
        "brieven": letters_of(melding) if TERMIJN_SCHRIJVEN.van(wie(request)) else [],
        **rights_of(wie(request)),
    }
    return render(request, "toegang/melding.html", context, status=422 if gestuurd else 200)


def rights_of(by: Medewerker) -> dict[str, bool]:
    """What somebody may see of a melding besides the melding itself."""
    return {
        "mag_termijnen": TERMIJN_LEZEN.van(by) is not None,
        "mag_bezoek": HUISBEZOEK_DOEN.van(by) is not None,
        "mag_huishouden": sees_households(by),
        "mag_klacht": KLACHT_OPNEMEN.van(by) is not None,
    }


def _steps(
    request: HttpRequest, melding: Melding, gestuurd: Any, *, works: bool
) -> dict[str, list[StapForm]]:
    """The forms of what fits now, by their place on the page."""
    fitting = [
        step
        for step in STAPPEN.values()
        if step.past(melding)
        and step.mag(wie(request), behandelt=works)
        and step.van_mij(melding, wie(request))
    ]
    forms = [
        gestuurd if isinstance(gestuurd, step) else step.of(melding, by=wie(request))
        for step in fitting
    ]
    for form in forms:
        form.fit(melding)
    return {f"{place}vormen": [f for f in forms if f.plek == place] for place in PLEKKEN}


def _terms(melding: Melding, gestuurd: Any, *, works: bool, op: dt.date) -> list[dict[str, Any]]:
    """Every term with what may be done to it, and the letter that we are late."""
    days = kalender()
    letters = {letter.termijn_id: letter for letter in melding.ingebrekestellingen.all()}
    return [
        {
            "termijn": term,
            "uitleg": explained(term.stappen),
            "over": words_left(term, op=op, dagen=days),
            "handelingen": _term_forms(term, gestuurd) if works else {},
            "ingebreke": _default_of(letters.get(term.pk), op=op),
        }
        for term in melding.termijnen.all()
    ]


def _default_of(letter: Ingebrekestelling | None, *, op: dt.date) -> dict[str, Any] | None:
    """The letter with the dwangsom as it stands today."""
    if letter is None:
        return None
    owed = dwangsom_of(letter, op=op)
    steps = [(step.datum, step.waarom) for step in owed.stappen] if owed else []
    return {"brief": letter, "dwangsom": owed, "uitleg": explained(letter.stappen) + steps}


def explained(stappen: list[dict[str, str]]) -> list[tuple[dt.date | None, str]]:
    """How a date was reckoned, step by step."""
    return [
        (dt.date.fromisoformat(step["datum"]) if step["datum"] else None, step["waarom"])
        for step in stappen
    ]


def _term_forms(term: Termijn, gestuurd: Any) -> dict[str, TermijnForm]:
    made = {code: HANDELINGEN[code](prefix=f"{term.pk}-{code}") for code in _codes(term)}
    for code, form in made.items():
        if gestuurd is not None and gestuurd.prefix == form.prefix:
            made[code] = gestuurd
    return made


def _codes(term: Termijn) -> list[str]:
    """What the law lets happen to a term in its state."""
    rule = term.regel
    late = ["in-gebreke"] if rule.soort == Soort.BESLISTERMIJN and term.is_open else []
    if term.status == "opgeschort":
        return ["hervatten", *late]
    if not term.is_open:
        return []
    suspends = ["opschorten"] if rule.opschort_gronden else []
    extends = ["verlengen"] if rule.verlengen_wijze else []
    by_hand = ["gedaan"] if rule.soort == Soort.HANDELTERMIJN else []
    return suspends + extends + by_hand + late
