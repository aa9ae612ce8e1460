"""Keeping the catalogue."""

import datetime as dt
from dataclasses import replace

import pytest
from django.db import OperationalError

from hengelo_sociaal.kern.fouten import GeenRecht, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.rollen import ROLLEN
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import VoorzieningFactory
from voorzieningen.domain.voorzieningen import (
    VoorzieningGegevens,
    change_voorziening,
    create_voorziening,
)
from voorzieningen.exceptions import CodeBestaatAl
from voorzieningen.models import Voorziening

pytestmark = pytest.mark.django_db
NU = dt.datetime(2026, 1, 5, 9, tzinfo=AMSTERDAM)
GEGEVENS = VoorzieningGegevens(
    code="taalcafe",
    naam="Taalcafé",
    omschrijving="U oefent Nederlands.",
    soort="algemeen",
    vorm="collectief",
    geldig_van=dt.date(2026, 1, 1),
    leefgebieden=["leren"],
)


@pytest.fixture
def beleid():
    return MedewerkerFactory(beleid=True)


def test_a_provision_is_added_with_its_relations(beleid):
    made = create_voorziening(
        gegevens=replace(GEGEVENS, doelgroepen=["nieuwkomers"]), by=beleid, at=NU
    )

    assert [each.pk for each in made.doelgroepen.all()] == ["nieuwkomers"]
    assert Wijzigingsregel.objects.get().object_id == made.pk


def test_the_log_keeps_what_each_field_was(beleid):
    made = create_voorziening(gegevens=GEGEVENS, by=beleid, at=NU)

    change_voorziening(
        voorziening=made,
        gegevens=replace(GEGEVENS, naam="Taalhuis", leefgebieden=["leren", "meedoen"]),
        by=beleid,
        at=NU,
    )

    assert Wijzigingsregel.objects.latest("pk").wijziging == {
        "naam": ["Taalcafé", "Taalhuis"],
        "leefgebieden": [["leren"], ["leren", "meedoen"]],
    }


def test_nothing_changed_writes_nothing(beleid):
    made = create_voorziening(gegevens=GEGEVENS, by=beleid, at=NU)

    change_voorziening(voorziening=made, gegevens=GEGEVENS, by=beleid, at=NU)

    assert Wijzigingsregel.objects.count() == 1


def test_what_cannot_be_right_is_refused_by_field(beleid):
    with pytest.raises(OngeldigeInvoer) as refused:
        create_voorziening(gegevens=replace(GEGEVENS, vorm="rond"), by=beleid, at=NU)

    assert "vorm" in refused.value.velden


def test_a_code_is_taken_once_also_in_a_race(beleid, monkeypatch):
    VoorzieningFactory(code="taalcafe")
    monkeypatch.setattr("voorzieningen.domain.voorzieningen.check", lambda record, exclude: None)

    with pytest.raises(CodeBestaatAl):
        create_voorziening(gegevens=GEGEVENS, by=beleid, at=NU)


@pytest.mark.parametrize("rol", sorted(set(ROLLEN) - {"beleid"}))
def test_only_beleid_may_write(rol):
    by = MedewerkerFactory(rollen=[rol])

    with pytest.raises(GeenRecht):
        create_voorziening(gegevens=GEGEVENS, by=by, at=NU)
    with pytest.raises(GeenRecht):
        change_voorziening(voorziening=VoorzieningFactory(), gegevens=GEGEVENS, by=by, at=NU)


def test_without_its_line_in_the_log_there_is_no_provision(beleid, monkeypatch):
    def fail(**kwargs):
        raise OperationalError("vol")

    monkeypatch.setattr("voorzieningen.domain.voorzieningen.log_change", fail)

    with pytest.raises(OperationalError):
        create_voorziening(gegevens=GEGEVENS, by=beleid, at=NU)

    assert not Voorziening.objects.exists()
