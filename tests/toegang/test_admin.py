import pytest
from django.contrib import admin

from hengelo_sociaal.logboek.models import Wijzigingsregel
from tests.factories.medewerkers import MedewerkerFactory
from toegang.models import Contact, Huishouden, Inwoner, Melding, VindplaatsMedewerker

pytestmark = pytest.mark.django_db


@pytest.fixture
def beheer(client):
    medewerker = MedewerkerFactory(rollen=["beheer"])
    client.force_login(medewerker, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_no_resident_and_no_case_is_in_the_administration():
    for model in (Inwoner, Huishouden, Contact, Melding):
        assert not admin.site.is_registered(model)


def test_somebody_is_tied_to_a_vindplaats_with_a_line_in_the_log(beheer):
    poh = MedewerkerFactory(rollen=["vindplaats"])
    form = {"medewerker": poh.pk, "vindplaats": "poh-jeugd", "van": "2026-01-01", "tot": ""}

    answer = beheer.post("/beheer/toegang/vindplaatsmedewerker/add/", form)
    twice = beheer.post("/beheer/toegang/vindplaatsmedewerker/add/", form)

    assert answer.status_code == 302
    assert "werkt al voor deze vindplaats" in twice.content.decode()
    assert VindplaatsMedewerker.objects.get().medewerker == poh
    assert Wijzigingsregel.objects.get().soort == "vindplaatsmedewerker"


@pytest.mark.parametrize("lijst", ["vindplaatsmedewerker", "postcodegebied", "vindplaats"])
def test_the_lists_open(beheer, lijst):
    assert beheer.get(f"/beheer/toegang/{lijst}/").status_code == 200
