"""Toewijzingen that end, for the list of what ends within twelve weeks."""

import datetime as dt
from collections.abc import Iterator

from aanbieders.enums import ToewijzingStatus
from aanbieders.queries.zicht import visible_toewijzingen
from aanbieders.rechten import TOEWIJZING_LEZEN
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik
from hengelo_sociaal.werk.registers import Aflopend


def toewijzingen_ending(by: Medewerker, op: dt.date, tot: dt.date) -> Iterator[Aflopend]:
    """What was granted to my households and ends in the period; only for who is involved."""
    if (TOEWIJZING_LEZEN.van(by) or 0) != Bereik.EIGEN:
        return
    ending = visible_toewijzingen(by=by, op=op).filter(
        status=ToewijzingStatus.ACTIEF, tot__range=(op, tot)
    )
    for grant in ending:
        if grant.tot is not None:
            yield Aflopend(
                dag=grant.tot,
                wat=f"Toewijzing loopt af: {grant.product}",
                van_wie=grant.inwoner.naam,
                adres=f"/toewijzingen/{grant.pk}",
                inwoners=(grant.inwoner_id,),
            )
