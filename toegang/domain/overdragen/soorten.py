"""The kinds of work that somebody can have, which apps register in their `receivers.py`."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker


@dataclass(frozen=True, kw_only=True)
class Gift:
    """Work of one colleague that another gets, by whom, with the words that go along."""

    by: Medewerker
    van: Medewerker
    naar: Medewerker
    notitie: str
    at: dt.datetime

    @property
    def op(self) -> dt.date:
        """The day in Amsterdam."""
        return dag_van(self.at)


@dataclass(frozen=True, kw_only=True)
class Werksoort:
    """One kind of work: what of it somebody has unfinished, and giving a piece of it away.

    `geef` gets a locked row inside the transaction; it answers False when this one cannot
    go to this colleague, and then changed nothing.
    """

    code: str
    enkelvoud: str
    meervoud: str
    van: Callable[[Medewerker, dt.date], "QuerySet[Any]"]
    geef: Callable[[Any, Gift], bool]

    def woorden(self, aantal: int) -> str:
        """A number of them as people say it."""
        return f"{aantal} {self.enkelvoud if aantal == 1 else self.meervoud}"


WERKSOORTEN: dict[str, Werksoort] = {}


def registreer_werksoort(*soorten: Werksoort) -> None:
    """Add kinds of work; the same code twice is a mistake."""
    for soort in soorten:
        if WERKSOORTEN.setdefault(soort.code, soort) != soort:
            raise ValueError(f"work {soort.code} is declared twice")
