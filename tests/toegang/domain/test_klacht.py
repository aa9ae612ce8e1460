"""Complaints: taken by everybody, read by few, never handled by whom they are about."""

import datetime as dt

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer, Verouderd
from hengelo_sociaal.logboek.models import Toegangsregel, Wijzigingsregel
from hengelo_sociaal.papier.document import texts_of
from hengelo_sociaal.papier.models import Stuk
from hengelo_sociaal.termijnen.exceptions import TermijnLooptNiet, VerlengenNietToegestaan
from hengelo_sociaal.werk.models import Bericht
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU, VANDAAG, InwonerFactory, MeldingFactory
from tests.inloggen import logged_in
from toegang.domain.klacht import (
    assign_klacht,
    delay_klacht,
    look_at_klacht,
    postpone_klacht,
    receive_klacht,
    settle_klacht,
)
from toegang.domain.klachtbrieven import (
    complaint_letter,
    give_complaint_letter,
    letters_of_complaint,
)
from toegang.exceptions import KlachtAfgehandeld, KlachtOverZelf
from toegang.models import Klacht

pytestmark = pytest.mark.django_db
DAG = dt.timedelta(days=1)


@pytest.fixture
def jurist():
    return MedewerkerFactory(jurist=True)


def receive(by, **change):
    melding = change.pop("melding", None) or MeldingFactory()
    given = {
        "inwoner_id": melding.inwoner_id,
        "melding_id": melding.pk,
        "ontvangen_op": VANDAAG,
        "onderwerp": "bejegening",
        "omschrijving": "Ik werd niet gehoord.",
        "at": NU,
    } | change
    return receive_klacht(by=by, **given)


def settle(by, klacht, **change):
    given = {"op": VANDAAG, "uitkomst": "gegrond", "conclusie": "Excuses.", "at": NU} | change
    return settle_klacht(by=by, klacht_id=klacht.pk, **given)


def test_a_complaint_starts_its_six_weeks_and_the_jurist_hears_of_it(loket, jurist):
    klacht = receive(loket)

    assert klacht.nummer.startswith("K-2026-")
    assert klacht.termijn.einddatum == dt.date(2026, 12, 29)
    assert Bericht.objects.get().voor == jurist
    assert Wijzigingsregel.objects.filter(object_id=klacht.pk).count() == 1


def test_with_a_committee_it_takes_ten_weeks(loket):
    assert receive(loket, commissie=True).termijn.einddatum == dt.date(2027, 1, 26)


@pytest.mark.parametrize("rol", ["loket", "consulent", "teamleider", "jurist"])
def test_everybody_who_speaks_with_residents_takes_complaints(rol):
    assert receive(MedewerkerFactory(rollen=[rol]))


@pytest.mark.parametrize("rol", ["vindplaats", "beleid", "beheer", "privacy"])
def test_others_take_none(rol):
    with pytest.raises(GeenRecht):
        receive(MedewerkerFactory(rollen=[rol]))
    assert not Klacht.objects.exists()


@pytest.mark.parametrize(
    "change",
    [
        {"onderwerp": "weer"},
        {"omschrijving": "  "},
        {"ontvangen_op": VANDAAG + DAG},
        {"over_id": "019a0000-0000-7000-8000-000000000000"},
    ],
)
def test_impossible_complaints_are_refused(loket, change):
    with pytest.raises(OngeldigeInvoer):
        receive(loket, **change)


def test_a_melding_of_somebody_else_is_not_there(loket):
    with pytest.raises(NietGevonden):
        receive(loket, inwoner_id=InwonerFactory().pk)


def test_nobody_sees_or_handles_a_complaint_about_themselves(loket, jurist):
    klacht = receive(loket, over_id=jurist.pk)
    other = MedewerkerFactory(jurist=True)

    with pytest.raises(NietGevonden):
        look_at_klacht(by=jurist, klacht_id=klacht.pk, at=NU)
    with pytest.raises(KlachtOverZelf):
        assign_klacht(by=other, klacht_id=klacht.pk, behandelaar_id=jurist.pk, at=NU)
    assert not Bericht.objects.filter(voor=jurist).exists()


