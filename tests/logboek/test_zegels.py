"""Seals: made in batches of what is an hour old, and broken by whoever touches a line."""

import datetime as dt
import json
import uuid
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, transaction

from hengelo_sociaal.logboek.domain import log_access, log_change, zegels
from hengelo_sociaal.logboek.domain.zegels import check_seals, seal_log
from hengelo_sociaal.logboek.models import Handeling, Toegangsregel, Zegel
from tests.factories.medewerkers import MedewerkerFactory

pytestmark = pytest.mark.django_db
NU = dt.datetime(2026, 11, 2, 10, tzinfo=dt.UTC)
LATER = NU + dt.timedelta(hours=2)


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def by():
    return MedewerkerFactory()


def add_lines(by, number=3, at=NU):
    for _ in range(number):
        log_access(
            by=by, handeling=Handeling.LIJST, soort="x", doel="y", at=at, inwoners=[uuid.uuid4()]
        )


def tamper(sql, *parameters):
    """Change the log as only the owner of the database could."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE logboek_toegangsregel DISABLE TRIGGER alleen_toevoegen")
        cursor.execute(sql, parameters)
        cursor.execute("ALTER TABLE logboek_toegangsregel ENABLE TRIGGER alleen_toevoegen")


def findings():
    return [finding.wat for finding in check_seals()]


def test_lines_of_both_logs_are_sealed_once_they_are_an_hour_old(by):
    add_lines(by)
    log_change(by=by, handeling="x", soort="x", object_id=uuid.uuid4(), at=NU)

    early = seal_log(at=NU + dt.timedelta(minutes=59))
    made = seal_log(at=LATER)
    again = seal_log(at=LATER)

    assert (early, made, again) == (0, 2, 0)
    assert set(Zegel.objects.values_list("tabel", "aantal")) == {("toegang", 3), ("wijziging", 1)}
    assert findings() == []


def test_a_recent_line_holds_up_what_comes_after_it(by):
    add_lines(by, 2)
    add_lines(by, 1, at=LATER)
    add_lines(by, 1, at=NU)  # written later, about an earlier moment

    seal_log(at=LATER)

    assert Zegel.objects.get().aantal == 2


def test_seals_follow_each_other_in_batches(by, monkeypatch):
    monkeypatch.setattr(zegels, "MEESTE", 2)
    add_lines(by, 5)

    seal_log(at=LATER)

    first, second, third = Zegel.objects.all()
    assert [seal.aantal for seal in (first, second, third)] == [2, 2, 1]
    assert (second.vorige, second.van) == (first.zegel, first.tot + 1)
    assert findings() == []


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE logboek_toegangsregel SET doel = 'anders' WHERE id = %s",
        "DELETE FROM logboek_toegangsregel WHERE id = %s",
        "UPDATE logboek_toegangsregel SET op = op + interval '1 microsecond' WHERE id = %s",
        "UPDATE logboek_toegangsregel SET inwoners = '{}' WHERE id = %s",
    ],
)
def test_a_line_that_was_touched_breaks_its_seal(by, sql):
    add_lines(by)
    seal_log(at=LATER)
    middle = Toegangsregel.objects.order_by("id")[1].pk

    tamper(sql, middle)

    assert findings() == ["past niet meer bij de regels eronder"]


def test_a_seal_that_was_made_again_does_not_fit_the_next_nor_the_file(by, monkeypatch):
    monkeypatch.setattr(zegels, "MEESTE", 2)
    add_lines(by, 4)
    seal_log(at=LATER)
    first, line = Zegel.objects.first(), Toegangsregel.objects.order_by("id").first()
    tamper("UPDATE logboek_toegangsregel SET doel = 'anders' WHERE id = %s", line.pk)
    _, print_ = zegels._print("toegang", first.van, first.tot, "")
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE logboek_zegel DISABLE TRIGGER alleen_toevoegen")
        cursor.execute("UPDATE logboek_zegel SET zegel = %s WHERE id = %s", [print_, first.pk])
        cursor.execute("ALTER TABLE logboek_zegel ENABLE TRIGGER alleen_toevoegen")

    assert findings() == [
        "staat niet zo in het bestand buiten de database",
        "sluit niet aan op het zegel ervoor",
    ]


def test_a_seal_that_is_gone_from_the_database_is_missed(by):
    add_lines(by)
    seal_log(at=LATER)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE logboek_zegel DISABLE TRIGGER weiger_truncate")
        cursor.execute("TRUNCATE logboek_zegel")
        cursor.execute("ALTER TABLE logboek_zegel ENABLE TRIGGER weiger_truncate")

    assert findings() == ["staat in het bestand maar niet in de database"]


def test_a_file_that_is_gone_is_missed(by):
    add_lines(by)
    seal_log(at=LATER)
    (zegels.folder() / "toegang.jsonl").unlink()

    assert findings() == ["staat niet zo in het bestand buiten de database"]


def test_a_seal_that_could_not_be_kept_leaves_the_next_one_right(by, monkeypatch):
    add_lines(by)

    def fail(self, **kwargs):
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(Zegel, "save", fail)
        with pytest.raises(RuntimeError):
            seal_log(at=LATER)
    add_lines(by, 1)
    seal_log(at=LATER)

    assert Zegel.objects.count() == 1
    assert findings() == []


def test_the_file_holds_what_the_database_holds(by):
    add_lines(by)
    seal_log(at=LATER)

    [line] = (zegels.folder() / "toegang.jsonl").read_text().splitlines()

    assert json.loads(line)["zegel"] == Zegel.objects.get().zegel


def test_a_seal_can_not_be_changed(by):
    add_lines(by)
    seal_log(at=LATER)

    with pytest.raises(ProgrammingError, match="kan niet worden gewijzigd"), transaction.atomic():
        Zegel.objects.update(aantal=0)


def test_the_command_seals_and_checks(by):
    add_lines(by)
    out = StringIO()

    call_command("zegel", stdout=out)
    call_command("zegel", "--controleer", stdout=out)

    assert "In orde: 1 zegels" in out.getvalue()


def test_the_command_fails_when_a_seal_is_broken(by):
    add_lines(by)
    seal_log(at=LATER)
    tamper("UPDATE logboek_toegangsregel SET doel = 'anders'")

    with pytest.raises(CommandError, match="niet ongeschonden"):
        call_command("zegel", "--controleer")
