"""The list of what nobody checked for long."""

import datetime as dt

import pytest

from hengelo_sociaal.kern.tijd import vandaag
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import PartnerFactory, VoorzieningFactory

pytestmark = pytest.mark.django_db
ADRES = "/voorzieningen/nakijken"
OUD = dt.date(2020, 1, 1)


@pytest.fixture
def als(client):
    def login(medewerker):
        client.force_login(medewerker, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return login


def test_beleid_sees_all_and_can_see_the_own_only(als):
    mij = MedewerkerFactory(beleid=True)
    VoorzieningFactory(naam="Van mij", eigenaar=mij, gecontroleerd_op=OUD)
    VoorzieningFactory(naam="Van een ander", gecontroleerd_op=OUD)
    browser = als(mij)

    alles, eigen = browser.get(ADRES).text, browser.get(f"{ADRES}?van=mij").text

    assert "Van mij" in alles
    assert "Van een ander" in alles
    assert "Van een ander" not in eigen


def test_a_partner_sees_the_own_organisation_and_presses_once(als):
    partner = PartnerFactory()
    ons = VoorzieningFactory(naam="Ons werk", organisatie=partner.organisatie, gecontroleerd_op=OUD)
    ander = VoorzieningFactory(naam="Ander werk", gecontroleerd_op=OUD)
    browser = als(partner.medewerker)

    page = browser.get(ADRES).text
    assert "Ons werk" in page
    assert "Ander werk" not in page

    assert browser.post(f"/voorzieningen/{ons.pk}/nagekeken").status_code == 302
    assert browser.post(f"/voorzieningen/{ander.pk}/nagekeken").status_code == 403
    ons.refresh_from_db()
    ander.refresh_from_db()
    assert (ons.gecontroleerd_op, ander.gecontroleerd_op) == (vandaag(), OUD)


@pytest.mark.parametrize("aantal", [2, 6])
def test_the_number_of_queries_does_not_grow(als, aantal, django_assert_max_num_queries):
    VoorzieningFactory.create_batch(aantal, gecontroleerd_op=OUD)
    browser = als(MedewerkerFactory(beleid=True))

    with django_assert_max_num_queries(9):
        browser.get(ADRES)
