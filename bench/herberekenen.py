"""Counting again: a month and everything, beside the same SELECTs alone."""

import time

from django.conf import settings
from django.db import connection

from bench.cpu import tree_seconds
from bench.installatie import Installatie
from bench.tabel import Rij
from dashboard.domain.herbereken import first_month, recount_everything, recount_period
from dashboard.queries.bronnen import BRONNEN
from dashboard.queries.perioden import verschuif
from hengelo_sociaal.kern.tijd import nu, vandaag


def measure_recounts(installation: Installatie, keer: int) -> list[Rij]:
    """CPU of counting one month again and of counting everything, nothing having changed."""
    today, at = vandaag(), nu()
    recount_everything(tot=today, at=at)  # figures are there, so only changes are written
    month = today.replace(day=1)
    first = first_month(today)
    return [
        _compare(
            installation,
            "een maand herberekenen",
            keer,
            lambda: recount_period(BRONNEN.values(), van=month, tot=month, at=at),
            lambda: _select(month, verschuif(month, 1)),
            "<= 2",
        ),
        _compare(
            installation,
            "alles herberekenen",
            keer,
            lambda: recount_everything(tot=today, at=at),
            lambda: _select(first, verschuif(month, 1)),
            "<= 1.5",
        ),
    ]


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
