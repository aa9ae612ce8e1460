"""The steps of a melding: onderzoek, aanvraag, besluit, and back.

Which step may follow which is in the table of `domain.overgangen`; each step starts and meets the
legal terms that belong to its act.
"""

import datetime as dt
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.domain.dwangsom import stop_dwangsom
from toegang.domain.gemeen import refuse_future, require_unchanged
from toegang.domain.hulpvraag import lock_question
from toegang.domain.melding import involve_consulent, lock_melding, log_melding, release
from toegang.domain.overgangen import move
from toegang.domain.termijnen import (
    BESLUIT_NA_AANVRAAG,
    BESLUITEN,
    ONDERZOEKEN,
    VAN_DE_INWONER,
    WACHTTIJDEN,
    lapse_terms,
    meet_terms,
    open_terms,
    start_terms,
    terms_at_start,
)
from toegang.enums import HeropenReden, HuisbezoekStatus, MeldingStatus, ZoektermijnReden
from toegang.exceptions import (
    HuisbezoekNodig,
    OnderzoekEerst,
    StapNietMogelijk,
    ZoektermijnLoopt,
)
from toegang.models import AfgezienReden, Huisbezoek, Hulpvraag, Intrekreden, Melding
from toegang.queries.waarden import value_of
from toegang.queries.zicht import visible_meldingen
from toegang.rechten import MELDING_SCHRIJVEN


def start_onderzoek(
    *, by: Medewerker, melding_id: uuid.UUID, at: dt.datetime, revisie: int | None = None
) -> Melding:
    """Begin the onderzoek. Refused with StapNietMogelijk (409) when it began already."""
    with step(by, melding_id, at=at, revisie=revisie) as melding:
        move(melding, "onderzoek-beginnen", by=by)
        melding.raise_revision(["status"])
        log_melding(melding, "onderzoek begonnen", by=by, at=at)
    return melding


def finish_onderzoek(
    *,
    by: Medewerker,
    melding_id: uuid.UUID,
    op: dt.date,
    ondersteuning_nodig: bool,
    at: dt.datetime,
    afgezien_reden: str | None = None,
    revisie: int | None = None,
) -> Melding:
    """The onderzoek is ready on `op`, with what it found; its term is met (Wmo 2.3.2 lid 1).

    When support is needed and the household is with us for the first time, a home visit
    was made or `afgezien_reden` says why not; otherwise HuisbezoekNodig (409). Under the
    Wgs the term of the besluit starts here (4a lid 3).
    """
    refuse_future(op, at, veld="op")
    with step(by, melding_id, at=at, revisie=revisie) as melding:
        _refuse_before(melding, op)
        move(melding, "onderzoek-afronden", by=by)
        _conclude(melding, ondersteuning_nodig, afgezien_reden)
        melding.raise_revision(["status", "ondersteuning_nodig", "afgezien_reden"])
        meet_terms(melding, ONDERZOEKEN, op=op, by=by, at=at)
        lapse_terms(melding, VAN_DE_INWONER, reden="onderzoek-afgerond", by=by, at=at)
        if melding.wet_id == "wgs":
            start_terms(melding, [("wgs_besluit", "wgs-gesprek")], start=op, by=by, at=at)
        log_melding(
            melding,
            "onderzoek afgerond",
            by=by,
            at=at,
            reden=afgezien_reden or "",
            wijziging={"ondersteuning_nodig": ondersteuning_nodig},
        )
    return melding


