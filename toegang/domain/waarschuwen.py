"""Telling a consulent in time that a term is about to end, or has passed."""

import datetime as dt

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.queries import absences
from hengelo_sociaal.termijnen.enums import TermijnStatus
from hengelo_sociaal.termijnen.rekenen.soorten import Soort
from hengelo_sociaal.termijnen.rekenen.werkdagen import Stoplicht
from hengelo_sociaal.werk.domain.berichten import notify
from hengelo_sociaal.werk.enums import Berichtsoort
from toegang.enums import LOPEND
from toegang.models import MeldingTermijn

VOORUIT = dt.timedelta(days=14)  # five working days never take longer
NIET_VAN_ONS = (Soort.INWONERTERMIJN.value, Soort.WACHTTIJD.value)
WOORDEN = {Stoplicht.BIJNA: "loopt bijna af", Stoplicht.TE_LAAT: "is voorbij"}


def warn_of_terms(*, at: dt.datetime) -> int:
    """Leave one message per term when five working days are left, and one when it passed.

    Who is on leave hears of it, and so does the substitute. Twice is harmless: the same
    news is told once. Returns how many terms are amber or red.
    """
    today = dag_van(at)
    rows = (
        MeldingTermijn.objects.filter(
            termijn__status__in=[TermijnStatus.LOOPT, TermijnStatus.VERLOPEN],
            termijn__gehaald_op__isnull=True,
            termijn__einddatum__lte=today + VOORUIT,
            melding__status__in=LOPEND,
            melding__consulent__isnull=False,
        )
        .exclude(termijn__regel__soort__in=NIET_VAN_ONS)
        .select_related("termijn__regel", "melding__consulent")
    )
    away = absences(Medewerker.objects.all(), op=today)
    told = 0
    for row in rows.iterator(chunk_size=500):
        light = row.termijn.stoplicht(today)
        if light not in WOORDEN:
            continue
        told += 1
        owner = row.melding.consulent_id
        leave = away.get(owner) if owner else None
        with operation():
            for person in (row.melding.consulent, leave.vervanger if leave else None):
                _tell(person, row, light, at=at)
    return told


def _tell(
    person: Medewerker | None, row: MeldingTermijn, light: Stoplicht, *, at: dt.datetime
) -> None:
    notify(
        voor=person,
        soort=Berichtsoort.TERMIJN,
        titel=f"Melding {row.melding.nummer}: de termijn {WOORDEN[light]} "
        f"({row.termijn.einddatum:%d-%m-%Y})",
        adres=f"/meldingen/{row.melding_id}",
        at=at,
        sleutel=f"termijn:{row.termijn_id}:{light.value}:{row.termijn.einddatum}",
    )