def test_the_counter_does_not_read_what_it_took_down(loket, jurist):
    klacht = receive(loket)

    with pytest.raises(GeenRecht):
        look_at_klacht(by=loket, klacht_id=klacht.pk, at=NU)
    assert look_at_klacht(by=jurist, klacht_id=klacht.pk, at=NU) == klacht
    assert Toegangsregel.objects.get(soort="klacht").inwoners == [klacht.inwoner_id]


def test_a_handler_is_told(loket, jurist):
    klacht = receive(loket)
    leider = MedewerkerFactory(teamleider=True)

    given = assign_klacht(by=jurist, klacht_id=klacht.pk, behandelaar_id=leider.pk, at=NU)

    assert (given.behandelaar, given.status) == (leider, "behandeling")
    assert Bericht.objects.filter(voor=leider, soort="klacht").count() == 1
    with pytest.raises(OngeldigeInvoer):
        assign_klacht(by=jurist, klacht_id=klacht.pk, behandelaar_id=loket.pk, at=NU)


def test_four_weeks_more_once(loket, jurist):
    klacht = receive(loket)

    later = postpone_klacht(by=jurist, klacht_id=klacht.pk, kennisgeving_op=VANDAAG, at=NU)

    assert later.termijn.einddatum == dt.date(2027, 1, 26)
    with pytest.raises(VerlengenNietToegestaan):
        postpone_klacht(by=jurist, klacht_id=klacht.pk, kennisgeving_op=VANDAAG, at=NU)


def test_an_answer_ends_it(loket, jurist):
    klacht = settle(jurist, receive(loket))

    klacht.termijn.refresh_from_db()
    assert (klacht.status, klacht.uitkomst, klacht.behandelaar) == (
        "afgehandeld", "gegrond", jurist,
    )  # fmt: skip
    assert klacht.termijn.status == "gehaald"
    with pytest.raises(KlachtAfgehandeld):
        settle(jurist, klacht)


def test_a_late_answer_is_late(loket, jurist):
    klacht = receive(loket)

    settle(jurist, klacht, op=VANDAAG + 60 * DAG, at=NU + 60 * DAG)

    klacht.termijn.refresh_from_db()
    assert klacht.termijn.status == "verlopen"


def test_an_answer_needs_an_outcome_and_a_possible_day(loket, jurist):
    klacht = receive(loket)

    with pytest.raises(OngeldigeInvoer):
        settle(jurist, klacht, uitkomst="misschien")
    with pytest.raises(OngeldigeInvoer):
        settle(jurist, klacht, op=VANDAAG - DAG)
    with pytest.raises(Verouderd):
        settle(jurist, klacht, revisie=7)
    with pytest.raises(GeenRecht):
        settle(loket, klacht)


