"""Telling what is wrong on a page of the sociale kaart."""

import datetime as dt
import re

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.logboek.models import Wijzigingsregel
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import VoorzieningFactory
from voorzieningen.domain.fouten import MEESTE_OPEN, report_mistake, settle_mistake
from voorzieningen.exceptions import TeVeelFoutmeldingen
from voorzieningen.forms import FoutForm
from voorzieningen.models import Foutmelding

pytestmark = pytest.mark.django_db
NU = dt.datetime(2026, 11, 22, 12, tzinfo=AMSTERDAM)
ADRES = "/sociale-kaart/samen-eten/fout"


@pytest.fixture
def samen_eten():
    return VoorzieningFactory(code="samen-eten")


def filled(seconds: int, **velden) -> FoutForm:
    begin = FoutForm(moment=NU).initial["begin"]
    data = {"tekst": "Dicht op dinsdag.", "naam": "", "begin": begin} | velden
    form = FoutForm(data, moment=NU + dt.timedelta(seconds=seconds))
    assert form.is_valid()
    return form


@pytest.mark.parametrize(
    ("form", "machine"),
    [
        (lambda: filled(20), False),
        (lambda: filled(1), True),
        (lambda: filled(20, naam="Bot"), True),
        (lambda: filled(20, begin="verzonnen"), True),
        (lambda: filled(20, begin=""), True),
        (lambda: filled(13 * 3600), True),
    ],
)
def test_machines_are_told_from_people_without_following_anyone(form, machine):
    assert form().is_machine is machine


def test_a_reader_tells_it_and_is_thanked(client, samen_eten, monkeypatch):
    page = client.get(ADRES).content.decode()
    begin = re.search(r'name="begin" value="([^"]+)"', page)[1]
    monkeypatch.setattr("voorzieningen.forms.openbaar._QUICKEST", dt.timedelta(0))

    answer = client.post(ADRES, {"tekst": "Dicht op dinsdag.", "naam": "", "begin": begin})

    assert answer.status_code == 302
    assert Foutmelding.objects.get().tekst == "Dicht op dinsdag."
    assert "Bedankt" in client.get(answer["Location"]).content.decode()


def test_a_machine_is_thanked_and_forgotten(client, samen_eten):
    answer = client.post(ADRES, {"tekst": "Koop nu", "naam": "Bot", "begin": "x"})

    assert answer.status_code == 302
    assert not Foutmelding.objects.exists()


def test_nothing_written_is_told(client, samen_eten):
    answer = client.post(ADRES, {"tekst": "", "naam": "", "begin": "x"})

    assert "Schrijf op wat er niet klopt." in answer.content.decode()


def test_beyond_so_many_nothing_is_kept(samen_eten):
    for _ in range(MEESTE_OPEN):
        report_mistake(voorziening=samen_eten, tekst="Dicht.", at=NU)

    with pytest.raises(TeVeelFoutmeldingen):
        report_mistake(voorziening=samen_eten, tekst="Dicht.", at=NU)

    assert Foutmelding.objects.count() == MEESTE_OPEN


def test_only_spaces_is_nothing(samen_eten):
    with pytest.raises(OngeldigeInvoer):
        report_mistake(voorziening=samen_eten, tekst="  ", at=NU)


def test_beleid_settles_it_once(samen_eten):
    melding = report_mistake(voorziening=samen_eten, tekst="Dicht.", at=NU)
    beleid = MedewerkerFactory(rollen=["beleid"])

    settle_mistake(melding=melding, by=beleid, at=NU)
    settle_mistake(melding=melding, by=beleid, at=NU + dt.timedelta(days=1))

    melding.refresh_from_db()
    assert melding.afgehandeld_op == NU
    assert Wijzigingsregel.objects.filter(handeling="foutmelding afgehandeld").count() == 1


def test_others_may_not_settle(samen_eten):
    melding = report_mistake(voorziening=samen_eten, tekst="Dicht.", at=NU)

    with pytest.raises(GeenRecht):
        settle_mistake(melding=melding, by=MedewerkerFactory(rollen=["loket"]), at=NU)
