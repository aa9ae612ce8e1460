"""Lists of besluiten and bezwaren, and what waits for whom."""

import datetime as dt
import uuid

from django.db.models import Exists, OuterRef, Q, QuerySet

from aanbieders.enums import ToewijzingStatus
from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.enums import BesluitStatus, Leveringsvorm
from plannen.models import Besluit, BesluitQuerySet, Bezwaar
from plannen.models.besluit import TOEKENNEND
from plannen.queries.besluit.zicht import visible_besluiten, visible_bezwaren
from plannen.rechten import BESLUIT_NEMEN
from toegang.domain.melding_stappen import can_decide
from toegang.enums import MeldingStatus
from toegang.models import Melding

NAAST = ("inwoner", "wet", "product", "opgesteld_door", "bezwaartermijn", "bezwaartermijn__regel")


def list_besluiten(
    by: Medewerker, *, op: dt.date, stand: str = "", soort: str = "", wet: str = ""
) -> BesluitQuerySet:
    """The besluiten that somebody may see, narrowed by `stand`, kind and law."""
    rows = visible_besluiten(by, op=op).select_related(*NAAST)
    if soort:
        rows = rows.filter(soort=soort)
    if wet:
        rows = rows.filter(wet_id=wet)
    if stand in BesluitStatus.values:
        rows = rows.filter(status=stand)
    elif stand == "bezwaartermijn":
        rows = rows.filter(status=BesluitStatus.BEKENDGEMAAKT, bezwaartermijn__einddatum__gte=op)
    elif stand == "onherroepelijk":
        rows = rows.onherroepelijk(op)
    elif stand == "zonder-toewijzing":
        rows = without_toewijzing(rows)
    return rows


def to_judge(by: Medewerker, *, op: dt.date) -> QuerySet[Besluit]:
    """What waits for a second reader who may decide on it, the oldest first."""
    rows = visible_besluiten(by, op=op, recht=BESLUIT_NEMEN).select_related(*NAAST)
    waiting = rows.filter(status=BesluitStatus.BEOORDELING).exclude(
        Q(opgesteld_door=by) | Q(tweede_lezer=True, eerdere_opstellers__contains=[by.pk])
    )
    return waiting.order_by("ingediend_op", "pk")


def my_drafts(by: Medewerker) -> QuerySet[Besluit]:
    """What somebody drafted and has to go on with: drafts, and letters to send."""
    mine = Besluit.objects.filter(
        opgesteld_door=by, status__in=[BesluitStatus.CONCEPT, BesluitStatus.GENOMEN]
    )
    return mine.select_related(*NAAST).order_by("-status", "opgesteld_op", "pk")


def without_toewijzing(rows: BesluitQuerySet) -> BesluitQuerySet:
    """Help in kind that was made known and for which no toewijzing was made."""
    return rows.filter(
        status=BesluitStatus.BEKENDGEMAAKT,
        soort__in=TOEKENNEND,
        leveringsvorm=Leveringsvorm.NATURA,
        contract__isnull=False,
        vervangen_per__isnull=True,
    ).exclude(Q(gronden__isnull=False) & ~Q(gronden__toewijzing__status=ToewijzingStatus.VERVALLEN))


def besluiten_of(huishouden_id: uuid.UUID, by: Medewerker, *, op: dt.date) -> BesluitQuerySet:
    """The besluiten about the people of a household, the newest first."""
    rows = visible_besluiten(by, op=op, huishouden_id=huishouden_id)
    return rows.select_related(*NAAST).exclude(status=BesluitStatus.VERVALLEN)


def list_bezwaren(by: Medewerker, *, op: dt.date, stand: str = "") -> QuerySet[Bezwaar]:
    """The objections that somebody may see; `lopend` or one status."""
    rows = visible_bezwaren(by, op=op).select_related(
        "besluit__inwoner", "besluit__wet", "behandelaar", "beslistermijn__regel"
    )
    if stand == "lopend":
        return rows.exclude(status__in=["beslist", "ingetrokken"])
    return rows.filter(status=stand) if stand else rows


def undecided(huishouden_id: uuid.UUID, by: Medewerker) -> list[Melding]:
    """Meldingen of a household with an application on which nobody began a besluit yet."""
    begun = Besluit.objects.filter(melding=OuterRef("pk")).exclude(status=BesluitStatus.VERVALLEN)
    rows = Melding.objects.filter(~Exists(begun), huishouden_id=huishouden_id)
    ready = rows.filter(status__in=[MeldingStatus.AANVRAAG, MeldingStatus.ONDERZOCHT])
    found = ready.select_related("hulpvraag__soort", "wet").order_by("ontvangen_op", "pk")
    return [melding for melding in found if can_decide(melding)]
