"""Agreeing a version together with the household."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import OngeldigeInvoer, Verouderd
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from plannen.domain.gemeen import lock_plan, note, require_takes_part
from plannen.domain.handtekening import read_signature
from plannen.domain.opmaken import order_paper
from plannen.enums import AkkoordWijze, PlanStatus
from plannen.exceptions import (
    AkkoordNodig,
    NietsOmVastTeStellen,
    RedenWeigeringNodig,
    TeJongVoorAkkoord,
)
from plannen.models import Akkoord, Plan, Vaststelling
from plannen.queries.inhoud import content, fingerprint
from plannen.queries.laden import load_plan
from plannen.queries.pagina import running_deelnames
from plannen.queries.toestemming import who_answers
from plannen.rechten import PLAN_SCHRIJVEN


@dataclass(frozen=True, kw_only=True)
class Instemming:
    """How one resident agrees, or refuses and why.

    `handtekening` is what was drawn on the screen, as `read_signature` reads it; it is
    kept only with a signature. Without it somebody signed on paper.
    """

    inwoner_id: uuid.UUID
    wijze: str
    reden: str = ""
    handtekening: str = ""

    def lines(self) -> dict[str, Any] | None:
        """The drawn lines. Refused with HandtekeningOnleesbaar."""
        if self.wijze != AkkoordWijze.HANDTEKENING:
            return None
        return read_signature(self.handtekening)


def adopt_plan(
    *,
    plan_id: uuid.UUID,
    akkoorden: Sequence[Instemming],
    by: Medewerker,
    at: dt.datetime,
    gezien: str | None = None,
) -> Vaststelling:
    """Freeze the plan as the next version, with who agreed how, and order its paper.

    The plan is agreed when at least one resident agrees; when all refuse, the version with
    their reasons is kept and the plan stays as it was. `gezien` is the fingerprint of what
    was shown: Verouderd (412) when the plan changed since. Refused with AkkoordNodig,
    RedenWeigeringNodig, HoortNietBijPlan, TeJongVoorAkkoord and NietsOmVastTeStellen.
    """
    op = dag_van(at)
    toets(by, PLAN_SCHRIJVEN, minstens=Bereik.EIGEN)
    _require_answers(akkoorden)
    signatures = [one.lines() for one in akkoorden]
    with operation():
        plan = lock_plan(plan_id, by=by, op=op)
        for one in akkoorden:
            require_takes_part(plan, one.inwoner_id, op=op)
        _require_old_enough(plan, akkoorden, op=op)
        made = _freeze(plan, by=by, at=at, gezien=gezien)
        _keep_answers(made, akkoorden, signatures)
        order_paper(made, at=at)
        if any(one.wijze != AkkoordWijze.GEWEIGERD for one in akkoorden):
            plan.status, plan.heeft_nieuws = PlanStatus.VASTGESTELD, False
            plan.save(update_fields=["status", "heeft_nieuws"])
        note(
            plan,
            "plan vastgesteld",
            made,
            by=by,
            at=at,
            wijziging={
                "versie": made.versie,
                "vingerafdruk": made.vingerafdruk,
                "akkoord": [one.wijze for one in akkoorden],
                "getekend": sum(drawn is not None for drawn in signatures),
            },
        )
    return made


def _keep_answers(
    made: Vaststelling,
    akkoorden: Sequence[Instemming],
    signatures: Sequence[dict[str, Any] | None],
) -> None:
    """Who agreed how, with the signature that was drawn."""
    Akkoord.objects.bulk_create(
        Akkoord(
            vaststelling=made,
            inwoner_id=one.inwoner_id,
            wijze=one.wijze,
            reden=one.reden.strip(),
            handtekening=drawn,
        )
        for one, drawn in zip(akkoorden, signatures, strict=True)
    )


def _freeze(plan: Plan, *, by: Medewerker, at: dt.datetime, gezien: str | None) -> Vaststelling:
    """The next version with the content of now; the plan is locked, so it stands still."""
    inhoud = content(load_plan(plan.pk))
    vingerafdruk = fingerprint(inhoud)
    if gezien is not None and gezien != vingerafdruk:
        raise Verouderd(
            "Het plan is intussen veranderd. Bekijk wat er nu staat en stel het opnieuw vast.",
            extra={"verschillen": [], "vingerafdruk": vingerafdruk},
        )
    last = plan.vaststellingen.order_by("-versie").first()
    if not inhoud["doelen"]:
        raise NietsOmVastTeStellen("Voeg eerst een doel toe. Daarna kunt u het plan vaststellen.")
    if last is not None and last.vingerafdruk == vingerafdruk and not plan.heeft_nieuws:
        raise NietsOmVastTeStellen()
    return Vaststelling.objects.create(
        plan=plan,
        versie=last.versie + 1 if last else 1,
        inhoud=inhoud,
        vingerafdruk=vingerafdruk,
        door=by,
        op=at,
    )


def _require_old_enough(plan: Plan, akkoorden: Sequence[Instemming], *, op: dt.date) -> None:
    _, young = who_answers(running_deelnames(plan), op=op)
    if {one.inwoner_id for one in young} & {one.inwoner_id for one in akkoorden}:
        raise TeJongVoorAkkoord()


def _require_answers(akkoorden: Sequence[Instemming]) -> None:
    if not akkoorden:
        raise AkkoordNodig()
    if len({one.inwoner_id for one in akkoorden}) != len(akkoorden):
        raise OngeldigeInvoer(velden={"akkoorden": "Elke inwoner geeft één keer antwoord."})
    for one in akkoorden:
        if one.wijze not in AkkoordWijze.values:
            raise OngeldigeInvoer(velden={"wijze": "Kies hoe de inwoner akkoord gaat."})
        if one.wijze == AkkoordWijze.GEWEIGERD and not one.reden.strip():
            raise RedenWeigeringNodig(velden={"reden": RedenWeigeringNodig.melding})
