"""What belongs to the onderzoek of a melding: urgency, a plan of one's own, a supporter."""

import datetime as dt
import uuid

from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.domain.gemeen import refuse_future
from toegang.domain.melding import log_melding
from toegang.domain.melding_stappen import step
from toegang.domain.termijnen import VAN_DE_INWONER, meet_terms, start_terms
from toegang.enums import OndersteuningAntwoord
from toegang.exceptions import SpoedNietMogelijk, StapNietMogelijk
from toegang.models import Melding

SPOED = ("wmo_spoed", "wmo-melding")
BEDREIGEND = ("wgs_bedreigend", "wgs-melding")


def mark_urgent(
    *, by: Medewerker, melding_id: uuid.UUID, at: dt.datetime, revisie: int | None = None
) -> Melding:
    """Help cannot wait: temporary support at once under the Wmo (2.3.3), a talk within three
    working days under the Wgs (4 lid 2).

    The strict term starts on the day of receipt, whoever noticed it later. Refused with
    SpoedNietMogelijk (409) under another law, StapNietMogelijk when it was urgent already.
    """
    with step(by, melding_id, at=at, revisie=revisie) as melding:
        _require_running(melding)
        if melding.spoed or melding.bedreigend:
            raise StapNietMogelijk("Deze melding is al met spoed.")
        if melding.wet_id == "wmo":
            melding.spoed, term = True, SPOED
        elif melding.wet_id == "wgs":
            melding.bedreigend, term = True, BEDREIGEND
        else:
            raise SpoedNietMogelijk()
        melding.raise_revision(["spoed", "bedreigend"])
        start_terms(melding, [term], start=melding.ontvangen_op, by=by, at=at)
        log_melding(melding, "spoed vastgelegd", by=by, at=at)
    return melding


def receive_personal_plan(
    *,
    by: Medewerker,
    melding_id: uuid.UUID,
    op: dt.date,
    at: dt.datetime,
    revisie: int | None = None,
) -> Melding:
    """The resident handed in a plan of their own on `op` (Wmo 2.3.2 lid 2).

    We look at it also when it comes after the seven days; only then the term is not met.
    """
    refuse_future(op, at, veld="op")
    with step(by, melding_id, at=at, revisie=revisie) as melding:
        _require_running(melding)
        if melding.wet_id != "wmo":
            raise StapNietMogelijk("Een persoonlijk plan hoort bij de Wmo.")
        if op < melding.ontvangen_op:
            raise OngeldigeInvoer(velden={"op": "Deze dag ligt voor de melding."})
        melding.persoonlijk_plan_op = op
        melding.raise_revision(["persoonlijk_plan_op"])
        meet_terms(melding, VAN_DE_INWONER, op=op, by=by, at=at)
        log_melding(melding, "persoonlijk plan ontvangen", by=by, at=at, wijziging={"op": op})
    return melding


def offer_client_support(
    *,
    by: Medewerker,
    melding_id: uuid.UUID,
    op: dt.date,
    antwoord: str,
    at: dt.datetime,
    revisie: int | None = None,
) -> Melding:
    """An independent supporter was offered on `op`, with what the resident said to it.

    Offered before the onderzoek (Wmo 2.3.2 lid 3), and under every law here. A later
    answer replaces an earlier one; the log keeps both.
    """
    refuse_future(op, at, veld="op")
    if antwoord not in OndersteuningAntwoord.values:
        raise OngeldigeInvoer(velden={"antwoord": "Kies een antwoord uit de lijst."})
    with step(by, melding_id, at=at, revisie=revisie) as melding:
        _require_running(melding)
        before = melding.ondersteuning_antwoord
        melding.ondersteuning_aangeboden_op = op
        melding.ondersteuning_antwoord = antwoord
        melding.raise_revision(["ondersteuning_aangeboden_op", "ondersteuning_antwoord"])
        log_melding(
            melding,
            "cliëntondersteuning aangeboden",
            by=by,
            at=at,
            wijziging={"antwoord": [before, antwoord]},
        )
    return melding


def _require_running(melding: Melding) -> None:
    if not melding.is_lopend:
        raise StapNietMogelijk("Deze melding is al klaar. Open de melding eerst opnieuw.")
