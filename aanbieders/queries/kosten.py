"""What toewijzingen will cost: the commitment beside the budget.

An estimate, in whole euro cents: volume x tarief x the days that fall in the period. A
week is seven days, a month a twelfth of 365 days, a total is spread evenly over the
agreed days; for the unit euro the volume is the amount itself. Days without a tarief cost
nothing. Every part is rounded half up by itself, so that the sum does not depend on how
the rows are grouped.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from django.db import connection
from django.db.models import Max, Min
from django.db.models.functions import Coalesce

from aanbieders.enums import Eenheid, Frequentie
from aanbieders.models import Tarief, Toewijzing

_PARTS = """
    SELECT t.inwoner_id, t.contract_id, p.taakveld,
        round(
            t.volume::numeric
            * CASE WHEN t.eenheid = '83' THEN 1 ELSE r.bedrag_cent END
            * (least(coalesce(t.beeindigd_op, t.tot, c.tot), coalesce(r.tot, 'infinity'), %(tot)s)
               - greatest(t.van, r.van, %(van)s) + 1)
            * CASE t.frequentie WHEN '4' THEN 12 ELSE 1 END
            / CASE t.frequentie
                WHEN '1' THEN 1 WHEN '2' THEN 7 WHEN '4' THEN 365 ELSE t.tot - t.van + 1 END
        )::bigint AS cent
    FROM aanbieders_toewijzing t
    JOIN aanbieders_contract c ON c.id = t.contract_id
    JOIN aanbieders_product p ON p.id = t.product_id
    JOIN aanbieders_tarief r
        ON r.contract_id = t.contract_id AND r.product_id = t.product_id
        AND r.eenheid = t.eenheid
    WHERE t.status <> 'vervallen'
        AND greatest(t.van, r.van, %(van)s)
            <= least(coalesce(t.beeindigd_op, t.tot, c.tot), coalesce(r.tot, 'infinity'), %(tot)s)
"""


@dataclass(frozen=True)
class Verplichting:
    """What is committed on a taakveld in a period, in euro cents, and for how many people."""

    taakveld: str
    cent: int
    mensen: int


def commitments(*, van: dt.date, tot: dt.date) -> list[Verplichting]:
    """The commitments per taakveld of the toewijzingen in a period; one query, no persons."""
    sql = (
        f"SELECT taakveld, sum(cent)::bigint, count(DISTINCT inwoner_id) FROM ({_PARTS}) delen"  # noqa: S608
        " GROUP BY taakveld ORDER BY taakveld"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, {"van": van, "tot": tot})
        return [Verplichting(*row) for row in cursor.fetchall()]


def committed_years() -> range:
    """The years in which toewijzingen commit anything; one without an end until its contract's."""
    end = Coalesce("beeindigd_op", "tot", "contract__tot")
    found = Toewijzing.objects.geldig().aggregate(eerste=Min("van"), laatste=Max(end))
    if found["eerste"] is None:
        return range(0)
    return range(found["eerste"].year, found["laatste"].year + 1)


def commitments_per_contract(*, van: dt.date, tot: dt.date) -> dict[object, int]:
    """The commitments per contract id in a period, in euro cents; one query."""
    sql = f"SELECT contract_id, sum(cent)::bigint FROM ({_PARTS}) delen GROUP BY contract_id"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, {"van": van, "tot": tot})
        return dict(cursor.fetchall())


def estimated_cost(
    toewijzing: Toewijzing,
    tarieven: Iterable[Tarief],
    *,
    van: dt.date | None = None,
    tot: dt.date | None = None,
) -> int:
    """What one toewijzing costs in a period (all of it by default), in euro cents.

    `tarieven` are those of its contract, product and unit.
    """
    return sum(_part(toewijzing, tarief, van, tot) for tarief in tarieven)


def _part(toewijzing: Toewijzing, tarief: Tarief, van: dt.date | None, tot: dt.date | None) -> int:
    first = max(day for day in (toewijzing.van, tarief.van, van) if day)
    end = toewijzing.laatste_dag or toewijzing.contract.tot
    last = min(day for day in (end, tarief.tot, tot) if day)
    days = (last - first).days + 1
    if days <= 0:
        return 0
    price = 1 if toewijzing.eenheid == Eenheid.EURO else tarief.bedrag_cent
    exact = toewijzing.volume * price * days * _per_day(toewijzing)
    return (exact + Fraction(1, 2)).__floor__()


def _per_day(toewijzing: Toewijzing) -> Fraction:
    """How often a day the volume is due."""
    match Frequentie(toewijzing.frequentie):
        case Frequentie.DAG:
            return Fraction(1)
        case Frequentie.WEEK:
            return Fraction(1, 7)
        case Frequentie.MAAND:
            return Fraction(12, 365)
    agreed = (toewijzing.tot or toewijzing.van) - toewijzing.van  # a total always has an end
    return Fraction(1, agreed.days + 1)
