"""A letter of the front door on paper: made for a day, and given once."""

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import dataclass

from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_access
from hengelo_sociaal.logboek.models import Handeling
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.papier.domain.stukken import Opgemaakt, compose, find_stuk, keep_stuk
from hengelo_sociaal.papier.models import Stuk
from hengelo_sociaal.papier.soorten import Invulling
from hengelo_sociaal.papier.zetten import make_pdf
from toegang.models import Klacht, Melding


@dataclass(frozen=True)
class Brief:
    """One letter that can be made now; `vast` when it is kept once it was given."""

    soort: str
    naam: str
    onderwerp_id: uuid.UUID
    vast: bool = True


@dataclass(frozen=True)
class Briefpapier:
    """A letter with its document, and what was given before."""

    brief: Brief
    opgemaakt: Opgemaakt
    gegeven: Stuk | None


def make_paper(
    brief: Brief, *, kenmerk: str, op: dt.date, invulling: Callable[[dt.date], Invulling]
) -> Briefpapier:
    """The letter as it would be given on `op`, or as it was given."""
    given = find_stuk(soort=brief.soort, onderwerp_id=brief.onderwerp_id) if brief.vast else None
    day = dag_van(given.gemaakt_op) if given else op
    return Briefpapier(brief, compose(brief.soort, invulling(day), op=day, kenmerk=kenmerk), given)


def give_paper(
    paper: Briefpapier,
    *,
    van: Klacht | Melding,
    doel: str,
    by: Medewerker,
    at: dt.datetime,
    groot: bool,
) -> bytes:
    """The letter as PDF, with a line in the log; refused with PapierMislukt (503)."""
    if paper.brief.vast:
        kept = keep_stuk(
            soort=paper.brief.soort,
            onderwerp_id=paper.brief.onderwerp_id,
            opgemaakt=paper.opgemaakt,
            by=by,
            at=at,
            groot=groot,
        )
        pdf = bytes(kept.pdf)
    else:
        pdf = make_pdf(paper.opgemaakt.document, groot=groot).bytes
    log_access(
        by=by,
        handeling=Handeling.UITGEVOERD,
        soort=paper.brief.soort,
        object_id=van.pk,
        inwoners=[van.inwoner_id],
        doel=doel,
        at=at,
    )
    return pdf
