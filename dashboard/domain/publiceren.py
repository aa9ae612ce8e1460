"""From counts to published figures: only what may be seen, and only what changed is written."""

import datetime as dt
import logging
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from django.db import connection

from dashboard.domain.cijferrijen import (
    Gewijzigd,
    Rijen,
    figures_of,
    published,
    write_figures,
)
from dashboard.domain.getoond import as_shown, is_hidden_otherwise, shown_with
from dashboard.domain.kloppend import add_more, check_hidden, check_sums
from dashboard.domain.kubus import (
    LEEG,
    Stand,
    Standen,
    keep_rows,
    months_counted,
    read_cells,
    read_rows,
    read_splits,
    read_tables,
    replace_cells,
    write_cells,
)
from dashboard.models import IndicatorDefinitie, Publicatie
from dashboard.onderdrukking import (
    REGELS,
    Cel,
    Jaar,
    Laag,
    Verborgen,
    hide,
    hide_tables,
    layer_of,
    stale_tables,
)
from dashboard.onderdrukking.bundel import Vorm, vorm
from dashboard.queries.bronnen import Bron
from dashboard.queries.delen import parents_of, shown_as, values_in, wholes_of
from dashboard.queries.perioden import verschuif
from dashboard.queries.tellen import (
    LEGE_MAAND,
    TELWIJZE,
    Maandtelling,
    add_up,
    counted,
    fingerprint,
    other_months,
    total,
)

logger = logging.getLogger(__name__)
Geteld = dict[dt.date, Maandtelling]


@dataclass(frozen=True)
class Kader:
    """What figures depend on besides the counts; to be read under the lock of what is counted."""

    versies: Mapping[str, int]

    @classmethod
    def read(cls) -> "Kader":
        """As it is now."""
        versions = IndicatorDefinitie.objects.order_by("versie")
        return cls(dict(versions.values_list("indicator_id", "versie")))

    def versies_van(self, bron: Bron) -> dict[str, int]:
        """The newest version of the definition of each indicator of a source."""
        return {maat.code: self.versies.get(maat.code) or maat.versie for maat in bron.maten}

    def invoer(self, bron: Bron) -> str:
        """A digest of all that the figures of a source depend on, but for the counts."""
        return fingerprint([_rules_of(bron, REGELS, TELWIJZE), self.versies_van(bron)])


