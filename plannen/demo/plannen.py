"""Plans in bulk: concept, agreed and ended, with goals, afspraken and how far they are."""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field

from aanbieders.enums import ToewijzingStatus
from aanbieders.models import Toewijzing
from hengelo_sociaal.demo.stad import Stad, werkdag_tot, werkdag_vanaf
from hengelo_sociaal.kern.nummers import next_numbers
from hengelo_sociaal.medewerkers.models import Betrokkenheid, Grond
from plannen.demo.teksten import AFSPRAKEN, DOELEN, WAT_TELT, Voorbeeld
from plannen.enums import (
    AfspraakStatus,
    DoelStatus,
    EvaluatieUitkomst,
    PlanStatus,
    PlanUitkomst,
    RedenNietLichter,
    Stap,
    Trede,
)
from plannen.models import (
    Aanspreekpunt,
    Afspraak,
    Deelname,
    Doel,
    Evaluatie,
    Plan,
    Regisseurperiode,
    Voortgang,
)
from toegang.demo.meldingen import Zaak
from toegang.enums import MeldingStatus

PLAN_BIJ_ONDERSTEUNING = 0.72
GEEINDIGD_NA_HALF_JAAR = 0.35
JEUGDHULP = ("ambulante-jeugdhulp", "dyslexiezorg")


@dataclass
class _Rijen:
    """Everything that is stored at the end, in the order of its references."""

    plannen: list[Plan] = field(default_factory=list)
    deelnames: list[Deelname] = field(default_factory=list)
    doelen: list[Doel] = field(default_factory=list)
    afspraken: list[Afspraak] = field(default_factory=list)
    voortgang: list[Voortgang] = field(default_factory=list)
    evaluaties: list[Evaluatie] = field(default_factory=list)
    regisseurs: list[Regisseurperiode] = field(default_factory=list)
    aanspreekpunten: list[Aanspreekpunt] = field(default_factory=list)
    betrokkenheid: list[Betrokkenheid] = field(default_factory=list)


def make_plans(stad: Stad) -> list[Plan]:
    """One plan for most households where support was needed; oldest melding first."""
    rows, seen = _Rijen(), set()
    stad.vondst["toegekend"] = _granted_to(stad)
    for zaak in stad.toon(stad.vondst["meldingen"], "plannen"):
        melding = zaak.melding
        ready = melding.status == MeldingStatus.AFGEROND and melding.ondersteuning_nodig
        if ready and melding.huishouden_id not in seen and stad.kans(PLAN_BIJ_ONDERSTEUNING):
            seen.add(melding.huishouden_id)
            _plan(stad, rows, zaak)
    numbers = next_numbers("PL", [plan.begonnen_op.year for plan in rows.plannen])
    for plan, nummer in zip(rows.plannen, numbers, strict=True):
        plan.nummer = nummer
    stad.bewaar(Plan, rows.plannen)
    stad.bewaar(Deelname, rows.deelnames)
    stad.bewaar(Doel, rows.doelen)
    stad.bewaar(Afspraak, rows.afspraken)
    stad.bewaar(Voortgang, rows.voortgang)
    stad.bewaar(Evaluatie, rows.evaluaties)
    stad.bewaar(Regisseurperiode, rows.regisseurs)
    stad.bewaar(Aanspreekpunt, rows.aanspreekpunten)
    stad.bewaar(Betrokkenheid, rows.betrokkenheid)
    return rows.plannen


def _granted_to(stad: Stad) -> dict[uuid.UUID, list[Toewijzing]]:
    found: dict[uuid.UUID, list[Toewijzing]] = {}
    for one in stad.vondst["toewijzingen"]:
        if one.status != ToewijzingStatus.VERVALLEN:
            found.setdefault(one.huishouden_id, []).append(one)
    return found


