"""What the page of a plan shows, worked out from a plan that was loaded with everything."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.enums import AfspraakStatus, DoelStatus, Stap, Trede
from plannen.models import (
    Aanspreekpunt,
    Afspraak,
    Deelname,
    Doel,
    Evaluatie,
    Partij,
    Plan,
    Regisseurperiode,
    Voortgang,
)
from plannen.queries.keren import TERUG, Kerenperdag, Kerenstand, standing, times_since
from plannen.queries.regie import (
    Regisseuradvies,
    current_aanspreekpunt,
    current_regisseur,
    needs_regisseur,
)
from plannen.queries.ritme import how_often
from toegang.models import Inwoner, Lidmaatschap


@dataclass(frozen=True)
class Afspraakrij:
    """An afspraak with how often it is done, and how that goes when it comes back."""

    afspraak: Afspraak
    hoe_vaak: str
    keren: Kerenstand | None


@dataclass(frozen=True)
class Doelrij:
    """A goal with its afspraken from light to heavy, and how far it is according to whom."""

    doel: Doel
    nummer: int
    afspraken: list[Afspraakrij]
    volgens_inwoner: Voortgang | None
    volgens_medewerker: Voortgang | None
    verloop: list[Voortgang]

    @property
    def gedaan(self) -> int:
        """How many afspraken are ticked."""
        return sum(rij.afspraak.is_gedaan for rij in self.afspraken)

    @property
    def loopt(self) -> bool:
        """Whether the goal is still being worked on."""
        return self.doel.status == DoelStatus.LOOPT

    @property
    def treden(self) -> list[tuple[str, str]]:
        """The ladder from light to heavy, to begin an afspraak on."""
        return [(trede.value, str(trede.label)) for trede in Trede]

    @property
    def stappen(self) -> list[tuple[int, str]]:
        """The five steps, for the choice below the goal."""
        return [(stap.value, stap.label) for stap in Stap]


@dataclass(frozen=True)
class Partijrij:
    """Somebody outside who may see goals now, with the numbers of those goals."""

    partij: Partij
    nummers: list[int]


@dataclass(frozen=True)
class Planpagina:
    """Everything on the page of a plan."""

    plan: Plan
    naam: str
    doelen: list[Doelrij]
    deelnemers: list[Deelname]
    nieuwe_leden: list[Inwoner]
    regisseur: Regisseurperiode | None
    advies: Regisseuradvies
    aanspreekpunt: Aanspreekpunt | None
    partijen: list[Partijrij]
    collegas: list[Medewerker]
    komend: list[Evaluatie]
    gehouden: list[Evaluatie]

    @property
    def bereikt(self) -> int:
        """How many goals are reached."""
        return sum(rij.doel.status == DoelStatus.BEREIKT for rij in self.doelen)

    def doelrij(self, doel: Doel) -> Doelrij:
        """The row of one goal."""
        return next(rij for rij in self.doelen if rij.doel.pk == doel.pk)


def plan_page(plan: Plan, *, op: dt.date) -> Planpagina:
    """The page of a loaded plan on a day; at most three queries more.

    For colleagues, for new people, and for what was ticked of what comes back.
    """
    running = running_deelnames(plan)
    evaluations = list(plan.evaluaties.all())
    return Planpagina(
        plan=plan,
        naam=household_name(plan),
        doelen=goal_rows(plan, op=op),
        deelnemers=running,
        nieuwe_leden=_new_members(plan, running, op=op) if plan.is_actief else [],
        regisseur=current_regisseur(plan),
        advies=needs_regisseur(plan),
        aanspreekpunt=current_aanspreekpunt(plan),
        partijen=_parties(plan, op=op),
        collegas=_colleagues(plan, op=op) if plan.is_actief else [],
        komend=[one for one in evaluations if one.gehouden_op is None],
        gehouden=[one for one in reversed(evaluations) if one.gehouden_op is not None],
    )


def goal_rows(plan: Plan, *, op: dt.date) -> list[Doelrij]:
    """The goals of a loaded plan with their afspraken, numbered; one query when some come back."""
    doelen = list(plan.doelen.all())
    ticked = times_since((one for doel in doelen for one in doel.afspraken.all()), op - TERUG)
    return [_row(doel, number, ticked, op=op) for number, doel in enumerate(doelen, start=1)]


def running_deelnames(plan: Plan) -> list[Deelname]:
    """Who takes part now, or did until a plan ended."""
    last = plan.beeindigd_op
    return [
        one
        for one in plan.deelnames.all()
        if one.tot is None or (last is not None and one.tot >= last)
    ]


def people_of(plannen: Iterable[Plan]) -> list[uuid.UUID]:
    """Whom these plans are about, also who takes part no longer: the name may be theirs."""
    return [one.inwoner_id for plan in plannen for one in plan.deelnames.all()]


def household_name(plan: Plan) -> str:
    """As in "huishouden Jansen", after the first who takes part; the number without anybody."""
    for deelname in plan.deelnames.all():
        person = deelname.inwoner
        parts = (person.tussenvoegsel, person.geslachtsnaam)
        return "huishouden " + " ".join(part for part in parts if part)
    return plan.nummer


def _row(doel: Doel, number: int, ticked: Kerenperdag, *, op: dt.date) -> Doelrij:
    afspraken = [one for one in doel.afspraken.all() if one.status != AfspraakStatus.VERVALLEN]
    looks = list(doel.voortgang.all())
    return Doelrij(
        doel=doel,
        nummer=number,
        afspraken=[
            Afspraakrij(one, how_often(one), standing(one, ticked.get(one.pk, {}), op=op))
            for one in sorted(afspraken, key=lambda one: Trede(one.trede).hoogte)
        ],
        volgens_inwoner=next((look for look in looks if look.inwoner_id), None),
        volgens_medewerker=next((look for look in looks if look.medewerker_id), None),
        verloop=looks[::-1],
    )


def _parties(plan: Plan, *, op: dt.date) -> list[Partijrij]:
    numbers = {doel.pk: number for number, doel in enumerate(plan.doelen.all(), start=1)}
    return [
        Partijrij(partij, sorted(numbers[doel.pk] for doel in partij.doelen.all()))
        for partij in plan.partijen.all()
        if partij.mag_kijken_op(op)
    ]


def _colleagues(plan: Plan, *, op: dt.date) -> list[Medewerker]:
    """Who is involved with the household on a day, whatever the ground."""
    running = Q(betrokkenheden__tot__isnull=True) | Q(betrokkenheden__tot__gt=op)
    found = Medewerker.objects.filter(
        running, betrokkenheden__huishouden_id=plan.huishouden_id, betrokkenheden__van__lte=op
    )
    return list(found.distinct().order_by("naam"))


def _new_members(plan: Plan, running: list[Deelname], *, op: dt.date) -> list[Inwoner]:
    """Who lives in the household now and takes no part yet."""
    known = {deelname.inwoner_id for deelname in running}
    home = Lidmaatschap.objects.op(op).filter(huishouden_id=plan.huishouden_id)
    return [one.inwoner for one in home.select_related("inwoner") if one.inwoner_id not in known]
