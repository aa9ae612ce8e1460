"""From a rule and the day of the event to the last day of the term, explained step by step."""

from collections.abc import Sequence
from datetime import date

from hengelo_sociaal.termijnen.rekenen.duur import shift
from hengelo_sociaal.termijnen.rekenen.feestdagen import Kalender, zekere_uitzondering
from hengelo_sociaal.termijnen.rekenen.kalendertermijn import count_calendar
from hengelo_sociaal.termijnen.rekenen.regel import Berekening, Regel, Stap, Stilstand, Uitstel
from hengelo_sociaal.termijnen.rekenen.soorten import Eenheid
from hengelo_sociaal.termijnen.rekenen.tekst import in_woorden, met_hoofdletter
from hengelo_sociaal.termijnen.rekenen.toetsen import (
    check_herhaling,
    check_start,
    check_stilstanden,
    opschortregel,
    verlengregel,
)
from hengelo_sociaal.termijnen.rekenen.uitleg import overgeslagen_stap, start_stap
from hengelo_sociaal.termijnen.rekenen.werkdagen import add_werkdagen


def bereken(
    regel: Regel,
    start: date,
    *,
    kalender: Kalender,
    stilstanden: Sequence[Stilstand] = (),
    uitstel: Sequence[Uitstel] = (),
    herhaling: int = 1,
) -> Berekening:
    """Return when a term ends and why.

    `start` is the day of the event itself and is never counted. `herhaling` asks for the
    n-th date of a repeating term. Refused: a start outside the rule's validity, a suspension
    or extension that the law does not give this act, a day in a year without known decree
    days (FeestdagenOnbekend), dates that do not fit (OpschortingOnmogelijk).
    """
    check_start(regel, start)
    check_herhaling(regel, herhaling)
    stilstanden = sorted(stilstanden, key=lambda een: een.van)
    check_stilstanden(regel, stilstanden, start)
    if stilstanden:
        opschortregel(regel)
    if uitstel:
        verlengregel(regel)
    if regel.terug or regel.duur.eenheid in (Eenheid.ONVERWIJLD, Eenheid.UREN):
        return _without_date(regel, start)
    if regel.duur.eenheid is Eenheid.WERKDAGEN:
        return _count_werkdagen(regel, start, kalender)
    return count_calendar(regel, start, kalender, stilstanden, uitstel, herhaling)


def _without_date(regel: Regel, start: date) -> Berekening:
    """Explain a rule that ends on no day: at once, in hours, or counted backwards."""
    stappen = [Stap(start, f"{met_hoofdletter(regel.gebeurtenis)}: {in_woorden(start)}.")]
    if regel.terug:
        eerste = shift(start, regel.duur, terug=True)
        zin = (
            f"Dit gaat terug tot ten hoogste {regel.duur} eerder: {in_woorden(eerste)} "
            f"({regel.bron}). Bij terugrekenen schuift een dag niet op (Atw artikel 1 lid 2)."
        )
        stappen.append(Stap(eerste, zin))
    elif regel.duur.eenheid is Eenheid.UREN:
        zin = (
            f"De termijn is {regel.duur} ({regel.bron}). De uren tellen dag en nacht door, ook in "
            "het weekend en op feestdagen. Reken vanaf het tijdstip zelf."
        )
        stappen.append(Stap(start, zin))
    else:
        zin = f"Doe dit onverwijld, dus meteen. Er hoort geen einddatum bij ({regel.bron})."
        stappen.append(Stap(start, zin))
    return Berekening(regel=regel, start=start, einddatum=None, stappen=tuple(stappen))


def _count_werkdagen(regel: Regel, start: date, kalender: Kalender) -> Berekening:
    """Count only ordinary days; the strict reading also counts Good Friday and decree days."""
    einde, overgeslagen = add_werkdagen(start, regel.duur.aantal, kalender.uitzondering)
    streng, _ = add_werkdagen(start, regel.duur.aantal, zekere_uitzondering)
    slot = (
        f"De {regel.duur.aantal}e werkdag is {in_woorden(einde)}. "
        "De termijn loopt tot en met deze dag."
    )
    stappen = [
        start_stap(regel, start),
        *(overgeslagen_stap(een, "deze dag telt niet mee") for een in overgeslagen),
        Stap(einde, slot),
    ]
    return Berekening(
        regel=regel,
        start=start,
        einddatum=einde,
        oorspronkelijk=einde,
        streefdatum=streng if streng != einde else None,
        stappen=tuple(stappen),
    )
