"""From draft to decision: hand in, read by a second person, take, or let go (four eyes)."""

import datetime as dt
import uuid

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.domain.besluit.berichten import tell_drafter
from plannen.domain.besluit.gemeen import lock_besluit, note_besluit, require_step
from plannen.domain.gemeen import save_changed
from plannen.enums import BesluitStatus, Oordeel
from plannen.exceptions import ControlesOpen, OpmerkingNodig, StapPastNiet, VierOgen
from plannen.models import Beoordeling, Besluit
from plannen.queries.besluit.controles import checks_before, missing
from plannen.queries.besluit.kosten import needs_second_reader
from plannen.rechten import BESLUIT_NEMEN, BESLUIT_OPSTELLEN


def submit_besluit(*, besluit_id: uuid.UUID, by: Medewerker, at: dt.datetime) -> Besluit:
    """Hand a draft in to be read; refused with ControlesOpen while something is missing."""
    with operation():
        besluit = lock_besluit(besluit_id, by=by, at=at, recht=BESLUIT_OPSTELLEN)
        require_step(besluit, "indienen")
        _require_checked(besluit, op=dag_van(at))
        besluit.ingediend_op = at
        besluit.tweede_lezer = needs_second_reader(besluit, op=dag_van(at)).nodig
        save_changed(besluit, by=by, at=at)
        note_besluit(besluit, "besluit ter beoordeling", by=by, at=at)
    return besluit


def recall_besluit(*, besluit_id: uuid.UUID, by: Medewerker, at: dt.datetime) -> Besluit:
    """Take a draft back that nobody decided on yet."""
    with operation():
        besluit = lock_besluit(besluit_id, by=by, at=at, recht=BESLUIT_OPSTELLEN)
        require_step(besluit, "terugnemen")
        besluit.ingediend_op = None
        save_changed(besluit, by=by, at=at)
        note_besluit(besluit, "besluit teruggenomen", by=by, at=at)
    return besluit


def return_besluit(
    *, besluit_id: uuid.UUID, opmerking: str, by: Medewerker, at: dt.datetime
) -> Besluit:
    """Send a draft back with what has to change; refused with OpmerkingNodig without words."""
    if not opmerking.strip():
        raise OpmerkingNodig(velden={"opmerking": OpmerkingNodig.melding})
    with operation():
        besluit = lock_besluit(besluit_id, by=by, at=at, recht=BESLUIT_NEMEN)
        require_step(besluit, "teruggeven")
        besluit.ingediend_op = None
        save_changed(besluit, by=by, at=at)
        _judge(besluit, Oordeel.TERUG, opmerking, by=by, at=at)
        tell_drafter(besluit, "is terug: er moet iets anders", by=by, at=at, notitie=opmerking)
        note_besluit(besluit, "besluit teruggegeven", by=by, at=at)
    return besluit


def take_besluit(
    *, besluit_id: uuid.UUID, by: Medewerker, at: dt.datetime, opmerking: str = ""
) -> Besluit:
    """Decide. Of two who decide at once one wins, the other gets StapPastNiet.

    Refused with VierOgen for who drew it up, now or before it was handed over, where a second
    person must read it; whoever may decide and drafted something under the limit decides it
    at once. ControlesOpen when a check no longer holds.
    """
    with operation():
        besluit = lock_besluit(besluit_id, by=by, at=at, recht=BESLUIT_NEMEN)
        drew_up = by.pk in besluit.opstellers
        if besluit.status == BesluitStatus.CONCEPT and besluit.opgesteld_door_id != by.pk:
            raise StapPastNiet("Dit concept is nog niet ingediend.")
        require_step(besluit, "nemen")
        _require_checked(besluit, op=dag_van(at))
        besluit.tweede_lezer = needs_second_reader(besluit, op=dag_van(at)).nodig
        if drew_up and besluit.tweede_lezer:
            raise VierOgen()
        besluit.genomen_door, besluit.genomen_op = by, at
        save_changed(besluit, by=by, at=at)
        if not drew_up:
            _judge(besluit, Oordeel.AKKOORD, opmerking, by=by, at=at)
        tell_drafter(besluit, "is genomen: verstuur de brief", by=by, at=at, notitie=opmerking)
        note_besluit(besluit, "besluit genomen", by=by, at=at)
    return besluit


def reopen_besluit(
    *, besluit_id: uuid.UUID, opmerking: str, by: Medewerker, at: dt.datetime
) -> Besluit:
    """Make a draft again of what was decided and not sent yet, for something is wrong in it."""
    if not opmerking.strip():
        raise OpmerkingNodig(velden={"opmerking": OpmerkingNodig.melding})
    with operation():
        besluit = lock_besluit(besluit_id, by=by, at=at, recht=BESLUIT_NEMEN)
        require_step(besluit, "heropenen")
        besluit.genomen_door, besluit.genomen_op, besluit.ingediend_op = None, None, None
        save_changed(besluit, by=by, at=at)
        _judge(besluit, Oordeel.TERUG, opmerking, by=by, at=at)
        tell_drafter(besluit, "is weer een concept", by=by, at=at, notitie=opmerking)
        note_besluit(besluit, "besluit heropend", by=by, at=at)
    return besluit


def drop_besluit(*, besluit_id: uuid.UUID, by: Medewerker, at: dt.datetime) -> Besluit:
    """Let a besluit lapse that was never sent."""
    with operation():
        besluit = lock_besluit(besluit_id, by=by, at=at, recht=BESLUIT_OPSTELLEN)
        require_step(besluit, "vervallen")
        save_changed(besluit, by=by, at=at)
        note_besluit(besluit, "concept-besluit vervallen", by=by, at=at)
    return besluit


def _require_checked(besluit: Besluit, *, op: dt.date) -> None:
    left = missing(checks_before(besluit, op=op))
    if left:
        raise ControlesOpen(
            f"Nog niet in orde: {', '.join(check.titel for check in left)}.",
            extra={"open": [check.code for check in left]},
        )


def _judge(
    besluit: Besluit, oordeel: Oordeel, opmerking: str, *, by: Medewerker, at: dt.datetime
) -> None:
    Beoordeling.objects.create(
        besluit=besluit, oordeel=oordeel, opmerking=opmerking.strip(), door=by, op=at
    )
