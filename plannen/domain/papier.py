"""The plan on paper: which document it is, and giving it with a line in the log.

The paper of an agreed version is made when it is agreed (`opmaken`), or else at its first request,
with the text that held on that day, and is the same ever after. A concept is never kept.
"""

import datetime as dt
import uuid
from dataclasses import dataclass

from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_access
from hengelo_sociaal.logboek.models import Handeling
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.papier.domain.stukken import (
    Opgemaakt,
    compose,
    find_stuk,
    keep_stuk,
)
from hengelo_sociaal.papier.zetten import make_pdf
from hengelo_sociaal.web.opmaak import datum
from plannen.domain.inzage import require_purpose
from plannen.models import Akkoord, Evaluatie, Partij, Plan, Vaststelling
from plannen.queries.evaluatieverslag import report
from plannen.queries.inhoud import Inhoud, content, for_goals, for_person
from plannen.queries.papier import below_title, for_party, whole_plan


@dataclass(frozen=True, kw_only=True)
class Papiervraag:
    """Which paper of a plan somebody asks for.

    Without a version the last that was agreed, when it still holds, and else the concept.
    `voor` is a resident who takes part, `partij` somebody of outside who may see goals.
    """

    versie: int | None = None
    voor: uuid.UUID | None = None
    partij: uuid.UUID | None = None


@dataclass(frozen=True)
class Papier:
    """A paper of a plan, and what it is about."""

    opgemaakt: Opgemaakt
    soort: str
    versie: Vaststelling | None
    partij: Partij | None = None


def plan_paper(plan: Plan, vraag: Papiervraag, *, op: dt.date) -> Papier:
    """The paper that was asked of a plan that was loaded with everything.

    Refused with NietGevonden (404) for a version, a person or a party that is not there,
    or that may no longer see the plan.
    """
    version = _version(plan, vraag.versie)
    inhoud = version.inhoud if version else content(plan)
    if vraag.partij is not None:
        return _for_party(plan, inhoud, _party(plan, vraag.partij, op=op), version, op=op)
    if vraag.voor is not None:
        inhoud = _of_person(inhoud, vraag.voor)
    soort = "plan-persoon" if vraag.voor else "plan"
    day = dag_van(version.op) if version else op
    filled = whole_plan(
        plan,
        inhoud,
        versie=version,
        akkoorden=_answers(version, vraag.voor),
        op=day,
        voor=vraag.voor,
    )
    made = compose(
        soort,
        filled,
        op=day,
        kenmerk=_mark(plan, version, op=op),
        onderkop=below_title(plan, inhoud, version, op=op),
    )
    return Papier(made, soort, version)


def evaluation_paper(plan: Plan, evaluatie: Evaluatie) -> Papier:
    """The report of an evaluation that was held; NietGevonden (404) before that."""
    if evaluatie.gehouden_op is None:
        raise NietGevonden("Deze evaluatie is nog niet gehouden.")
    made = compose(
        "evaluatie",
        report(plan, evaluatie, op=evaluatie.gehouden_op),
        op=evaluatie.gehouden_op,
        kenmerk=f"{plan.nummer}, evaluatie van {datum(evaluatie.gehouden_op)}",
        onderkop=(f"Plan {plan.nummer}", f"Gesprek van {datum(evaluatie.gehouden_op)}"),
    )
    return Papier(made, "evaluatie", None)


def give_plan_paper(
    plan: Plan,
    vraag: Papiervraag,
    *,
    by: Medewerker,
    at: dt.datetime,
    groot: bool = False,
    doel: str = "",
) -> bytes:
    """The PDF of a paper, with a line in the log that says for what it was taken.

    Refused with DoelNodig (403), NietGevonden (404), PapierMislukt (503).
    """
    purpose = require_purpose(plan.huishouden_id, by=by, op=dag_van(at), doel=doel)
    paper = plan_paper(plan, vraag, op=dag_van(at))
    if paper.versie is None or paper.partij is not None:
        pdf = make_pdf(paper.opgemaakt.document, groot=groot).bytes
    else:
        pdf = _kept(plan, paper, vraag, by=by, at=at, groot=groot)
    _log_given(plan, paper.soort, vraag.voor, by=by, at=at, doel=purpose)
    return pdf


