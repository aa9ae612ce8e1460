"""What is known before people sit down to evaluate: progress, what was done, help in use."""

import datetime as dt
from dataclasses import dataclass

from aanbieders.enums import ToewijzingStatus
from aanbieders.models import Toewijzing
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.web.opmaak import datum
from plannen.models import Afspraak, Evaluatie, Plan, Voortgang
from plannen.queries.pagina import Afspraakrij, Doelrij, Planpagina


@dataclass(frozen=True)
class Doelstand:
    """How one goal stands since the evaluation before: then and now, done and in use."""

    rij: Doelrij
    toen: Voortgang | None
    nu: Voortgang | None
    gedaan: list[Afspraak]
    gebruik: list[str]

    @property
    def richting(self) -> str:
        """Further or back as the household sees it; empty where that cannot be said."""
        if self.toen is None or self.nu is None or self.toen.stap == self.nu.stap:
            return ""
        return "verder" if self.nu.stap > self.toen.stap else "terug"


@dataclass(frozen=True)
class Voorbereiding:
    """Everything beside the form of an evaluation; `sinds` is the day it looks back to."""

    sinds: dt.date
    doelen: list[Doelstand]

    @property
    def met_toewijzing(self) -> bool:
        """Whether any help is granted, of which nobody can see here what was delivered."""
        rows = (one for stand in self.doelen for one in stand.rij.afspraken)
        return any(one.afspraak.toewijzing is not None for one in rows)


def prepare(pagina: Planpagina, evaluatie: Evaluatie, *, op: dt.date) -> Voorbereiding:
    """Since the last evaluation that was held, or the beginning; no query of its own."""
    since = _since(pagina.plan, evaluatie)
    return Voorbereiding(since, [_standing(row, since, op=op) for row in pagina.doelen])


def _since(plan: Plan, evaluatie: Evaluatie) -> dt.date:
    held = [one.gehouden_op for one in plan.evaluaties.all() if one.pk != evaluatie.pk]
    return max((day for day in held if day is not None), default=plan.begonnen_op)


def _standing(row: Doelrij, since: dt.date, *, op: dt.date) -> Doelstand:
    theirs = [look for look in row.verloop if look.inwoner_id]
    before = [look for look in theirs if dag_van(look.op) <= since]
    return Doelstand(
        rij=row,
        toen=before[-1] if before else None,
        nu=theirs[-1] if theirs else None,
        gedaan=[
            one.afspraak
            for one in row.afspraken
            if one.afspraak.gedaan_op is not None and one.afspraak.gedaan_op >= since
        ],
        gebruik=[line for one in row.afspraken for line in _use(one, op=op)],
    )


def _use(row: Afspraakrij, *, op: dt.date) -> list[str]:
    """How often it was done, and which help is granted for it and whether it runs.

    What of that was delivered is not known here: there are no declarations (domein.md, floor 4).
    """
    lines = []
    if row.keren is not None and row.keren.geweest:
        lines.append(f"{row.afspraak}: {row.keren.gedaan} van {row.keren.geweest} keer gedaan")
    given = row.afspraak.toewijzing
    if given is not None:
        lines.append(f"{row.afspraak}: {given.omvang} toegewezen, {_course(given, op=op)}")
    return lines


def _course(given: Toewijzing, *, op: dt.date) -> str:
    """How far it is: still to begin, running, ended and why, or never begun."""
    if given.status == ToewijzingStatus.VERVALLEN:
        return "maar nooit begonnen"
    if given.status == ToewijzingStatus.BEEINDIGD:
        reason = given.get_reden_display().lower()
        return f"gestopt na {datum(given.laatste_dag)} ({reason})"
    if given.van > op:
        return f"begint op {datum(given.van)}"
    last = given.laatste_dag
    if last is not None and last < op:
        return f"liep af op {datum(last)}"
    until = f", tot en met {datum(last)}" if last else ""
    return f"loopt sinds {datum(given.van)}{until}"
