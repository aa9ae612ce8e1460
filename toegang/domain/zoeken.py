"""Looking somebody up, with the line in the access log that belongs to it."""

import datetime as dt

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.nummers import voldoet_aan_elfproef
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_access
from hengelo_sociaal.logboek.models import Handeling
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from toegang.exceptions import BsnOnjuist, ZoekopdrachtLeeg
from toegang.queries.treffers import Treffer
from toegang.queries.zoeken import find_residents
from toegang.queries.zoekopdracht import Zoekopdracht, parse
from toegang.rechten import PERSONEN_ZOEKEN

DOEL = "inwoner opzoeken voor een contact"


def search(*, by: Medewerker, tekst: str, at: dt.datetime, doel: str = DOEL) -> list[Treffer]:
    """The one search box: at most 50 residents who fit what was typed, the best first.

    Logged as one line with their ids and the kind of search, never with what was typed.
    Refused with GeenRecht (403), ZoekopdrachtLeeg (400) when nothing was typed,
    or BsnOnjuist (400) for nine digits that are no BSN.
    """
    return search_for(by=by, opdracht=parse(tekst, op=dag_van(at)), at=at, doel=doel)


def search_for(
    *, by: Medewerker, opdracht: Zoekopdracht, at: dt.datetime, doel: str = DOEL
) -> list[Treffer]:
    """As `search`, for what was already taken apart, such as the body of an API request."""
    toets(by, PERSONEN_ZOEKEN, minstens=Bereik.ALLES)
    if opdracht.is_leeg:
        raise ZoekopdrachtLeeg()
    if opdracht.bsn and not voldoet_aan_elfproef(opdracht.bsn):
        raise BsnOnjuist(velden={"bsn": BsnOnjuist.melding})
    with operation():
        found = find_residents(opdracht, op=dag_van(at))
        log_access(
            by=by,
            handeling=Handeling.GEZOCHT,
            soort="inwoner",
            inwoners=[hit.inwoner_id for hit in found if hit.inwoner_id],
            doel=doel[:200],
            at=at,
            bijzonderheden={"gezocht_op": opdracht.soort, "aantal": len(found)},
        )
    return found
