"""The log says why somebody looked, and never that they were involved when they were not."""

import datetime as dt

import pytest

from hengelo_sociaal.logboek.models import Toegangsregel
from hengelo_sociaal.medewerkers.models import Verlof
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory, member
from tests.factories.toegang import (
    NU,
    VANDAAG,
    HuisbezoekFactory,
    MeldingFactory,
    UitvraagFactory,
)
from toegang.domain.brieven import give_letter
from toegang.domain.inzien import look_at_melding, look_at_visit
from toegang.domain.uitvraag import look_at_uitvraag

pytestmark = pytest.mark.django_db
BETROKKEN = "betrokken bij het huishouden"


@pytest.fixture
def away(consulent):
    """A colleague for whom `consulent` stands in."""
    colleague = MedewerkerFactory(consulent=True, naam="Karin Lansink")
    Verlof.objects.create(
        medewerker=colleague, vervanger=consulent, van=VANDAAG, tot=VANDAAG + dt.timedelta(days=7)
    )
    return colleague


def logged():
    return Toegangsregel.objects.latest("pk").doel


def looked_at(melding, by):
    look_at_melding(by=by, melding_id=melding.pk, at=NU)
    return logged()


def test_who_treats_a_melding_is_involved(consulent):
    assert looked_at(MeldingFactory(van_consulent=consulent), consulent) == BETROKKEN


def test_who_stands_in_looks_for_who_is_away(consulent, away):
    assert looked_at(MeldingFactory(van_consulent=away), consulent) == "vervangt Karin Lansink"


@pytest.mark.parametrize(
    ("rol", "doel"),
    [("loket", "in de rol Zorgloket"), ("jurist", "in de rol Jurist en kwaliteit")],
)
def test_to_whom_all_meldingen_are_open_look_in_their_role(rol, doel):
    melding = MeldingFactory(van_consulent=MedewerkerFactory(consulent=True))

    assert looked_at(melding, MedewerkerFactory(rollen=[rol])) == doel


def test_of_a_team_of_nobody_or_taken_in_by_oneself():
    team = TeamFactory()
    colleague = member(team, consulent=True)
    of_team = MeldingFactory(team=team, van_consulent=member(team, consulent=True))
    of_nobody = MeldingFactory()
    own = MeldingFactory(geregistreerd_door=colleague, van_consulent=None)

    said = [looked_at(one, colleague) for one in (of_team, of_nobody, own)]

    assert said == [
        "melding van het eigen team",
        "melding die nog niemand behandelt",
        "nam de melding op",
    ]


def test_a_visit_of_ones_own_or_of_who_is_away(consulent, away):
    own, other = HuisbezoekFactory(medewerker=consulent), HuisbezoekFactory(medewerker=away)
    said = []
    for visit in (own, other):
        look_at_visit(by=consulent, huisbezoek_id=visit.pk, at=NU)
        said.append(logged())

    assert said == ["gaat op huisbezoek", "vervangt Karin Lansink"]


def test_an_uitvraag_of_the_counter_of_a_melding_and_of_a_household(loket, consulent):
    melding = MeldingFactory(van_consulent=consulent)
    begun = UitvraagFactory(begonnen_door=loket, huishouden=melding.huishouden, melding=melding)
    said = []
    for by in (loket, MedewerkerFactory(), consulent):
        look_at_uitvraag(by=by, uitvraag_id=begun.pk, at=NU)
        said.append(logged())

    assert said == ["begon de uitvraag", "in de rol Zorgloket", BETROKKEN]


def test_a_letter_is_given_on_the_same_ground(consulent, away):
    melding = MeldingFactory(van_consulent=away, met_termijn=True)

    give_letter(melding, "bevestiging-melding", by=consulent, at=NU)

    assert logged() == "vervangt Karin Lansink"
