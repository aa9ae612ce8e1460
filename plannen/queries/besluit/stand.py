"""Where a besluit stands on a day, as people follow it."""

import datetime as dt
from dataclasses import dataclass

from hengelo_sociaal.kern.tijd import dag_van
from plannen.enums import BesluitStatus
from plannen.models import Besluit
from plannen.models.besluit import CLOSED


@dataclass(frozen=True)
class Fase:
    """One step of the way of a besluit; `bereikt` with its day, `nu` when it is there."""

    naam: str
    bereikt: bool
    nu: bool
    dag: dt.date | None = None


def is_final(besluit: Besluit, *, op: dt.date) -> bool:
    """Whether nothing can be done against it any more, nor is being done (Awb 6:7).

    `bezwaren` may be prefetched with their `beroepstermijn`.
    """
    term = besluit.bezwaartermijn
    if term is None or term.einddatum is None or term.einddatum >= op:
        return False
    return not any(
        bezwaar.status not in CLOSED
        or (bezwaar.beroepstermijn and (bezwaar.beroepstermijn.einddatum or op) >= op)
        for bezwaar in besluit.bezwaren.all()
    )


def holds_on(besluit: Besluit, dag: dt.date) -> bool:
    """Whether it grants help on a day; the twin of `BesluitQuerySet.in_werking`."""
    if not (besluit.is_bekend and besluit.kent_toe and besluit.van) or besluit.van > dag:
        return False
    last = besluit.tot is None or besluit.tot >= dag
    return last and (besluit.vervangen_per is None or besluit.vervangen_per > dag)


def phases(besluit: Besluit, *, op: dt.date) -> list[Fase]:
    """The way of a besluit: draft, read, decided, sent, objection, final."""
    status = BesluitStatus(besluit.status)
    if status == BesluitStatus.VERVALLEN:
        return [Fase("Concept", True, False), Fase("Vervallen", True, True)]
    final = is_final(besluit, op=op)
    order = [
        BesluitStatus.CONCEPT,
        BesluitStatus.BEOORDELING,
        BesluitStatus.GENOMEN,
        BesluitStatus.BEKENDGEMAAKT,
    ]
    at = order.index(status) + (1 if status == BesluitStatus.BEKENDGEMAAKT else 0)
    at += 1 if final else 0
    term = besluit.bezwaartermijn
    days: list[dt.date | None] = [
        dag_van(besluit.opgesteld_op),
        dag_van(besluit.ingediend_op) if besluit.ingediend_op else None,
        dag_van(besluit.genomen_op) if besluit.genomen_op else None,
        besluit.bekendgemaakt_op,
        term.einddatum if term else None,
        None,
    ]
    remedy = "Beroepstermijn" if besluit.is_na_bezwaar else "Bezwaartermijn"
    names = ("Concept", "Beoordeling", "Besluit", "Bekendmaking", remedy, "Onherroepelijk")
    return [
        Fase(name, place < at or place == at, place == at, day if place <= at else None)
        for place, (name, day) in enumerate(zip(names, days, strict=True))
    ]
