"""Activities as a calendar file."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengelo_sociaal.kern.tijd import AMSTERDAM
from tests.factories.voorzieningen import ActiviteitFactory
from voorzieningen.enums import Herhaling
from voorzieningen.queries.agenda import as_calendar

STEMPEL = dt.datetime(2026, 7, 1, 12, tzinfo=AMSTERDAM)


def calendar(**velden) -> str:
    activiteit = ActiviteitFactory.build(voorziening=None, **velden)
    return as_calendar([activiteit], adres="https://hengelo.example/x", stempel=STEMPEL)


def test_a_weekly_activity_repeats_on_its_weekday_until_its_last_day():
    text = calendar(naam="Koffie", tot_en_met=dt.date(2026, 12, 31))

    assert "DTSTART;TZID=Europe/Amsterdam:20260106T100000\r\n" in text
    assert "DTEND;TZID=Europe/Amsterdam:20260106T120000\r\n" in text
    assert "RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;UNTIL=20261231T225959Z\r\n" in text
    assert "DTSTAMP:20260701T100000Z\r\n" in text


def test_what_happens_once_does_not_repeat():
    assert "RRULE:FREQ=WEEKLY" not in calendar(herhaling=Herhaling.EENMALIG)


def test_signs_of_the_format_are_escaped():
    text = calendar(naam="Koffie; thee, koek")

    assert "SUMMARY:Koffie\\; thee\\, koek\r\n" in text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=120))
def test_no_line_is_longer_than_75_octets_and_unfolding_gives_the_name_back(naam):
    text = calendar(naam=naam)

    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    summary = next(
        line for line in text.replace("\r\n ", "").split("\r\n") if line.startswith("SUMMARY:")
    )
    plain = summary.removeprefix("SUMMARY:").replace("\\;", ";").replace("\\,", ",")
    assert plain.replace("\\\\", "\\") == naam or "\\" in naam


@pytest.mark.parametrize("deel", ["BEGIN:VCALENDAR", "VERSION:2.0", "END:VTIMEZONE"])
def test_the_file_is_whole(deel):
    assert f"{deel}\r\n" in calendar()
