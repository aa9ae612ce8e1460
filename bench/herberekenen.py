"""Counting again: a month and everything, beside the same SELECTs alone."""

import datetime as dt
import time
import uuid
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
from toegang.models import Contact, Hulpvraag


def measure_recounts(installation: Installatie, keer: int) -> Iterator[Rij]:
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

    yield compare("een maand herberekenen", one_month, month, "<= 2")
    yield compare("alles herberekenen", everything, first, "<= 1.5")
    for naam, change in (
        ("een maand, een vraag anders", _a_question_by_letter),
        ("een maand, een vraag erbij", _one_more_question),
    ):
        for _ in range(2):  # a worker has done it before
            with change(month):
                one_month()
            one_month()
        with change(month):
            yield compare(naam, one_month, month, "<= 2")
        one_month()
    Publicatie.objects.all().delete()
    yield compare("alles, opnieuw beslist", everything, first, "")


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
