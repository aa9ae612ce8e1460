"""Extending a term (Awb 4:14, 7:10 lid 3; AVG 12 lid 3)."""

import datetime as dt
import uuid

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.termijnen.domain.gedeeld import (
    BEREKENDE_VELDEN,
    check_niet_in_toekomst,
    lock_termijn,
    recompute,
    write_log,
)
from hengelo_sociaal.termijnen.exceptions import TermijnLooptNiet, VerlengenNietToegestaan
from hengelo_sociaal.termijnen.models import Termijn, Verlenging
from hengelo_sociaal.termijnen.models.termijn import LOPEND
from hengelo_sociaal.termijnen.rekenen.duur import Duur
from hengelo_sociaal.termijnen.rekenen.regel import Uitstel
from hengelo_sociaal.termijnen.rekenen.tekst import in_woorden
from hengelo_sociaal.termijnen.rekenen.toetsen import check_uitstel, verlengregel


def extend_termijn(
    *,
    termijn: Termijn,
    met: Duur,
    kennisgeving_op: dt.date,
    by: Medewerker,
    at: dt.datetime,
    toelichting: str = "",
    huishouden_id: uuid.UUID | None = None,
) -> Verlenging:
    """Extend a beslistermijn, told to the applicant on `kennisgeving_op`, within the term.

    What it does to the statutory date follows from the rule: it moves (Awb 7:10 lid 3), the
    college's own new term takes over without rolling forward (4:14 lid 3), or it stays and
    only the promised day is noted (4:14 lid 1). Refused with VerlengenNietToegestaan (with
    the article), TermijnLooptNiet or DatumInToekomst.
    """
    with operation():
        termijn = lock_termijn(termijn.pk)
        oud = _check(termijn, met, kennisgeving_op, at)
        verlenging = Verlenging.objects.create(
            termijn=termijn,
            aantal=met.aantal,
            eenheid=met.eenheid,
            kennisgeving_op=kennisgeving_op,
            artikel=termijn.regel.verlengen_artikel,
            oude_einddatum=oud,
            nieuwe_einddatum=oud,
            toelichting=toelichting,
        )
        recompute(termijn)
        termijn.save(update_fields=BEREKENDE_VELDEN)
        verlenging.nieuwe_einddatum = termijn.einddatum or oud
        verlenging.save(update_fields=["nieuwe_einddatum"])
        write_log(
            termijn,
            "termijn-verlengd",
            by=by,
            at=at,
            huishouden_id=huishouden_id,
            met=str(met),
            oude_einddatum=oud,
        )
    verlenging.termijn = termijn
    return verlenging


def _check(termijn: Termijn, met: Duur, kennisgeving_op: dt.date, at: dt.datetime) -> dt.date:
    """Return the end as it was, or refuse what the law or the state of the term forbids."""
    regel = termijn.regel.to_regel()
    mag = verlengregel(regel)
    einddatum = _einddatum_of_weiger(termijn)
    check_niet_in_toekomst(kennisgeving_op, at, veld="kennisgevingOp")
    _check_kennisgeving(termijn.start, kennisgeving_op, einddatum, mag.artikel)
    eerdere = [een.uitstel() for een in termijn.verlengingen.all()]
    check_uitstel(regel, [*eerdere, Uitstel(duur=met)], einddatum)
    return einddatum


def _einddatum_of_weiger(termijn: Termijn) -> dt.date:
    if termijn.status not in LOPEND or termijn.einddatum is None:
        raise TermijnLooptNiet(
            f"Deze termijn is {termijn.get_status_display()}. Verlengen kan dan niet meer."
        )
    return termijn.einddatum


def _check_kennisgeving(
    start: dt.date, kennisgeving_op: dt.date, einddatum: dt.date, artikel: str
) -> None:
    if start <= kennisgeving_op <= einddatum:
        return
    raise VerlengenNietToegestaan(
        f"Het bericht aan de aanvrager moet binnen de termijn vallen: van {in_woorden(start)} tot "
        f"en met {in_woorden(einddatum)} ({artikel}).",
        velden={"kennisgevingOp": "Deze dag valt buiten de termijn."},
    )
