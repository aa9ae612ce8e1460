"""Afspraken: who does what by when, on a step of the ladder."""

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from aanbieders.models import Toewijzing
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import DomeinFout, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.waarden.models import Wet
from plannen.domain.gemeen import (
    fill,
    lock_with_part,
    mark_news,
    note,
    require_takes_part,
    require_unchanged,
    save_changed,
    values_of,
)
from plannen.enums import AfspraakStatus, Herhaling, Trede
from plannen.exceptions import (
    DagenPassenNiet,
    GebruikWetswisseling,
    GeenMaatwerkInConcept,
    RedenNodig,
    WieNodig,
)
from plannen.models import Afspraak, Doel, Plan
from toegang.models import Inwoner
from voorzieningen.models import Voorziening


@dataclass(frozen=True, kw_only=True)
class AfspraakGegevens:
    """What an afspraak is; `kosten_schatting` in euro cents per year.

    At least one of inwoner, medewerker, naam and organisatie does it. Maatwerk needs
    `reden_niet_lichter` (BP 2.1). Days of the week with every (other) week, a day of the
    month with every month, or a first time with every day let it come back on fixed days,
    from `eerste_keer` (today unless told) up to and including `laatste_keer`.
    """

    trede: str
    omschrijving: str
    inwoner: Inwoner | None = None
    medewerker: Medewerker | None = None
    naam: str = ""
    organisatie: str = ""
    uiterlijk: dt.date | None = None
    herhaling: str = Herhaling.EENMALIG
    weekdagen: list[int] = field(default_factory=list)
    maanddag: int | None = None
    eerste_keer: dt.date | None = None
    laatste_keer: dt.date | None = None
    wet: Wet | None = None
    voorziening: Voorziening | None = None
    toewijzing: Toewijzing | None = None
    kosten_schatting: int | None = None
    reden_niet_lichter: str | None = None
    reden_toelichting: str = ""


def add_afspraak(
    *, doel_id: uuid.UUID, gegevens: AfspraakGegevens, by: Medewerker, at: dt.datetime
) -> Afspraak:
    """Agree something for a goal.

    Refused with RedenNodig (maatwerk without a reason), WieNodig (nobody does it),
    HoortNietBijPlan, PlanBeeindigd, NietGevonden and GeenRecht.
    """
    op = dag_van(at)
    with operation():
        plan, doel = lock_with_part(Doel, doel_id, plan="plan_id", by=by, op=op)
        gegevens = _settled(gegevens, op=op)
        _require_sound(plan, gegevens, op=op)
        afspraak = Afspraak.objects.create(
            doel=doel,
            gemaakt_op=at,
            gewijzigd_op=at,
            gewijzigd_door=by,
            **values_of(gegevens),
        )
        mark_news(plan)
        note(
            plan,
            "afspraak toegevoegd",
            afspraak,
            by=by,
            at=at,
            inwoner_id=doel.inwoner_id,
            wijziging={"trede": gegevens.trede},
        )
    return afspraak


def change_afspraak(
    *,
    afspraak_id: uuid.UUID,
    gegevens: AfspraakGegevens,
    verwacht: int,
    by: Medewerker,
    at: dt.datetime,
) -> Afspraak:
    """Change an afspraak that was read as number `verwacht`.

    Refused as in add_afspraak, with Verouderd (412) when somebody else was first, and
    with GebruikWetswisseling when it would take away or replace the law.
    """
    op = dag_van(at)
    with operation():
        plan, afspraak = lock_with_part(Afspraak, afspraak_id, plan="doel__plan_id", by=by, op=op)
        require_unchanged(afspraak, verwacht, gegevens)
        if afspraak.wet_id and (gegevens.wet is None or gegevens.wet.pk != afspraak.wet_id):
            raise GebruikWetswisseling()
        gegevens = _settled(gegevens, op=op)
        _require_sound(plan, gegevens, op=op, was=afspraak.inwoner_id)
        changed = fill(afspraak, gegevens)
        if changed:
            save_changed(afspraak, by=by, at=at)
            mark_news(plan)
            note(plan, "afspraak gewijzigd", afspraak, by=by, at=at, wijziging=changed)
    return afspraak


