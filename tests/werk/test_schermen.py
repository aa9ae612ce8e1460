"""The screens of somebody's own working day."""

import datetime as dt
import uuid

import pytest

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.logboek.models import Toegangsregel
from hengelo_sociaal.medewerkers.models import Verlof
from hengelo_sociaal.werk import registers
from hengelo_sociaal.werk.models import Agendasleutel, Bericht, Berichtinstelling
from hengelo_sociaal.werk.registers import Aflopend
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory
from tests.factories.werk import BerichtFactory, VerlofFactory
from tests.inloggen import logged_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def ik():
    return MedewerkerFactory(consulent=True)


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_a_fixed_number_of_queries(ik, number, django_assert_max_num_queries):
    BerichtFactory.create_batch(number, voor=ik)
    screen = logged_in(ik)

    with django_assert_max_num_queries(12):
        page = screen.get("/berichten")

    assert page.content.decode().count("Openen<") == number


def test_the_bell_counts_what_is_not_read(ik):
    BerichtFactory.create_batch(2, voor=ik)
    BerichtFactory(voor=ik, gelezen=True)

    text = logged_in(ik).get("/hulp").content.decode()

    assert '<span class="hs-teller">2<' in text


def test_opening_a_message_goes_to_what_it_is_about_and_marks_it_read(ik):
    message = BerichtFactory(voor=ik, adres="/verlof")

    answer = logged_in(ik).post(f"/berichten/{message.pk}")

    message.refresh_from_db()
    assert answer["Location"] == "/verlof"
    assert message.gelezen_op is not None


def test_a_message_never_leads_outside(ik):
    message = BerichtFactory(voor=ik, adres="//kwaad.example/x")

    assert logged_in(ik).post(f"/berichten/{message.pk}")["Location"] == "/berichten"


def test_the_message_of_a_colleague_is_not_found(ik):
    other = BerichtFactory()
    screen = logged_in(ik)

    assert screen.post(f"/berichten/{other.pk}").status_code == 404
    assert screen.post(f"/berichten/{other.pk}/ongelezen").status_code == 404
    assert screen.get(f"/berichten/{other.pk}")["Location"] == "/berichten"


def test_unread_only_and_everything_read(ik):
    BerichtFactory(voor=ik, gelezen=True, titel="Oud nieuws")
    BerichtFactory(voor=ik, titel="Vers nieuws")
    screen = logged_in(ik)

    assert "Oud nieuws" not in screen.get("/berichten?toon=ongelezen").content.decode()
    screen.post("/berichten/gelezen")
    assert not Bericht.objects.filter(gelezen_op__isnull=True).exists()


def test_the_mail_is_chosen_and_a_wrong_hour_refused(ik):
    screen = logged_in(ik)

    screen.post("/berichten/mail", {"mail": "on", "uur": "9"})
    screen.post("/berichten/mail", {"mail": "on", "uur": "99"})

    assert Berichtinstelling.objects.get(medewerker=ik).uur == 9


def test_the_address_of_the_calendar_is_shown_once_and_can_be_taken_back(ik):
    screen = logged_in(ik)

    page = screen.post("/berichten/agenda", {"actie": "maken"})
    again = screen.get("/berichten").content.decode()

    assert ".ics" in page.content.decode()
    assert page["Cache-Control"] == "no-store"
    assert ".ics" not in again
    screen.post("/berichten/agenda", {"actie": "intrekken"})
    assert not Agendasleutel.objects.exists()


def test_leave_is_arranged_on_screen_and_ended_again(ik):
    other = MedewerkerFactory(consulent=True, naam="Karin Lansink")
    TeamFactory().leden.add(ik, other)
    screen = logged_in(ik)
    today = vandaag()

    sent = {"medewerker_id": ik.pk, "vervanger_id": other.pk, "van": today, "tot": today}
    screen.post("/verlof", sent)

    made = Verlof.objects.get()
    assert "Karin Lansink" in screen.get("/verlof").content.decode()
    screen.post(f"/verlof/{made.pk}/einde")
    assert not Verlof.objects.exists()


