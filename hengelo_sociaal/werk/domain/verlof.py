"""Leave, told to whom it concerns."""

import datetime as dt
import uuid

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.medewerkers.domain import verlof
from hengelo_sociaal.medewerkers.models import Medewerker, Verlof
from hengelo_sociaal.werk.domain.berichten import notify
from hengelo_sociaal.werk.enums import Berichtsoort


def arrange_leave(
    *,
    by: Medewerker,
    medewerker_id: uuid.UUID,
    vervanger_id: uuid.UUID,
    van: dt.date,
    tot: dt.date,
    at: dt.datetime,
) -> Verlof:
    """Note leave and tell both; refused as `medewerkers.domain.verlof.arrange_leave` refuses."""
    with operation():
        made = verlof.arrange_leave(
            by=by, medewerker_id=medewerker_id, vervanger_id=vervanger_id, van=van, tot=tot, at=at
        )
        for person in (made.vervanger, made.medewerker):
            notify(
                voor=person,
                by=by,
                soort=Berichtsoort.VERLOF,
                titel=f"{made.vervanger.naam} vervangt {made.medewerker.naam} van "
                f"{made.van:%d-%m-%Y} tot en met {made.tot:%d-%m-%Y}",
                adres="/verlof",
                at=at,
            )
    return made
