"""Looking into the log, which is itself a look that is logged."""

import datetime as dt
import uuid
from dataclasses import dataclass, field
from typing import Any

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.paginering import Cursor, Pagina, page
from hengelo_sociaal.logboek.domain.schrijven import log_access
from hengelo_sociaal.logboek.models import Handeling, Toegangsregel
from hengelo_sociaal.logboek.queries import Inzage, access_lines, overview_of
from hengelo_sociaal.logboek.zoekers import find_by_bsn
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import TOEGANGSLOG_LEZEN, Bereik, toets

SOORT = "toegangslog"
PER_PAGINA = 50


@dataclass(frozen=True)
class Filter:
    """What somebody wants to see of the log; days are in Amsterdam, both included."""

    medewerker_id: uuid.UUID | None = None
    inwoner_id: uuid.UUID | None = None
    handeling: str = ""
    van: dt.date | None = None
    tot: dt.date | None = None

    def as_dict(self) -> dict[str, Any]:
        """The parts that were filled in."""
        return {name: value for name, value in vars(self).items() if value}


@dataclass(frozen=True)
class Blik:
    """A page of the log, and whether it was narrowed to somebody's own actions."""

    pagina: Pagina[Toegangsregel]
    alleen_eigen: bool
    gevraagd: Filter = field(default_factory=Filter)


def read_log(*, by: Medewerker, gevraagd: Filter, cursor: Cursor | None, at: dt.datetime) -> Blik:
    """A page of the log: everything for `privacy`, own actions for a team leader.

    Refused with GeenRecht (403) for everybody else.
    """
    own = toets(by, TOEGANGSLOG_LEZEN, minstens=Bereik.EIGEN) < Bereik.ALLES
    wanted = gevraagd.as_dict() | ({"medewerker_id": by.pk} if own else {})
    with operation():
        found = page(access_lines(**wanted), ordering="-id", size=PER_PAGINA, cursor=cursor)
        log_access(
            by=by,
            handeling=Handeling.LIJST,
            soort=SOORT,
            doel="controle op de toegang",
            at=at,
            inwoners=[gevraagd.inwoner_id] if gevraagd.inwoner_id else (),
            bijzonderheden={"filter": wanted, "regels": [line.pk for line in found.rijen]},
        )
    return Blik(found, alleen_eigen=own, gevraagd=gevraagd)


def read_overview(*, by: Medewerker, inwoner_id: uuid.UUID, at: dt.datetime) -> list[Inzage]:
    """Who looked into a resident's dossier, to give to that resident (AVG art. 15).

    Refused with GeenRecht (403) for whoever may not read the whole log.
    """
    toets(by, TOEGANGSLOG_LEZEN, minstens=Bereik.ALLES)
    with operation():
        found = overview_of(inwoner_id)
        log_access(
            by=by,
            handeling=Handeling.INGEZIEN,
            soort=SOORT,
            doel="overzicht voor de inwoner zelf",
            at=at,
            inwoners=[inwoner_id],
            bijzonderheden={"aantal": len(found)},
        )
    return found


def find_resident(*, by: Medewerker, bsn: str, at: dt.datetime) -> uuid.UUID | None:
    """The resident who asks for an overview, by BSN; the BSN itself is never logged.

    Refused with GeenRecht (403) for whoever may not read the whole log.
    """
    toets(by, TOEGANGSLOG_LEZEN, minstens=Bereik.ALLES)
    with operation():
        found = find_by_bsn(bsn)
        log_access(
            by=by,
            handeling=Handeling.GEZOCHT,
            soort=SOORT,
            doel="overzicht voor de inwoner zelf",
            at=at,
            inwoners=[found] if found else (),
        )
    return found
