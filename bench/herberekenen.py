"""Counting again: a month and everything, beside the same SELECTs alone."""

import datetime as dt
import statistics
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial

from django.conf import settings
from django.db import connection

from aanbieders.queries.kosten import commitments
from bench.cpu import Kosten, tree_seconds
from bench.installatie import Installatie
from bench.tabel import Rij
from dashboard.domain.herbereken import first_month, recount_everything, recount_period
from dashboard.models import Meting, Publicatie
from dashboard.queries.bronnen import BRONNEN
from dashboard.queries.perioden import verschuif
from hengelo_sociaal.kern.tijd import nu, vandaag
from toegang.models import Contact, Hulpvraag

Change = Callable[[dt.date], AbstractContextManager[None]]
_RONDEN = 5


def measure_recounts(installation: Installatie, keer: int) -> Iterator[Rij]:
    """CPU of counting a month and everything again: as it was, after a change, from scratch."""
    today, at = vandaag(), nu()
    recount_everything(tot=today, at=at)  # figures are there, so only changes are written
    month = today.replace(day=1)
    first, after = first_month(today), verschuif(month, 1)

    def one_month(at: dt.datetime = at) -> None:
        recount_period(BRONNEN.values(), van=month, tot=month, at=at)

    def everything() -> None:
        recount_everything(tot=today, at=at)

    def with_change(change: Change) -> Iterator[tuple[Kosten, Kosten]]:
        for number in range(_RONDEN + 2):
            with change(month):
                moment = nu()
                product = _cost(installation, partial(one_month, moment))
                upsert = _upsert_of(moment)
                floor = _cost(installation, bare_month)
                floor += _cost(installation, upsert)
            one_month()
            if number >= 2:  # a worker has done it before
                yield product, floor

    def as_it_is(
        product: Callable[[], None], bare: Callable[[], None], rounds: int = _RONDEN
    ) -> Iterator[tuple[Kosten, Kosten]]:
        for _ in range(rounds):
            yield _cost(installation, product), _cost(installation, bare)

    bare_month, bare_all = partial(_select, month, after), partial(_select_all, first, after)
    one_month()
    yield _row("een maand herberekenen", keer, as_it_is(one_month, bare_month), "<= 2")
    yield _row("alles herberekenen", keer, as_it_is(everything, bare_all), "<= 1.5")
    yield _row("een maand, een vraag anders", keer, with_change(_a_question_by_letter), "<= 2")
    yield _row("een maand, een vraag erbij", keer, with_change(_one_more_question), "<= 2")
    Publicatie.objects.all().delete()
    yield _row("alles, van voren af aan", keer, _from_scratch(installation, bare_all, today), "")


def _from_scratch(
    installation: Installatie, bare_all: Callable[[], None], today: dt.date
) -> Iterator[tuple[Kosten, Kosten]]:
    """Counting where no figure is yet; the floor writes all of them in one bare statement."""
    moment = nu()
    product = _cost(installation, lambda: recount_everything(tot=today, at=moment))
    upsert = _upsert_of(moment)
    yield product, _cost(installation, bare_all) + _cost(installation, upsert)


@contextmanager
def _a_question_by_letter(month: dt.date) -> Iterator[None]:
    """A question of this month that came by letter after all."""
    one = Contact.objects.filter(dag__gte=month).exclude(kanaal_id="brief").latest("dag")
    before = one.kanaal_id
    Contact.objects.filter(pk=one.pk).update(kanaal_id="brief")
    yield
    Contact.objects.filter(pk=one.pk).update(kanaal_id=before)


@contextmanager
def _one_more_question(month: dt.date) -> Iterator[None]:
    """A contact of this month in which one more question was asked."""
    asked = Hulpvraag.objects.filter(contact__dag__gte=month, contact__status="geregistreerd")
    one = asked.latest("contact__dag")
    one.pk, one.volgorde = uuid.uuid4(), 90
    one.save(force_insert=True)
    yield
    one.delete()


def _select_all(van: dt.date, tot: dt.date) -> None:
    """Those and, of every year, what toewijzingen commit."""
    _select(van, tot)
    for year in range(van.year, tot.year + 1):
        commitments(van=dt.date(year, 1, 1), tot=dt.date(year, 12, 31))


def _select(van: dt.date, tot: dt.date) -> None:
    """The same SELECTs, read and thrown away."""
    with connection.cursor() as cursor:
        for bron in BRONNEN.values():
            values = {"van": van, "tot": tot, "gemeente": settings.GEMEENTECODE}
            cursor.execute(bron.sql, values)
            cursor.fetchall()


def _upsert_of(moment: dt.datetime) -> Callable[[], object]:
    """Writing the figures once more that were written at a moment, in one bare statement."""
    names = [field.column for field in Meting._meta.concrete_fields if field.name != "id"]
    rows = list(Meting.objects.filter(berekend_op=moment).values_list(*names))
    columns = [list(column) for column in zip(*rows, strict=True)]
    key = "indicator_id, per, begin, dimensie, categorie, filterdimensie, filtercategorie"
    content = [name for name in names if name not in key.split(", ")]
    kinds = ", ".join(f"%s::{field}[]" for field in _kinds_of(names))
    statement = f"""
        INSERT INTO dashboard_meting ({", ".join(names)}) SELECT * FROM unnest({kinds})
        ON CONFLICT ({key}) DO UPDATE
        SET ({", ".join(content)}) = ({", ".join(f"EXCLUDED.{name}" for name in content)})
    """

    def upsert() -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement, columns)

    return upsert if rows else lambda: None


def _kinds_of(names: list[str]) -> list[str]:
    """The types of these columns."""
    return [Meting._meta.get_field(name).db_type(connection) or "text" for name in names]


def _row(naam: str, keer: int, measured: Iterable[tuple[Kosten, Kosten]], doel: str) -> Rij:
    """The median of product and floor, measured in turn."""
    pairs = list(measured)
    return Rij(
        naam=naam,
        keer=keer,
        web_ms=statistics.median(product.web for product, _ in pairs),
        database_ms=statistics.median(product.database for product, _ in pairs),
        vloer_ms=statistics.median(floor.samen for _, floor in pairs),
        verhouding=statistics.median(a.samen / max(b.samen, 0.01) for a, b in pairs),
        doel=doel,
    )


def _cost(installation: Installatie, work: Callable[[], object]) -> Kosten:
    """The CPU of this process and of the database."""
    database = tree_seconds(installation.pids("postgres"))
    own = time.process_time()
    work()
    return Kosten(
        web=1000 * (time.process_time() - own),
        database=1000 * (tree_seconds(installation.pids("postgres")) - database),
    )
