"""The rules and the calendar as they stand in the database.

Outside a transaction they come from this process's memory: forgotten when a rule changes
here, and after a minute anyhow, for changes by another process. Inside a transaction they
are read afresh, so that what an operation writes never rests on a remembered rule.
"""

import datetime as dt
import difflib
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from django.contrib.postgres.aggregates import ArrayAgg
from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from hengelo_sociaal.termijnen.exceptions import TermijnregelOnbekend, VariantOnbekend
from hengelo_sociaal.termijnen.models import GedektJaar, Termijnregel
from hengelo_sociaal.termijnen.rekenen.feestdagen import Kalender
from hengelo_sociaal.termijnen.rekenen.toetsen import niet_geldig

BEWAARTIJD_SECONDEN = 60.0
T = TypeVar("T")


class Geheugen(Generic[T]):
    """One remembered value, read again when forgotten, when old, or inside a transaction."""

    def __init__(self, read: Callable[[], T], *, seconden: float = BEWAARTIJD_SECONDEN) -> None:
        self._read = read
        self._seconden = seconden
        self._kept: tuple[float, T] | None = None

    def get(self) -> T:
        """Return the value, from memory when that is allowed."""
        if connection.in_atomic_block:
            return self._read()
        kept, now = self._kept, time.monotonic()
        if kept is None or now - kept[0] > self._seconden:
            kept = self._kept = (now, self._read())
        return kept[1]

    def forget(self) -> None:
        """Read again at the next question."""
        self._kept = None


def _read_regels() -> tuple[Termijnregel, ...]:
    return tuple(Termijnregel.objects.all())


def _read_kalender() -> Kalender:
    per_jaar = dict(
        GedektJaar.objects.annotate(
            data=ArrayAgg("dagen__datum", filter=Q(dagen__isnull=False), default=[])
        ).values_list("jaar", "data")
    )
    return Kalender.van((dag for dagen in per_jaar.values() for dag in dagen), per_jaar)


_regels = Geheugen(_read_regels)
_kalender = Geheugen(_read_kalender)


def list_regels() -> tuple[Termijnregel, ...]:
    """Return all rules of all periods, in order of code, variant and period."""
    return _regels.get()


def kalender() -> Kalender:
    """Return the decree days that are known and the years they cover."""
    return _kalender.get()


def forget() -> None:
    """Forget rules and calendar; called when `beheer` changes one."""
    _regels.forget()
    _kalender.forget()


def regelrijen_op(dag: dt.date, *, wet: str | None = None) -> QuerySet[Termijnregel]:
    """Return the rules that apply on a day, each with its `varianten`, for a list in pages."""
    geldig = Termijnregel.objects.filter(
        Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=dag), geldig_van__lte=dag
    )
    varianten = geldig.filter(code=OuterRef("code")).exclude(variant="").order_by("variant")
    rijen = geldig.filter(variant="").annotate(
        varianten=ArraySubquery(
            varianten.values(
                data=JSONObject(
                    variant="variant", aantal="aantal", eenheid="eenheid", artikel="artikel"
                )
            )
        )
    )
    return rijen if wet is None else rijen.filter(wet__iexact=wet)


def _codes_like(code: str, regels: Iterable[Termijnregel]) -> str:
    """Say which codes look most like what was asked; without any, all there are."""
    known = sorted({regel.code for regel in regels})
    near = difflib.get_close_matches(code, known, n=3)
    return f"Bedoelde u {' of '.join(near)}?" if near else f"Kies uit: {', '.join(known)}."


def find_regel(code: str, op: dt.date, *, variant: str = "") -> Termijnregel:
    """Return the rule that applied on a day.

    Refused with TermijnregelOnbekend (404), VariantOnbekend, or TermijnregelNietGeldig when
    the rule exists but did not apply on that day.
    """
    return choose_regel(list_regels(), code, op, variant=variant)


def choose_regel(
    regels: Sequence[Termijnregel], code: str, op: dt.date, *, variant: str = ""
) -> Termijnregel:
    """The same, from rules that were read before, for calculating many terms at once."""
    met_code = [regel for regel in regels if regel.code == code]
    if not met_code:
        raise TermijnregelOnbekend(
            f"Er is geen termijnregel met de code {code[:60]!r}. {_codes_like(code, regels)}"
        )
    kandidaten = [regel for regel in met_code if regel.variant == variant]
    if not kandidaten:
        raise VariantOnbekend(
            f"De regel {code} heeft geen variant {variant!r}. Laat deze keuze weg.",
            velden={variant: "Deze keuze bestaat niet bij deze termijn."},
        )
    for regel in kandidaten:
        if regel.to_regel().geldt_op(op):
            return regel
    raise niet_geldig(kandidaten[-1].to_regel(), op)
