"""Who referred a young person to help, by name, organisation and day (Jeugdwet 2.6 lid 1 onder e).

Two thirds of youth help comes by referral of a doctor, a GI or the court: then the
municipality takes no besluit, and has no term for one.
"""

import datetime as dt
import uuid
from dataclasses import dataclass

from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.domain.gemeen import refuse_impossible
from toegang.domain.melding import log_melding
from toegang.domain.melding_stappen import step
from toegang.domain.termijnen import (
    BESLUITEN,
    EIGEN_BESLUIT,
    lapse_terms,
    start_terms,
    terms_at_start,
)
from toegang.domain.verwezen import Verwezen
from toegang.exceptions import StapNietMogelijk
from toegang.models import Melding, Verwijzer
from toegang.queries.waarden import value_of


@dataclass(frozen=True, kw_only=True)
class Verwijzing(Verwezen):
    """Which kind of referrer, and who exactly."""

    verwijzer: str


def record_referral(
    *,
    by: Medewerker,
    melding_id: uuid.UUID,
    verwijzing: Verwijzing,
    at: dt.datetime,
    revisie: int | None = None,
) -> Melding:
    """Note who referred, or that the municipality decides itself; the terms follow.

    Who stood there goes when the municipality decides itself; the log says that.

    Refused with StapNietMogelijk (409) for a melding that is ready or of another law,
    OngeldigeInvoer without a name, organisation or day, Verouderd (412).
    """
    referrer = value_of(Verwijzer, verwijzing.verwijzer, veld="verwijzer")
    outside = referrer.code not in EIGEN_BESLUIT
    if outside:
        _check(verwijzing, at)
    with step(by, melding_id, at=at, revisie=revisie) as melding:
        if not melding.is_lopend or melding.wet_id != "jeugdwet":
            raise StapNietMogelijk("Een verwijzing hoort bij een lopende melding jeugd.")
        gone = not outside and bool(melding.verwijzer_naam or melding.verwijzer_organisatie)
        decided_here = melding.verwijzer_id in EIGEN_BESLUIT
        melding.verwijzer = referrer
        melding.verwijzer_naam = verwijzing.naam.strip() if outside else ""
        melding.verwijzer_organisatie = verwijzing.organisatie.strip() if outside else ""
        melding.verwezen_op = verwijzing.op if outside else None
        melding.raise_revision(
            ["verwijzer", "verwijzer_naam", "verwijzer_organisatie", "verwezen_op"]
        )
        if decided_here and outside:
            lapse_terms(melding, BESLUITEN, reden="verwezen", by=by, at=at)
        elif not decided_here and not outside:
            _decide_here(melding, by=by, at=at)
        wijziging: dict[str, object] = {"verwijzer": referrer.code}
        if gone:
            wijziging["gewist"] = "naam en organisatie: de gemeente beslist zelf"
        log_melding(melding, "verwijzing vastgelegd", by=by, at=at, wijziging=wijziging)
    return melding


def _check(verwijzing: Verwijzing, at: dt.datetime) -> None:
    if not (verwijzing.naam.strip() or verwijzing.organisatie.strip()):
        raise OngeldigeInvoer(velden={"naam": "Vul in wie verwees: een naam of een organisatie."})
    if verwijzing.op is None:
        raise OngeldigeInvoer(velden={"op": "Vul de datum van de verwijzing in."})
    refuse_impossible(verwijzing.op, at, veld="op")


def _decide_here(melding: Melding, *, by: Medewerker, at: dt.datetime) -> None:
    """The question was the application all along: the term runs from its receipt (Awb 4:13)."""
    if melding.aanvraag_op is None:
        melding.aanvraag_op = melding.ontvangen_op
        melding.raise_revision(["aanvraag_op"])
    start_terms(melding, terms_at_start(melding), start=melding.aanvraag_op, by=by, at=at)
