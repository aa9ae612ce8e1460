"""The town that the apps fill: its calendar, its chance, and what lower floors left in it."""

import datetime as dt
import random
import sys
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from typing import Any, TypeVar

from django.db.models import Model
from tqdm import tqdm

from hengelo_sociaal.demo.kopieren import copy_records
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.termijnen.rekenen.feestdagen import EEN_DAG, zekere_uitzondering

T = TypeVar("T")
M = TypeVar("M", bound=Model)

# How busy a month is against an average one: quiet summers, busy autumns.
SEIZOEN = (1.08, 1.02, 1.05, 0.98, 0.95, 0.98, 0.80, 0.82, 1.08, 1.10, 1.09, 1.05)
# And a day of the week, Monday first; the counter is closed in the weekend.
WEEKDAG = (1.35, 1.15, 0.95, 0.9, 0.65, 0.0, 0.0)


def first_of_month(day: dt.date, back: int) -> dt.date:
    """The first day of the month that lies `back` months before the month of `day`."""
    months = day.year * 12 + day.month - 1 - back
    return dt.date(months // 12, months % 12 + 1, 1)


@cache
def is_werkdag(day: dt.date) -> bool:
    """Whether people work: no weekend, and no holiday of Atw article 3 lid 1."""
    return zekere_uitzondering(day) is None


def werkdag_tot(day: dt.date) -> dt.date:
    """That day when it is a working day, or the last one before it."""
    while not is_werkdag(day):
        day -= EEN_DAG
    return day


def werkdag_vanaf(day: dt.date) -> dt.date:
    """That day when it is a working day, or the first one after it."""
    while not is_werkdag(day):
        day += EEN_DAG
    return day


def werkdag_na(day: dt.date) -> dt.date:
    """The first working day after that day."""
    return werkdag_vanaf(day + EEN_DAG)


def drukte(day: dt.date) -> float:
    """How busy a day is against an average one; nothing on a holiday."""
    return WEEKDAG[day.weekday()] if is_werkdag(day) else 0.0


@dataclass
class Stad:
    """A fictitious municipality as it is on the morning of the day `tot`.

    It has `maanden` months of records, the running month included. The records end the
    evening before, so that nothing is registered later than now; what is still to come
    (planned visits, last days of terms) lies on `tot` or after it.
    """

    tot: dt.date
    maanden: int = 24
    zaad: int = 1
    schaal: int = 1
    stil: bool = False
    rng: random.Random = field(init=False)
    vondst: dict[str, Any] = field(default_factory=dict)
    gemeten: dict[str, int] = field(default_factory=dict)  # rows of each table when last measured

    def __post_init__(self) -> None:
        self.rng = random.Random(f"{self.zaad}:{self.tot}")  # noqa: S311  a town, not a secret

    @property
    def van(self) -> dt.date:
        """The first day of the town's records."""
        return first_of_month(self.tot, self.maanden - 1)

    @property
    def laatste_dag(self) -> dt.date:
        """The last day on which something happened."""
        return self.tot - dt.timedelta(days=1)

    def maandbegin(self) -> Iterator[dt.date]:
        """The first day of each month, oldest first."""
        for back in range(self.maanden - 1, -1, -1):
            yield first_of_month(self.tot, back)

    def dagen(self, maand: dt.date) -> list[dt.date]:
        """The days of a month that lie in the town's time."""
        days = (maand + dt.timedelta(days=n) for n in range(31))
        return [day for day in days if day.month == maand.month and day < self.tot]

    def aantal(self, gemiddeld: float, maand: dt.date) -> int:
        """How many of something happen in a month: average, season, scale and noise.

        The running month gets the share of its working days that have passed.
        """
        all_days = [maand + dt.timedelta(days=n) for n in range(31)]
        full = sum(drukte(day) for day in all_days if day.month == maand.month)
        passed = sum(drukte(day) for day in self.dagen(maand))
        noise = self.rng.gauss(1.0, 0.035)
        return round(gemiddeld * self.schaal * SEIZOEN[maand.month - 1] * noise * passed / full)

    def werkdag(self, maand: dt.date) -> dt.date:
        """A day of the month on which the counter was open, busy days more often."""
        days = self.dagen(maand)
        weights = [drukte(day) for day in days]
        return self.rng.choices(days, weights)[0] if any(weights) else days[-1]

    def tijdstip(self, dag: dt.date) -> dt.datetime:
        """A moment in office hours on that day, Amsterdam time."""
        minute = self.rng.randrange(8 * 60 + 30, 17 * 60)
        moment = dt.time(minute // 60, minute % 60, self.rng.randrange(60))
        return dt.datetime.combine(dag, moment, AMSTERDAM)

    def kies(self, gewichten: Mapping[T, float]) -> T:
        """One of the keys, by weight."""
        return self.rng.choices(list(gewichten), list(gewichten.values()))[0]

    def kiezer(self, gewichten: Mapping[T, float]) -> "Kiezer":
        """The same, for choosing often from one list."""
        return Kiezer(self.rng, list(gewichten), list(accumulate(gewichten.values())))

    def kans(self, p: float) -> bool:
        """True in a share `p` of cases."""
        return self.rng.random() < p

    def kenmerk(self, moment: dt.datetime) -> uuid.UUID:
        """An identifier of the right shape (version 7) that the same seed makes again."""
        milliseconds = int(moment.timestamp() * 1000) & ((1 << 48) - 1)
        value = milliseconds << 80 | 0x7 << 76 | self.rng.getrandbits(12) << 64
        return uuid.UUID(int=value | 0b10 << 62 | self.rng.getrandbits(62))

    def toon(self, items: Iterable[T], wat: str, totaal: int | None = None) -> Iterable[T]:
        """The items, with a progress bar; in a log file it moves once in ten seconds."""
        interval = 0.1 if sys.stderr.isatty() else 10
        return tqdm(items, desc=f"{wat:<26}", total=totaal, disable=self.stil, mininterval=interval)

    def bewaar(self, model: type[M], rijen: Sequence[M], wat: str = "") -> Sequence[M]:
        """Store records in bulk, a few thousand at a time."""
        step = 4000
        for start in self.toon(
            range(0, len(rijen), step), wat or str(model._meta.verbose_name_plural)
        ):
            copy_records(model, rijen[start : start + step])
        return rijen


@dataclass(frozen=True)
class Kiezer:
    """Chooses quickly from the same weighted list."""

    rng: random.Random
    keys: list[Any]
    cumulative: list[float]

    def __call__(self) -> Any:
        return self.rng.choices(self.keys, cum_weights=self.cumulative)[0]