def test_a_refusal_stands_in_the_form(ik):
    other = MedewerkerFactory(consulent=True)
    TeamFactory().leden.add(ik, other)
    today = vandaag()
    VerlofFactory(medewerker=other, van=today, tot=today)

    sent = {"medewerker_id": ik.pk, "vervanger_id": other.pk, "van": today, "tot": today}
    answer = logged_in(ik).post("/verlof", sent)

    assert answer.status_code == 422
    assert "dan zelf weg" in answer.content.decode()


def test_a_consulent_cannot_arrange_leave_for_a_colleague(ik):
    other = MedewerkerFactory(consulent=True)
    TeamFactory().leden.add(ik, other)
    today = vandaag()

    sent = {"medewerker_id": other.pk, "vervanger_id": ik.pk, "van": today, "tot": today}

    assert logged_in(ik).post("/verlof", sent).status_code == 422
    assert not Verlof.objects.exists()


def test_what_ends_is_brought_together_and_logged(ik, monkeypatch):
    day = vandaag() + dt.timedelta(days=3)
    row = Aflopend(dag=day, wat="Toewijzing", van_wie="J. Bos", adres="/x", inwoners=(ik.pk,))
    monkeypatch.setattr(registers, "_AFLOPEND", {"proef": ("Proef", lambda by, op, tot: [row])})

    text = logged_in(ik).get("/aflopend").content.decode()

    assert "J. Bos" in text
    assert Toegangsregel.objects.get(soort="aflopend").inwoners == [ik.pk]


def test_what_ends_stands_by_when_and_is_shown_per_kind(ik, monkeypatch):
    def ends(wat: str, *days: int):
        rows = [
            Aflopend(dag=vandaag() + dt.timedelta(days=n), wat=wat, van_wie=f"dag {n}", adres="/x")
            for n in days
        ]
        return lambda by, op, tot: rows

    sources = {
        "evaluaties": ("Evaluaties", ends("Evaluatie", -1, 40)),
        "hulp": ("Hulp die stopt", ends("Hulp", 6, 7)),
        "niets": ("Niets", ends("Niets")),
    }
    monkeypatch.setattr(registers, "_AFLOPEND", sources)
    scherm = logged_in(ik)

    everything = scherm.get("/aflopend")
    some = scherm.get("/aflopend?soort=hulp")

    assert [(name, total) for name, total, _ in everything.context["groepen"]] == [
        ("Te laat", 1),
        ("De komende week", 1),
        ("De komende vier weken", 1),
        ("Later", 1),
    ]
    assert "Evaluaties (2)" in everything.content.decode()
    assert "Niets (0)" not in everything.content.decode()
    assert [name for name, _, _ in some.context["groepen"]] == [
        "De komende week",
        "De komende vier weken",
    ]


def test_the_same_source_twice_is_a_mistake_of_ours(monkeypatch):
    monkeypatch.setattr(registers, "_AFLOPEND", {})
    monkeypatch.setattr(registers, "_AGENDA", {})
    registers.registreer_aflopend("een", "Een", lambda by, op, tot: [])
    registers.registreer_agenda("een", lambda by, op: [])

    with pytest.raises(ValueError, match="twice"):
        registers.registreer_aflopend("een", "Een", lambda by, op, tot: [])
    with pytest.raises(ValueError, match="twice"):
        registers.registreer_agenda("een", lambda by, op: [])


def test_what_ends_comes_in_pages_and_only_who_is_on_the_page_is_logged(ik, monkeypatch):
    today, people = vandaag(), [uuid.uuid4() for _ in range(51)]
    rows = [
        Aflopend(dag=today, wat="Toewijzing", van_wie=f"Bos {n:02}", adres="/x", inwoners=(person,))
        for n, person in enumerate(people)
    ]
    monkeypatch.setattr(registers, "_AFLOPEND", {"proef": ("Proef", lambda by, op, tot: rows)})
    screen = logged_in(ik)

    first = screen.get("/aflopend?soort=proef").content.decode()
    second = screen.get("/aflopend?soort=proef&pagina=2").content.decode()

    assert ("Bos 49" in first, "Bos 50" in first) == (True, False)
    assert ("Bos 49" in second, "Bos 50" in second) == (False, True)
    assert "soort=proef&amp;pagina=2" in first
    assert '<span class="hs-rechts hs-zacht">51</span>' in second
    logged = Toegangsregel.objects.filter(soort="aflopend").order_by("pk")
    assert [sorted(one.inwoners) for one in logged] == [sorted(people[:50]), people[50:]]
