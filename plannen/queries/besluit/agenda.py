"""What of objections stands in the calendar of a jurist, without anybody's name."""

import datetime as dt
from collections.abc import Iterator

from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.werk.registers import Agendapunt
from plannen.models import Bezwaar

TERUG = dt.timedelta(days=30)
UUR = dt.timedelta(hours=1)


def objections_in_calendar(medewerker: Medewerker, op: dt.date) -> Iterator[Agendapunt]:
    """Hearings, and the last day to decide, of running objections of somebody."""
    running = Bezwaar.objects.lopend().filter(behandelaar=medewerker)
    for bezwaar in running.select_related("beslistermijn"):
        where = f"/bezwaren/{bezwaar.pk}"
        hearing, last = bezwaar.hoorzitting_op, bezwaar.beslistermijn.einddatum
        if hearing is not None and dag_van(hearing) >= op - TERUG:
            yield Agendapunt(
                kenmerk=f"hoorzitting-{bezwaar.pk}",
                titel=f"Hoorzitting {bezwaar.nummer}",
                adres=where,
                begin=hearing,
                einde=hearing + UUR,
            )
        if last is not None and last >= op - TERUG:
            yield Agendapunt(
                kenmerk=f"bezwaar-{bezwaar.pk}",
                titel=f"Laatste dag: beslissen op bezwaar {bezwaar.nummer}",
                adres=where,
                begin=last,
            )
