"""Fills the town: every app its own part, lowest floor first, all or nothing."""

from importlib import import_module
from importlib.util import find_spec

from django.conf import settings
from django.db import connection, transaction

from hengelo_sociaal.demo.geheugen import collector_at_rest
from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.kern.fouten import Conflict
from hengelo_sociaal.medewerkers.models import Medewerker


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


def fill(stad: Stad) -> None:
    """Fill the town in one transaction.

    Refused with GeenDemo where demo mode is off, and with NietLeeg where somebody works.
    """
    if not settings.DEMO:
        raise GeenDemo()
    if is_filled():
        raise NietLeeg()
    with transaction.atomic(), collector_at_rest():
        for app in reversed(settings.EIGEN_APPS):
            if find_spec(f"{app}.demo") is not None and app != "hengelo_sociaal.demo":
                module = import_module(f"{app}.demo")
                if hasattr(module, "vul"):
                    module.vul(stad)
                    measure(stad)


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