def give_evaluation_paper(
    plan: Plan,
    evaluatie: Evaluatie,
    *,
    by: Medewerker,
    at: dt.datetime,
    groot: bool = False,
    doel: str = "",
) -> bytes:
    """The report of an evaluation as PDF, kept the first time, with a line in the log."""
    purpose = require_purpose(plan.huishouden_id, by=by, op=dag_van(at), doel=doel)
    paper = evaluation_paper(plan, evaluatie)
    kept = keep_stuk(
        soort=paper.soort,
        onderwerp_id=evaluatie.pk,
        opgemaakt=paper.opgemaakt,
        by=by,
        at=at,
        groot=groot,
    )
    _log_given(plan, paper.soort, None, by=by, at=at, doel=purpose)
    return bytes(kept.pdf)


def _kept(
    plan: Plan,
    paper: Papier,
    vraag: Papiervraag,
    *,
    by: Medewerker,
    at: dt.datetime,
    groot: bool,
) -> bytes:
    """The bytes that were kept; made again when the address became secret since."""
    onderwerp = paper.versie.pk if paper.versie else plan.pk
    known = find_stuk(soort=paper.soort, onderwerp_id=onderwerp, voor=vraag.voor, groot=groot)
    if plan.huishouden.geheim and known and "Adres geheim" not in str(known.inhoud["onderkop"]):
        return make_pdf(paper.opgemaakt.document, groot=groot).bytes
    kept = keep_stuk(
        soort=paper.soort,
        onderwerp_id=onderwerp,
        opgemaakt=paper.opgemaakt,
        by=by,
        at=at,
        voor=vraag.voor,
        groot=groot,
    )
    return bytes(kept.pdf)


def _log_given(
    plan: Plan,
    soort: str,
    voor: uuid.UUID | None,
    *,
    by: Medewerker,
    at: dt.datetime,
    doel: str,
) -> None:
    everybody = [one.inwoner_id for one in plan.deelnames.all() if one.tot is None]
    log_access(
        by=by,
        handeling=Handeling.UITGEVOERD,
        soort=soort,
        object_id=plan.pk,
        inwoners=[voor] if voor else everybody,
        doel=doel[:200],
        at=at,
    )


def _for_party(
    plan: Plan, inhoud: Inhoud, partij: Partij, version: Vaststelling | None, *, op: dt.date
) -> Papier:
    seen = for_goals(inhoud, [str(doel.pk) for doel in partij.doelen.all()])
    made = compose(
        "plan-partij",
        for_party(plan, seen, partij),
        op=op,
        kenmerk=_mark(plan, version, op=op),
        onderkop=below_title(plan, seen, version, op=op),
    )
    return Papier(made, "plan-partij", version, partij)


def _version(plan: Plan, nummer: int | None) -> Vaststelling | None:
    if nummer is None:
        return None if plan.heeft_nieuws else plan.vaststellingen.order_by("-versie").first()
    found = Vaststelling.objects.filter(plan=plan, versie=nummer).first()
    if found is None:
        raise NietGevonden("Deze versie is er niet.")
    return found


def _party(plan: Plan, key: uuid.UUID, *, op: dt.date) -> Partij:
    """Who the paper is for; once they may no longer see the plan there is no paper."""
    for partij in plan.partijen.all():
        if partij.pk == key and partij.mag_kijken_op(op):
            return partij
    raise NietGevonden("Deze persoon mag niet meekijken in dit plan.")


def _of_person(inhoud: Inhoud, person: uuid.UUID) -> Inhoud:
    mine = for_person(inhoud, str(person))
    if not mine["deelnemers"]:
        raise NietGevonden("Deze persoon doet niet mee in dit plan.")
    return mine


def _answers(version: Vaststelling | None, person: uuid.UUID | None) -> list[Akkoord]:
    """Who agreed how; on the paper of one person only their own answer."""
    if version is None:
        return []
    answers = version.akkoorden.select_related("inwoner")
    return list(answers.filter(inwoner_id=person) if person else answers)


def _mark(plan: Plan, version: Vaststelling | None, *, op: dt.date) -> str:
    if version is not None:
        return f"{plan.nummer}, versie {version.versie}"
    return f"{plan.nummer}, stand van {datum(op)}"