def _plan(stad: Stad, rows: _Rijen, zaak: Zaak) -> None:
    decided = zaak.melding.afgerond_op or stad.laatste_dag
    begin = werkdag_tot(min(stad.laatste_dag, decided + dt.timedelta(days=3)))
    age = (stad.laatste_dag - begin).days
    plan = Plan(
        id=stad.kenmerk(stad.tijdstip(begin)),
        huishouden_id=zaak.melding.huishouden_id,
        status=PlanStatus.CONCEPT if age < 14 else PlanStatus.VASTGESTELD,
        begonnen_op=begin,
        gemaakt_door_id=zaak.consulent_id,
        heeft_nieuws=age < 14,
        **_changed(stad, zaak, begin),
    )
    if age > 183 and stad.kans(GEEINDIGD_NA_HALF_JAAR):
        plan.status = PlanStatus.BEEINDIGD
        plan.beeindigd_op = werkdag_tot(begin + dt.timedelta(days=stad.rng.randrange(120, age)))
        plan.uitkomst = stad.kies({PlanUitkomst.DOELEN_BEREIKT: 6, PlanUitkomst.ZELF_VERDER: 4})
    rows.plannen.append(plan)
    _people(stad, rows, zaak, plan)
    areas = _areas(stad, zaak)
    plan.wat_telt = stad.rng.choice(WAT_TELT[areas[0]])
    before = len(rows.afspraken)
    for place, leefgebied in enumerate(areas, start=1):
        _goal(stad, rows, zaak, plan, leefgebied, place)
    _regie(stad, rows, zaak, plan, needed=_needs_regisseur(areas, rows.afspraken[before:]))
    _evaluations(stad, rows, zaak, plan)


def _needs_regisseur(areas: list[str], afspraken: list[Afspraak]) -> bool:
    """Safety at home, or help of an organisation on two leefgebieden."""
    helped = {
        afspraak.doel.leefgebied_id
        for afspraak in afspraken
        if afspraak.trede in {Trede.ALGEMEEN, Trede.MAATWERK}
        and afspraak.status == AfspraakStatus.OPEN
    }
    return "veiligheid" in areas or len(helped) >= 2


def _regie(stad: Stad, rows: _Rijen, zaak: Zaak, plan: Plan, *, needed: bool) -> None:
    """The consulent can be called, and mostly is regisseur where one is needed."""
    if plan.status == PlanStatus.CONCEPT:
        return
    period = {
        "plan": plan,
        "medewerker_id": zaak.consulent_id,
        "van": plan.begonnen_op,
        "tot": plan.beeindigd_op,
    }
    moment = stad.tijdstip(plan.begonnen_op)
    rows.aanspreekpunten.append(Aanspreekpunt(id=stad.kenmerk(moment), **period))
    if needed and stad.kans(0.94):
        rows.regisseurs.append(Regisseurperiode(id=stad.kenmerk(moment), **period))


def _changed(stad: Stad, zaak: Zaak, dag: dt.date) -> dict[str, object]:
    return {"gewijzigd_op": stad.tijdstip(dag), "gewijzigd_door_id": zaak.consulent_id}


def _people(stad: Stad, rows: _Rijen, zaak: Zaak, plan: Plan) -> None:
    """Who takes part; the consulent is involved."""
    consulent = zaak.consulent_id
    for inwoner in (*zaak.gezin.volwassenen, *zaak.gezin.kinderen):
        rows.deelnames.append(
            Deelname(
                id=stad.kenmerk(stad.tijdstip(plan.begonnen_op)),
                plan=plan,
                inwoner=inwoner,
                van=plan.begonnen_op,
                tot=plan.beeindigd_op,
            )
        )
    rows.betrokkenheid.append(
        Betrokkenheid(
            medewerker_id=consulent,
            huishouden_id=plan.huishouden_id,
            grond=Grond.PLAN,
            van=plan.begonnen_op,
            tot=plan.beeindigd_op,
        )
    )


def _areas(stad: Stad, zaak: Zaak) -> list[str]:
    """The leefgebied of the question first; often another one beside it."""
    grown_up = () if zaak.gezin.kinderen else ("opvoeden", "leren")
    first = zaak.hulpvraag.leefgebied_id
    others = [code for code in DOELEN if code != first and code not in grown_up]
    more = stad.rng.sample(others, stad.kies({0: 0.52, 1: 0.36, 2: 0.12}))
    return [first, *more]


