import datetime as dt

import pytest

from hengelo_sociaal.kern.beperkingen import operation, register_constraint
from hengelo_sociaal.kern.fouten import Conflict, OngeldigeInvoer
from hengelo_sociaal.medewerkers.models import Betrokkenheid, Grond, Medewerker


class AlBetrokken(Conflict):
    code = "al-betrokken"
    melding = "Deze medewerker is al betrokken."


@pytest.mark.django_db
def test_refusal_by_the_database_becomes_a_named_refusal(monkeypatch):
    monkeypatch.setattr("hengelo_sociaal.kern.beperkingen._REGISTERED", {})
    register_constraint("betrokkenheid_geen_overlap", AlBetrokken)
    medewerker = Medewerker.objects.create_user("anouk", naam="Anouk")
    velden = {
        "medewerker": medewerker,
        "huishouden_id": medewerker.pk,
        "grond": Grond.PLAN,
        "van": dt.date(2026, 1, 1),
    }
    Betrokkenheid.objects.create(**velden)

    with pytest.raises(AlBetrokken), operation():
        Betrokkenheid.objects.create(**velden)

    assert Betrokkenheid.objects.count() == 1


@pytest.mark.django_db
def test_what_nobody_named_stays_a_fault():
    from django.db import IntegrityError

    with pytest.raises(IntegrityError), operation():
        Betrokkenheid.objects.create(
            medewerker_id=None, huishouden_id=None, grond="plan", van=dt.date(2026, 1, 1)
        )


@pytest.mark.django_db
def test_what_does_not_fit_in_a_column_is_told_in_words():
    with pytest.raises(OngeldigeInvoer, match="te groot"), operation():
        Medewerker.objects.create_user("x" * 61, naam="Anouk")

    assert not Medewerker.objects.filter(naam="Anouk").exists()
