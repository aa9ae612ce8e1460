"""Counting again: a month and everything, beside the same SELECTs alone."""

import datetime as dt
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection

from bench.cpu import tree_seconds
from bench.installatie import Installatie
from bench.tabel import Rij
from dashboard.domain.herbereken import first_month, recount_everything, recount_period
from dashboard.models import Publicatie
from dashboard.queries.bronnen import BRONNEN
from dashboard.queries.perioden import verschuif
from hengelo_sociaal.kern.tijd import nu, vandaag
from toegang.models import Contact


def measure_recounts(installation: Installatie, keer: int) -> list[Rij]:
    """CPU of counting a month and everything again: as it was, after a change, from scratch."""
    today, at = vandaag(), nu()
    recount_everything(tot=today, at=at)  # figures are there, so only changes are written
    month = today.replace(day=1)
    first, after = first_month(today), verschuif(month, 1)

    def one_month() -> None:
        recount_period(BRONNEN.values(), van=month, tot=month, at=at)

    def everything() -> None:
        recount_everything(tot=today, at=at)

    def compare(naam: str, product: Callable[[], None], van: dt.date, doel: str) -> Rij:
        return _compare(installation, naam, keer, product, lambda: _select(van, after), doel)

    rows = [
        compare("een maand herberekenen", one_month, month, "<= 2"),
        compare("alles herberekenen", everything, first, "<= 1.5"),
    ]
    with _a_question_by_letter(month):
        rows.append(compare("een maand, een vraag anders", one_month, month, ""))
    one_month()
    Publicatie.objects.all().delete()
    rows.append(compare("alles, opnieuw beslist", everything, first, ""))
    return rows


@contextmanager
def _a_question_by_letter(month: dt.date) -> Iterator[None]:
    """A question of this month that came by letter after all."""
    one = Contact.objects.filter(dag__gte=month).exclude(kanaal_id="brief").latest("dag")
    before = one.kanaal_id
    Contact.objects.filter(pk=one.pk).update(kanaal_id="brief")
    yield
    Contact.objects.filter(pk=one.pk).update(kanaal_id=before)


def _select(van: object, tot: object) -> None:
    """The same SELECTs, read and thrown away."""
    with connection.cursor() as cursor:
        for bron in BRONNEN.values():
            values = {"van": van, "tot": tot, "gemeente": settings.GEMEENTECODE}
            cursor.execute(bron.sql, values)
            cursor.fetchall()


def _compare(installation, naam, keer, product, floor, doel) -> Rij:  # type: ignore[no-untyped-def]
    """Both once, with the CPU of this process and of the database."""
    web, database = _cost(installation, product)
    bare = sum(_cost(installation, floor))
    return Rij(naam, keer, web, database, bare, (web + database) / max(bare, 0.01), doel)


def _cost(installation, work) -> tuple[float, float]:  # type: ignore[no-untyped-def]
    database = tree_seconds(installation.pids("postgres"))
    own = time.process_time()
    work()
    return (
        1000 * (time.process_time() - own),
        1000 * (tree_seconds(installation.pids("postgres")) - database),
    )