def _goal(stad: Stad, rows: _Rijen, zaak: Zaak, plan: Plan, leefgebied: str, place: int) -> None:
    step = stad.kies({Stap.KLEINE_STAP: 3, Stap.HALVERWEGE: 4, Stap.BIJNA: 2, Stap.BEREIKT: 2})
    ended = plan.status == PlanStatus.BEEINDIGD
    doel = Doel(
        id=stad.kenmerk(stad.tijdstip(plan.begonnen_op)),
        plan=plan,
        inwoner=zaak.melding.inwoner if stad.kans(0.7) else None,
        leefgebied_id=leefgebied,
        omschrijving=DOELEN[leefgebied],
        prioriteit=min(place, 3),
        gewenst_op=plan.begonnen_op + dt.timedelta(days=182),
        status=DoelStatus.BEREIKT if ended or step == Stap.BEREIKT else DoelStatus.LOOPT,
        volgorde=place,
        **_changed(stad, zaak, plan.begonnen_op),
    )
    rows.doelen.append(doel)
    if plan.status != PlanStatus.CONCEPT:
        rows.voortgang.append(
            Voortgang(
                id=stad.kenmerk(stad.tijdstip(plan.begonnen_op)),
                doel=doel,
                stap=Stap.BEREIKT if ended else step,
                inwoner=zaak.melding.inwoner,
                op=stad.tijdstip(_between(stad, plan.begonnen_op, plan.beeindigd_op)),
            )
        )
    examples = AFSPRAKEN[leefgebied]
    chosen = stad.rng.sample(examples, stad.rng.randrange(2, len(examples) + 1))
    rows.afspraken += _afspraken(stad, zaak, doel, plan, chosen)


def _between(stad: Stad, first: dt.date, last: dt.date | None) -> dt.date:
    """A working day between two others; at the earliest the first of them."""
    days = ((last or stad.laatste_dag) - first).days
    return max(first, werkdag_tot(first + dt.timedelta(days=stad.rng.randrange(0, max(1, days)))))


def _afspraken(
    stad: Stad, zaak: Zaak, doel: Doel, plan: Plan, examples: list[Voorbeeld]
) -> Iterator[Afspraak]:
    """Light first; an afspraak of the household itself has a person, the others a name."""
    ladder = list(Trede)
    for example in sorted(examples, key=lambda one: ladder.index(one.trede)):
        due = plan.begonnen_op + dt.timedelta(days=stad.rng.randrange(14, 160))
        done = due < stad.laatste_dag and stad.kans(0.85)
        yield Afspraak(
            id=stad.kenmerk(stad.tijdstip(plan.begonnen_op)),
            doel=doel,
            trede=example.trede,
            omschrijving=example.tekst,
            inwoner=zaak.melding.inwoner if example.trede == Trede.EIGEN_KRACHT else None,
            naam="Familie" if example.trede == Trede.NETWERK else "",
            uiterlijk=due,
            status=AfspraakStatus.GEDAAN if done else AfspraakStatus.OPEN,
            gedaan_op=due if done else None,
            gedaan_door_id=zaak.consulent_id if done else None,
            gemaakt_op=stad.tijdstip(plan.begonnen_op),
            **_help(stad, zaak, example),
            **_changed(stad, zaak, plan.begonnen_op),
        )


def _help(stad: Stad, zaak: Zaak, example: Voorbeeld) -> dict[str, object]:
    """Who helps with what; maatwerk rests on what was granted, where something was."""
    provision = stad.vondst["voorzieningen"].get(example.voorziening)
    found: dict[str, object] = {"organisatie": example.organisatie, "voorziening": provision}
    if example.trede != Trede.MAATWERK:
        return found
    found["wet_id"] = "jeugdwet" if example.voorziening in JEUGDHULP else "wmo"
    found["reden_niet_lichter"] = stad.rng.choice(RedenNietLichter.values)
    for granted in stad.vondst["toegekend"].get(zaak.gezin.huishouden.pk, ()):
        if granted.product.voorziening == provision:
            found["toewijzing"] = granted
            found["organisatie"] = granted.contract.aanbieder.naam
    return found


def _evaluations(stad: Stad, rows: _Rijen, zaak: Zaak, plan: Plan) -> None:
    """Every half year, held or still to come."""
    last = plan.beeindigd_op or stad.laatste_dag
    day = werkdag_vanaf(plan.begonnen_op + dt.timedelta(days=182))
    while True:
        held = day <= last
        if not held and plan.status == PlanStatus.BEEINDIGD:
            return
        rows.evaluaties.append(
            Evaluatie(
                id=stad.kenmerk(stad.tijdstip(plan.begonnen_op)),
                plan=plan,
                gepland_op=day,
                gehouden_op=day if held else None,
                uitkomst=EvaluatieUitkomst.DOORGAAN if held else None,
                gehouden_door_id=zaak.consulent_id if held else None,
                **_changed(stad, zaak, plan.begonnen_op),
            )
        )
        if not held:
            return
        day = werkdag_vanaf(day + dt.timedelta(days=182))
