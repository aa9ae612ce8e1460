"""Imported figures: history as printed, labelled as such, never one series with ours."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from dashboard.enums import Herkomst, Metingsoort
from dashboard.models import Indicator
from dashboard.queries.namen import ALIAS


@dataclass(frozen=True)
class GedruktCijfer:
    """A measured value of a paper, in the shape of a figure."""

    periode: str
    waarde: Decimal | None
    teller: None = None
    noemer: None = None
    onderdrukt: bool = False
    berekend_op: None = None
    definitie_versie: None = None


def printed_measurements(indicator: Indicator) -> list[GedruktCijfer]:
    """What the papers measured, by the year of the measurement; targets are not in it."""
    rows = indicator.metingen_ingelezen.using(ALIAS).exclude(soort=Metingsoort.STREEFWAARDE)
    return [
        GedruktCijfer(str(row.jaar), row.waarde)
        for row in rows.order_by("jaar", "volgorde")
        if row.jaar is not None and row.waarde is not None
    ]


def history() -> QuerySet[Indicator]:
    """Every imported indicator with its printed values."""
    return (
        Indicator.objects.using(ALIAS)
        .filter(herkomst=Herkomst.INGELEZEN)
        .prefetch_related("metingen_ingelezen")
    )
