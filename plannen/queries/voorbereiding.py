"""What is known before people sit down to evaluate: progress, what was done, help in use."""

import datetime as dt
from dataclasses import dataclass

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


def prepare(pagina: Planpagina, evaluatie: Evaluatie) -> Voorbereiding:
    """Since the last evaluation that was held, or the beginning; no query of its own."""
    since = _since(pagina.plan, evaluatie)
    return Voorbereiding(since, [_standing(row, since) for row in pagina.doelen])


def _since(plan: Plan, evaluatie: Evaluatie) -> dt.date:
    held = [one.gehouden_op for one in plan.evaluaties.all() if one.pk != evaluatie.pk]
    return max((day for day in held if day is not None), default=plan.begonnen_op)


def _standing(row: Doelrij, since: dt.date) -> Doelstand:
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
        gebruik=[line for one in row.afspraken for line in _use(one)],
    )


def _use(row: Afspraakrij) -> list[str]:
    """How often it was done, and which help is granted for it until when."""
    lines = []
    if row.keren is not None and row.keren.geweest:
        lines.append(f"{row.afspraak}: {row.keren.gedaan} van {row.keren.geweest} keer gedaan")
    given = row.afspraak.toewijzing
    if given is not None:
        until = f", tot en met {datum(given.laatste_dag)}" if given.laatste_dag else ""
        lines.append(f"{row.afspraak}: {given.omvang} toegewezen{until}")
    return lines
