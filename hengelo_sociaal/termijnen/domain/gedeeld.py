"""What every operation on a term shares: the lock, the recalculation and the log line."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.termijnen.exceptions import DatumInToekomst
from hengelo_sociaal.termijnen.models import Termijn
from hengelo_sociaal.termijnen.queries.regels import kalender
from hengelo_sociaal.termijnen.rekenen.berekenen import bereken
from hengelo_sociaal.termijnen.rekenen.regel import Berekening, Stap
from hengelo_sociaal.termijnen.rekenen.tekst import in_woorden, met_hoofdletter

BEREKENDE_VELDEN = [
    "einddatum",
    "oorspronkelijke_einddatum",
    "streefdatum",
    "toegezegd_op",
    "stappen",
    "waarschuwingen",
]


def lock_termijn(termijn_id: uuid.UUID) -> Termijn:
    """Return the term, locked until the end of the transaction.

    The term's row owns its suspensions and extensions: two people who both suspend it must
    come one after the other. `no_key` leaves rows that only point at it free.
    """
    gevonden = (
        Termijn.objects.select_for_update(of=("self",), no_key=True)
        .select_related("regel")
        .filter(pk=termijn_id)
        .first()
    )
    if gevonden is None:
        raise NietGevonden
    return gevonden


def check_niet_in_toekomst(dag: dt.date, at: dt.datetime, *, veld: str) -> None:
    """Refuse with DatumInToekomst what is said to have happened after today."""
    if dag > dag_van(at):
        raise DatumInToekomst(
            f"{met_hoofdletter(in_woorden(dag))} moet nog komen. Kies vandaag of eerder.",
            velden={veld: "Deze dag moet nog komen."},
        )


def recompute(termijn: Termijn) -> Berekening:
    """Calculate the term again with its suspensions and extensions, and set its fields."""
    stilstanden = [een.stilstand() for een in termijn.opschortingen.all()]
    berekening = bereken(
        termijn.regel.to_regel(),
        termijn.start,
        kalender=kalender(),
        stilstanden=[een for een in stilstanden if een is not None],
        uitstel=[een.uitstel() for een in termijn.verlengingen.all()],
        herhaling=termijn.herhaling,
    )
    fill(termijn, berekening)
    return berekening


def fill(termijn: Termijn, berekening: Berekening) -> None:
    """Put what was calculated in the fields of the term."""
    termijn.einddatum = berekening.einddatum
    termijn.oorspronkelijke_einddatum = berekening.oorspronkelijk
    termijn.streefdatum = berekening.streefdatum
    termijn.toegezegd_op = berekening.toegezegd
    termijn.stappen = stappen_json(berekening.stappen)
    termijn.waarschuwingen = list(berekening.waarschuwingen)


def stappen_json(stappen: Iterable[Stap]) -> list[dict[str, str]]:
    """Return the explanation as it is stored and shown by the API."""
    return [asdict(stap) | {"datum": stap.datum.isoformat()} for stap in stappen]


def write_log(
    termijn: Termijn,
    handeling: str,
    *,
    by: Medewerker,
    at: dt.datetime,
    huishouden_id: uuid.UUID | None,
    **wijziging: Any,
) -> None:
    """Write the log line of an operation, in its transaction."""
    log_change(
        by=by,
        handeling=handeling,
        soort="termijn",
        object_id=termijn.pk,
        at=at,
        huishouden_id=huishouden_id,
        wijziging={"regel": termijn.regel.code, "einddatum": termijn.einddatum, **wijziging},
    )
