"""Handing over, asking a colleague for advice, and asking one to join."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db.models import Value
from django.db.models.functions import Greatest

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.domain import involve
from hengelo_sociaal.medewerkers.models import Betrokkenheid, Grond, Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from hengelo_sociaal.werk.domain.berichten import notify
from hengelo_sociaal.werk.enums import Berichtsoort
from toegang.domain.gemeen import lock_all, require_unchanged
from toegang.domain.melding import BEHANDELAARS, assign_melding, lock_melding, log_melding
from toegang.enums import ConsultStatus
from toegang.exceptions import ConsultGesloten
from toegang.models import Consult, Huishouden, Melding, Overdracht
from toegang.queries.zicht import visible_meldingen
from toegang.rechten import MELDING_SCHRIJVEN

NA_CONSULT = dt.timedelta(days=14)  # to read back what came of the advice
LANGST_MEE = dt.timedelta(days=366)


def hand_over(
    *,
    by: Medewerker,
    melding_id: uuid.UUID,
    naar_id: uuid.UUID,
    notitie: str,
    at: dt.datetime,
    revisie: int | None = None,
) -> Overdracht:
    """Give a melding to a colleague with a note, so that the story is told once.

    Refused as `assign_melding` refuses, with OngeldigeInvoer without a note or when it is
    theirs already, with Verouderd (412).
    """
    note = _words(notitie, veld="notitie", wat="Schrijf op wat uw collega moet weten.")
    mine = visible_meldingen(by, op=dag_van(at), recht=MELDING_SCHRIJVEN)
    with operation():
        melding = lock_melding(mine, melding_id)
        require_unchanged(melding, revisie, {})
        before = melding.consulent
        if before is not None and before.pk == naar_id:
            raise OngeldigeInvoer(velden={"naar_id": "Deze collega heeft de melding al."})
        given = assign_melding(
            by=by, melding_id=melding_id, consulent_id=naar_id, at=at, vertel=False
        )
        assert given.consulent is not None  # noqa: S101  assign_melding refused otherwise
        made = Overdracht.objects.create(
            melding=given, van=before, naar=given.consulent, door=by, notitie=note, op=at
        )
        notify(
            voor=given.consulent,
            by=by,
            soort=Berichtsoort.OVERGEDRAGEN,
            titel=f"{by.naam} droeg melding {given.nummer} aan u over",
            notitie=note,
            adres=f"/meldingen/{given.pk}",
            at=at,
        )
    return made


def ask_consult(
    *,
    by: Medewerker,
    melding_id: uuid.UUID,
    aan_id: uuid.UUID,
    vraag: str,
    uiterlijk_op: dt.date,
    at: dt.datetime,
) -> Consult:
    """Ask a colleague for advice about a melding, with a day for the answer.

    Who is asked may open the dossier until two weeks after that day. Refused with
    NietGevonden (404) for a melding of others, OngeldigeInvoer for oneself, somebody who
    does not treat meldingen, no question, or a day that has passed or lies over a year ahead.
    """
    question = _words(vraag, veld="vraag", wat="Schrijf uw vraag op.")
    today = dag_van(at)
    if not today <= uiterlijk_op <= today + LANGST_MEE:
        raise OngeldigeInvoer(
            velden={"uiterlijk_op": "Kies een dag van vandaag tot over een jaar."}
        )
    asked = _colleague(by, aan_id, veld="aan_id")
    with _own_household(by, melding_id, at=at) as melding:
        made = Consult.objects.create(
            melding=melding,
            van=by,
            aan=asked,
            vraag=question,
            gevraagd_op=at,
            uiterlijk_op=uiterlijk_op,
        )
        involve_until(melding, asked, Grond.CONSULT, van=dag_van(at), tot=uiterlijk_op + NA_CONSULT)
        log_melding(melding, "consult gevraagd", by=by, at=at, wijziging={"aan": asked.pk})
        notify(
            voor=asked,
            by=by,
            soort=Berichtsoort.CONSULT,
            titel=f"{by.naam} vraagt uw advies bij melding {melding.nummer}, "
            f"graag voor {uiterlijk_op:%d-%m-%Y}",
            adres=f"/meldingen/{melding.pk}#samen",
            at=at,
        )
    return made


def answer_consult(
    *, by: Medewerker, consult_id: uuid.UUID, antwoord: str, at: dt.datetime
) -> Consult:
    """Answer a question that was asked to you; who treats the melding now hears of it too.

    Refused with ConsultGesloten (409) when it is closed.
    """
    answer = _words(antwoord, veld="antwoord", wat="Schrijf uw antwoord op.")
    with operation():
        consult = _lock_consult(consult_id, lambda found: found.aan_id == by.pk)
        consult.status, consult.antwoord = ConsultStatus.BEANTWOORD, answer
        consult.beantwoord_op = at
        consult.save(update_fields=["status", "antwoord", "beantwoord_op"])
        log_melding(consult.melding, "consult beantwoord", by=by, at=at)
        for waits in who_waits(consult):
            notify(
                voor=waits,
                by=by,
                soort=Berichtsoort.ANTWOORD,
                titel=f"{by.naam} gaf advies bij melding {consult.melding.nummer}",
                adres=f"/meldingen/{consult.melding_id}#samen",
                at=at,
            )
    return consult


def withdraw_consult(*, by: Medewerker, consult_id: uuid.UUID, at: dt.datetime) -> Consult:
    """Take a question back of which the answer is no longer needed; who waits for it may.

    Who was asked hears that, and looks into the dossier no longer than answers and other
    questions about that household promise them. Refused with GeenRecht (403), NietGevonden
    (404) for who does not wait for it, ConsultGesloten (409) when it was answered already.
    """
    toets(by, MELDING_SCHRIJVEN, minstens=Bereik.EIGEN)
    with operation():
        home = Consult.objects.filter(pk=consult_id).values_list("melding__huishouden_id")
        lock_all(Huishouden.objects.all(), [pk for (pk,) in home])
        consult = _lock_consult(consult_id, lambda found: by in who_waits(found))
        consult.status = ConsultStatus.INGETROKKEN
        consult.save(update_fields=["status"])
        end_consulting(consult.melding, consult.aan, op=dag_van(at))
        log_melding(consult.melding, "consult ingetrokken", by=by, at=at)
        _tell_withdrawn(consult, by=by, at=at)
    return consult


def invite_colleague(
    *,
    by: Medewerker,
    melding_id: uuid.UUID,
    medewerker_id: uuid.UUID,
    tot: dt.date,
    reden: str,
    at: dt.datetime,
) -> Betrokkenheid:
    """Ask a colleague to join: they may work in the dossier up to and including `tot`.

    Refused with NietGevonden (404), OngeldigeInvoer without a reason, for a day that has
    passed or lies over a year ahead.
    """
    why = _words(reden, veld="reden", wat="Schrijf op waarom u deze collega erbij vraagt.")
    today = dag_van(at)
    if not today <= tot <= today + LANGST_MEE:
        raise OngeldigeInvoer(velden={"tot": "Kies een dag van vandaag tot over een jaar."})
    asked = _colleague(by, medewerker_id, veld="medewerker_id")
    with _own_household(by, melding_id, at=at) as melding:
        made = involve_until(melding, asked, Grond.MEEDOEN, van=today, tot=tot)
        log_melding(
            melding, "collega uitgenodigd", by=by, at=at, wijziging={"wie": asked.pk, "tot": tot}
        )
        notify(
            voor=asked,
            by=by,
            soort=Berichtsoort.UITNODIGING,
            titel=f"{by.naam} vraagt u om mee te doen bij melding {melding.nummer}",
            notitie=why,
            adres=f"/meldingen/{melding.pk}",
            at=at,
        )
    return made


@contextmanager
def _own_household(by: Medewerker, melding_id: uuid.UUID, *, at: dt.datetime) -> Iterator[Melding]:
    """The transaction of an act on an own melding, with its household locked.

    The household is locked before its involvements change, so that two at once make one.
    """
    mine = visible_meldingen(by, op=dag_van(at), recht=MELDING_SCHRIJVEN)
    with operation():
        yield lock_melding(mine, melding_id)


def involve_until(
    melding: Melding, colleague: Medewerker, grond: Grond, *, van: dt.date, tot: dt.date
) -> Betrokkenheid:
    """Involved on this ground up to and including `tot`; an earlier period grows.

    Inside the caller's transaction, with the household locked.
    """
    involve(medewerker=colleague, huishouden_id=melding.huishouden_id, grond=grond, op=van)
    running = Betrokkenheid.objects.filter(
        medewerker=colleague, huishouden_id=melding.huishouden_id, grond=grond
    ).latest("van")
    fresh = running.van == van and running.tot is None
    running.tot = tot if fresh else max(tot, running.tot or tot)
    running.save(update_fields=["tot"])
    return running


def end_consulting(melding: Melding, wie: Medewerker, *, op: dt.date) -> None:
    """Who was asked looks no longer than what they answered about that household promises.

    An answer keeps the dossier open for `NA_CONSULT`; as long as another question waits for
    them nothing ends. Inside the caller's transaction, with the household locked.
    """
    asked = Consult.objects.filter(aan=wie, melding__huishouden=melding.huishouden_id)
    if asked.filter(status=ConsultStatus.GEVRAAGD).exists():
        return
    answered = asked.filter(status=ConsultStatus.BEANTWOORD)
    until = max([op, *(_readable_until(one) for one in answered)])
    Betrokkenheid.objects.filter(
        medewerker=wie, huishouden_id=melding.huishouden_id, grond=Grond.CONSULT, tot__gt=until
    ).update(tot=Greatest("van", Value(until)))


def _tell_withdrawn(consult: Consult, *, by: Medewerker, at: dt.datetime) -> None:
    """Who was asked goes on with their own work: the melding is closed to them tomorrow."""
    melding = consult.melding
    title = f"{by.naam} trok de vraag om advies bij melding {melding.nummer} in"
    told = dict.fromkeys(who_waits(consult), (f"/meldingen/{melding.pk}#samen", ""))
    told[consult.aan] = ("/", "U hoeft niets meer te doen.")
    for one, (address, note) in told.items():
        notify(
            voor=one,
            by=by,
            soort=Berichtsoort.CONSULT,
            titel=title,
            notitie=note,
            adres=address,
            at=at,
        )


def _readable_until(consult: Consult) -> dt.date:
    """To when somebody may read back what came of their answer, also of one that came late."""
    assert consult.beantwoord_op is not None  # noqa: S101  the database holds it
    return max(consult.uiterlijk_op, dag_van(consult.beantwoord_op)) + NA_CONSULT


def who_waits(consult: Consult) -> set[Medewerker]:
    """Who asked, and who has the melding by now; when both have left, who leads its team."""
    melding = consult.melding
    waiting = {one for one in (consult.van, melding.consulent) if one and one.is_active}
    if waiting or melding.team is None:
        return waiting
    active = Medewerker.objects.filter(teams=melding.team, is_active=True)
    return set(active.filter(rollen__contains=["teamleider"]))


def _lock_consult(consult_id: uuid.UUID, may: Callable[[Consult], bool]) -> Consult:
    beside = ("melding__consulent", "melding__team", "van", "aan")
    rows = Consult.objects.select_related(*beside).select_for_update(of=("self",))
    found = rows.filter(pk=consult_id).first()
    if found is None or not may(found):
        raise NietGevonden()
    if found.status != ConsultStatus.GEVRAAGD:
        raise ConsultGesloten()
    return found


def _colleague(by: Medewerker, pk: uuid.UUID, *, veld: str) -> Medewerker:
    found = Medewerker.objects.filter(pk=pk, is_active=True).exclude(pk=by.pk).first()
    if found is None or not BEHANDELAARS & set(found.rolcodes):
        raise OngeldigeInvoer(velden={veld: "Kies een collega die meldingen behandelt."})
    return found


def _words(text: str, *, veld: str, wat: str) -> str:
    if not text.strip():
        raise OngeldigeInvoer(velden={veld: wat})
    return text.strip()
