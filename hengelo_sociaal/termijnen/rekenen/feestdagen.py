"""Which days the Algemene termijnenwet (Atw) treats as not ordinary.

Article 3 lid 1 names the recognised holidays and lid 2 equates Good Friday with them: those
follow from the year. Lid 3 lets a royal decree equate single days: those are data, known
only for the years in `gedekte_jaren`. Koningsdag (27 April) exists since 2014, so years
before that are out of reach.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

from hengelo_sociaal.termijnen.exceptions import DatumOnmogelijk, FeestdagenOnbekend
from hengelo_sociaal.termijnen.rekenen.tekst import in_woorden

EERSTE_JAAR = 2014
ZATERDAG, ZONDAG = 5, 6
EEN_DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Feestdag:
    """A holiday with the article that makes it one."""

    naam: str
    artikel: str


@dataclass(frozen=True, slots=True)
class Uitzondering:
    """Why a day is not an ordinary day: the weekend or a holiday."""

    dag: date
    reden: str
    artikel: str

    def __str__(self) -> str:
        return f"{in_woorden(self.dag)} {self.reden}"


def koningsdag(jaar: int) -> date:
    """Return Koningsdag: 27 April, or the 26th when the 27th is a Sunday."""
    dag = date(jaar, 4, 27)
    return dag - EEN_DAG if dag.weekday() == ZONDAG else dag


@lru_cache(maxsize=64)
def feestdagen(jaar: int) -> dict[date, Feestdag]:
    """Return the holidays of Atw article 3 lid 1 and lid 2 in a year, in order of date.

    Where two fall on one day (5 May 2016: Ascension Day too) the name holds both.
    """
    pasen = easter(jaar)
    dagen = [
        (date(jaar, 1, 1), "Nieuwjaarsdag", 1),
        (pasen - 2 * EEN_DAG, "Goede Vrijdag", 2),
        (pasen + EEN_DAG, "Tweede Paasdag", 1),
        (koningsdag(jaar), "Koningsdag", 1),
        (date(jaar, 5, 5), "Bevrijdingsdag", 1),
        (pasen + 39 * EEN_DAG, "Hemelvaartsdag", 1),
        (pasen + 50 * EEN_DAG, "Tweede Pinksterdag", 1),
        (date(jaar, 12, 25), "Eerste Kerstdag", 1),
        (date(jaar, 12, 26), "Tweede Kerstdag", 1),
    ]
    gevonden: dict[date, Feestdag] = {}
    for dag, naam, lid in sorted(dagen):
        eerder = gevonden.get(dag)
        gevonden[dag] = Feestdag(
            f"{eerder.naam} en {naam}" if eerder else naam, f"Atw artikel 3 lid {lid}"
        )
    return gevonden


@dataclass(frozen=True, slots=True)
class Kalender:
    """The decree days (Atw 3 lid 3) that are known, and the years that they are complete for."""

    gelijkgesteld: frozenset[date] = field(default_factory=frozenset)
    gedekte_jaren: frozenset[int] = field(default_factory=frozenset)

    @classmethod
    def van(cls, dagen: Iterable[date], jaren: Iterable[int]) -> "Kalender":
        """Make a calendar from any iterables of decree days and covered years."""
        return cls(frozenset(dagen), frozenset(jaren))

    def uitzondering(self, dag: date) -> Uitzondering | None:
        """Say why `dag` is not an ordinary day, or None when it is one.

        A day in a year without known decree days is refused with FeestdagenOnbekend, also
        when it is a Sunday: the term that looks at it cannot be vouched for.
        """
        self._toets_jaar(dag)
        if zeker := zekere_uitzondering(dag):
            return zeker
        if (feestdag := feestdagen(dag.year).get(dag)) is not None:
            return Uitzondering(dag, f"is {feestdag.naam}", feestdag.artikel)
        if dag in self.gelijkgesteld:
            return Uitzondering(
                dag, "is bij koninklijk besluit een vrije dag", "Atw artikel 3 lid 3"
            )
        return None

    def is_gewone_dag(self, dag: date) -> bool:
        """Say whether `dag` is no Saturday, Sunday or holiday."""
        return self.uitzondering(dag) is None

    def _toets_jaar(self, dag: date) -> None:
        if dag.year in self.gedekte_jaren and dag.year >= EERSTE_JAAR:
            return
        raise FeestdagenOnbekend(
            f"De vrije dagen van {dag.year} zijn nog niet bekend. Daarom is deze termijn niet te "
            f"berekenen. Vraag de beheerder om de vrije dagen van {dag.year} in te voeren."
        )


def zekere_uitzondering(dag: date) -> Uitzondering | None:
    """Say why `dag` is not a working day for anyone: weekend, or a holiday of Atw 3 lid 1.

    Good Friday and decree days are left out: not every reading of `werkdag` frees them.
    This is the strict reading, which gives the earlier date.
    """
    if dag.weekday() in (ZATERDAG, ZONDAG):
        return Uitzondering(dag, "valt in het weekend", "Atw artikel 1 lid 1")
    feestdag = feestdagen(dag.year).get(dag)
    if feestdag is not None and feestdag.artikel.endswith("lid 1"):
        return Uitzondering(dag, f"is {feestdag.naam}", feestdag.artikel)
    return None


def volgende(dag: date) -> date:
    """Return the next day; DatumOnmogelijk at the end of the calendar."""
    if dag == date.max:
        raise DatumOnmogelijk("Deze datum ligt te ver weg. Controleer de datum.")
    return dag + EEN_DAG
