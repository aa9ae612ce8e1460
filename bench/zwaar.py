"""A household that has been with us for years: 500 events, and a plan with twenty goals."""

from typing import Any

from django.db import connection

from bench.groei import columns_of
from hengelo_sociaal.medewerkers.models import Betrokkenheid, Medewerker
from plannen.models import Plan
from toegang.models import Contact

GEBEURTENISSEN = 500
DOELEN = 20
_NIEUW = "md5({kolom}::text || n)::uuid"


def make_heavy() -> tuple[Any, Any]:
    """Household and plan, of the consulent of the demo; the second time it is there already."""
    consulent = Medewerker.objects.get(gebruikersnaam="consulent")
    mine = Betrokkenheid.objects.filter(medewerker=consulent, tot__isnull=True)
    plans = Plan.objects.filter(
        huishouden__in=mine.values("huishouden_id"), doelen__afspraken__isnull=False
    )
    plan = plans.filter(huishouden__contacten__isnull=False, status="vastgesteld").order_by(
        "nummer"
    )[0]
    home = plan.huishouden_id
    contact = Contact.objects.filter(huishouden=home, hulpvragen__isnull=False).order_by("pk")[0]
    events = GEBEURTENISSEN - Contact.objects.filter(huishouden=home).count()
    goal = plan.doelen.filter(afspraken__isnull=False).order_by("pk")[0]
    if events > 0:
        earlier = "{0} - n * interval '3 days'"
        moment = {"plaatsgevonden_op": earlier, "geregistreerd_op": earlier, "sleutel": "NULL"}
        _copy("toegang_contact", "id", contact.pk, events, moment)
        _copy("toegang_hulpvraag", "contact_id", contact.pk, events, {})
        _copy("plannen_doel", "id", goal.pk, DOELEN - plan.doelen.count(), {})
        _copy("plannen_afspraak", "doel_id", goal.pk, DOELEN - plan.doelen.count() + 1, {})
    return home, plan.pk


def _copy(table: str, key: str, pk: object, times: int, changed: dict[str, str]) -> None:
    """Some rows of a table so many times more, under identifiers that follow from the old."""
    changed = {"id": _NIEUW.format(kolom="id"), key: _NIEUW.format(kolom=key)} | changed
    with connection.cursor() as cursor:
        columns = columns_of(cursor.execute, table)
        values = [changed.get(column, column).format(column) for column in columns]
        cursor.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} "
            f"FROM {table}, generate_series(1, %s) n WHERE {key} = %s",
            [times, pk],
        )
