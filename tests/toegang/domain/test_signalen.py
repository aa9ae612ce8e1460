"""Signals about debts: one case for an address, help offered in time, and forgotten in time."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer, Verouderd
from hengelo_sociaal.logboek.models import Toegangsregel, Wijzigingsregel
from hengelo_sociaal.medewerkers.domain import is_involved
from hengelo_sociaal.medewerkers.models import Grond
from hengelo_sociaal.medewerkers.queries import running_involvements
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory
from tests.factories.signalen import made_zaak, regel
from tests.factories.toegang import NU, VANDAAG, HuishoudenFactory, InwonerFactory
from toegang.domain.signalen import (
    assign_zaak,
    close_zaak,
    forget_signalen,
    link_resident,
    load_signalen,
    look_at_zaak,
    record_attempt,
)
from toegang.exceptions import InwonerOnbekend, ZaakAfgesloten
from toegang.models import Contact, Huishouden, Signaal, Signaalzaak
from toegang.queries.signalen import figures_of_year

pytestmark = pytest.mark.django_db
DAG = dt.timedelta(days=1)


@pytest.fixture
def leider():
    return MedewerkerFactory(teamleider=True)


def load(by, *regels):
    return load_signalen(regels=list(regels), by=by, at=NU)


def attempt(by, zaak, resultaat, dagen=0, **change):
    given = {"soort": "telefoon", "op": VANDAAG + dagen * DAG, "at": NU + dagen * DAG} | change
    return record_attempt(by=by, zaak_id=zaak.pk, resultaat=resultaat, **given)


def test_the_signals_of_one_address_are_one_case(leider):
    done = load(
        leider,
        regel(),
        regel(kenmerk="K2", melder="Vitens", soort="water", toevoeging=""),
        regel(kenmerk="K3", huisnummer=14),
        regel(kenmerk="K4", toevoeging="a"),
    )

    assert (done.nieuw, Signaalzaak.objects.count()) == (4, 3)
    zaak = Signaalzaak.objects.get(huisnummer=12, toevoeging="")
    assert zaak.signalen.count() == 2
    assert zaak.nummer.startswith("S-2026-")
    assert zaak.termijn.einddatum == dt.date(2026, 12, 15)
    assert zaak.verwijderen_op == dt.date(2027, 5, 17)
    assert Wijzigingsregel.objects.filter(soort="signaalzaak").count() == 3


def test_a_second_time_changes_nothing_and_a_correction_one_thing(leider):
    load(leider, regel())

    again = load(leider, regel())
    corrected = load(leider, regel(bedrag=100))

    assert (again.nieuw, again.gewijzigd, again.gelijk) == (0, 0, 1)
    assert (corrected.nieuw, corrected.gewijzigd) == (0, 1)
    assert Signaal.objects.get().bedrag == 100


def test_a_signal_after_a_closed_case_opens_another(leider):
    first = made_zaak(leider)
    close_zaak(by=leider, zaak_id=first.pk, uitkomst="afgewezen", op=VANDAAG, at=NU)

    second = made_zaak(leider, kenmerk="K2")

    assert second.pk != first.pk
    assert Signaalzaak.objects.count() == 2


def test_somebody_is_found_by_bsn_and_it_is_not_kept(leider):
    person = InwonerFactory(met_bsn="123456782", geslachtsnaam="Anders")
    home = HuishoudenFactory(leden=[person], huisnummer=12)

    zaak = made_zaak(leider, bsn="123456782")

    assert (zaak.inwoner, zaak.huishouden) == (person, home)
    stored = [str(value) for row in Signaal.objects.values() for value in row.values()]
    assert not any("123456782" in value for value in stored)


@pytest.mark.parametrize(
    ("change", "gevonden"),
    [
        ({}, True),
        ({"geslachtsnaam": "BOS"}, True),
        ({"geslachtsnaam": "Bosch"}, False),
        ({"geboortedatum": dt.date(1980, 5, 2)}, False),
        ({"geboortedatum": None}, False),
    ],
)
def test_or_by_name_birth_date_and_address_together(leider, change, gevonden):
    person = InwonerFactory(geslachtsnaam="Bos", geboortedatum=dt.date(1980, 5, 1))
    home = HuishoudenFactory(leden=[person], huisnummer=12)

    zaak = made_zaak(leider, **change)

    assert (zaak.inwoner == person) is gevonden
    assert zaak.huishouden == home  # the only household there


def test_two_who_are_alike_at_one_address_are_not_guessed_between(leider):
    alike = [
        InwonerFactory(geslachtsnaam="Bos", geboortedatum=dt.date(1980, 5, 1)) for _ in range(2)
    ]
    HuishoudenFactory(leden=alike, huisnummer=12)

    assert made_zaak(leider).inwoner is None


@pytest.mark.parametrize("number", [1, 20])
def test_a_file_takes_hardly_more_queries_when_it_is_longer(
    leider, number, django_assert_max_num_queries
):
    lines = [regel(kenmerk=f"K{n}", huisnummer=n + 1) for n in range(number)]

    with django_assert_max_num_queries(30 + number):  # one line in the log for each new case
        load(leider, *lines)


def test_the_first_offer_meets_the_term(consulent):
    zaak = made_zaak()

    attempt(consulent, zaak, "geen-contact", 1)
    zaak.refresh_from_db()
    assert zaak.status == "benaderd"
    attempt(consulent, zaak, "verstuurd", 3, soort="brief")
    attempt(consulent, zaak, "aanbod", 5, soort="huisbezoek")

    zaak.refresh_from_db()
    assert (zaak.status, zaak.aanbod_op) == ("aangeboden", VANDAAG + 3 * DAG)
    assert (zaak.termijn.status, zaak.termijn.gehaald_op) == ("gehaald", VANDAAG + 3 * DAG)


@pytest.mark.parametrize(
    "change",
    [{"op": VANDAAG - DAG}, {"op": VANDAAG + DAG}, {"soort": "duif"}, {"resultaat": "ja"}],
)
def test_impossible_attempts_are_refused(consulent, change):
    zaak = made_zaak()
    given = {"soort": "sms", "resultaat": "geen-contact", "op": VANDAAG} | change

    with pytest.raises(OngeldigeInvoer):
        record_attempt(by=consulent, zaak_id=zaak.pk, at=NU, **given)


def test_who_accepts_gets_a_melding_with_its_term(consulent):
    person = InwonerFactory(geslachtsnaam="Bos", geboortedatum=dt.date(1980, 5, 1))
    HuishoudenFactory(leden=[person], huisnummer=12)
    zaak = made_zaak()
    assign_zaak(by=consulent, zaak_id=zaak.pk, consulent_id=consulent.pk, at=NU)

    done = close_zaak(by=consulent, zaak_id=zaak.pk, uitkomst="aanvaard", op=VANDAAG, at=NU)

    assert (done.melding.wet_id, done.melding.consulent) == ("wgs", consulent)
    assert done.melding.termijnen.get().regel.code == "wgs_gesprek"
    assert done.termijn.status == "gehaald" or done.aanbod_op == VANDAAG
    assert Contact.objects.get().inwoner == person


def test_nobody_accepts_without_a_name_and_nothing_is_left_of_it(consulent):
    zaak = made_zaak()

    with pytest.raises(InwonerOnbekend):
        close_zaak(by=consulent, zaak_id=zaak.pk, uitkomst="aanvaard", op=VANDAAG, at=NU)
    zaak.refresh_from_db()
    assert zaak.is_open
    assert not Contact.objects.exists()


def test_who_it_is_can_be_said_later(consulent):
    person = InwonerFactory()
    home = HuishoudenFactory(leden=[person])
    zaak = made_zaak()
    assign_zaak(by=consulent, zaak_id=zaak.pk, consulent_id=consulent.pk, at=NU)

    link_resident(by=consulent, zaak_id=zaak.pk, inwoner_id=person.pk, at=NU)

    zaak.refresh_from_db()
    assert (zaak.inwoner, zaak.huishouden) == (person, home)
    assert is_involved(consulent, home.pk, op=VANDAAG)


def bos_at_home():
    person = InwonerFactory(geslachtsnaam="Bos", geboortedatum=dt.date(1980, 5, 1))
    return HuishoudenFactory(leden=[person], huisnummer=12)


def test_who_gives_a_case_away_no_longer_opens_the_dossier(consulent):
    home, zaak, other = bos_at_home(), made_zaak(), MedewerkerFactory(consulent=True)
    tomorrow = VANDAAG + DAG

    for one in (consulent, consulent, other):
        assign_zaak(by=consulent, zaak_id=zaak.pk, consulent_id=one.pk, at=NU)

    assert not is_involved(consulent, home.pk, op=tomorrow)
    assert is_involved(other, home.pk, op=tomorrow)


def test_a_household_that_was_linked_by_mistake_closes_again(consulent):
    wrong, right = HuishoudenFactory(met_leden=1), HuishoudenFactory(met_leden=1)
    zaak = made_zaak()
    assign_zaak(by=consulent, zaak_id=zaak.pk, consulent_id=consulent.pk, at=NU)

    for home in (wrong, right):
        link_resident(by=consulent, zaak_id=zaak.pk, inwoner_id=home.leden.get().pk, at=NU)

    assert not is_involved(consulent, wrong.pk, op=VANDAAG + DAG)
    assert is_involved(consulent, right.pk, op=VANDAAG + DAG)


def test_somebody_without_a_home_leaves_the_household_at_the_address(consulent):
    """The file found who live at the address; it was about somebody who does not."""
    home, piet = HuishoudenFactory(met_leden=1, huisnummer=12), InwonerFactory()
    zaak = made_zaak()
    assign_zaak(by=consulent, zaak_id=zaak.pk, consulent_id=consulent.pk, at=NU)
    assert is_involved(consulent, home.pk, op=VANDAAG)

    linked = link_resident(by=consulent, zaak_id=zaak.pk, inwoner_id=piet.pk, at=NU)
    done = close_zaak(by=consulent, zaak_id=zaak.pk, uitkomst="aanvaard", op=VANDAAG, at=NU)

    assert (linked.inwoner, linked.huishouden) == (piet, None)
    assert not is_involved(consulent, home.pk, op=VANDAAG + DAG)
    assert not Contact.objects.filter(huishouden=home).exists()
    assert done.melding.inwoner == piet
    assert done.melding.huishouden != home
    assert list(done.melding.huishouden.leden.all()) == [piet]
    assert is_involved(consulent, done.melding.huishouden_id, op=VANDAAG + DAG)


@pytest.mark.parametrize(
    ("uitkomst", "grond"), [("afgewezen", None), ("opgelost", None), ("aanvaard", Grond.MELDING)]
)
def test_a_closed_case_opens_no_dossier_but_its_melding_does(consulent, uitkomst, grond):
    home, zaak = bos_at_home(), made_zaak()
    assign_zaak(by=consulent, zaak_id=zaak.pk, consulent_id=consulent.pk, at=NU)

    close_zaak(by=consulent, zaak_id=zaak.pk, uitkomst=uitkomst, op=VANDAAG, at=NU)

    left = running_involvements(consulent, op=VANDAAG + DAG).filter(huishouden_id=home.pk)
    assert [one.grond for one in left] == ([grond] if grond else [])


def test_another_open_case_of_the_household_keeps_the_dossier_open(consulent):
    home, first = bos_at_home(), made_zaak()
    second = made_zaak(kenmerk="K9", huisnummer=99)
    for zaak in (first, second):
        assign_zaak(by=consulent, zaak_id=zaak.pk, consulent_id=consulent.pk, at=NU)
    link_resident(by=consulent, zaak_id=second.pk, inwoner_id=home.leden.get().pk, at=NU)

    close_zaak(by=consulent, zaak_id=first.pk, uitkomst="opgelost", op=VANDAAG, at=NU)

    assert is_involved(consulent, home.pk, op=VANDAAG + DAG)


def test_a_closed_case_stays_as_it_is(consulent):
    zaak = made_zaak()
    who = {"by": consulent, "zaak_id": zaak.pk, "at": NU}
    with pytest.raises(Verouderd):
        close_zaak(**who, uitkomst="afgewezen", op=VANDAAG, revisie=9)
    close_zaak(**who, uitkomst="afgewezen", op=VANDAAG)

    zaak.termijn.refresh_from_db()
    assert zaak.termijn.status == "vervallen"
    with pytest.raises(ZaakAfgesloten):
        close_zaak(**who, uitkomst="opgelost", op=VANDAAG)
    with pytest.raises(ZaakAfgesloten):
        attempt(consulent, zaak, "gesproken")


def test_what_led_to_no_help_is_forgotten_and_still_counts(consulent):
    home = HuishoudenFactory(
        leden=[InwonerFactory(geslachtsnaam="Bos", geboortedatum=dt.date(1980, 5, 1))],
        huisnummer=12,
    )
    zaak = made_zaak()
    assign_zaak(by=consulent, zaak_id=zaak.pk, consulent_id=consulent.pk, at=NU)
    attempt(consulent, zaak, "verstuurd", 1, toelichting="Mevrouw Bos is ziek")
    late = dt.datetime(2027, 5, 18, 9, tzinfo=NU.tzinfo)

    assert forget_signalen(by=consulent, at=late - DAG) == 0
    assert forget_signalen(by=consulent, at=late) == 1
    assert forget_signalen(by=consulent, at=late) == 0

    zaak.refresh_from_db()
    signal = zaak.signalen.get()
    assert (zaak.uitkomst, zaak.inwoner, zaak.huishouden) == ("niet-bereikt", None, None)
    assert (zaak.straat, zaak.postcode, signal.naam, signal.geboortedatum) == ("", "", "", None)
    assert zaak.pogingen.get().toelichting == ""
    assert not is_involved(consulent, home.pk, op=late.date() + DAG)
    assert figures_of_year(2026, op=late.date()).op_tijd == 1
    with pytest.raises(NietGevonden):
        look_at_zaak(by=consulent, zaak_id=zaak.pk, at=late)


def test_forgetting_locks_the_household_before_the_case(consulent):
    bos_at_home()
    made_zaak()

    with CaptureQueriesContext(connection) as asked:
        forget_signalen(by=consulent, at=dt.datetime(2027, 5, 18, 9, tzinfo=NU.tzinfo))

    locks = [one["sql"] for one in asked.captured_queries if "FOR NO KEY UPDATE" in one["sql"]]
    for model, sql in zip((Huishouden, Signaalzaak), locks[:2], strict=True):
        assert f'FROM "{model._meta.db_table}"' in sql


def test_what_led_to_help_is_not_forgotten_here(consulent):
    person = InwonerFactory(geslachtsnaam="Bos", geboortedatum=dt.date(1980, 5, 1))
    HuishoudenFactory(leden=[person], huisnummer=12)
    zaak = made_zaak()
    close_zaak(by=consulent, zaak_id=zaak.pk, uitkomst="aanvaard", op=VANDAAG, at=NU)

    assert forget_signalen(by=consulent, at=NU + 400 * DAG) == 0


def test_the_figures_of_a_year(consulent):
    for number in range(4):
        made_zaak(kenmerk=f"K{number}", huisnummer=number + 1)
    first, second, third, _ = Signaalzaak.objects.order_by("huisnummer")
    attempt(consulent, first, "aanbod", 2)
    attempt(consulent, second, "verstuurd", 40)
    close_zaak(by=consulent, zaak_id=third.pk, uitkomst="afgewezen", op=VANDAAG, at=NU)

    found = figures_of_year(2026, op=VANDAAG + 40 * DAG)

    assert (found.zaken, found.signalen, found.aangeboden, found.op_tijd) == (4, 4, 2, 1)
    assert (found.bereikt, found.aanvaard, found.open, found.te_laat) == (2, 0, 3, 1)
    assert (found.deel_op_tijd, found.deel_bereikt) == (25, 50)
    assert figures_of_year(2020, op=VANDAAG).deel_op_tijd is None


def test_who_may_see_and_follow_up(loket, consulent, beleid):
    zaak = made_zaak()
    other_team = TeamFactory()
    zaak.team = other_team
    zaak.save()

    assert look_at_zaak(by=loket, zaak_id=zaak.pk, at=NU) == zaak
    with pytest.raises(NietGevonden):
        look_at_zaak(by=consulent, zaak_id=zaak.pk, at=NU)
    other_team.leden.add(consulent)
    assert look_at_zaak(by=consulent, zaak_id=zaak.pk, at=NU) == zaak
    with pytest.raises(GeenRecht):
        look_at_zaak(by=beleid, zaak_id=zaak.pk, at=NU)
    with pytest.raises(GeenRecht):
        attempt(loket, zaak, "geen-contact")
    with pytest.raises(GeenRecht):
        load(consulent, regel(kenmerk="K9"))
    assert Toegangsregel.objects.filter(soort="signaalzaak").count() == 2


def test_without_its_log_line_nothing_is_taken_in(leider, monkeypatch):
    monkeypatch.setattr("toegang.domain.signalen.inlezen.log_change", lambda **_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        load(leider, regel())
    assert not Signaalzaak.objects.exists()


def test_the_address_of_a_case_reads_like_any_other():
    zaak = Signaalzaak(straat="Hoflaan", huisnummer=229, postcode="7557XE", woonplaats="Hengelo")

    assert zaak.adres == "Hoflaan 229, 7557 XE Hengelo"
    assert Signaalzaak().adres == ""