def tick_afspraak(
    *,
    afspraak_id: uuid.UUID,
    status: str,
    by: Medewerker,
    at: dt.datetime,
) -> Afspraak:
    """Tick an afspraak as done, open it again, or let it lapse; ticking twice is no error."""
    op = dag_van(at)
    with operation():
        plan, afspraak = lock_with_part(Afspraak, afspraak_id, plan="doel__plan_id", by=by, op=op)
        if status not in AfspraakStatus.values:
            raise OngeldigeInvoer(velden={"status": "Kies gedaan, open of vervallen."})
        if afspraak.status == status:
            return afspraak
        was, afspraak.status = afspraak.status, status
        done = status == AfspraakStatus.GEDAAN
        afspraak.gedaan_op = op if done else None
        afspraak.gedaan_door = by if done else None
        save_changed(afspraak, by=by, at=at)
        if AfspraakStatus.VERVALLEN in (was, status):
            mark_news(plan)
        note(
            plan,
            "afspraak afgevinkt" if done else "afspraak heropend of vervallen",
            afspraak,
            by=by,
            at=at,
            wijziging={"status": [was, status]},
        )
    return afspraak


def gegevens_van(afspraak: Afspraak) -> AfspraakGegevens:
    """The afspraak as it is, to change one thing of it."""
    names = AfspraakGegevens.__dataclass_fields__
    return AfspraakGegevens(**{name: getattr(afspraak, name) for name in names})


def what_is_missing(values: Mapping[str, Any]) -> Iterator[DomeinFout]:
    """Everything that an afspraak must have and these values do not, each with its field."""
    if values.get("trede") == Trede.MAATWERK and not values.get("reden_niet_lichter"):
        yield RedenNodig(velden={"reden_niet_lichter": "Kies een reden."})
    if not any(values.get(name) for name in ("inwoner", "medewerker", "naam", "organisatie")):
        yield WieNodig(velden={"naam": "Vul in wie dit doet."})


def _settled(gegevens: AfspraakGegevens, *, op: dt.date) -> AfspraakGegevens:
    """With only the fixed days that belong to how often it is done; none without a day."""
    weekly = gegevens.herhaling in Herhaling.per_week()
    days = sorted(set(gegevens.weekdagen)) if weekly else []
    monthday = gegevens.maanddag if gegevens.herhaling == Herhaling.MAANDELIJKS else None
    daily = gegevens.herhaling == Herhaling.DAGELIJKS and gegevens.eerste_keer is not None
    if not (days or monthday or daily):
        return replace(gegevens, weekdagen=[], maanddag=None, eerste_keer=None, laatste_keer=None)
    first = gegevens.eerste_keer or op
    if gegevens.laatste_keer is not None and gegevens.laatste_keer < first:
        raise DagenPassenNiet(velden={"laatste_keer": "Kies een dag na de eerste keer."})
    return replace(gegevens, weekdagen=days, maanddag=monthday, eerste_keer=first)


def _require_sound(
    plan: Plan, gegevens: AfspraakGegevens, *, op: dt.date, was: uuid.UUID | None = None
) -> None:
    """What a constraint would refuse too, with the field beside the sentence."""
    beyond = gegevens.trede == Trede.MAATWERK or gegevens.wet or gegevens.toewijzing
    if plan.vindplaats_id is not None and beyond:
        raise GeenMaatwerkInConcept(velden={"trede": GeenMaatwerkInConcept.melding})
    for missing in what_is_missing(vars(gegevens)):
        raise missing
    if gegevens.inwoner and gegevens.inwoner.pk != was:
        require_takes_part(plan, gegevens.inwoner.pk, op=op)
    if gegevens.toewijzing and gegevens.toewijzing.huishouden_id != plan.huishouden_id:
        require_takes_part(plan, gegevens.toewijzing.inwoner_id, op=op)
