"""Counting again: what was marked, or a period, or everything.

A month is always counted as a whole from the registrations, so that counting twice is
harmless and counting from scratch gives the same figures.
"""

import datetime as dt
import logging
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db import connection, transaction
from django.db.models import Max, Min

from dashboard.domain.cijferrijen import Gewijzigd
from dashboard.domain.publiceren import Bronjaar, Kader
from dashboard.domain.verplichtingen import BRON as TOEWIJZINGEN
from dashboard.domain.verplichtingen import recount_commitments, years_to_count
from dashboard.domain.versie import note_checked, raise_version
from dashboard.enums import Per
from dashboard.models import Kubus, Publicatie, VuileBucket
from dashboard.queries.bronnen import BRONNEN, Bron
from dashboard.queries.perioden import eerste_van_maand, perioden

logger = logging.getLogger(__name__)
_LOCK = 0x4853  # "HS": our own half of the advisory lock's name


@dataclass
class Verslag:
    """What counting again changed, per source and year."""

    per_bron: dict[tuple[str, int], Gewijzigd] = field(default_factory=dict)

    def add(self, bron: str, jaar: int, gewijzigd: Gewijzigd) -> None:
        """Note what changed."""
        self.per_bron[bron, jaar] = self.per_bron.get((bron, jaar), Gewijzigd(0)) + gewijzigd

    @property
    def anders(self) -> int:
        """How many published figures became different."""
        return sum(one.anders for one in self.per_bron.values())

    def of_year(self, jaar: int) -> int:
        """How many of one year did."""
        return sum(one.anders for (_, year), one in self.per_bron.items() if year == jaar)


def recount_marked(*, at: dt.datetime) -> Verslag:
    """Count again what was marked; a bucket at a time, each in a transaction of its own.

    The marks that were seen are taken away in the transaction that counts, so that a killed
    worker leaves either both undone or both done. What is marked meanwhile stays for next
    time. A bucket that another worker is counting is left to that worker. One that cannot be
    counted keeps its marks and never keeps the others waiting.
    """
    report = Verslag()
    marked = _marked_buckets()
    failures: list[Exception] = []
    for bron, jaar in marked:
        try:
            with transaction.atomic():
                if _try_lock(bron, jaar):
                    _note(report, bron, jaar, _recount_bucket(bron, jaar, at), at)
        except Exception as error:
            logger.exception("Could not count %s of %s again.", bron, jaar)
            failures.append(error)
    if failures:
        raise failures[0]
    if marked and not report.anders:
        note_checked(at=at)
    return report


def recount_period(
    bronnen: Iterable[Bron],
    *,
    van: dt.date,
    tot: dt.date,
    at: dt.datetime,
    nakijken: bool = False,
    voortgang: Callable[[int], object] = lambda done: None,
) -> Verslag:
    """Count these sources again for every month from `van` up to and including `tot`.

    A year of all of them at a time, in one transaction. A year whose counts are those it was
    published from is not published again; with `nakijken` only after its published figures
    were found to be as they were left.
    """
    report, sources = Verslag(), list(bronnen)
    for year in range(van.year, tot.year + 1):
        first = max(eerste_van_maand(van), dt.date(year, 1, 1))
        months = [*perioden(Per.MAAND, first, min(tot, dt.date(year, 12, 31)))]
        with transaction.atomic():
            _lock([bron.code for bron in sources], year)
            kader, before = Kader.read(), Publicatie.of_year(year)
            for bron in sources:
                one = Bronjaar(bron, year, kader, at, before.get(bron.code))
                report.add(bron.code, year, one.recount(months, nakijken=nakijken))
                voortgang(1)
            if report.of_year(year):
                raise_version(at=at)
    if not report.anders:
        note_checked(at=at)
    return report


def recount_everything(
    *, tot: dt.date, at: dt.datetime, voortgang: Callable[[int], object] = lambda done: None
) -> Verslag:
    """Count every source again, from its first registration to its last counted month.

    Some of those are still to come: the last day of a term. Commitments for every year in which
    a toewijzing costs anything, or of which an amount is kept.
    """
    tot = last_month(tot)
    report = recount_period(
        BRONNEN.values(),
        van=first_month(tot),
        tot=tot,
        at=at,
        nakijken=True,
        voortgang=voortgang,
    )
    for year in years_to_count():
        with transaction.atomic():
            _lock([TOEWIJZINGEN], year)
            changed = Gewijzigd(recount_commitments(jaar=year, at=at))
            _note(report, TOEWIJZINGEN, year, changed, at)
    return report


def first_month(tot: dt.date) -> dt.date:
    """The first month in which anything was ever registered or counted."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT least(
                (SELECT min(dag) FROM toegang_contact),
                (SELECT min(ontvangen_op) FROM toegang_melding),
                (SELECT min(gemaakt_op)::date FROM plannen_afspraak),
                (SELECT min(maand) FROM toegang_waardering),
                (SELECT min(ontvangen_op) FROM toegang_signaalzaak),
                (SELECT min(maand) FROM dashboard_kubus)
            )
            """
        )
        (day,) = cursor.fetchone()
    return eerste_van_maand(min(day or tot, tot))


def last_month(tot: dt.date) -> dt.date:
    """The last month in which anything was counted, and no sooner than this one."""
    last = Kubus.objects.aggregate(last=Max("maand"))["last"]
    return max(tot, last or tot)


def _marked_buckets() -> list[tuple[str, int]]:
    rows = VuileBucket.objects.values_list("bron", "dag__year").annotate(eerste=Min("id"))
    return [(bron, jaar) for bron, jaar, _ in rows.order_by("eerste")]


def _lock_name(bron: str, jaar: int) -> int:
    return zlib.crc32(f"{bron}:{jaar}".encode()) - 2**31


def _try_lock(bron: str, jaar: int) -> bool:
    """One worker at a time per source and year, until the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [_LOCK, _lock_name(bron, jaar)])
        return bool(cursor.fetchone()[0])


def _lock(bronnen: Iterable[str], jaar: int) -> None:
    """The same for many sources, waiting for who counts one; all in one order, or two would
    wait for each other.
    """
    names = sorted(_lock_name(bron, jaar) for bron in bronnen)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(%s, naam) FROM unnest(%s::int[]) AS naam", [_LOCK, names]
        )


def _recount_bucket(bron: str, jaar: int, at: dt.datetime) -> Gewijzigd:
    """Count what was marked. First the marks are read, then definitions, then registrations.

    What is committed in between keeps its own mark.
    """
    marks = list(VuileBucket.objects.filter(bron=bron, dag__year=jaar).values_list("id", "dag"))
    changed = Gewijzigd(0)
    if bron == TOEWIJZINGEN:
        changed = Gewijzigd(recount_commitments(jaar=jaar, at=at))
    elif bron in BRONNEN:
        months = {eerste_van_maand(day) for _, day in marks}
        kader, before = Kader.read(), Publicatie.of_year(jaar).get(bron)
        changed = Bronjaar(BRONNEN[bron], jaar, kader, at, before).recount(months)
    VuileBucket.objects.filter(pk__in=[number for number, _ in marks]).delete()
    return changed


def _note(report: Verslag, bron: str, jaar: int, changed: Gewijzigd, at: dt.datetime) -> None:
    report.add(bron, jaar, changed)
    if changed.anders:
        raise_version(at=at)
