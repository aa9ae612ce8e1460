"""Where a term ends when its last day is not an ordinary day.

Atw article 1 lid 1 moves the end to the next ordinary day, article 2 gives a term of three
days or more at least two ordinary days, article 4 says for which terms none of this holds.
The European terms (AVG) follow Verordening 1182/71 article 3 instead.
"""

from collections.abc import Callable
from datetime import date

from hengelo_sociaal.termijnen.rekenen.duur import Duur
from hengelo_sociaal.termijnen.rekenen.feestdagen import (
    EEN_DAG,
    Kalender,
    Uitzondering,
    volgende,
    zekere_uitzondering,
)
from hengelo_sociaal.termijnen.rekenen.regel import Stap
from hengelo_sociaal.termijnen.rekenen.soorten import Eenheid
from hengelo_sociaal.termijnen.rekenen.tekst import in_woorden
from hengelo_sociaal.termijnen.rekenen.uitleg import overgeslagen_stap

EU_ARTIKEL = "Verordening 1182/71, artikel 3 lid 4"
ALTIJD_TWEE_GEWONE_DAGEN = 14
_ATW_GRENS = {
    Eenheid.DAGEN: (90, "meer dan 90 dagen"),
    Eenheid.WEKEN: (12, "meer dan twaalf weken"),
    Eenheid.MAANDEN: (3, "meer dan drie maanden"),
    Eenheid.JAREN: (0, "jaren"),
    Eenheid.UREN: (0, "uren"),
}


def buiten_atw(duur: Duur) -> str | None:
    """Say in which words Atw article 4 excludes a term described this way, or None."""
    grens = _ATW_GRENS.get(duur.eenheid)
    return grens[1] if grens and duur.aantal > grens[0] else None


def roll_forward(
    dag: date, toets: Callable[[date], Uitzondering | None]
) -> tuple[date, list[Uitzondering]]:
    """Return the first ordinary day on or after `dag`, and the days passed over."""
    overgeslagen = []
    while (uitzondering := toets(dag)) is not None:
        overgeslagen.append(uitzondering)
        dag = volgende(dag)
    return dag, overgeslagen


def roll_atw(start: date, dag: date, duur: Duur, kalender: Kalender) -> tuple[date, list[Stap]]:
    """Return where a statutory term that comes out on `dag` ends, with its explanation."""
    if (woorden := buiten_atw(duur)) is not None:
        reden = f"De wet noemt een termijn in {woorden}: die schuift niet op (Atw artikel 4)."
        return dag, [Stap(dag, f"{reden} De termijn loopt tot en met {in_woorden(dag)}.")]
    einde, overgeslagen = roll_forward(dag, kalender.uitzondering)
    stappen = _stappen(einde, overgeslagen, "Atw artikel 1 lid 1")
    later = _second_ordinary_day(start, einde, duur, kalender)
    if later != einde:
        stappen.append(
            Stap(
                later,
                "In deze termijn zit maar een gewone dag. Dat moeten er twee zijn. De termijn "
                f"loopt daarom door tot en met {in_woorden(later)} (Atw artikel 2).",
            )
        )
    return later, stappen


def roll_eu(dag: date) -> tuple[date, list[Stap]]:
    """Return where a European term ends: weekend and official holidays move it forward.

    Good Friday and decree days are no official holidays in that sense; leaving them out
    gives the earlier, safer date.
    """
    einde, overgeslagen = roll_forward(dag, zekere_uitzondering)
    return einde, _stappen(einde, overgeslagen, EU_ARTIKEL, overal=True)


def _stappen(
    einde: date, overgeslagen: list[Uitzondering], artikel: str, *, overal: bool = False
) -> list[Stap]:
    if not overgeslagen:
        return [Stap(einde, "Dat is een gewone dag. De termijn loopt tot en met deze dag.")]
    eigen = artikel if overal else None
    gevolg = "daar eindigt een termijn niet op"
    stappen = [overgeslagen_stap(een, gevolg, eigen) for een in overgeslagen]
    zin = f"De eerste gewone dag is {in_woorden(einde)}. Tot en met die dag loopt de termijn"
    return [*stappen, Stap(einde, f"{zin} ({artikel}).")]


def _second_ordinary_day(start: date, einde: date, duur: Duur, kalender: Kalender) -> date:
    """Return `einde`, or the day that gives the term its second ordinary day (Atw article 2).

    `einde` itself is ordinary. Fourteen days always hold two ordinary days, and a longer
    term is not searched: its days may lie in a year that need not be known.
    """
    kort = duur.eenheid is Eenheid.DAGEN and duur.aantal < 3
    if kort or (einde - start).days >= ALTIJD_TWEE_GEWONE_DAGEN:
        return einde
    dag = einde - EEN_DAG
    while dag > start:
        if kalender.is_gewone_dag(dag):
            return einde
        dag -= EEN_DAG
    return roll_forward(volgende(einde), kalender.uitzondering)[0]
