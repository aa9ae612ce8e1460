"""The sentences of an explanation: what a resident or a judge reads beside a date."""

from datetime import date

from hengelo_sociaal.termijnen.rekenen.feestdagen import Uitzondering
from hengelo_sociaal.termijnen.rekenen.regel import Regel, Stap
from hengelo_sociaal.termijnen.rekenen.tekst import in_woorden, met_hoofdletter


def start_stap(regel: Regel, start: date) -> Stap:
    """Return the first step: the event, which is not counted, and the length of the term."""
    return Stap(
        start,
        f"{met_hoofdletter(regel.gebeurtenis)}: {in_woorden(start)}. Deze dag telt niet mee. "
        f"De termijn is {regel.duur} ({regel.bron}).",
    )


def overgeslagen_stap(uitzondering: Uitzondering, gevolg: str, artikel: str | None = None) -> Stap:
    """Return the step that explains why a day is passed over, by its own article or another."""
    zin = f"{met_hoofdletter(str(uitzondering))}: {gevolg} ({artikel or uitzondering.artikel})."
    return Stap(uitzondering.dag, zin)


def geen_werkdag(uitzondering: Uitzondering, voorstel: date) -> str:
    """Warn that a date that the college names itself is no working day, and propose one."""
    return (
        f"{met_hoofdletter(str(uitzondering))}. Een termijn die het college zelf noemt, schuift "
        f"niet op. Kies liever een werkdag, bijvoorbeeld {in_woorden(voorstel)}."
    )
