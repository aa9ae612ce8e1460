"""One wijk or buurt in depth: people, questions, use, supply, and the holes in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dashboard.enums import Dimensie, Gebiedsmaat
from dashboard.queries.gebiedscijfers import Gebiedscijfers, read_areas
from dashboard.queries.gebiedsmaten import PER_SOORT
from dashboard.queries.namen import names_of
from dashboard.views.keuze import Keuze
from dashboard.views.tabel import Cel
from dashboard.views.wijkrijen import Rij, holes, in_words, questions
from hengelo_sociaal.gebieden.models import Inwonertal, Leeftijdsgroep
from hengelo_sociaal.waarden.models import Leefgebied
from hengelo_sociaal.web.grafieken.basis import ONDERDRUKT
from voorzieningen.enums import Preventieniveau, Soort
from voorzieningen.models import Voorziening
from voorzieningen.queries.witte_vlekken import Matrix, gaps_per_leefgebied, matrix

MEESTE = 10
_JAREN = 3


@dataclass(frozen=True)
class Gebruik:
    """A voorziening and how many households used it, in tens."""

    voorziening: Voorziening
    aantal: int


@dataclass(frozen=True)
class Beeld:
    """All that a column shows of an area in a period; without a `rij` it is a buurt."""

    naam: str
    keuze: Keuze
    rij: Rij | None
    soorten: Sequence[tuple[str, int]]
    gebruik: Sequence[Gebruik]
    per_soort: Sequence[tuple[str, int | None]]
    gebruik_jaar: Gebiedscijfers
    niveaus: Sequence[str]
    matrix: Sequence[Mapping[str, Any]]
    gaten: int
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """What keeps the headings of two columns apart."""
        return f"{self.naam} {self.keuze.code}".lower().replace(" ", "-")


def portrait_of(rij: Rij, keuze: Keuze) -> Beeld:
    """A wijk in a period."""
    code = rij.wijk.pk
    kinds = names_of(Dimensie.SOORT)
    asked = questions(keuze, Dimensie.SOORT, code)
    shown = [(kinds.get(each, each), int(figure.waarde)) for each, figure in asked.items()
             if figure.waarde]  # fmt: skip
    missed = gaps_per_leefgebied(code, keuze.begin, keuze.einde)
    used = read_areas(Gebiedsmaat.GEBRUIK, keuze.begin.year, [code])
    words = {each: in_words(missed[each]) for each in _codes()}
    grid, extra = matrix(code, keuze.vandaag), _missed(keuze.begin.year, code)
    return _portrait(rij.wijk.naam, keuze, rij, shown, used, code, grid, words, **extra)


def _missed(jaar: int, gebied: str) -> dict[str, Any]:
    """How many households missed something in an area, as published."""
    found = read_areas(Gebiedsmaat.GEMIST, jaar, [gebied])
    return {
        "gemist_cijfers": found,
        "gemist": found.van(gebied),
        "gemist_geteld": found.berekend_op is not None,
    }


def portrait_of_buurt(buurt: str, naam: str, wijk: str, keuze: Keuze) -> Beeld:
    """A buurt in the year of a period; what is missed are households, as published."""
    kinds = names_of(Dimensie.SOORT)
    asked = read_areas(Gebiedsmaat.VRAGEN, keuze.begin.year, [buurt])
    shown = [(kinds.get(code, code), number) for code, number in asked.rijen(buurt)]
    used = read_areas(Gebiedsmaat.GEBRUIK, keuze.begin.year, [buurt])
    grid = matrix(wijk, keuze.vandaag, buurt=buurt)
    extra = _missed(keuze.begin.year, buurt) | {
        "vragen": asked.van(buurt),
        "vragen_geteld": asked.berekend_op is not None,
    }
    missed = extra["gemist_cijfers"]
    per_leefgebied = {each: _published(missed, buurt, each) for each in _codes()}
    return _portrait(naam, keuze, None, shown, used, buurt, grid, per_leefgebied, **extra)


def _published(cijfers: Gebiedscijfers, gebied: str, categorie: str) -> str:
    """A published number in words."""
    if cijfers.berekend_op is None:
        return "nog niet geteld"
    number = cijfers.van(gebied, categorie)
    return ONDERDRUKT if number is None else f"ongeveer {number}"


def _portrait(
    naam: str,
    keuze: Keuze,
    rij: Rij | None,
    asked: list[tuple[str, int]],
    used: Gebiedscijfers,
    code: str,
    grid: Matrix,
    missed: Mapping[str, str],
    **extra: Any,
) -> Beeld:
    leefgebieden = list(Leefgebied.objects.all())
    return Beeld(
        naam=naam,
        keuze=keuze,
        rij=rij,
        soorten=sorted(asked, key=lambda row: (-row[1], row[0]))[:MEESTE],
        gebruik=_used(used.rijen(code)),
        per_soort=[(kind.label, used.van(code, PER_SOORT + kind)) for kind in Soort],
        gebruik_jaar=used,
        niveaus=[level.label.partition(":")[0] for level in Preventieniveau],
        matrix=[_matrix_row(each, grid, missed) for each in leefgebieden],
        gaten=holes(leefgebieden, grid),
        extra={"gebruik": used.van(code), **extra},
    )


def _codes() -> list[str]:
    return list(Leefgebied.objects.values_list("pk", flat=True))


def _used(rows: Iterable[tuple[str, int]]) -> list[Gebruik]:
    numbers = {code: number for code, number in rows if not code.startswith(PER_SOORT)}
    most = sorted(numbers, key=lambda code: (-numbers[code], code))[:MEESTE]
    found = {each.code: each for each in Voorziening.objects.filter(code__in=most)}
    return [Gebruik(found[code], numbers[code]) for code in most if code in found]


def _matrix_row(
    leefgebied: Leefgebied, grid: Matrix, missed: Mapping[str, str]
) -> Mapping[str, Any]:
    return {
        "label": leefgebied.label,
        "cellen": [grid[level, leefgebied.pk] for level in Preventieniveau],
        "gemis": missed.get(leefgebied.pk, ""),
    }


@dataclass(frozen=True)
class Bevolking:
    """The inhabitants of an area by age group, on 1 January of the last years."""

    naam: str
    jaren: Sequence[tuple[int, Sequence[int | None], int]]


LEEFTIJDEN = [groep for groep in Leeftijdsgroep if groep != Leeftijdsgroep.ONBEKEND]


def population(naam: str, **gebied: object) -> Bevolking:
    """The last years of an area, newest first; where only the total is known, without groups."""
    rows = Inwonertal.objects.filter(**gebied).values_list("jaar", "leeftijdsgroep", "aantal")
    years: dict[int, dict[str, int]] = {}
    for year, group, number in rows:
        years.setdefault(year, {})[group] = number
    found = []
    for year in sorted(years, reverse=True)[:_JAREN]:
        groups = [years[year].get(group) for group in LEEFTIJDEN]
        total = years[year].get("") or sum(number or 0 for number in years[year].values())
        found.append((year, groups, total))
    return Bevolking(naam, found)


def file_rows(beelden: Iterable[Beeld], bevolking: Iterable[Bevolking]) -> list[list[Cel]]:
    """Everything of the page below each other: area, period, part, what and how many."""
    rows: list[list[Cel]] = []
    for people in bevolking:
        for year, groups, total in people.jaren:
            when = str(year)
            pairs = zip(LEEFTIJDEN, groups, strict=True)
            rows += [[people.naam, when, "Inwoners", str(g.label), n] for g, n in pairs]
            rows.append([people.naam, when, "Inwoners", "Alle leeftijden", total])
    for beeld in beelden:
        rows += _file_rows(beeld)
    return rows


def _file_rows(beeld: Beeld) -> list[list[Cel]]:
    period, year = beeld.keuze.naam, str(beeld.keuze.begin.year)
    # Of a wijk the reports of the period, of a buurt the households of the whole year.
    missed = (period, "Gemis gemeld") if beeld.rij else (year, "Misten iets")
    rows: list[list[Cel]] = [[beeld.naam, period, "Vragen", *row] for row in beeld.soorten]
    for label, number in beeld.per_soort:
        cell: Cel = ONDERDRUKT if number is None else number
        rows.append([beeld.naam, year, "Gebruik", label, cell])
    for one in beeld.gebruik:
        rows.append([beeld.naam, year, "Gebruik", one.voorziening.naam, one.aantal])
    for row in beeld.matrix:
        cells = zip(beeld.niveaus, row["cellen"], strict=True)
        rows += [[beeld.naam, "nu", "Preventiematrix", f"{row['label']}, {n}", c] for n, c in cells]
        if row["gemis"]:
            rows.append([beeld.naam, *missed, row["label"], row["gemis"]])
    return rows


KOPPEN = ["Gebied", "Periode", "Onderdeel", "Wat", "Hoeveel"]
