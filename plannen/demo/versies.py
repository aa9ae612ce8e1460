"""The agreed versions of the demo's plans: the content as it stands, agreed in person."""

import datetime as dt
import uuid

from hengelo_sociaal.demo.geheugen import short_lived
from hengelo_sociaal.demo.kopieren import copy_records
from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.kern.tijd import leeftijd_op
from plannen.enums import AkkoordWijze, PlanStatus
from plannen.models import Akkoord, Plan, Vaststelling
from plannen.queries.inhoud import content, fingerprint
from plannen.queries.laden import with_content

TEGELIJK = 500
ZELF_AKKOORD = 16


def make_versions(stad: Stad, plannen: list[Plan]) -> None:
    """One version of every plan that was agreed, in the week after it began."""
    agreed = [plan.pk for plan in plannen if plan.status != PlanStatus.CONCEPT]
    for start in stad.toon(range(0, len(agreed), TEGELIJK), "vaststellingen"):
        with short_lived():
            _agree_on(stad, agreed[start : start + TEGELIJK])


def _agree_on(stad: Stad, ids: list[uuid.UUID]) -> None:
    versions: list[Vaststelling] = []
    answers: list[Akkoord] = []
    for plan in with_content(Plan.objects.filter(pk__in=ids).order_by("pk")):
        versions.append(_version(stad, plan))
        answers += _answers(stad, versions[-1], plan)
    copy_records(Vaststelling, versions)
    copy_records(Akkoord, answers)


def _version(stad: Stad, plan: Plan) -> Vaststelling:
    inhoud = content(plan)
    moment = stad.tijdstip(plan.begonnen_op)
    return Vaststelling(
        id=stad.kenmerk(moment),
        plan=plan,
        versie=1,
        inhoud=inhoud,
        vingerafdruk=fingerprint(inhoud),
        door_id=plan.gemaakt_door_id,
        op=moment,
    )


def _answers(stad: Stad, version: Vaststelling, plan: Plan) -> list[Akkoord]:
    """Everybody of sixteen and older agrees, two of three in writing."""
    wijze = AkkoordWijze.HANDTEKENING if stad.kans(0.66) else AkkoordWijze.MONDELING
    return [
        Akkoord(
            id=stad.kenmerk(version.op),
            vaststelling=version,
            inwoner_id=deelname.inwoner_id,
            wijze=wijze,
        )
        for deelname in plan.deelnames.all()
        if _is_old_enough(deelname.inwoner.geboortedatum, version)
    ]


def _is_old_enough(born: dt.date | None, version: Vaststelling) -> bool:
    return born is None or leeftijd_op(born, version.op.date()) >= ZELF_AKKOORD