def receive_aanvraag(
    *,
    by: Medewerker,
    melding_id: uuid.UUID,
    op: dt.date,
    at: dt.datetime,
    zoektermijn_reden: str = "",
    revisie: int | None = None,
) -> Melding:
    """The application came in on `op`, and the term of its besluit starts.

    Refused with OnderzoekEerst (409) under the Wmo before the onderzoek is ready, unless
    its six weeks have passed (Wmo 2.3.2 lid 9); with ZoektermijnLoopt under 27 within
    four weeks (Participatiewet 41 lid 4), unless `zoektermijn_reden` says which exception
    of lid 4 holds or why the college departs from it (lid 11): a code of ZoektermijnReden.
    """
    refuse_future(op, at, veld="op")
    if zoektermijn_reden and zoektermijn_reden not in ZoektermijnReden.values:
        raise OngeldigeInvoer(velden={"zoektermijn_reden": "Kies een reden uit de lijst."})
    with step(by, melding_id, at=at, revisie=revisie) as melding:
        _refuse_before(melding, op)
        if melding.aanvraag_op is not None:
            raise StapNietMogelijk("De aanvraag is al ontvangen.")
        _refuse_too_early(melding, op, departs=bool(zoektermijn_reden))
        move(melding, "aanvraag-ontvangen", by=by)
        melding.aanvraag_op, melding.zoektermijn_reden = op, zoektermijn_reden
        melding.raise_revision(["status", "aanvraag_op", "zoektermijn_reden"])
        meet_terms(melding, WACHTTIJDEN, op=op, by=by, at=at)
        lapse_terms(melding, VAN_DE_INWONER, reden="aanvraag-ontvangen", by=by, at=at)
        decision = BESLUIT_NA_AANVRAAG.get(melding.wet_id)
        start_terms(melding, [decision] if decision else [], start=op, by=by, at=at)
        log_melding(
            melding,
            "aanvraag ontvangen",
            by=by,
            at=at,
            reden=zoektermijn_reden,
            wijziging={"op": op},
        )
    return melding


def decide_melding(
    *,
    by: Medewerker,
    melding_id: uuid.UUID,
    op: dt.date,
    toegekend: bool,
    at: dt.datetime,
    afgezien_reden: str | None = None,
    revisie: int | None = None,
) -> Melding:
    """The besluit was made known on `op`: its term is met and the melding is finished.

    Refused with StapNietMogelijk (409) without an application, with HuisbezoekNodig as in
    `finish_onderzoek` when support is granted without one.
    """
    refuse_future(op, at, veld="op")
    with step(by, melding_id, at=at, revisie=revisie) as melding:
        _refuse_before(melding, op)
        if not can_decide(melding):
            raise StapNietMogelijk("Er is nog geen aanvraag om op te besluiten.")
        if melding.ondersteuning_nodig is None:
            _conclude(melding, toegekend, afgezien_reden)
        meet_terms(melding, BESLUITEN, op=op, by=by, at=at)
        stop_dwangsom(melding, op=op)
        _finish(melding, "besluiten", op=op, by=by, at=at)
        log_melding(
            melding, "besluit genomen", by=by, at=at, wijziging={"op": op, "toegekend": toegekend}
        )
    return melding


def close_melding(
    *,
    by: Medewerker,
    melding_id: uuid.UUID,
    op: dt.date,
    at: dt.datetime,
    revisie: int | None = None,
) -> Melding:
    """Finish a melding that needs no besluit; terms that still run are no longer needed."""
    refuse_future(op, at, veld="op")
    with step(by, melding_id, at=at, revisie=revisie) as melding:
        _refuse_before(melding, op)
        if melding.status == MeldingStatus.AANVRAAG:
            raise StapNietMogelijk("Op een aanvraag volgt een besluit. Leg het besluit vast.")
        _finish(melding, "afronden", op=op, by=by, at=at)
        log_melding(melding, "melding afgerond", by=by, at=at, wijziging={"op": op})
    return melding


def withdraw_melding(
    *,
    by: Medewerker,
    melding_id: uuid.UUID,
    reden: str,
    at: dt.datetime,
    revisie: int | None = None,
) -> Melding:
    """Take back a melding, with a reason; its terms are no longer needed."""
    why = value_of(Intrekreden, reden, veld="reden")
    with step(by, melding_id, at=at, revisie=revisie) as melding:
        move(melding, "intrekken", by=by)
        melding.ingetrokken_reden = why
        melding.raise_revision(["status", "ingetrokken_reden"])
        _set_outcome(melding, "ingetrokken")
        lapse_terms(melding, reden="melding-ingetrokken", by=by, at=at)
        stop_dwangsom(melding, op=dag_van(at))
        release(melding, melding.consulent, op=dag_van(at))
        log_melding(melding, "melding ingetrokken", by=by, at=at, reden=reden)
    return melding