@dataclass(frozen=True)
class Bronjaar:
    """A year of a source, to be counted and published again; under a lock of its own.

    `voorheen` is from what it was published before, if it ever was.
    """

    bron: Bron
    jaar: int
    kader: Kader
    at: dt.datetime
    voorheen: Publicatie | None

    def recount(self, maanden: Collection[dt.date], *, nakijken: bool = False) -> Gewijzigd:
        """Count these months again and publish what became different.

        When the year was published from the same counts and rules, nothing more is done.
        With `nakijken` nothing is taken over: a year that is not exactly as it was left is
        counted from its registrations, decided as a whole and compared figure by figure.
        """
        before = self.voorheen
        if before is None or before.invoer != self._invoer:
            return self._publish_anew(maanden, nakijken=nakijken)
        geteld = self._count(maanden, before.maanden)
        if nakijken:
            if not geteld and before.uitvoer and before.uitvoer == self._output():
                return Gewijzigd(0)
            return self._publish_anew(maanden, nakijken=True)
        if not geteld:
            return Gewijzigd(0)
        try:
            return self._publish_changes(before.maanden, geteld)
        except ValueError as error:  # `KloptNiet`, or kept rows that cannot be read
            logger.warning(
                "What was kept of %s in %s is not right (%s): counted from nothing.",
                self.bron.code,
                self.jaar,
                error,
            )
            return self._publish_anew(maanden)

    # -- from what changed -----------------------------------------------------------------

    def _publish_changes(self, maanden: Mapping[str, str], geteld: Geteld) -> Gewijzigd:
        """Publish what changed: the cells with other counts, and what is hidden otherwise now.

        Read are the total, the splits, the cells that changed with those that are shown together
        with them, and the tables that must be decided again. All other cells stand as they did,
        see `stale_tables`. When what is kept cannot be right, `KloptNiet` says so before anything
        is written.
        """
        more = self._difference(geteld)
        was = read_splits(self.bron, self.jaar, more)
        beside = shown_with(more, values_in([*was, *more])) - was.keys()
        was = was | read_cells(self.bron, self.jaar, beside)
        wordt = add_more(self._vorm, was, more)
        if is_hidden_otherwise(was):
            return self._publish_anew(geteld)
        before, after = self._as_year(was), self._as_year(wordt)
        check_hidden(before, was)
        tables = stale_tables(before, after)
        if tables is None:
            return self._publish_anew(geteld)
        if tables:
            kept = add_more(self._vorm, read_tables(self.bron, self.jaar, tables), {})
            was, wordt = kept | was, kept | wordt
        hidden = hide_tables(self._as_year(wordt), tables)
        if hidden is None:
            return self._publish_anew(geteld)
        wordt = _with_hidden(wordt, hidden, tables)
        self._check(geteld, wordt, tables)
        return self._keep(geteld, maanden, was, wordt)

    def _difference(self, geteld: Geteld) -> dict[Cel, int]:
        """Per cell what is counted more, or less, than last time; its months side by side."""
        last = read_rows(self.bron, geteld)
        found: dict[Cel, int] = {}
        for month, telling in geteld.items():
            now, then = set(telling.rijen), set(last.get(month, ()))
            for sign, rows in ((1, now - then), (-1, then - now)):
                for cel, counts in add_up(self.bron, rows).items():
                    more = sign * self._vorm.of_month(month.month - 1, counts)
                    found[cel] = found.get(cel, 0) + more
        return {cel: number for cel, number in found.items() if number}

    def _check(self, geteld: Geteld, standen: Standen, tables: Collection[Laag]) -> None:
        """The total, the splits and these tables are those of the rows just counted."""
        counted = [(month.month - 1, total(self.bron, one.rijen)) for month, one in geteld.items()]
        check_sums(
            standen,
            [*((str(dimensie),) for dimensie in self.bron.dimensies), *tables],
            total=sum(self._vorm.of_month(number, found) for number, found in counted),
            counted=self._vorm.fields(sum(1 << number for number, _ in counted)),
        )

    def _keep(
        self, geteld: Geteld, maanden: Mapping[str, str], was: Standen, wordt: Standen
    ) -> Gewijzigd:
        """Write the cells that stand differently, and their figures."""
        different = [cel for cel, stand in wordt.items() if stand != was.get(cel, LEEG)]
        write_cells(self.bron, self.jaar, {cel: wordt[cel] for cel in different})
        shown = {shown_as(cel) for cel in different}
        before, after = as_shown(was, shown), as_shown(wordt, shown)
        periods = {cel: self._other_periods(before.get(cel, LEEG), after[cel]) for cel in after}
        changed = write_figures(
            self._figures(before, periods), self._figures(after, periods), at=self.at
        )
        keep_rows(self.bron, geteld, self.at)
        self._note({**maanden, **_prints(geteld)})
        return changed

    # -- from nothing ----------------------------------------------------------------------

    def _publish_anew(self, maanden: Collection[dt.date], *, nakijken: bool = False) -> Gewijzigd:
        """Count these months and all that were ever counted, and publish the year of them."""
        months = {*maanden, *months_counted(self.bron, self.jaar)}
        geteld = dict.fromkeys(months, LEGE_MAAND) | self._count(months, {})
        shape = self._vorm
        cells: dict[Cel, int] = {}
        for month, telling in geteld.items():
            shape.put(cells, month.month - 1, add_up(self.bron, telling.rijen))
        hidden = hide(self._year_of(cells))
        standen = {cel: Stand(cells.get(cel, 0), hidden.get(cel, 0)) for cel in {*cells, *hidden}}
        replace_cells(self.bron, self.jaar, standen)
        shown = published(self.bron, self.jaar)
        changed = write_figures(shown, self._figures(as_shown(standen), {}), at=self.at)
        keep_rows(self.bron, geteld, self.at)
        self._note(_prints(geteld), uitvoer=self._output() if nakijken else "")
        return changed

    # -- both ------------------------------------------------------------------------------

    def _count(self, maanden: Collection[dt.date], bekend: Mapping[str, str]) -> Geteld:
        """The months in which other rows are counted than those of `bekend`."""
        found: Geteld = {}
        for van, tot in _spans(maanden):
            if bekend and tot > verschuif(van, 1):
                months = other_months(self.bron, van, tot, bekend)
                found |= dict.fromkeys(months, LEGE_MAAND) | self._count(months, {})
            else:
                found |= counted(self.bron, van, tot, bekend)
        return found

    @cached_property
    def _invoer(self) -> str:
        return self.kader.invoer(self.bron)

    @property
    def _vorm(self) -> Vorm:
        return vorm(len(self.bron.tellingen))

    def _as_year(self, standen: Standen) -> Jaar:
        return self._year_of(
            {cel: stand.maanden for cel, stand in standen.items() if stand.maanden}
        )

    def _year_of(self, cellen: Mapping[Cel, int]) -> Jaar:
        values = values_in(cellen)
        return Jaar.of_months(cellen, parents_of(values), self._vorm.tellingen, wholes_of(values))

    def _figures(self, standen: Standen, alleen: Mapping[Cel, int]) -> Rijen:
        versions = self.kader.versies_van(self.bron)
        return figures_of(self.bron, self.jaar, standen, versions, alleen)

    def _other_periods(self, was: Stand, wordt: Stand) -> int:
        """The periods in which a cell counts or shows something else."""
        add_up = self._vorm.add_up
        counts = self._vorm.unlike(add_up(was.maanden), add_up(wordt.maanden))
        return counts | was.verborgen ^ wordt.verborgen

    def _note(self, maanden: Mapping[str, str], uitvoer: str = "") -> None:
        """Note from what the year was published; with `uitvoer` that all of it was looked at."""
        now = Publicatie(
            bron=self.bron.code,
            jaar=self.jaar,
            invoer=self._invoer,
            maanden=dict(maanden),
            uitvoer=uitvoer,
        )
        Publicatie.objects.bulk_create(
            [now],
            update_conflicts=True,
            unique_fields=["bron", "jaar"],
            update_fields=["invoer", "maanden", "uitvoer"],
        )

    def _output(self) -> str:
        """A digest of the published figures of the year and of all that is kept to make them.

        Worked out by the database, of the place and the transaction of every row. Whoever
        writes a row again gives it another of both, so equal digests mean untouched rows.
        """
        with connection.cursor() as cursor:
            cursor.execute(
                """
                SELECT concat_ws(':', count(*), bit_xor(hashtidextended(plek, versie)))
                FROM (
                    SELECT ctid AS plek, xmin::text::bigint AS versie
                    FROM dashboard_meting
                    WHERE indicator_id = ANY(%(maten)s) AND begin BETWEEN %(eerste)s AND %(laatste)s
                    UNION ALL
                    SELECT ctid, xmin::text::bigint
                    FROM dashboard_kubuscel
                    WHERE bron = %(bron)s AND jaar = %(jaar)s
                    UNION ALL
                    SELECT ctid, xmin::text::bigint
                    FROM dashboard_kubus
                    WHERE bron = %(bron)s AND maand BETWEEN %(eerste)s AND %(laatste)s
                ) rijen
                """,
                {
                    "maten": [maat.code for maat in self.bron.maten],
                    "bron": self.bron.code,
                    "jaar": self.jaar,
                    "eerste": dt.date(self.jaar, 1, 1),
                    "laatste": dt.date(self.jaar, 12, 31),
                },
            )
            return str(cursor.fetchone()[0])


