"""Who may see which toewijzingen, and whether with a name."""

import datetime as dt
import uuid

import pytest

from aanbieders.queries.overzicht import clients, effect_of_tarief, first_to_end, list_aanbieders
from aanbieders.queries.zicht import pseudonym, sees_names, visible_toewijzingen
from hengelo_sociaal.kern.fouten import GeenRecht
from hengelo_sociaal.medewerkers.domain import involve
from hengelo_sociaal.medewerkers.models import Grond
from tests.factories.aanbieders import (
    ContractFactory,
    TariefFactory,
    ToewijzingFactory,
)
from tests.factories.medewerkers import MedewerkerFactory

pytestmark = pytest.mark.django_db
OP = dt.date(2026, 6, 1)


@pytest.mark.parametrize("rol", ["jurist", "administratie", "contracten", "toezicht"])
def test_these_roles_see_every_grant(rol):
    ToewijzingFactory()

    assert visible_toewijzingen(by=MedewerkerFactory(rollen=[rol]), op=OP).count() == 1


@pytest.mark.parametrize("rol", ["consulent", "teamleider"])
def test_these_roles_see_the_households_they_are_involved_with(rol):
    eigen, _ander = ToewijzingFactory(), ToewijzingFactory()
    by = MedewerkerFactory(rollen=[rol])
    involve(medewerker=by, huishouden_id=eigen.huishouden_id, grond=Grond.PLAN, op=OP)

    assert list(visible_toewijzingen(by=by, op=OP)) == [eigen]
    assert not visible_toewijzingen(by=by, op=OP - dt.timedelta(days=1)).exists()


@pytest.mark.parametrize("rol", ["loket", "vindplaats", "beleid", "financien", "privacy", "beheer"])
def test_these_roles_see_none(rol):
    with pytest.raises(GeenRecht):
        visible_toewijzingen(by=MedewerkerFactory(rollen=[rol]), op=OP)


@pytest.mark.parametrize(
    ("rol", "names"),
    [("administratie", True), ("consulent", True), ("contracten", False), ("toezicht", False)],
)
def test_names_or_a_pseudonym(rol, names):
    assert sees_names(MedewerkerFactory(rollen=[rol])) is names


def test_a_pseudonym_is_stable_keyed_and_tells_nothing(settings):
    who = uuid.uuid4()

    first = pseudonym(who)

    assert first == pseudonym(who) != pseudonym(uuid.uuid4())
    settings.BSN_ZOEKSLEUTEL = "ff" * 32
    assert pseudonym(who) != first


@pytest.mark.parametrize("rol", ["contracten", "financien", "toezicht"])
def test_under_ten_clients_are_suppressed_for_figures_and_pseudonyms(rol):
    tarief = TariefFactory()
    for _ in range(9):
        ToewijzingFactory(tarief=tarief)
    by = MedewerkerFactory(rollen=[rol])

    few = clients(by=by, op=OP)[tarief.contract.aanbieder_id]
    ToewijzingFactory(tarief=tarief)
    ten = clients(by=by, op=OP)[tarief.contract.aanbieder_id]

    assert (few.waarde, str(few)) == (None, "minder dan 10")
    assert ten.waarde == 10


@pytest.mark.parametrize("rol", ["beleid", "loket", "consulent"])
def test_who_may_know_nothing_of_grants_gets_no_numbers(rol):
    ToewijzingFactory()

    assert clients(by=MedewerkerFactory(rollen=[rol]), op=OP) == {}


def test_an_effect_is_told_before_it_is_agreed():
    toewijzing = ToewijzingFactory()
    tarief = toewijzing.contract.tarieven.get()

    effect = effect_of_tarief(
        contract=tarief.contract,
        product=tarief.product,
        eenheid=tarief.eenheid,
        bedrag_cent=66_00,
        van=dt.date(2026, 7, 1),
    )

    assert (effect.toewijzingen, effect.was_cent) == (1, 60_00)
    assert effect.verschil_procent == pytest.approx(10)


def test_what_ends_or_must_be_cancelled_soon_comes_first():
    ContractFactory(nummer="later")
    ContractFactory(nummer="eindigt", tot=dt.date(2026, 9, 1))
    ContractFactory(nummer="opzeggen", opzegdatum=dt.date(2026, 7, 1))
    ContractFactory(nummer="voorbij", tot=dt.date(2026, 5, 1))

    assert [each.nummer for each in first_to_end(op=OP)] == ["opzeggen", "eindigt"]


def test_providers_are_found_by_name_or_number():
    aanbieder = ContractFactory(
        aanbieder__naam="Zorg aan Huis", aanbieder__kvk="87654321"
    ).aanbieder
    ContractFactory(afgelopen=True, aanbieder=aanbieder)

    (found,) = list_aanbieders(op=OP, zoek="aan huis")

    assert found.lopende_contracten == 1
    assert list(list_aanbieders(op=OP, zoek="87654321")) == [aanbieder]
