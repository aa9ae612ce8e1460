"""Fills the town: every app its own part, lowest floor first, all or nothing."""

import datetime as dt
from importlib import import_module
from importlib.util import find_spec

from django.conf import settings
from django.db import connection, transaction

from hengelo_sociaal.demo.geheugen import collector_at_rest
from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.kern.fouten import Conflict, OngeldigeInvoer
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.termijnen.queries.regels import kalender

VERHALEN = 11  # months that the longest story goes back before the month of the last day
VOORUIT = dt.timedelta(days=245)  # the last day of a term that still runs, at most
EEN_DAG = dt.timedelta(days=1)


class NietLeeg(Conflict):
    """A demo town is only put into an empty installation."""

    code = "niet-leeg"
    melding = (
        "Deze installatie is niet leeg. De demogegevens komen alleen in een lege installatie; "
        "kies een andere DATA_DIR of een lege database."
    )


class GeenDemo(Conflict):
    """Demo accounts have a password that everybody knows."""

    code = "geen-demo"
    melding = "De demo staat uit. Zet DEMO=1 als u op deze installatie demogegevens wilt."


class JarenOnbekend(OngeldigeInvoer):
    """The terms of the town would look at a year whose days off are not known here."""

    code = "jaren-onbekend"


def fill(stad: Stad) -> None:
    """Fill the town in one transaction.

    Refused with GeenDemo where demo mode is off, with NietLeeg where somebody works, and with
    JarenOnbekend when terms could not be counted over all its months.
    """
    if not settings.DEMO:
        raise GeenDemo()
    require_known_years(stad)
    if is_filled():
        raise NietLeeg()
    with transaction.atomic(), collector_at_rest():
        for app in reversed(settings.EIGEN_APPS):
            if find_spec(f"{app}.demo") is not None and app != "hengelo_sociaal.demo":
                module = import_module(f"{app}.demo")
                if hasattr(module, "vul"):
                    module.vul(stad)
                    measure(stad)


def require_known_years(stad: Stad) -> None:
    """Refuse a town with a year of which the days off are not known (Atw article 3 lid 3).

    The sentence names the last row of days that would do, or asks for fewer months.
    """
    covered = kalender().gedekte_jaren
    if _years(stad.tot, stad.maanden) <= covered:
        return
    last, day = None, dt.date(max(covered), 12, 31)
    while day.year in covered and (last is None or _years(day, stad.maanden) <= covered):
        last = last or (day if _years(day, stad.maanden) <= covered else None)
        day -= EEN_DAG
    if last is None:
        raise JarenOnbekend(
            f"Van een stad van {stad.maanden} maanden zijn niet alle vrije dagen bekend. "
            "Kies voor --maanden een kleiner getal."
        )
    raise JarenOnbekend(
        f"Van een stad van {stad.maanden} maanden tot {stad.tot} zijn niet alle vrije dagen "
        f"bekend. Kies voor --tot een dag van {day + EEN_DAG} tot en met {last}, of voer de "
        "vrije dagen in."
    )


def _years(tot: dt.date, maanden: int) -> set[int]:
    """The years that the terms of a town look at."""
    first = (tot.year * 12 + tot.month - 1 - max(maanden - 1, VERHALEN)) // 12
    last = (tot + VOORUIT).year if tot.year < dt.MAXYEAR else tot.year
    return set(range(first, last + 1))


def measure(stad: Stad) -> None:
    """Let PostgreSQL measure what was filled, before the next app (or part of one) reads it.

    Its own measuring waits for the commit. Until then it thinks the tables empty, and a trigger
    keeps a plan that reads them whole for every row. To anybody but the owner of the tables
    PostgreSQL refuses it with no more than a warning. A table is measured again when it has
    grown by a tenth.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, n_tup_ins FROM pg_stat_xact_user_tables"
            " WHERE schemaname = current_schema()"
        )
        grown = {name: rows for name, rows in cursor if rows > 1.1 * stad.gemeten.get(name, 0)}
        if grown:
            cursor.execute("ANALYZE " + ", ".join(map(connection.ops.quote_name, grown)))
    stad.gemeten |= grown


def may_measure() -> bool:
    """Whether this login owns the tables; to others filling is refused nothing but takes longer."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = %s::regclass",
            [Medewerker._meta.db_table],
        )
        (owner,) = cursor.fetchone()
    return bool(owner)


def is_filled() -> bool:
    """Whether anybody works here already, the system itself apart."""
    return Medewerker.objects.exclude(pk=Medewerker.objects.systeem().pk).exists()
