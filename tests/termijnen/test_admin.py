"""`beheer` keeps the rules; nobody else sees the screens."""

import datetime as dt

import pytest
from django.urls import reverse

from hengelo_sociaal.termijnen.models import GedektJaar, GelijkgesteldeDag, Termijnregel
from hengelo_sociaal.termijnen.queries import bereken_termijn
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.termijnen import TermijnFactory

pytestmark = pytest.mark.django_db

LIJST = "admin:termijnen_termijnregel_changelist"
JAREN = "admin:termijnen_gedektjaar_add"


@pytest.fixture
def beheerder(client):
    client.force_login(
        MedewerkerFactory(beheer=True), backend="django.contrib.auth.backends.ModelBackend"
    )
    return client


def _wijzig(regel: Termijnregel) -> str:
    return reverse("admin:termijnen_termijnregel_change", args=[regel.pk])


def _invoer(regel: Termijnregel, **anders: object) -> dict[str, object]:
    """What the form of a rule sends, with something different."""
    velden = [
        "code variant omschrijving toelichting zekerheid wet artikel geldig_van geldig_tot",
        "gebeurtenis soort aantal eenheid maximum telling opschorten_artikel",
        "verlengen_artikel verlengen_wijze verlengen_aantal verlengen_eenheid verlengen_keren",
    ]
    waarden = {naam: getattr(regel, naam) for naam in " ".join(velden).split()}
    waarden["opschort_gronden"] = regel.opschort_gronden
    return {naam: "" if waarde is None else waarde for naam, waarde in (waarden | anders).items()}


@pytest.mark.parametrize(("rol", "status"), [("beheer", 200), ("jurist", 403), ("loket", 403)])
def test_only_beheer_sees_the_rules(client, rol, status) -> None:
    client.force_login(
        MedewerkerFactory(rollen=[rol]), backend="django.contrib.auth.backends.ModelBackend"
    )

    assert client.get(reverse(LIJST)).status_code == status


def test_a_local_term_can_be_entered_with_a_date(beheerder) -> None:
    oud = Termijnregel.objects.get(code="wgs_besluit")
    beheerder.post(_wijzig(oud), _invoer(oud, geldig_tot="2026-12-31"))

    antwoord = beheerder.post(
        reverse("admin:termijnen_termijnregel_add"),
        _invoer(oud, aantal=6, geldig_van="2027-01-01", geldig_tot=""),
    )

    assert antwoord.status_code == 302
    voor = bereken_termijn("wgs_besluit", dt.date(2026, 12, 31))
    na = bereken_termijn("wgs_besluit", dt.date(2027, 1, 1))
    assert (voor.einddatum, na.einddatum) == (dt.date(2027, 2, 25), dt.date(2027, 2, 12))


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"aantal": 9}, "De duur is langer dan de wet toestaat."),
        ({"geldig_tot": "2020-01-01"}, "De einddatum ligt voor de begindatum."),
        ({"soort": "onderzoekstermijn"}, "Alleen een beslistermijn"),
    ],
)
def test_a_wrong_rule_is_refused_with_a_sentence(beheerder, anders, zin) -> None:
    regel = Termijnregel.objects.get(code="wgs_besluit")

    antwoord = beheerder.post(_wijzig(regel), _invoer(regel, **anders))

    assert antwoord.status_code == 200
    assert zin in antwoord.content.decode()


def test_a_second_rule_for_the_same_days_is_refused_with_a_sentence(beheerder) -> None:
    regel = Termijnregel.objects.get(code="wgs_besluit")

    antwoord = beheerder.post(
        reverse("admin:termijnen_termijnregel_add"), _invoer(regel, geldig_van="2027-01-01")
    )

    assert "In deze periode geldt al een regel met deze code." in antwoord.content.decode()


def test_a_rule_in_use_can_end_but_not_change(beheerder) -> None:
    regel = TermijnFactory().regel

    beheerder.post(_wijzig(regel), _invoer(regel, aantal=4, geldig_tot="2026-12-31"))

    regel.refresh_from_db()
    assert (regel.aantal, regel.geldig_tot) == (8, dt.date(2026, 12, 31))
    assert beheerder.post(f"{_wijzig(regel)}".replace("change", "delete")).status_code == 403


def test_a_new_year_is_entered_with_its_days_and_counts_at_once(beheerder) -> None:
    antwoord = beheerder.post(
        reverse(JAREN),
        {
            "jaar": 2029,
            "besluit": "Proefbesluit",
            "dagen-TOTAL_FORMS": 1,
            "dagen-INITIAL_FORMS": 0,
            "dagen-0-datum": "2029-05-11",
        },
    )

    assert antwoord.status_code == 302
    assert bereken_termijn("wmo_besluit", dt.date(2029, 4, 27)).einddatum == dt.date(2029, 5, 14)


def test_a_day_outside_its_year_is_refused_with_a_sentence(beheerder) -> None:
    antwoord = beheerder.post(
        reverse(JAREN),
        {
            "jaar": 2029,
            "besluit": "Proefbesluit",
            "dagen-TOTAL_FORMS": 1,
            "dagen-INITIAL_FORMS": 0,
            "dagen-0-datum": "2030-05-11",
        },
    )

    assert "Deze dag ligt niet in dit jaar." in antwoord.content.decode()
    assert not GedektJaar.objects.filter(jaar=2029).exists()
    assert not GelijkgesteldeDag.objects.filter(datum__year=2030).exists()
