"""Telling that something is missing, without naming anybody."""

import datetime as dt

import pytest
from django.db import OperationalError

from hengelo_sociaal.kern.fouten import GeenRecht
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.rollen import ROLLEN
from hengelo_sociaal.waarden.models import Leefgebied
from tests.factories.medewerkers import MedewerkerFactory
from voorzieningen.domain.gemis import refuse_personal_data, signal_gemis
from voorzieningen.exceptions import PersoonInToelichting
from voorzieningen.models import Gemis

NU = dt.datetime(2026, 1, 5, 9, tzinfo=AMSTERDAM)


def signal(by, toelichting: str = "Geen inloop in de avond.") -> Gemis:
    leefgebied = Leefgebied.objects.get(pk="netwerk")
    return signal_gemis(leefgebied=leefgebied, toelichting=toelichting, by=by, at=NU)


@pytest.mark.django_db
def test_a_gap_is_kept_with_its_line_in_the_log():
    gemis = signal(MedewerkerFactory(consulent=True))

    assert Wijzigingsregel.objects.get().object_id == gemis.pk


@pytest.mark.django_db
@pytest.mark.parametrize("rol", sorted(set(ROLLEN) - {"consulent"}))
def test_nobody_else_may(rol):
    with pytest.raises(GeenRecht):
        signal(MedewerkerFactory(rollen=[rol]))


@pytest.mark.parametrize(
    "tekst",
    [
        "Mevrouw met BSN 123456782 zoekt iets",
        "BSN 1234.56.782",
        "bel 06-12345678",
        "bel 074 245 98 76",
        "bel +31612345678",
        "mail jan@example.nl",
        "iemand op 7551 AB",
    ],
)
def test_what_points_at_a_person_is_refused(tekst):
    with pytest.raises(PersoonInToelichting):
        refuse_personal_data(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "Sinds 2019 is er niets voor 65-plussers.",
        "12 mensen vroegen hierom.",
        "Wachttijd: 100 dagen",
    ],
)
def test_ordinary_words_are_fine(tekst):
    refuse_personal_data(tekst)


@pytest.mark.django_db
def test_without_its_line_in_the_log_there_is_no_gap(monkeypatch):
    def fail(**kwargs):
        raise OperationalError("vol")

    monkeypatch.setattr("voorzieningen.domain.gemis.log_change", fail)

    with pytest.raises(OperationalError):
        signal(MedewerkerFactory(consulent=True))

    assert not Gemis.objects.exists()
