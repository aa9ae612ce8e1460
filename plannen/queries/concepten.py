"""Drafts of vindplaatsen: whose they are, which residents they may be about, what waits."""

import datetime as dt
import uuid

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from hengelo_sociaal.medewerkers.models import Medewerker, Team
from hengelo_sociaal.medewerkers.queries import absent_colleagues
from plannen.enums import Conceptstand, PlanStatus, PlanUitkomst
from plannen.models import Deelname, Plan
from plannen.rechten import PLAN_CONCEPT, PLAN_SCHRIJVEN
from toegang.enums import LOPEND, ContactStatus
from toegang.models import Contact, Inwoner, Melding
from toegang.queries.zicht import own_vindplaatsen, visible_contacts
from toegang.rechten import CONTACT_SCHRIJVEN


def only_drafts(by: Medewerker) -> bool:
    """Whether the roles of somebody let them draft a plan and do nothing else with plans."""
    return PLAN_CONCEPT.van(by) is not None and PLAN_SCHRIJVEN.van(by) is None


def own_drafts(by: Medewerker, *, op: dt.date) -> QuerySet[Plan]:
    """The drafts that somebody made at a vindplaats where they work on that day."""
    return Plan.objects.filter(gemaakt_door=by, vindplaats__in=own_vindplaatsen(by, op=op))


def is_own_draft(by: Medewerker, plan: Plan, *, op: dt.date) -> bool:
    """Whether this is a draft of theirs."""
    return plan.gemaakt_door_id == by.pk and own_drafts(by, op=op).filter(pk=plan.pk).exists()


def own_contacts(by: Medewerker, *, op: dt.date) -> QuerySet[Contact]:
    """What somebody registered of a resident with a name, and did not take back."""
    mine = visible_contacts(by, op=op, recht=CONTACT_SCHRIJVEN)
    return mine.filter(inwoner__isnull=False, status=ContactStatus.GEREGISTREERD)


def own_residents(by: Medewerker, huishouden_id: uuid.UUID, *, op: dt.date) -> QuerySet[Inwoner]:
    """Of a household only those whom somebody registered themselves."""
    of_household = (
        Q(huishouden_id=huishouden_id)
        | Q(hulpvragen__meldingen__huishouden_id=huishouden_id)
        | Q(inwoner__lidmaatschappen__huishouden_id=huishouden_id)
    )
    found = own_contacts(by, op=op).filter(of_household)
    return Inwoner.objects.filter(pk__in=found.values("inwoner"))


def waiting_drafts() -> QuerySet[Plan]:
    """Drafts that were offered and that nobody took up yet, the oldest first."""
    found = Plan.objects.van_vindplaats().exclude(status=PlanStatus.BEEINDIGD)
    return as_list(found.filter(aangeboden_op__isnull=False)).order_by("aangeboden_op", "id")


def drafts_for(by: Medewerker, *, op: dt.date) -> QuerySet[Plan]:
    """What waits for somebody: no colleague treats the household, or they do so themselves."""
    mine = Q(consulent=by) | Q(consulent__een_van=absent_colleagues(by, op=op))
    return _waiting_for(mine)


def drafts_for_team(team: Team) -> QuerySet[Plan]:
    """What waits for a team: no colleague treats the household, or one of this team does."""
    return _waiting_for(Q(consulent__een_van=team.leden.values("pk")))


def _waiting_for(whose: Q) -> QuerySet[Plan]:
    running = Melding.objects.filter(
        huishouden=OuterRef("huishouden"), status__in=LOPEND, consulent__isnull=False
    )
    return waiting_drafts().filter(Exists(running.filter(whose)) | ~Exists(running))


def in_state(plannen: QuerySet[Plan], stand: str) -> QuerySet[Plan]:
    """Of these drafts those with this `Conceptstand`."""
    ended = Q(status=PlanStatus.BEEINDIGD)
    taken, gone = Q(uitkomst=PlanUitkomst.SAMENGEVOEGD), Q(uitkomst=PlanUitkomst.GESTOPT)
    return plannen.filter(
        {
            Conceptstand.BEZIG: ~ended & Q(aangeboden_op__isnull=True),
            Conceptstand.AANGEBODEN: ~ended & Q(aangeboden_op__isnull=False),
            Conceptstand.OVERGENOMEN: ended & taken,
            Conceptstand.NIET_OVERGENOMEN: ended & ~taken & ~gone,
            Conceptstand.INGETROKKEN: ended & gone,
        }[Conceptstand(stand)]
    )


def as_list(plannen: QuerySet[Plan]) -> QuerySet[Plan]:
    """With what a list shows of drafts: who it is about, and where it was made."""
    return plannen.select_related("vindplaats", "gemaakt_door").prefetch_related(
        Prefetch("deelnames", Deelname.objects.select_related("inwoner"))
    )
