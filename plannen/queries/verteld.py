"""What a household told that can go into its plan, so that nobody tells or types it twice."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.db.models import Q

from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.waarden.models import Leefgebied
from plannen.models import Plan
from plannen.queries.pagina import running_deelnames
from plannen.queries.vragen import questions_without_goal
from toegang.models import Hulpvraag, Inwoner, Uitvraag
from toegang.queries.antwoorden import Regel
from toegang.queries.uitvragen import Stand, state_of
from toegang.rechten import MELDING_LEZEN

OUDSTE = dt.timedelta(days=365)
BELANGRIJK = ("belangrijk", "wat-anders")


@dataclass(frozen=True, kw_only=True)
class Aanzet:
    """Something that asks for a goal: a leefgebied in the uitvraag, a question, or both.

    `sleutel` stays the same when others add goals meanwhile.
    """

    sleutel: str
    gebied: Leefgebied
    inwoner: Inwoner | None
    woorden: str
    antwoord: str = ""
    toon: str = ""
    hulpvraag: Hulpvraag | None = None

    @property
    def dringend(self) -> bool:
        """Whether help is needed, so that it is proposed to come first."""
        return self.toon == "fout" or (self.hulpvraag is not None and not self.antwoord)


@dataclass(frozen=True)
class Verteld:
    """What matters most in their own words, and what asks for a goal and has none yet."""

    uitvraag: Uitvraag | None
    belangrijk: str
    aanzetten: list[Aanzet]


def told_for_plan(plan: Plan, *, by: Medewerker, op: dt.date) -> Verteld:
    """From the last finished uitvraag of a year at most, and the questions without a goal.

    Where this person, or the household, has a goal on the leefgebied already, what the
    uitvraag says is not proposed again; nor is a question from before the plan was agreed
    with such a goal. Only what `by` may read; `plan` is loaded with everything.
    """
    people = {str(one.inwoner_id): one.inwoner for one in running_deelnames(plan)}
    state = _state(plan, by=by, op=op)
    last = state.laatste if state else None
    answers = last.antwoorden.get("vragen", {}) if last else {}
    rows = _from_uitvraag(state.vragen_iets, people) if state and last else []
    asked = questions_without_goal(plan, by=by).exclude(_agreed_since(plan))
    return Verteld(
        uitvraag=last,
        belangrijk=next((answers[code] for code in BELANGRIJK if answers.get(code)), ""),
        aanzetten=_with_questions(
            [one for one in rows if not _has_goal(plan, one.gebied.pk, _pk(one.inwoner))],
            asked,
            people,
        ),
    )


def _has_goal(plan: Plan, area: str | None, inwoner_id: uuid.UUID | None) -> bool:
    """Whether there is a goal on a leefgebied: of this person or of all, or for all of anybody."""
    goals = [doel for doel in plan.doelen.all() if doel.leefgebied_id == area]
    return any(inwoner_id is None or doel.inwoner_id in (None, inwoner_id) for doel in goals)


def _agreed_since(plan: Plan) -> Q:
    """Questions after which the plan was agreed, with a goal on their leefgebied.

    A goal of one person answers what that person asked, and what was asked without a name.
    """
    agreed = max((one.op for one in plan.vaststellingen.all()), default=None)
    if agreed is None:
        return Q(pk__in=())
    answered = Q(pk__in=())
    for area, person in {(doel.leefgebied_id, doel.inwoner_id) for doel in plan.doelen.all()}:
        of_whom = Q(contact__inwoner__isnull=True) | Q(contact__inwoner=person)
        answered |= Q(leefgebied=area) & (of_whom if person else Q())
    return answered & Q(contact__dag__lte=dag_van(agreed))


def _state(plan: Plan, *, by: Medewerker, op: dt.date) -> Stand | None:
    """What the household told in the last year, as far as somebody may read it."""
    if MELDING_LEZEN.van(by) is None:
        return None
    state = state_of(plan.huishouden, by=by, op=op)
    fresh = state.laatste is not None and dag_van(state.laatste.begonnen_op) >= op - OUDSTE
    return state if fresh else None


def _from_uitvraag(lines: Iterable[Regel], people: Mapping[str, Inwoner]) -> list[Aanzet]:
    areas = Leefgebied.objects.in_bulk()
    return [
        Aanzet(
            sleutel=f"{area}-{who}",
            gebied=areas[area],
            inwoner=people.get(who),
            woorden=line.woorden,
            antwoord=line.antwoord,
            toon=line.toon,
        )
        for line in lines
        for _, area, who in [line.pad.split(".")]
    ]


def _with_questions(
    proposed: list[Aanzet], questions: Iterable[Hulpvraag], people: Mapping[str, Inwoner]
) -> list[Aanzet]:
    """The questions too; one about the same thing as the uitvraag goes with that."""
    rows = list(proposed)
    for asked in questions:
        place = next((n for n, row in enumerate(rows) if _same(row, asked)), None)
        if place is not None:
            rows[place] = replace(rows[place], hulpvraag=asked)
        elif asked.leefgebied is not None:
            rows.append(
                Aanzet(
                    sleutel=f"vraag-{asked.pk}",
                    gebied=asked.leefgebied,
                    inwoner=people.get(str(asked.contact.inwoner_id)),
                    woorden=asked.toelichting,
                    hulpvraag=asked,
                )
            )
    return rows


def _same(row: Aanzet, asked: Hulpvraag) -> bool:
    person = _pk(row.inwoner)
    mine = person is None or person == asked.contact.inwoner_id
    return row.hulpvraag is None and row.gebied.pk == asked.leefgebied_id and mine


def _pk(inwoner: Inwoner | None) -> uuid.UUID | None:
    return inwoner.pk if inwoner else None
