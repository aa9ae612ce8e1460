"""Setting agreed versions on paper in the background, until each of them is kept."""

import datetime as dt
import logging
import uuid

from django.db.models import F

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.papier.domain.stukken import keep_stuk
from hengelo_sociaal.papier.models import Stuk
from plannen.domain.papier import Papiervraag, plan_paper
from plannen.models import Papieropdracht, Vaststelling
from plannen.queries.laden import load_plan

logger = logging.getLogger(__name__)
EERSTE_WACHT = dt.timedelta(minutes=1)
LANGSTE_WACHT = dt.timedelta(hours=6)
PER_KEER = 20


def order_paper(versie: Vaststelling, *, at: dt.datetime) -> Papieropdracht:
    """Ask for the paper of a version, in the transaction that freezes it."""
    return Papieropdracht.objects.create(vaststelling=versie, gevraagd_op=at, opnieuw_op=at)


def make_waiting(*, at: dt.datetime, most: int = PER_KEER) -> int:
    """Set what waits on paper, the oldest first; how many were kept.

    What fails, or is cut off halfway, is tried again after a minute, then two, four, up to
    six hours. Running twice at once is harmless: of one version one paper is kept.
    """
    due = Papieropdracht.objects.filter(klaar_op__isnull=True, opnieuw_op__lte=at)
    ids = list(due.order_by("opnieuw_op", "pk").values_list("pk", flat=True)[:most])
    return sum(_make(pk, at=at) for pk in ids)


def paper_of(versie: Vaststelling) -> Stuk | None:
    """What was kept of a version, without its bytes."""
    rows = Stuk.objects.defer("pdf", "inhoud")
    return rows.filter(soort="plan", onderwerp_id=versie.pk, voor__isnull=True, groot=False).first()


def _make(pk: uuid.UUID, *, at: dt.datetime) -> bool:
    """Claim one by moving its next try, then set it; whether it is kept now."""
    rows = Papieropdracht.objects.filter(pk=pk, klaar_op__isnull=True)
    order = rows.select_related("vaststelling__door").first()
    if order is None:
        return False
    wait = min(EERSTE_WACHT * 2 ** min(order.pogingen, 10), LANGSTE_WACHT)
    claimed = rows.filter(opnieuw_op=order.opnieuw_op)
    if not claimed.update(opnieuw_op=at + wait, pogingen=F("pogingen") + 1):
        return False
    try:
        _keep(order.vaststelling, at=at)
    except DomeinFout as refusal:
        logger.warning("no paper of version %s yet: %s", order.vaststelling_id, refusal.code)
        return False
    rows.update(klaar_op=at)
    return True


def _keep(versie: Vaststelling, *, at: dt.datetime) -> None:
    plan = load_plan(versie.plan_id)
    paper = plan_paper(plan, Papiervraag(versie=versie.versie), op=dag_van(at))
    keep_stuk(
        soort=paper.soort,
        onderwerp_id=versie.pk,
        opgemaakt=paper.opgemaakt,
        by=versie.door,
        at=at,
    )
