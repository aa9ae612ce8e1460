"""A team leader divides the work, and nobody is overtaken silently."""

import datetime as dt

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden
from hengelo_sociaal.werk.models import Bericht
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory
from tests.factories.termijnen import TermijnFactory
from tests.factories.toegang import NU, VANDAAG, MeldingFactory
from tests.factories.werk import VerlofFactory
from toegang.domain.verdelen import divide_work
from toegang.domain.waarschuwen import warn_of_terms
from toegang.exceptions import AlToegedeeld
from toegang.models import Melding, MeldingTermijn

pytestmark = pytest.mark.django_db


@pytest.fixture
def leider():
    return MedewerkerFactory(teamleider=True)


@pytest.fixture
def team(leider, consulent):
    made = TeamFactory()
    made.leden.add(leider, consulent)
    return made


def divide(by, team, keuze):
    given = {melding.pk: collega.pk for melding, collega in keuze.items()}
    return divide_work(by=by, team_id=team.pk, keuze=given, at=NU)


def test_what_was_chosen_is_given_and_told(leider, consulent, team):
    first, second = MeldingFactory.create_batch(2, team=team)

    assert divide(leider, team, {first: consulent, second: consulent}) == 2

    assert Melding.objects.filter(consulent=consulent).count() == 2
    assert Bericht.objects.filter(voor=consulent, soort="toegedeeld").count() == 2


def test_one_that_was_taken_up_meanwhile_undoes_all(leider, consulent, team):
    free, taken = MeldingFactory.create_batch(2, team=team)
    taken.consulent = leider
    taken.save()

    with pytest.raises(AlToegedeeld):
        divide(leider, team, {free: consulent, taken: consulent})
    free.refresh_from_db()
    assert free.consulent is None


def test_only_the_leader_of_the_team(leider, consulent, team):
    melding = MeldingFactory(team=team)

    with pytest.raises(GeenRecht):
        divide(consulent, team, {melding: consulent})
    with pytest.raises(NietGevonden):
        divide(MedewerkerFactory(teamleider=True), team, {melding: consulent})


@pytest.fixture
def met_termijn(consulent):
    def make(**term):
        melding = MeldingFactory(van_consulent=consulent)
        made = TermijnFactory(code="wmo_onderzoek", handeling="wmo-melding", **term)
        MeldingTermijn.objects.create(melding=melding, termijn=made)
        return melding

    return make


def test_five_working_days_ahead_and_when_it_passed_somebody_is_told_once(consulent, met_termijn):
    melding = met_termijn()
    end = melding.termijnen.get().einddatum

    def at(days):
        return dt.datetime.combine(end, NU.time(), NU.tzinfo) + dt.timedelta(days=days)

    for days in (-20, -3, -2, 1, 2):
        warn_of_terms(at=at(days))

    titles = list(Bericht.objects.filter(voor=consulent).values_list("titel", flat=True))
    assert len(titles) == 2
    assert any("loopt bijna af" in title for title in titles)
    assert any("is voorbij" in title for title in titles)


def test_the_substitute_hears_of_it_too(consulent, met_termijn):
    melding = met_termijn()
    end = melding.termijnen.get().einddatum
    leave = VerlofFactory(medewerker=consulent, van=end, tot=end)

    warn_of_terms(at=dt.datetime.combine(end, NU.time(), NU.tzinfo))

    assert Bericht.objects.filter(voor=leave.vervanger).count() == 1


def test_nobody_hears_of_what_is_done_or_not_ours(consulent):
    for code in ("wmo_persoonlijk_plan", "pw_zoektermijn"):
        melding = MeldingFactory(van_consulent=consulent, ontvangen_op=VANDAAG)
        term = TermijnFactory(code=code, handeling="wmo-melding")
        MeldingTermijn.objects.create(melding=melding, termijn=term)

    warn_of_terms(at=NU + dt.timedelta(days=400))

    assert not Bericht.objects.exists()
