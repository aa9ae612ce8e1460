"""Suspending a term and letting it run again (Awb 4:15, 7:10 lid 2)."""

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
from hengelo_sociaal.termijnen.enums import TermijnStatus
from hengelo_sociaal.termijnen.exceptions import (
    OpschortingOnmogelijk,
    TermijnLooptNiet,
    TermijnNietOpgeschort,
)
from hengelo_sociaal.termijnen.models import Opschorting, Termijn
from hengelo_sociaal.termijnen.rekenen.soorten import Opschortgrond
from hengelo_sociaal.termijnen.rekenen.tekst import in_woorden
from hengelo_sociaal.termijnen.rekenen.toetsen import opschortregel

MET_HERSTELTERMIJN = (Opschortgrond.AANVULLING, Opschortgrond.VERZUIM)


def suspend_termijn(
    *,
    termijn: Termijn,
    grond: Opschortgrond,
    uitnodiging_op: dt.date,
    by: Medewerker,
    at: dt.datetime,
    hersteltermijn_tot: dt.date | None = None,
    toelichting: str = "",
    huishouden_id: uuid.UUID | None = None,
) -> Opschorting:
    """Let a beslistermijn stand still from the day after `uitnodiging_op`.

    `einddatum` becomes the date that holds when the recovery term is not used; without a
    recovery term it stays until the term runs again. Refused with OpschortenNietToegestaan
    (with the article), TermijnLooptNiet, OpschortingOnmogelijk or DatumInToekomst.
    """
    with operation():
        termijn = lock_termijn(termijn.pk)
        opschortregel(termijn.regel.to_regel(), grond)
        _check_loopt(termijn)
        check_niet_in_toekomst(uitnodiging_op, at, veld="uitnodigingOp")
        _check_datums(termijn, grond, uitnodiging_op, hersteltermijn_tot)
        opschorting = Opschorting.objects.create(
            termijn=termijn,
            grond=grond,
            uitnodiging_op=uitnodiging_op,
            hersteltermijn_tot=hersteltermijn_tot,
            toelichting=toelichting,
        )
        termijn.status = TermijnStatus.OPGESCHORT
        recompute(termijn)
        termijn.save(update_fields=["status", *BEREKENDE_VELDEN])
        write_log(
            termijn,
            "termijn-opgeschort",
            by=by,
            at=at,
            huishouden_id=huishouden_id,
            grond=grond,
            uitnodiging_op=uitnodiging_op,
            hersteltermijn_tot=hersteltermijn_tot,
        )
    opschorting.termijn = termijn
    return opschorting


def resume_termijn(
    *,
    termijn: Termijn,
    op: dt.date,
    by: Medewerker,
    at: dt.datetime,
    huishouden_id: uuid.UUID | None = None,
) -> Termijn:
    """Let a term run again from `op`, the day on which the application was completed.

    A recovery term that lapsed earlier ended the suspension by itself on its own day.
    Refused with TermijnNietOpgeschort, OpschortingOnmogelijk or DatumInToekomst.
    """
    with operation():
        termijn = lock_termijn(termijn.pk)
        opschorting = termijn.opschortingen.filter(beeindigd_op__isnull=True).first()
        if opschorting is None:
            raise TermijnNietOpgeschort("Deze termijn staat niet stil. U hoeft niets te hervatten.")
        check_niet_in_toekomst(op, at, veld="op")
        if op < opschorting.uitnodiging_op:
            raise OpschortingOnmogelijk(
                f"De opschorting begon na {in_woorden(opschorting.uitnodiging_op)}. Kies die dag "
                "of een latere.",
                velden={"op": "Deze dag ligt voor het begin van de opschorting."},
            )
        opschorting.beeindigd_op = min(op, opschorting.hersteltermijn_tot or op)
        opschorting.save(update_fields=["beeindigd_op"])
        termijn.status = TermijnStatus.LOOPT
        recompute(termijn)
        termijn.save(update_fields=["status", *BEREKENDE_VELDEN])
        write_log(
            termijn,
            "termijn-hervat",
            by=by,
            at=at,
            huishouden_id=huishouden_id,
            op=opschorting.beeindigd_op,
        )
    return termijn


def _check_loopt(termijn: Termijn) -> None:
    if termijn.status == TermijnStatus.OPGESCHORT:
        raise TermijnLooptNiet("Deze termijn staat al stil. Hervat hem eerst.")
    if termijn.status != TermijnStatus.LOOPT:
        raise TermijnLooptNiet(
            f"Deze termijn is {termijn.get_status_display()}. Opschorten kan dan niet meer."
        )


def _check_datums(
    termijn: Termijn,
    grond: Opschortgrond,
    uitnodiging_op: dt.date,
    hersteltermijn_tot: dt.date | None,
) -> None:
    if grond in MET_HERSTELTERMIJN and hersteltermijn_tot is None:
        raise OpschortingOnmogelijk(
            "Noem de laatste dag waarop de aanvrager kan aanvullen (Awb artikel 4:5).",
            velden={"hersteltermijnTot": "Vul de laatste dag van de hersteltermijn in."},
        )
    if hersteltermijn_tot is not None and hersteltermijn_tot <= uitnodiging_op:
        raise OpschortingOnmogelijk(
            f"De hersteltermijn eindigt na {in_woorden(uitnodiging_op)}. Kies een latere dag.",
            velden={"hersteltermijnTot": "Kies een dag na de uitnodiging."},
        )
    if uitnodiging_op < termijn.start:
        raise OpschortingOnmogelijk(
            f"De termijn loopt pas na {in_woorden(termijn.start)}. Kies die dag of een latere.",
            velden={"uitnodigingOp": "Deze dag ligt voor het begin van de termijn."},
        )
    if termijn.einddatum is not None and uitnodiging_op >= termijn.einddatum:
        raise OpschortingOnmogelijk(
            f"De laatste dag van de termijn is {in_woorden(termijn.einddatum)}. Opschorten kan "
            "alleen als de dag na de uitnodiging nog in de termijn valt.",
            velden={"uitnodigingOp": "Deze dag is te laat."},
        )
