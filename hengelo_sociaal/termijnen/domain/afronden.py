"""Ending a term: its act was done, or is no longer needed."""

import datetime as dt
import uuid

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.termijnen.domain.gedeeld import (
    BEREKENDE_VELDEN,
    check_niet_in_toekomst,
    lock_termijn,
    recompute,
    write_log,
)
from hengelo_sociaal.termijnen.enums import TermijnStatus
from hengelo_sociaal.termijnen.exceptions import DatumOnmogelijk, TermijnLooptNiet
from hengelo_sociaal.termijnen.models import Termijn
from hengelo_sociaal.termijnen.rekenen.tekst import in_woorden


def meet_termijn(
    *,
    termijn: Termijn,
    op: dt.date,
    by: Medewerker,
    at: dt.datetime,
    huishouden_id: uuid.UUID | None = None,
) -> Termijn:
    """Note that the act of a term was done on `op`.

    Up to and including the statutory date the term is `gehaald`; after it the term is (or
    stays) `verlopen`, with the day on which the act came after all. A suspension that still
    runs ends with it; a waiting time is over on its own last day. Refused with
    TermijnLooptNiet, DatumOnmogelijk or DatumInToekomst.
    """
    with operation():
        termijn = lock_termijn(termijn.pk)
        _check_open(termijn)
        check_niet_in_toekomst(op, at, veld="op")
        if op < termijn.start:
            raise DatumOnmogelijk(
                f"De termijn begon op {in_woorden(termijn.start)}. Kies die dag of een latere.",
                velden={"op": "Deze dag ligt voor het begin van de termijn."},
            )
        _end_suspension(termijn, op)
        if termijn.is_wachttijd and termijn.einddatum is not None:
            op = min(op, termijn.einddatum)
        op_tijd = termijn.einddatum is None or op <= termijn.einddatum
        termijn.status = TermijnStatus.GEHAALD if op_tijd else TermijnStatus.VERLOPEN
        termijn.gehaald_op = op
        termijn.save(update_fields=["status", "gehaald_op", *BEREKENDE_VELDEN])
        handeling = "termijn-gehaald" if op_tijd else "termijn-te-laat-gedaan"
        write_log(termijn, handeling, by=by, at=at, huishouden_id=huishouden_id, op=op)
    return termijn


def lapse_termijn(
    *,
    termijn: Termijn,
    reden: str,
    by: Medewerker,
    at: dt.datetime,
    huishouden_id: uuid.UUID | None = None,
) -> Termijn:
    """Note that the act of a term is no longer needed, for instance a withdrawn application.

    `reden` is a code of the caller's list, never free words about a person. Refused with
    TermijnLooptNiet.
    """
    with operation():
        termijn = lock_termijn(termijn.pk)
        _check_open(termijn)
        _end_suspension(termijn, dag_van(at))
        termijn.status = TermijnStatus.VERVALLEN
        termijn.save(update_fields=["status", *BEREKENDE_VELDEN])
        write_log(
            termijn, "termijn-vervallen", by=by, at=at, huishouden_id=huishouden_id, reden=reden
        )
    return termijn


def _check_open(termijn: Termijn) -> None:
    if not termijn.is_open:
        raise TermijnLooptNiet(
            f"Deze termijn is al afgesloten ({termijn.get_status_display()}). Er verandert niets."
        )


def _end_suspension(termijn: Termijn, op: dt.date) -> None:
    """End a suspension that still runs, on the day of the act at the latest."""
    opschorting = termijn.opschortingen.filter(beeindigd_op__isnull=True).first()
    if opschorting is None:
        return
    einde = min(op, opschorting.hersteltermijn_tot or op)
    opschorting.beeindigd_op = max(einde, opschorting.uitnodiging_op)
    opschorting.save(update_fields=["beeindigd_op"])
    recompute(termijn)