def reopen_melding(
    *,
    by: Medewerker,
    melding_id: uuid.UUID,
    reden: str,
    at: dt.datetime,
    revisie: int | None = None,
) -> Melding:
    """Take up a melding again that was finished or withdrawn by mistake.

    The terms that lapsed with it run again from the day of receipt: a mistake of ours
    does not give us more time. Who treated it works in the dossier again. `reden` is a code
    of HeropenReden.
    """
    if reden not in HeropenReden.values:
        raise OngeldigeInvoer(velden={"reden": "Kies een reden uit de lijst."})
    with step(by, melding_id, at=at, revisie=revisie) as melding:
        move(melding, "heropenen", by=by)
        melding.afgerond_op, melding.ingetrokken_reden = None, None
        melding.raise_revision(["status", "afgerond_op", "ingetrokken_reden"])
        _set_outcome(melding, "melding")
        lapsed = set(
            melding.termijnen.filter(status="vervallen").values_list("regel__code", flat=True)
        )
        again = [term for term in terms_at_start(melding) if term[0] in lapsed]
        start_terms(melding, again, start=melding.ontvangen_op, by=by, at=at)
        involve_consulent(melding, op=dag_van(at))
        log_melding(melding, "melding heropend", by=by, at=at, reden=reden)
    return melding


@contextmanager
def step(
    by: Medewerker, melding_id: uuid.UUID, *, at: dt.datetime, revisie: int | None
) -> Iterator[Melding]:
    """The transaction of a step, with the melding locked: of two at once one comes second."""
    mine = visible_meldingen(by, op=dag_van(at), recht=MELDING_SCHRIJVEN)
    with operation():
        melding = lock_melding(mine, melding_id)
        require_unchanged(melding, revisie, {})
        yield melding


def can_decide(melding: Melding) -> bool:
    """Whether there is something to decide on: an application, or a talk under the Wgs."""
    if melding.status == MeldingStatus.AANVRAAG:
        return True
    applied = melding.aanvraag_op is not None or melding.wet_id == "wgs"
    return melding.status == MeldingStatus.ONDERZOCHT and applied


def _refuse_before(melding: Melding, op: dt.date) -> None:
    """Nothing is done for a melding before it, or its application, came in."""
    if op < (melding.aanvraag_op or melding.ontvangen_op):
        raise OngeldigeInvoer(velden={"op": "Deze dag ligt voor de melding of de aanvraag."})


def _conclude(melding: Melding, needed: bool, reden: str | None) -> None:
    """What the onderzoek found, with the visit or the reason that belongs to it."""
    melding.ondersteuning_nodig = needed
    if reden:
        melding.afgezien_reden = value_of(AfgezienReden, reden, veld="afgezien_reden")
    if not (needed and melding.eerste_keer) or melding.afgezien_reden_id:
        return
    visited = Huisbezoek.objects.filter(
        huishouden=melding.huishouden_id,
        status=HuisbezoekStatus.UITGEVOERD,
        uitgevoerd_op__date__gte=melding.ontvangen_op,
    )
    if not visited.exists():
        raise HuisbezoekNodig()


def _refuse_too_early(melding: Melding, op: dt.date, *, departs: bool) -> None:
    if melding.wet_id == "wmo" and melding.status != MeldingStatus.ONDERZOCHT:
        running = open_terms(melding, ["wmo_onderzoek"])
        if any(term.einddatum is None or op <= term.einddatum for term in running):
            raise OnderzoekEerst()
    if melding.wet_id == "participatiewet" and not departs:
        waiting = open_terms(melding, WACHTTIJDEN)
        if any(term.einddatum is not None and op <= term.einddatum for term in waiting):
            raise ZoektermijnLoopt()


def _finish(
    melding: Melding, handeling: str, *, op: dt.date, by: Medewerker, at: dt.datetime
) -> None:
    if melding.status == MeldingStatus.ONDERZOEK:
        raise StapNietMogelijk("Rond eerst het onderzoek af.")
    move(melding, handeling, by=by)
    melding.afgerond_op = op
    melding.raise_revision(["status", "afgerond_op", "ondersteuning_nodig", "afgezien_reden"])
    lapse_terms(melding, reden="melding-afgerond", by=by, at=at)
    release(melding, melding.consulent, op=dag_van(at))


def _set_outcome(melding: Melding, outcome: str) -> None:
    """Let the question follow its melding; refused when its contact was withdrawn meanwhile."""
    question = lock_question(Hulpvraag.objects.all(), melding.hulpvraag_id)
    question.uitkomst_id = outcome
    question.raise_revision(["uitkomst"])
