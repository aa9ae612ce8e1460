"""Making a besluit known: the day of sending, from which everything else follows (Awb 3:41)."""

import datetime as dt
import uuid

from django.conf import settings

from aanbieders.domain.toewijzingen import end_because
from aanbieders.enums import RedenBeeindiging, ToewijzingStatus
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import Conflict, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Recht
from hengelo_sociaal.termijnen.domain import start_termijn
from plannen.domain.besluit.gemeen import lock_besluit, note_besluit, require_step
from plannen.domain.gemeen import save_changed
from plannen.enums import Leveringsvorm
from plannen.exceptions import StapPastNiet
from plannen.models import Besluit
from plannen.queries.besluit.brief import Brief, letter_of
from plannen.queries.besluit.kosten import contribution_on, tariff_of
from plannen.rechten import BESLUIT_NEMEN, BESLUIT_OPSTELLEN
from toegang.domain.gemeen import lock_all
from toegang.domain.melding_stappen import can_decide, decide_melding
from toegang.models import Huishouden, Inwoner, Melding
from toegang.queries.zicht import visible_meldingen
from toegang.rechten import MELDING_SCHRIJVEN


def publish_besluit(
    *, besluit_id: uuid.UUID, op: dt.date, by: Medewerker, at: dt.datetime
) -> Besluit:
    """The letter was sent on `op`; from then on nothing of the besluit changes.

    Starts the six weeks for an objection, or for beroep after one (Awb 6:7), keeps the
    letter, price and contribution as they are on that day, meets the term of the melding, and
    lets the besluit it changes end with its toewijzingen. Refused with OngeldigeInvoer for a day
    before the decision or still to come, StapPastNiet when it was not decided.
    """
    right = BESLUIT_NEMEN if BESLUIT_NEMEN.van(by) else BESLUIT_OPSTELLEN
    with operation():
        besluit = _lock(besluit_id, by=by, at=at, recht=right)
        require_step(besluit, "bekendmaken")
        _require_day(besluit, op, at)
        besluit.bekendgemaakt_op = op
        besluit.bezwaartermijn = start_termijn(
            regel="bezwaar_indienen",
            start=op,
            handeling="beroep" if besluit.is_na_bezwaar else "besluit",
            by=by,
            at=at,
            huishouden_id=besluit.huishouden_id,
        )
        _freeze(besluit, op)
        save_changed(besluit, by=by, at=at)
        _end_earlier(besluit, by=by, at=at)
        _meet_melding(besluit, op, by=by, at=at)
        note_besluit(besluit, "besluit bekendgemaakt", by=by, at=at, wijziging={"op": op})
    return besluit


def preview_letter(besluit: Besluit, *, op: dt.date) -> Brief:
    """The letter: as it was sent, or as it would be sent on a day."""
    if besluit.brief:
        return Brief.from_json(besluit.brief)
    day = besluit.bekendgemaakt_op or op
    term = besluit.bezwaartermijn
    found = contribution_on(besluit.wet_id, besluit.van or day)
    return letter_of(
        besluit,
        op=day,
        afzender=str(settings.ORGANISATIE),
        bezwaar_tot=term.einddatum if term else None,
        bijdrage_cent=found.bedrag_cent if found else None,
        verzonden=besluit.is_bekend,
        beroep=besluit.is_na_bezwaar,
    )


def _lock(besluit_id: uuid.UUID, *, by: Medewerker, at: dt.datetime, recht: Recht) -> Besluit:
    """The besluit, locked behind its household and that of the melding it finishes.

    Refused as `lock_besluit` refuses, and with Conflict (409) when one was merged just now.
    """
    wanted = Besluit.objects.filter(pk=besluit_id)
    both = wanted.values_list("huishouden_id", "melding__huishouden_id")
    homes = {pk for pks in both for pk in pks if pk is not None}
    lock_all(Huishouden.objects.all(), homes)
    # A toewijzing locks the resident before it looks at the besluit: so does what ends one.
    lock_all(Inwoner.objects.all(), wanted.values_list("inwoner_id", flat=True))
    besluit = lock_besluit(besluit_id, by=by, at=at, recht=recht)
    finished = besluit.melding.huishouden_id if besluit.melding else besluit.huishouden_id
    if not {besluit.huishouden_id, finished} <= homes:
        raise Conflict("Dit huishouden is net samengevoegd. Probeer het nog een keer.")
    return besluit


def _require_day(besluit: Besluit, op: dt.date, at: dt.datetime) -> None:
    assert besluit.genomen_op is not None  # noqa: S101  the database holds it
    if op > dag_van(at):
        raise OngeldigeInvoer(velden={"op": "Deze dag moet nog komen."})
    if op < dag_van(besluit.genomen_op):
        raise OngeldigeInvoer(velden={"op": "Toen was het besluit nog niet genomen."})


def _freeze(besluit: Besluit, op: dt.date) -> None:
    """Price, contribution and letter as they hold on the day of sending."""
    besluit.tarief_cent = tariff_of(besluit)
    found = contribution_on(besluit.wet_id, besluit.van or op) if besluit.kent_toe else None
    besluit.bijdrage_cent = found.bedrag_cent if found else None
    besluit.brief = preview_letter(besluit, op=op).as_json()


def _end_earlier(besluit: Besluit, *, by: Medewerker, at: dt.datetime) -> None:
    if besluit.eerder_id is None or besluit.van is None:
        return
    before = Besluit.objects.select_for_update(of=("self",), no_key=True).get(pk=besluit.eerder_id)
    if before.vervangen_per is not None:
        raise StapPastNiet(f"Besluit {before.nummer} is intussen al veranderd.")
    before.vervangen_per = besluit.van
    save_changed(before, by=by, at=at)
    for grond in before.gronden.select_related("toewijzing"):
        end_because(
            toewijzing=grond.toewijzing,
            reden=RedenBeeindiging.BESLUIT,
            per=besluit.van,
            by=by,
            at=at,
        )


def _meet_melding(besluit: Besluit, op: dt.date, *, by: Medewerker, at: dt.datetime) -> None:
    """The besluit was what the melding waited for; a second one on it changes nothing."""
    melding = besluit.melding_id and Melding.objects.filter(pk=besluit.melding_id).first()
    if not melding or not can_decide(melding):
        return
    # Who sends a besluit need not work in the melding: a jurist, or a colleague who drafted it
    # before it went to another team. Then it is finished in the name of the system.
    who = by if _treats(by, melding, op=dag_van(at)) else Medewerker.objects.systeem()
    decide_melding(by=who, melding_id=melding.pk, op=op, toegekend=besluit.kent_toe, at=at)


def _treats(by: Medewerker, melding: Melding, *, op: dt.date) -> bool:
    if MELDING_SCHRIJVEN.van(by) is None:
        return False
    mine = visible_meldingen(by, op=op, recht=MELDING_SCHRIJVEN)
    return mine.filter(pk=melding.pk).exists()


def waits_for_toewijzing(besluit: Besluit) -> bool:
    """Whether help in kind was granted for which no toewijzing was made yet."""
    granted = besluit.is_bekend and besluit.kent_toe and besluit.vervangen_per is None
    return (
        granted
        and besluit.leveringsvorm == Leveringsvorm.NATURA
        and besluit.contract_id is not None
        and not besluit.gronden.exclude(toewijzing__status=ToewijzingStatus.VERVALLEN).exists()
    )