@cache
def _rules_of(bron: Bron, *regels: int) -> str:
    """A digest of how a source is counted and hidden; it is as long as its SQL."""
    return fingerprint(
        {
            "regels": regels,
            "telling": [*map(str, bron.dimensies), *bron.tellingen, bron.sql],
            "maten": [[maat.code, maat.teller, maat.noemer] for maat in bron.maten],
        }
    )


def _prints(geteld: Geteld) -> dict[str, str]:
    return {str(month): telling.afdruk for month, telling in geteld.items()}


def _spans(maanden: Collection[dt.date]) -> Iterator[tuple[dt.date, dt.date]]:
    """Months as first days from and up to, not including; months in a row together."""
    todo = sorted(maanden)
    while todo:
        first = last = todo.pop(0)
        while todo and todo[0] == verschuif(last, 1):
            last = todo.pop(0)
        yield first, verschuif(last, 1)


def _with_hidden(standen: Standen, hidden: Verborgen, tables: Collection[Laag]) -> Standen:
    """What is hidden of total, splits and decided tables; other cells are hidden as they were."""
    found, decided = dict(standen), {*tables}
    for cel, stand in standen.items():
        mask = hidden.get(cel, 0)
        if stand.verborgen != mask and (len(cel) < 2 or layer_of(cel) in decided):
            found[cel] = Stand(stand.maanden, mask)
    for cel in hidden.keys() - standen.keys():
        found[cel] = Stand(0, hidden[cel])
    return found
