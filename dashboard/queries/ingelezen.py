"""Imported figures: history as printed, labelled as such, never one series with ours."""

from dataclasses import dataclass

from django.db.models import QuerySet

from dashboard.enums import Herkomst, Metingsoort
from dashboard.models import Indicator
from dashboard.queries.namen import ALIAS


@dataclass(frozen=True)
class GedruktCijfer:
    """A measured value of a paper, in the shape of a figure."""

    periode: str
    waarde: float
    teller: None = None
    noemer: None = None
    onderdrukt: bool = False
    berekend_op: None = None
    definitie_versie: None = None


def printed_measurements(
    indicator: Indicator, van: int | None = None, tot: int | None = None
) -> list[GedruktCijfer]:
    """What the papers measured, by the year of the measurement; targets are not in it.

    Of a year that two columns print, the one that was printed last.
    """
    rows = indicator.metingen_ingelezen.using(ALIAS).exclude(soort=Metingsoort.STREEFWAARDE)
    rows = rows.filter(jaar__isnull=False, waarde__isnull=False).order_by("jaar", "volgorde")
    if van is not None:
        rows = rows.filter(jaar__gte=van)
    if tot is not None:
        rows = rows.filter(jaar__lte=tot)
    per_year = {str(row.jaar): float(row.waarde) for row in rows if row.waarde is not None}
    return [GedruktCijfer(year, value) for year, value in per_year.items()]


def history() -> QuerySet[Indicator]:
    """Every imported indicator with its printed values."""
    return (
        Indicator.objects.using(ALIAS)
        .filter(herkomst=Herkomst.INGELEZEN)
        .prefetch_related("metingen_ingelezen")
    )
