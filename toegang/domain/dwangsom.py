"""The letter that we are too late, and the dwangsom that follows (Awb 4:17 and 4:18)."""

import datetime as dt
import uuid
from collections.abc import Sequence

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.termijnen.domain.gedeeld import stappen_json
from hengelo_sociaal.termijnen.models import Termijn
from hengelo_sociaal.termijnen.queries import bereken_termijn, dwangsom_op
from hengelo_sociaal.termijnen.rekenen.dwangsom import Dwangsom
from hengelo_sociaal.termijnen.rekenen.regel import Berekening
from hengelo_sociaal.termijnen.rekenen.soorten import Soort
from hengelo_sociaal.werk.domain.berichten import notify
from hengelo_sociaal.werk.enums import Berichtsoort
from toegang.domain.gemeen import lock, refuse_impossible
from toegang.domain.melding import log_melding
from toegang.enums import GeenDwangsom
from toegang.exceptions import AlInGebreke, GeenBeslistermijn, StapNietMogelijk
from toegang.models import Ingebrekestelling, Melding
from toegang.queries.zicht import visible_meldingen
from toegang.rechten import TERMIJN_SCHRIJVEN

EEN_DAG = dt.timedelta(days=1)


def receive_ingebrekestelling(
    *,
    by: Medewerker,
    termijn_id: uuid.UUID,
    ontvangen_op: dt.date,
    at: dt.datetime,
    geen_dwangsom: str = "",
) -> Ingebrekestelling:
    """Note the letter of an applicant about a besluit that does not come.

    A letter within the term is noted as too early and brings nothing. Otherwise the
    dwangsom begins two weeks later, unless a reason of lid 6 is given. Refused with
    NietGevonden (404), GeenBeslistermijn (409) for a term on which no besluit hangs,
    AlInGebreke (409) for a second letter, OngeldigeInvoer for a day to come.
    """
    refuse_impossible(ontvangen_op, at, veld="ontvangen_op")
    mine = visible_meldingen(by, op=dag_van(at), recht=TERMIJN_SCHRIJVEN)
    with operation():
        # The melding owns its letters: of two who note the same one, the second is refused.
        owner = mine.filter(termijnen=termijn_id).values_list("pk", flat=True).first()
        melding = lock(mine, owner) if owner else None
        if melding is None:
            raise NietGevonden()
        term = _decision_term(melding, termijn_id)
        late = term.einddatum is not None and ontvangen_op > term.einddatum
        reason = geen_dwangsom if late else GeenDwangsom.TE_VROEG.value
        made = _record(melding, term, ontvangen_op, reason)
        log_melding(
            melding,
            "ingebrekestelling ontvangen",
            by=by,
            at=at,
            reden=reason,
            wijziging={"op": ontvangen_op, "eerste_dag": made.eerste_dag},
        )
        _tell(melding, made, by=by, at=at)
    return made


def stop_dwangsom(melding: Melding, *, op: dt.date) -> None:
    """Fix what is owed, when the besluit was made known on `op` or none is needed any more.

    The day of the besluit itself is not one of the days in default. Inside the caller's
    transaction, with the melding locked.
    """
    for letter in melding.ingebrekestellingen.filter(gestopt_op__isnull=True):
        owed = dwangsom_of(letter, op=op - EEN_DAG)
        letter.gestopt_op = max(op, letter.ontvangen_op)
        letter.bedrag = owed.bedrag if owed else 0
        letter.save(update_fields=["gestopt_op", "bedrag"])


def confirm_dwangsom(
    *, by: Medewerker, melding_id: uuid.UUID, op: dt.date, at: dt.datetime
) -> Ingebrekestelling:
    """The decision on the amount was sent on `op` (Awb 4:18: within two weeks).

    Refused with StapNietMogelijk (409) as long as the amount still runs, or twice.
    """
    refuse_impossible(op, at, veld="op")
    mine = visible_meldingen(by, op=dag_van(at), recht=TERMIJN_SCHRIJVEN)
    with operation():
        melding = lock(mine, melding_id)
        letter = melding.ingebrekestellingen.filter(
            gestopt_op__isnull=False, vastgesteld_op__isnull=True
        ).first()
        if letter is None:
            raise StapNietMogelijk("Er is geen dwangsom om vast te stellen.")
        if letter.gestopt_op is None or op < letter.gestopt_op:
            raise OngeldigeInvoer(velden={"op": "Deze dag ligt voor het besluit."})
        letter.vastgesteld_op = op
        letter.save(update_fields=["vastgesteld_op"])
        log_melding(
            melding, "dwangsom vastgesteld", by=by, at=at, wijziging={"centen": letter.bedrag}
        )
    return letter


def dwangsom_of(letter: Ingebrekestelling, *, op: dt.date) -> Dwangsom | None:
    """How the dwangsom stands up to and including a day; None when the letter brings none."""
    if letter.eerste_dag is None:
        return None
    last = letter.gestopt_op - EEN_DAG if letter.gestopt_op else op
    return dwangsom_op(letter.eerste_dag, min(op, last))


def _decision_term(melding: Melding, termijn_id: uuid.UUID) -> Termijn:
    term = melding.termijnen.select_related("regel").filter(pk=termijn_id).first()
    if term is None:
        raise NietGevonden()
    if term.regel.soort != Soort.BESLISTERMIJN or not term.is_open:
        raise GeenBeslistermijn()
    if Ingebrekestelling.objects.filter(termijn=term).exclude(geen_dwangsom="te-vroeg").exists():
        raise AlInGebreke()
    return term


def _record(melding: Melding, term: Termijn, day: dt.date, reason: str) -> Ingebrekestelling:
    """The letter; one that came too early makes way for the next."""
    wait = bereken_termijn("dwangsom_wachttijd", day)
    made, _ = Ingebrekestelling.objects.update_or_create(
        termijn=term,
        defaults={
            "melding": melding,
            "ontvangen_op": day,
            "geen_dwangsom": reason,
            "eerste_dag": None if reason else _first_day(wait),
            "stappen": [] if reason else _explanation(wait),
        },
    )
    return made


def _first_day(wait: Berekening) -> dt.date:
    assert wait.einddatum is not None  # noqa: S101  two weeks always end on a day
    return wait.einddatum + EEN_DAG


def _explanation(wait: Berekening) -> Sequence[dict[str, str]]:
    return stappen_json(wait.stappen)


def _tell(melding: Melding, letter: Ingebrekestelling, *, by: Medewerker, at: dt.datetime) -> None:
    when = f"Dwangsom vanaf {letter.eerste_dag:%d-%m-%Y}" if letter.eerste_dag else "Geen dwangsom"
    notify(
        voor=melding.consulent,
        by=by,
        soort=Berichtsoort.TERMIJN,
        titel=f"Ingebrekestelling bij melding {melding.nummer}. {when}.",
        adres=f"/meldingen/{melding.pk}",
        at=at,
    )
