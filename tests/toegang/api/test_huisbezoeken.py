import datetime as dt

import pytest

from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.logboek.models import Toegangsregel
from tests.factories.toegang import HuisbezoekFactory, HuishoudenFactory, MeldingFactory

pytestmark = pytest.mark.django_db
BEZOEKEN = "/api/v1/huisbezoeken"


def plan(client, huishouden, **change):
    body = {
        "huishouden": str(huishouden.pk),
        "geplandOp": (nu() + dt.timedelta(days=3)).isoformat(),
    } | change
    return client.post(BEZOEKEN, body, content_type="application/json")


def test_the_counter_plans_for_a_consulent_who_sees_it(als_loket, als_consulent, consulent):
    melding = MeldingFactory()

    made = plan(
        als_loket, melding.huishouden, melding=str(melding.pk), medewerker=str(consulent.pk)
    )

    assert made.status_code == 201
    assert als_consulent.get(made["Location"]).json() == made.json()
    listed = als_consulent.get(BEZOEKEN).json()["resultaten"]
    assert listed == [made.json()]
    assert als_loket.get(BEZOEKEN).status_code == 403


def test_a_consulent_plans_for_their_own_households_only(als_consulent, consulent):
    own = HuishoudenFactory(betrokken=consulent)

    assert plan(als_consulent, own).json()["medewerker"] == str(consulent.pk)
    assert plan(als_consulent, HuishoudenFactory()).status_code == 404
    assert plan(als_consulent, own, geplandOp="2020-01-01T10:00:00Z").status_code == 400


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_takes_five_statements(als_consulent, consulent, number, django_assert_num_queries):
    for _ in range(number):
        HuisbezoekFactory(medewerker=consulent)
    HuisbezoekFactory()
    als_consulent.get(BEZOEKEN)

    with django_assert_num_queries(5):
        page = als_consulent.get(BEZOEKEN, {"geplandVan": "2026-01-01"})

    assert len(page.json()["resultaten"]) == number
    assert len(Toegangsregel.objects.latest("pk").inwoners) == number
