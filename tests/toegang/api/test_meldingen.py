import datetime as dt
import uuid

import pytest

from hengelo_sociaal.kern.tijd import vandaag
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import ContactFactory, HulpvraagFactory, MeldingFactory

pytestmark = pytest.mark.django_db
MELDINGEN = "/api/v1/meldingen"
VAN_EEN_VINDPLAATS = {
    "id",
    "nummer",
    "hulpvraag",
    "wet",
    "ontvangenOp",
    "status",
    "verwijzer",
    "verwijzerNaam",
    "verwijzerOrganisatie",
    "verwezenOp",
    "bedreigend",
    "afgerondOp",
}


def send(client, path, body):
    return client.post(path, body, content_type="application/json")


def make(client, vraag, **change):
    body = {"wet": "wmo", "ontvangenOp": "2026-03-02"} | change
    return send(client, f"/api/v1/hulpvragen/{vraag.pk}/melding", body)


def test_a_melding_comes_with_its_terms(als_loket):
    made = make(als_loket, HulpvraagFactory())

    body = made.json()
    assert made.status_code == 201
    terms = {term["regel"]: term for term in body["termijnen"]}
    assert terms["wmo_onderzoek"]["einddatum"] == "2026-04-13"
    assert set(terms["wmo_onderzoek"]) == {
        "id",
        "regel",
        "start",
        "einddatum",
        "status",
        "stappen",
    }
    assert set(terms["wmo_onderzoek"]["stappen"][0]) == {"datum", "waarom"}
    read = als_loket.get(made["Location"]).json()
    read["termijnen"].sort(key=lambda term: term["regel"])
    body["termijnen"].sort(key=lambda term: term["regel"])
    assert read == body


def test_refusals_have_their_status(als_loket):
    vraag = HulpvraagFactory()
    anonymous = HulpvraagFactory(contact=ContactFactory())
    tomorrow = (vandaag() + dt.timedelta(days=1)).isoformat()

    assert make(als_loket, vraag, ontvangenOp=tomorrow).status_code == 400
    assert make(als_loket, vraag, wet="nee").status_code == 400
    assert make(als_loket, vraag).status_code == 201
    assert make(als_loket, vraag).status_code == 409
    refused = make(als_loket, anonymous)
    assert (refused.status_code, refused.json()["code"]) == (409, "anoniem-geen-melding")


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_takes_four_statements(als_loket, number, django_assert_num_queries):
    for _ in range(number):
        MeldingFactory(met_termijn=True)
    als_loket.get(MELDINGEN, {"wet": "wmo"})

    with django_assert_num_queries(4):
        page = als_loket.get(MELDINGEN, {"wet": "wmo", "ontvangenVan": "2026-01-01"})

    assert [len(one["termijnen"]) for one in page.json()["resultaten"]] == [1] * number


def test_a_consulent_sees_own_and_untaken_meldingen(als_consulent, consulent):
    own = MeldingFactory(van_consulent=consulent)
    untaken = MeldingFactory()
    others = MeldingFactory(van_consulent=MedewerkerFactory(consulent=True))

    listed = {one["id"] for one in als_consulent.get(MELDINGEN).json()["resultaten"]}

    assert listed == {str(own.pk), str(untaken.pk)}
    assert als_consulent.get(f"{MELDINGEN}/{others.pk}").status_code == 404


def test_a_vindplaats_worker_sees_own_meldingen_without_terms(als_poh, poh):
    contact = ContactFactory(bekend=True, vindplaats_id="poh-jeugd", geregistreerd_door=poh)
    made = make(als_poh, HulpvraagFactory(contact=contact))
    others = MeldingFactory(met_termijn=True)

    listed = als_poh.get(MELDINGEN).json()["resultaten"]

    assert made.status_code == 201
    assert set(made.json()) == VAN_EEN_VINDPLAATS
    assert als_poh.get(made["Location"]).json() == made.json()
    assert listed == [made.json()]
    assert als_poh.get(f"{MELDINGEN}/{others.pk}").status_code == 404


@pytest.mark.parametrize("name", ["huishouden", "consulent", "team"])
def test_no_filter_tells_a_vindplaats_whose_its_melding_is(als_poh, als_loket, name):
    query = {name: str(uuid.uuid4())}

    refused = als_poh.get(MELDINGEN, query)

    assert (refused.status_code, refused.json()["code"]) == (403, "geen-recht")
    assert [param["name"] for param in refused.json()["invalidParams"]] == [name]
    assert als_loket.get(MELDINGEN, query).status_code == 200


def test_a_besluit_term_is_suspended_resumed_and_extended(als_consulent):
    day = vandaag()
    made = make(
        als_consulent, HulpvraagFactory(), wet="jeugdwet", ontvangenOp=day.isoformat()
    ).json()
    (term,) = made["termijnen"]
    path = f"/api/v1/termijnen/{term['id']}"

    stopped = send(
        als_consulent,
        f"{path}/opschorting",
        {
            "grond": "aanvulling",
            "uitnodigingOp": day.isoformat(),
            "hersteltermijnTot": (day + dt.timedelta(days=14)).isoformat(),
        },
    )
    resumed = send(als_consulent, f"{path}/hervatting", {"op": day.isoformat()})
    longer = send(
        als_consulent,
        f"{path}/verlenging",
        {"aantal": 2, "eenheid": "weken", "kennisgevingOp": day.isoformat()},
    )

    assert (stopped.status_code, stopped.json()["status"]) == (200, "opgeschort")
    assert (resumed.status_code, resumed.json()["status"]) == (200, "loopt")
    assert longer.status_code == 200


def test_the_onderzoek_cannot_be_suspended_and_the_article_says_why(als_consulent, als_loket):
    melding = MeldingFactory(met_termijn=True)
    path = f"/api/v1/termijnen/{melding.termijnen.get().pk}"
    body = {
        "grond": "aanvulling",
        "uitnodigingOp": "2026-11-17",
        "hersteltermijnTot": "2026-11-20",
    }
    more = {"aantal": 2, "eenheid": "weken", "kennisgevingOp": "2026-11-17"}

    refused = send(als_consulent, f"{path}/opschorting", body)

    assert refused.status_code == 409
    assert "artikel" in refused.json()["detail"]
    assert send(als_consulent, f"{path}/verlenging", more).status_code == 409
    assert send(als_loket, f"{path}/opschorting", body).status_code == 403
