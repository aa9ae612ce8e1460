"""Cursors: every row once, in order, forwards and back, whatever is added meanwhile."""

import base64
import contextlib
import datetime as dt
import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengelo_sociaal.kern.paginering import Cursor, OngeldigeCursor, page, page_of_whole
from hengelo_sociaal.logboek.models import Toegangsregel
from hengelo_sociaal.medewerkers.models import Team
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory

VALUES = st.one_of(
    st.text(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False).filter(lambda f: not math.isnan(f)),
)


@given(st.booleans(), VALUES, st.uuids().map(str))
def test_a_cursor_comes_back_as_it_went(terug, waarde, id_):
    cursor = Cursor(terug, waarde, id_)

    assert Cursor.decode(cursor.encode()) == cursor


@given(st.datetimes(timezones=st.just(dt.UTC)))
def test_a_moment_keeps_its_microseconds(moment):
    back = Cursor.decode(Cursor(False, moment, "1").encode())

    assert dt.datetime.fromisoformat(back.waarde) == moment


@given(st.text())
def test_any_text_is_a_cursor_or_is_refused(text):
    with contextlib.suppress(OngeldigeCursor):
        Cursor.decode(text)


def encoded(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "cursor", ["x", "é", encoded([0, None, "a"]), encoded([2, "a", "a"]), encoded([0, "a"]), "W10"]
)
def test_a_cursor_that_is_none_is_refused(cursor):
    with pytest.raises(OngeldigeCursor):
        Cursor.decode(cursor)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("ordering", "cursor"),
    [
        ("code", Cursor(False, "a", "geen uuid")),
        ("-op", Cursor(False, "gisteren", "1")),
        ("-op", Cursor(False, "2026-01-01T00:00:00Z", "x")),
        ("code", Cursor(False, "a\0b", "019a8b3c-7d2e-7c41-9f0a-3b5d6e7f8a90")),
    ],
)
def test_a_cursor_of_another_list_is_refused(ordering, cursor):
    rows = Team.objects.all() if ordering == "code" else Toegangsregel.objects.all()

    with pytest.raises(OngeldigeCursor):
        page(rows, ordering=ordering, size=10, cursor=cursor)


def walk(rows, ordering, size, *, back=False):
    """All pages in one direction, from the start or from the end."""
    pages = [page(rows, ordering=ordering, size=size)]
    while pages[-1].volgende:
        pages.append(page(rows, ordering=ordering, size=size, cursor=pages[-1].volgende))
    if not back:
        return [[row.pk for row in found.rijen] for found in pages]
    steps = [pages[-1]]
    while steps[-1].vorige:
        steps.append(page(rows, ordering=ordering, size=size, cursor=steps[-1].vorige))
    return [[row.pk for row in found.rijen] for found in steps]


@pytest.fixture
def same_moments(db):
    """Lines of the log of which many are of the same moment."""
    medewerker = MedewerkerFactory()
    start = dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC)
    return Toegangsregel.objects.bulk_create(
        Toegangsregel(
            op=start + dt.timedelta(minutes=number // 4), medewerker_id=medewerker.pk, soort="x"
        )
        for number in range(11)
    )


@pytest.mark.parametrize("size", [1, 2, 3, 4, 10, 11, 12])
@pytest.mark.parametrize("ordering", ["op", "-op", "id", "-id"])
def test_every_row_comes_once_and_in_order_both_ways(same_moments, ordering, size):
    field, down = ordering.lstrip("-"), ordering.startswith("-")
    expected = sorted(same_moments, key=lambda row: (getattr(row, field), row.pk), reverse=down)
    rows = Toegangsregel.objects.all()

    forwards = walk(rows, ordering, size)
    backwards = walk(rows, ordering, size, back=True)

    assert [pk for found in forwards for pk in found] == [row.pk for row in expected]
    assert all(len(found) == size for found in forwards[:-1])
    assert [pk for found in reversed(backwards) for pk in found] == [row.pk for row in expected]


def test_a_row_that_is_added_before_the_page_shifts_nothing(db):
    for code in ("b", "c", "d"):
        TeamFactory(code=code)
    first = page(Team.objects.all(), ordering="code", size=2)
    TeamFactory(code="a")

    second = page(Team.objects.all(), ordering="code", size=2, cursor=first.volgende)

    assert [team.code for team in second.rijen] == ["d"]


def test_a_page_never_counts(db, django_assert_num_queries):
    TeamFactory.create_batch(3)

    with django_assert_num_queries(1) as queries:
        page(Team.objects.all(), ordering="code", size=2)

    assert "COUNT" not in queries.captured_queries[0]["sql"]


@pytest.mark.parametrize("first", [1, 3, 7])
@pytest.mark.parametrize("size", [1, 2, 5, 20])
def test_a_whole_list_comes_once_back_also_with_pages_of_another_size(first, size):
    """Who stands at row 20 and asks for pages of fifty gets before it rows 0 to 19, and no more."""
    things = list(range(17))
    found = page_of_whole(things, size=first, cursor=None)
    found = page_of_whole(things, size=size, cursor=found.volgende)
    rows = found.rijen

    while found.vorige:
        before = Cursor.decode(found.vorige.encode())
        found = page_of_whole(things, size=size, cursor=before)
        rows = found.rijen + rows

    assert rows == things[: first + size]


@pytest.mark.parametrize("size", [1, 4, 17, 20])
def test_a_whole_list_comes_once_forwards(size):
    things = list(range(17))
    found = page_of_whole(things, size=size, cursor=None)
    rows = found.rijen
    while found.volgende:
        found = page_of_whole(things, size=size, cursor=found.volgende)
        rows = rows + found.rijen

    assert rows == things


@pytest.mark.parametrize("wrong", [-1, "x", 1.5])
def test_a_position_that_is_none_is_refused(wrong):
    with pytest.raises(OngeldigeCursor):
        page_of_whole([1, 2], size=1, cursor=Cursor(terug=False, waarde=wrong, id=""))
