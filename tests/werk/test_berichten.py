"""Messages: telling, reading, and the mail that says how many wait."""

import datetime as dt
import smtplib

import pytest
from django.core import mail
from django.core.mail.backends import locmem

from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.werk.domain.berichten import (
    choose_mail,
    forget_old,
    notify,
    read_all,
    read_message,
    unread_message,
)
from hengelo_sociaal.werk.domain.samenvatting import digest_text, send_digests
from hengelo_sociaal.werk.domain.verlof import arrange_leave
from hengelo_sociaal.werk.enums import Berichtsoort
from hengelo_sociaal.werk.models import Bericht
from hengelo_sociaal.werk.queries import unread_count
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.werk import NU, BerichtFactory

pytestmark = pytest.mark.django_db
UUR = dt.timedelta(hours=1)


@pytest.fixture
def ik():
    return MedewerkerFactory(consulent=True, email="anouk@voorbeeld.example")


def tell(voor, **change):
    given = {
        "soort": Berichtsoort.CONSULT,
        "titel": "Vraag om advies bij M-2026-00001",
        "adres": "/meldingen",
        "at": NU,
    } | change
    notify(voor=voor, **given)


def test_a_message_waits_until_it_is_read(ik):
    tell(ik)
    found = Bericht.objects.get()

    assert unread_count(ik) == 1
    read_message(by=ik, bericht_id=found.pk, at=NU)
    assert unread_count(ik) == 0
    unread_message(by=ik, bericht_id=found.pk)
    assert unread_count(ik) == 1


def test_nobody_is_told_what_they_did_themselves_nor_who_left(ik):
    tell(ik, by=ik)
    tell(None)
    tell(MedewerkerFactory(is_active=False))

    assert not Bericht.objects.exists()


def test_the_same_news_is_told_once(ik):
    for _ in range(3):
        tell(ik, sleutel="termijn:1")
    tell(MedewerkerFactory(), sleutel="termijn:1")

    assert Bericht.objects.count() == 2


def test_a_message_of_somebody_else_is_not_there(ik):
    other = BerichtFactory()

    with pytest.raises(NietGevonden):
        read_message(by=ik, bericht_id=other.pk, at=NU)
    with pytest.raises(NietGevonden):
        unread_message(by=ik, bericht_id=other.pk)
    assert read_all(by=ik, at=NU) == 0


def test_all_of_mine_are_read_at_once(ik):
    BerichtFactory.create_batch(3, voor=ik)
    BerichtFactory()

    assert read_all(by=ik, at=NU) == 3
    assert Bericht.objects.filter(gelezen_op__isnull=True).count() == 1


def test_old_messages_are_forgotten():
    BerichtFactory(gemaakt_op=NU - dt.timedelta(days=200))
    stays = BerichtFactory()

    forget_old(before=NU - dt.timedelta(days=180))

    assert list(Bericht.objects.all()) == [stays]


def at_hour(hour):
    return dt.datetime(2026, 11, 17, hour, 5, tzinfo=AMSTERDAM)


def test_the_mail_says_how_many_and_nothing_else(ik):
    tell(ik, notitie="Mevrouw Jansen belde")
    tell(ik, soort=Berichtsoort.TERMIJN)

    assert send_digests(at=at_hour(9)) == 1

    sent = mail.outbox[0]
    assert (sent.to, sent.subject) == ([ik.email], "2 ongelezen berichten")
    assert "Vraag om advies: 1" in sent.body
    assert "/berichten" in sent.body
    assert "Jansen" not in sent.body
    assert "M-2026" not in sent.body


def test_a_mail_comes_once_a_day_at_the_hour_of_choice(ik):
    choose_mail(by=ik, mail=True, uur=13)
    tell(ik)

    assert [send_digests(at=at_hour(hour)) for hour in (8, 13, 14)] == [0, 1, 0]
    assert send_digests(at=at_hour(14) + dt.timedelta(days=1)) == 1


@pytest.mark.parametrize(
    "change",
    [{"email": ""}, {"is_active": False}],
)
def test_who_cannot_or_may_not_read_it_gets_no_mail(change):
    BerichtFactory(voor=MedewerkerFactory(**{"email": "a@b.example"} | change))

    assert send_digests(at=at_hour(9)) == 0


def test_who_wants_none_or_read_everything_gets_none(ik):
    BerichtFactory(voor=ik, gelezen=True)
    other = MedewerkerFactory(email="b@voorbeeld.example")
    BerichtFactory(voor=other)
    choose_mail(by=other, mail=False, uur=8)

    assert send_digests(at=at_hour(12)) == 0


def test_a_mail_server_that_fails_leaves_it_for_the_next_round(ik, settings):
    BerichtFactory(voor=ik)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    assert send_digests(at=at_hour(9)) == 0

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send_digests(at=at_hour(9)) == 1


class RefusesOne(locmem.EmailBackend):
    """A mail server that knows everybody but one."""

    def send_messages(self, messages):
        if any("weg@" in one.to[0] for one in messages):
            raise smtplib.SMTPRecipientsRefused({"weg@voorbeeld.example": (550, b"unknown")})
        return super().send_messages(messages)


def test_an_address_that_is_refused_stops_nobody_else(settings, caplog):
    for address in ("voor@", "weg@", "na@"):
        BerichtFactory(voor=MedewerkerFactory(email=f"{address}voorbeeld.example"))
    settings.EMAIL_BACKEND = f"{__name__}.RefusesOne"

    assert send_digests(at=at_hour(9)) == 2

    assert {one.to[0] for one in mail.outbox} == {"voor@voorbeeld.example", "na@voorbeeld.example"}
    assert "weg@" not in caplog.text


def test_the_text_is_plain_dutch():
    text = digest_text({"termijn": 2})

    assert "Termijn loopt bijna af: 2" in text


def test_leave_is_told_to_the_substitute_and_not_to_oneself(ik):
    other = MedewerkerFactory(consulent=True)

    arrange_leave(
        by=ik,
        medewerker_id=ik.pk,
        vervanger_id=other.pk,
        van=NU.date(),
        tot=NU.date(),
        at=NU,
    )

    assert Bericht.objects.get().voor == other
