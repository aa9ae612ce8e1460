"""The calendar feed behind its secret address."""

import datetime as dt
import re

import pytest

from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.werk.domain.agenda import (
    as_icalendar,
    make_feed_key,
    read_feed,
    revoke_feed_key,
)
from hengelo_sociaal.werk.models import Agendasleutel
from hengelo_sociaal.werk.registers import Agendapunt
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.werk import NU

pytestmark = pytest.mark.django_db


def punt(**change):
    given = {"kenmerk": "x", "titel": "Huisbezoek", "adres": "/huisbezoeken", "begin": NU}
    return Agendapunt(**given | change)


def test_the_database_keeps_only_a_print_of_the_secret():
    ik = MedewerkerFactory()

    secret = make_feed_key(by=ik, at=NU)

    key = Agendasleutel.objects.get()
    assert secret.encode() not in bytes(key.afdruk)
    assert len(bytes(key.afdruk)) == 32
    assert secret not in str(Wijzigingsregel.objects.get(object_id=key.pk).wijziging)
    assert read_feed(secret=secret, at=NU).startswith("BEGIN:VCALENDAR\r\n")


def test_a_new_address_stops_the_old_one_and_taking_back_stops_all():
    ik = MedewerkerFactory()
    old = make_feed_key(by=ik, at=NU)
    new = make_feed_key(by=ik, at=NU)

    with pytest.raises(NietGevonden):
        read_feed(secret=old, at=NU)
    revoke_feed_key(by=ik, at=NU)
    with pytest.raises(NietGevonden):
        read_feed(secret=new, at=NU)


def test_who_may_no_longer_log_in_has_no_feed():
    ik = MedewerkerFactory()
    secret = make_feed_key(by=ik, at=NU)
    ik.is_active = False
    ik.save()

    with pytest.raises(NietGevonden):
        read_feed(secret=secret, at=NU)


def test_a_day_and_a_moment_are_written_as_the_standard_says():
    text = as_icalendar([punt(), punt(kenmerk="y", begin=dt.date(2026, 12, 24))], at=NU)

    assert "DTSTART:20261117T094200Z" in text
    assert "DTEND:20261117T104200Z" in text
    assert "DTSTART;VALUE=DATE:20261224" in text
    assert "DTEND;VALUE=DATE:20261225" in text
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == 2


def test_lines_are_folded_and_marks_escaped():
    text = as_icalendar([punt(titel="Eén, twee; " + "é" * 100)], at=NU)

    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    unfolded = text.replace("\r\n ", "")
    assert "SUMMARY:Eén\\, twee\\; " + "é" * 100 in unfolded


def test_the_address_answers_without_login_and_says_nothing_to_a_stranger(client):
    secret = make_feed_key(by=MedewerkerFactory(), at=nu())

    found = client.get(f"/agenda/{secret}.ics")
    missing = client.get("/agenda/bestaat-niet.ics")

    assert found["Content-Type"].startswith("text/calendar")
    assert "no-store" in found["Cache-Control"]
    assert (found.status_code, missing.status_code) == (200, 404)
    assert re.search("BEGIN:VCALENDAR", found.content.decode())
    assert vandaag()
