"""Toewijzingen that end, for the list of what ends within twelve weeks."""

import datetime as dt
from collections.abc import Iterable

from aanbieders.enums import ToewijzingStatus
from aanbieders.models import Toewijzing
from aanbieders.queries.zicht import visible_toewijzingen
from aanbieders.rechten import TOEWIJZING_LEZEN
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik
from hengelo_sociaal.werk.registers import Aflopend, Einden


def toewijzingen_ending(by: Medewerker, op: dt.date, tot: dt.date) -> Iterable[Aflopend]:
    """What was granted to my households and ends in the period; only for who is involved."""
    if (TOEWIJZING_LEZEN.van(by) or 0) != Bereik.EIGEN:
        return []
    ending = visible_toewijzingen(by=by, op=op).filter(
        status=ToewijzingStatus.ACTIEF, tot__range=(op, tot)
    )
    return Einden(ending, "tot", _grant)


def _grant(one: Toewijzing) -> Aflopend:
    assert one.tot is not None  # noqa: S101 (the query asked for it)
    return Aflopend(
        dag=one.tot,
        wat=f"Toewijzing loopt af: {one.product.naam}",
        van_wie=one.inwoner.naam,
        adres=f"/toewijzingen/{one.pk}",
        inwoners=(one.inwoner_id,),
    )
