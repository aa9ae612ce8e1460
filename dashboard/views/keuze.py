"""What somebody chose to see: a period and at most one filter, all of it in the address."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils.text import slugify

from dashboard.enums import Dimensie, Per
from dashboard.queries.cijfers import Filter
from dashboard.queries.namen import Namen, names_of
from dashboard.queries.perioden import begin_van, code_van, einde_van, verschuif
from hengelo_sociaal.kern.geheugen import onthouden
from hengelo_sociaal.web import opmaak

FILTERS = (Dimensie.WIJK, Dimensie.WET, Dimensie.VINDPLAATS)
_MAANDEN_TERUG = 13
_KWARTALEN_TERUG = 5
_JAREN_TERUG = 3
Optie = tuple[str, str]


@dataclass(frozen=True)
class Keuze:
    """The chosen period, and the one filter; `te_veel` when more than one was asked for.

    `begrotingsjaar` is the year of the budget and of the commitments beside it; without it
    they are of the year of the period.
    """

    per: Per
    begin: dt.date
    vandaag: dt.date
    filter: Filter | None = None
    filternaam: str = ""
    te_veel: bool = False
    begrotingsjaar: int | None = None

    @property
    def code(self) -> str:
        """The period as it stands in the address."""
        return code_van(self.per, self.begin)

    @property
    def einde(self) -> dt.date:
        """The last day of the period, or today while it runs."""
        return min(einde_van(self.per, self.begin), self.vandaag)

    @property
    def loopt(self) -> bool:
        """Whether the period is not over yet."""
        return einde_van(self.per, self.begin) > self.vandaag

    @property
    def naam(self) -> str:
        """The period in words: januari t/m november 2026."""
        words = opmaak.periode(self.code)
        if self.per == Per.JAAR and self.loopt:
            return f"januari t/m {opmaak.MAANDEN[self.einde.month - 1]} {self.begin.year}"
        return words

    def bestandsnaam(self, begin: str) -> str:
        """The name of a file with these figures, which says what was chosen."""
        return slugify(f"{begin} {self.code} {self.filternaam}")

    @property
    def laatste_maand(self) -> dt.date:
        """The last month of the period that is over, or the running one when there is none."""
        month = begin_van(Per.MAAND, self.einde)
        before = verschuif(month, -1)
        runs = einde_van(Per.MAAND, month) > self.vandaag
        return before if runs and before >= verschuif(self.begin, -1) else month

    def adres(self, **anders: str) -> str:
        """The query of this choice, with something else in it: `adres(wijk="WK016400")`.

        Another filter takes the place of the one there is.
        """
        query = {"periode": self.code}
        if self.filter and not set(anders) & set(map(str, FILTERS)):
            query[self.filter[0]] = self.filter[1]
        if self.begrotingsjaar:
            query["begrotingsjaar"] = str(self.begrotingsjaar)
        query |= {name: value for name, value in anders.items() if value}
        return f"?{urlencode(query)}"


@onthouden
def names_shown(dimensie: str) -> Namen:
    """What can be chosen of a filter, with its name."""
    return names_of(dimensie)


@onthouden
def names_print() -> str:
    """Differs when anything differs that can be chosen; for the key of a page that is kept."""
    named = [sorted(names_shown(name).items()) for name in FILTERS]
    return sha256(repr(named).encode()).hexdigest()[:16]


def read_choice(query: QueryDict, vandaag: dt.date) -> Keuze:
    """The choice of an address; what it does not know falls back to the running year."""
    per, begin = _period(query.get("periode", ""), vandaag)
    year = _year(query.get("begrotingsjaar", ""))
    given = [(str(name), str(query[name])) for name in FILTERS if query.get(name)]
    known = [(name, value, names_shown(name).get(value)) for name, value in given]
    chosen = [(name, value, label) for name, value, label in known if label]
    if not chosen:
        return Keuze(per, begin, vandaag, begrotingsjaar=year)
    name, value, label = chosen[0]
    return Keuze(per, begin, vandaag, (name, value), label or value, len(chosen) > 1, year)


def _year(text: str) -> int | None:
    """A year of the budget; nothing for what is none, so that any address opens."""
    return int(text) if len(text) == 4 and text.isascii() and text.isdigit() else None


@lru_cache(maxsize=100)
def _period(code: str, vandaag: dt.date) -> tuple[Per, dt.date]:
    for per, begin, _ in _periods(vandaag):
        if code_van(per, begin) == code:
            return per, begin
    return Per.JAAR, begin_van(Per.JAAR, vandaag)


def _periods(vandaag: dt.date) -> list[tuple[Per, dt.date, str]]:
    found: list[tuple[Per, dt.date, str]] = []
    for per, count, step in (
        (Per.JAAR, _JAREN_TERUG, 12),
        (Per.KWARTAAL, _KWARTALEN_TERUG, 3),
        (Per.MAAND, _MAANDEN_TERUG, 1),
    ):
        begin = begin_van(per, vandaag)
        found.extend((per, verschuif(begin, -step * back), "") for back in range(count))
    return found


def period_options(vandaag: dt.date) -> list[tuple[str, list[Optie]]]:
    """The periods to choose from, in groups."""
    groups: dict[str, list[Optie]] = {}
    for per, begin, _ in _periods(vandaag):
        keuze = Keuze(per, begin, vandaag)
        groups.setdefault(per.label, []).append((keuze.code, keuze.naam))
    return list(groups.items())


class FilterForm(forms.Form):
    """The choice as a form that works without JavaScript; all of it goes in the address."""

    def __init__(self, keuze: Keuze) -> None:
        super().__init__({"periode": keuze.code, **dict([keuze.filter] if keuze.filter else [])})
        self.fields["periode"] = forms.ChoiceField(
            label="Periode", choices=period_options(keuze.vandaag)
        )
        for name in FILTERS:
            every = {"wijk": "Alle wijken", "wet": "Alle wetten"}.get(name, "Alle vindplaatsen")
            self.fields[str(name)] = forms.ChoiceField(
                label=str(name.label),
                choices=[("", every), *names_shown(name).items()],
                required=False,
            )
