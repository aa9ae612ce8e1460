"""The budget as printed, with our own sums beside the printed totals."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from dashboard.enums import Begrotingsoort
from dashboard.models import Begrotingsregel, Verplichting
from dashboard.queries.namen import ALIAS
from hengelo_sociaal.waarden.models import Taakveld

Bedragen = dict[str, int]


@dataclass
class Onderdeel:
    """A taakveld or a part of one in a year; amounts in euro cents, None where none is known."""

    jaar: int
    code: str
    omschrijving: str = ""
    bedragen: Bedragen = field(default_factory=dict)
    verplicht: int | None = None
    verplicht_onderdrukt: bool = False
    delen: list["Onderdeel"] = field(default_factory=list)

    @property
    def begroot(self) -> dict[str, int | None]:
        """Lasten, baten and saldo; of a part the source prints the saldo only."""
        saldo = self.bedragen.get(Begrotingsoort.SALDO, self.bedragen.get(Begrotingsoort.BEGROTING))
        return {
            "lasten": self.bedragen.get(Begrotingsoort.LASTEN),
            "baten": self.bedragen.get(Begrotingsoort.BATEN),
            "saldo": saldo,
        }

    @property
    def gerealiseerd(self) -> int | None:
        """What was really spent: an import, or the printed rekening."""
        return self.bedragen.get(
            Begrotingsoort.GEREALISEERD, self.bedragen.get(Begrotingsoort.REKENING)
        )

    @property
    def prognose(self) -> int | None:
        """What is expected at the end of the year."""
        return self.bedragen.get(Begrotingsoort.PROGNOSE)


@dataclass(frozen=True)
class Totaal:
    """A printed total beside what the lines add up to; they may differ by rounding."""

    jaar: int
    programma: str
    gedrukt: Bedragen
    eigen_som: Bedragen

    @property
    def verschil(self) -> Bedragen:
        """Printed less own sum, per kind of amount."""
        return {
            soort: bedrag - self.eigen_som[soort]
            for soort, bedrag in self.gedrukt.items()
            if soort in self.eigen_som
        }

    @property
    def is_gelijk(self) -> bool:
        """Whether the source adds up."""
        return not any(self.verschil.values())


@dataclass(frozen=True)
class Begroting:
    """The budget: a line per year and taakveld, and the printed totals."""

    regels: list[Onderdeel]
    totalen: list[Totaal]


def read_budget(*, jaar: int | None = None, taakveld: str | None = None) -> Begroting:
    """The budget of all years, or of one year or taakveld; three queries."""
    rows = Begrotingsregel.objects.using(ALIAS).all()
    if jaar is not None:
        rows = rows.filter(jaar=jaar)
    printed = list(rows)
    lines = _lines(printed)
    _add_parts(printed, lines)
    _add_commitments(lines, jaar)
    _name(lines)
    wanted = [line for (_, code), line in sorted(lines.items()) if taakveld in (None, code)]
    totals = _totals(printed)
    if taakveld is not None:
        totals = [one for one in totals if one.programma == taakveld]
    return Begroting(wanted, totals)


def budget_years() -> list[int]:
    """The years of which anything is printed or committed, newest first."""
    printed = Begrotingsregel.objects.using(ALIAS).values_list("jaar", flat=True).distinct()
    committed = Verplichting.objects.using(ALIAS).values_list("jaar", flat=True).distinct()
    return sorted({*printed, *committed}, reverse=True)


Regels = dict[tuple[int, str], Onderdeel]


def _is_part(row: Begrotingsregel) -> bool:
    """Whether this is a line of a taakveld's parts, and not of the programme."""
    return "." in row.programma


def _lines(printed: Iterable[Begrotingsregel]) -> Regels:
    lines: Regels = {}
    for row in printed:
        if _is_part(row) or row.is_totaal:
            continue
        line = lines.setdefault(
            (row.jaar, row.onderdeel), Onderdeel(row.jaar, row.onderdeel, row.omschrijving)
        )
        line.bedragen[row.soort] = row.bedrag
    return lines


def _add_parts(printed: Iterable[Begrotingsregel], lines: Regels) -> None:
    """Parts below their taakveld; where the programme has no line, their total is the line."""
    parts: dict[tuple[int, str], dict[str, Onderdeel]] = defaultdict(dict)
    for row in printed:
        if not _is_part(row):
            continue
        line = lines.setdefault((row.jaar, row.programma), Onderdeel(row.jaar, row.programma))
        if row.is_totaal:
            for_whole = line.bedragen
            if Begrotingsoort.SALDO not in for_whole or row.soort == Begrotingsoort.REKENING:
                for_whole[row.soort] = row.bedrag
            continue
        part = parts[row.jaar, row.programma].setdefault(
            row.onderdeel, Onderdeel(row.jaar, row.onderdeel, row.omschrijving)
        )
        part.bedragen[row.soort] = row.bedrag
    for key, found in parts.items():
        lines[key].delen = list(found.values())


def _add_commitments(lines: Regels, jaar: int | None) -> None:
    rows = Verplichting.objects.using(ALIAS).all()
    if jaar is not None:
        rows = rows.filter(jaar=jaar)
    for row in rows:
        line = lines.setdefault((row.jaar, row.taakveld), Onderdeel(row.jaar, row.taakveld))
        line.verplicht, line.verplicht_onderdrukt = row.bedrag, row.onderdrukt


def _name(lines: Regels) -> None:
    """The name of a taakveld in its year, where the source prints none."""
    nameless = [line for line in lines.values() if not line.omschrijving]
    if not nameless:
        return
    known = list(Taakveld.objects.using(ALIAS).all())
    for line in nameless:
        for taakveld in known:
            in_time = taakveld.van_jaar <= line.jaar <= (taakveld.tot_jaar or line.jaar)
            if taakveld.code == line.code and in_time:
                line.omschrijving = taakveld.omschrijving


def _totals(printed: Iterable[Begrotingsregel]) -> list[Totaal]:
    shown: dict[tuple[int, str], Bedragen] = defaultdict(dict)
    sums: dict[tuple[int, str], Bedragen] = defaultdict(dict)
    for row in printed:
        key = row.jaar, row.programma
        if row.is_totaal:
            shown[key][row.soort] = row.bedrag
        else:
            sums[key][row.soort] = sums[key].get(row.soort, 0) + row.bedrag
    return [Totaal(*key, shown[key], sums[key]) for key in sorted(shown)]