def test_without_its_log_line_there_is_no_complaint(loket, monkeypatch):
    monkeypatch.setattr("toegang.domain.klacht.log_change", lambda **_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        receive(loket)
    assert not Klacht.objects.exists()


def test_further_delay_needs_the_consent_of_who_complains(loket, jurist):
    klacht = receive(loket)
    with pytest.raises(VerlengenNietToegestaan):
        delay(jurist, klacht)
    postpone_klacht(by=jurist, klacht_id=klacht.pk, kennisgeving_op=VANDAAG, at=NU)
    klacht.termijn.refresh_from_db()
    before = klacht.termijn.einddatum

    delayed = delay(jurist, klacht)

    assert delayed.termijn.einddatum == before + dt.timedelta(weeks=3)
    assert any("9:11 lid 3" in str(step) for step in delayed.termijn.stappen)
    with pytest.raises(TermijnLooptNiet):
        delay(jurist, klacht)
    settle(jurist, klacht)


@pytest.mark.parametrize("weken", [0, 27])
def test_an_impossible_delay_is_refused(loket, jurist, weken):
    klacht = receive(loket)
    postpone_klacht(by=jurist, klacht_id=klacht.pk, kennisgeving_op=VANDAAG, at=NU)

    with pytest.raises(OngeldigeInvoer):
        delay(jurist, klacht, weken=weken)


def test_extending_is_told_within_the_term_and_for_as_long_as_the_rule_says(loket, jurist):
    klacht = receive(loket, ontvangen_op=VANDAAG - 43 * DAG)

    with pytest.raises(VerlengenNietToegestaan):
        postpone_klacht(by=jurist, klacht_id=klacht.pk, kennisgeving_op=VANDAAG, at=NU)
    rule = klacht.termijn.regel.to_regel().verlenging
    assert (str(rule.maximum), rule.keren, rule.artikel) == (
        "4 weken",
        1,
        "Awb artikel 9:11 lid 2",
    )


def delay(by, klacht, weken=3):
    return delay_klacht(
        by=by,
        klacht_id=klacht.pk,
        ingestemd_op=VANDAAG,
        weken=weken,
        toelichting="U bent op reis.",
        at=NU,
    )


def words(klacht, soort):
    klacht.refresh_from_db()
    return "\n".join(texts_of(complaint_letter(klacht, soort, op=VANDAAG).opgemaakt.document))


def test_the_letters_say_why_until_when_and_by_which_article(loket, jurist):
    klacht = receive(loket)
    assert letters_of_complaint(klacht) == []
    with pytest.raises(NietGevonden):
        complaint_letter(klacht, "klacht-verdaging", op=VANDAAG)
    postpone_klacht(
        by=jurist,
        klacht_id=klacht.pk,
        kennisgeving_op=VANDAAG,
        toelichting="Wij spreken nog een collega.",
        at=NU,
    )
    longer = words(klacht, "klacht-verdaging")
    delay(jurist, klacht)
    agreed = words(klacht, "klacht-uitstel")

    for text in ("29 december 2026", "26 januari 2027", "Wij spreken nog", "9:11 lid 2"):
        assert text in longer
    for text in ("16 februari 2027", "U bent op reis.", "9:11 lid 3", klacht.nummer):
        assert text in agreed
    assert "{" not in longer + agreed


def test_a_letter_that_was_given_stays_and_is_logged(loket, jurist):
    klacht = receive(loket)
    postpone_klacht(by=jurist, klacht_id=klacht.pk, kennisgeving_op=VANDAAG, at=NU)

    first = give_complaint_letter(klacht, "klacht-verdaging", by=jurist, at=NU)
    again = give_complaint_letter(klacht, "klacht-verdaging", by=jurist, at=NU + 9 * DAG)

    assert first == again == bytes(Stuk.objects.get().pdf)
    assert Toegangsregel.objects.filter(soort="klacht-verdaging").count() == 2
    with pytest.raises(GeenRecht):
        give_complaint_letter(klacht, "klacht-verdaging", by=loket, at=NU)


def test_an_address_that_is_secret_is_on_no_letter(loket, jurist):
    melding = MeldingFactory()
    home = melding.huishouden
    klacht = receive(loket, melding=melding)
    postpone_klacht(by=jurist, klacht_id=klacht.pk, kennisgeving_op=VANDAAG, at=NU)
    assert "Deldenerstraat" in words(klacht, "klacht-verdaging")

    home.geheim = True
    home.save()

    assert "Deldenerstraat" not in words(klacht, "klacht-verdaging")


def test_the_letter_on_screen_and_as_pdf(loket, jurist):
    klacht = receive(loket)
    scherm = logged_in(jurist)
    sent = {
        "actie": "verdagen",
        "verdagen-kennisgeving_op": str(klacht.ontvangen_op),
        "verdagen-toelichting": "Wij spreken nog een collega.",
    }
    postponed = scherm.post(f"/klachten/{klacht.pk}", sent)
    address = f"/klachten/{klacht.pk}/brieven/klacht-verdaging"

    page = scherm.get(f"/klachten/{klacht.pk}").content.decode()
    shown = scherm.get(address).content.decode()
    pdf = scherm.get(f"{address}.pdf")
    after = scherm.get(address).content.decode()

    assert postponed.status_code == 302
    assert address in page
    assert "Verder uitstellen" in page
    assert "Wij spreken nog een collega." in shown
    assert pdf.content[:4] == b"%PDF"
    assert "Al gegeven" in after
    assert scherm.get(f"/klachten/{klacht.pk}/brieven/klacht-uitstel").status_code == 404
