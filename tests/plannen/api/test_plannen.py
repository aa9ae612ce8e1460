"""Plans through the API."""

import datetime as dt
import uuid
from typing import Any

import pytest
from django.test import Client

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.logboek.models import Toegangsregel
from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.models import Afspraak, Plan
from tests.factories.api import bearer
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import AfspraakFactory, DoelFactory, EvaluatieFactory, PlanFactory
from tests.factories.toegang import HuishoudenFactory, InwonerFactory, MeldingFactory
from tests.factories.voorzieningen import VoorzieningFactory
from toegang.models import Melding

pytestmark = pytest.mark.django_db
BASIS = "/api/v1"


def client_of(medewerker: Medewerker) -> Client:
    return Client(headers=bearer(medewerker), raise_request_exception=False)


@pytest.fixture
def api(consulent: Medewerker) -> Client:
    return client_of(consulent)


def post(api: Client, path: str, body: dict[str, Any]) -> Any:
    return api.post(f"{BASIS}{path}", body, content_type="application/json")


def patch(api: Client, path: str, body: dict[str, Any], etag: str | None = None) -> Any:
    headers = {"If-Match": etag} if etag else {}
    return api.patch(f"{BASIS}{path}", body, content_type="application/json", headers=headers)


@pytest.fixture
def betrokken_plan(consulent: Medewerker) -> Plan:
    """A plan that may be evaluated in real time: the API uses the clock."""
    return PlanFactory(betrokken=consulent)


def test_begin_read_and_find_it_taken(api: Client) -> None:
    huishouden = HuishoudenFactory(met_leden=2)

    made = post(api, "/plannen", {"huishouden": str(huishouden.pk)})
    again = post(api, "/plannen", {"huishouden": str(huishouden.pk)})
    read = api.get(made["Location"])

    assert made.status_code == 201
    assert made.json()["status"] == "concept"
    assert len(made.json()["deelnemers"]) == 2
    assert (again.status_code, again.json()["plan"]) == (409, made.json()["id"])
    assert again.json()["code"] == "plan-bestaat-al"
    assert read.json() == made.json()
    assert read["ETag"]


@pytest.mark.parametrize(
    ("given", "noted"),
    [({}, "een plan beginnen"), ({"doel": "contact"}, "vraag van de inwoner beantwoorden")],
)
def test_beginning_a_plan_is_a_look_at_everybody_at_home(
    api: Client, given: dict[str, str], noted: str
) -> None:
    huishouden = HuishoudenFactory(met_leden=2)

    made = post(api, "/plannen", {"huishouden": str(huishouden.pk), **given})

    assert made.status_code == 201
    lines = Toegangsregel.objects.filter(soort="dossier", object_id=huishouden.pk)
    assert {line.doel for line in lines} == {noted}
    assert {line.inwoners[0] for line in lines} == {one.pk for one in huishouden.leden.all()}


def test_a_household_that_is_not_there(api: Client) -> None:
    refused = post(api, "/plannen", {"huishouden": str(uuid.uuid4())})

    assert refused.status_code == 404


def test_who_registered_the_household_begins_its_plan(api: Client) -> None:
    adres = {
        "straat": "Weverstraat",
        "huisnummer": 3,
        "postcode": "7551AA",
        "woonplaats": "Hengelo",
    }
    home = post(api, "/huishoudens", {"adres": adres}).json()["id"]

    assert post(api, "/plannen", {"huishouden": home}).status_code == 201


@pytest.mark.parametrize("body", [{}, {"huishouden": "x"}, {"huishouden": None}, {"wat": 1}])
def test_what_is_no_plan(api: Client, body: dict[str, Any]) -> None:
    refused = post(api, "/plannen", body)

    assert refused.status_code == 400
    assert refused.json()["invalidParams"]


def test_a_goal_an_afspraak_and_progress(api: Client, betrokken_plan: Plan) -> None:
    path = f"/plannen/{betrokken_plan.pk}"
    provision = VoorzieningFactory()

    doel = post(api, f"{path}/doelen", {"omschrijving": "Rust", "leefgebied": "geld"})
    afspraak = post(
        api,
        f"{path}/afspraken",
        {
            "doel": doel.json()["id"],
            "trede": "algemeen",
            "omschrijving": "Naar het inloophuis",
            "organisatie": "Wijkracht",
            "voorziening": str(provision.pk),
        },
    )
    progress = post(api, f"/doelen/{doel.json()['id']}/voortgang", {"stap": 2})

    assert (doel.status_code, afspraak.status_code, progress.status_code) == (201, 201, 201)
    read = api.get(f"{BASIS}{path}").json()["doelen"][0]
    assert read["afspraken"][0]["voorziening"] == str(provision.pk)
    assert read["voortgang"][0]["stap"] == 2


def test_maatwerk_without_a_reason(api: Client, betrokken_plan: Plan) -> None:
    doel = DoelFactory(plan=betrokken_plan)
    body = {
        "doel": str(doel.pk),
        "trede": "maatwerk",
        "omschrijving": "Begeleiding",
        "organisatie": "Zorg",
    }

    refused = post(api, f"/plannen/{betrokken_plan.pk}/afspraken", body)
    made = post(
        api,
        f"/plannen/{betrokken_plan.pk}/afspraken",
        {**body, "wet": "wmo", "redenNietLichter": "geprobeerd"},
    )

    assert (refused.status_code, refused.json()["code"]) == (400, "reden-nodig")
    assert refused.json()["invalidParams"][0]["name"] == "redenNietLichter"
    assert made.status_code == 201


def test_an_afspraak_for_a_goal_of_another_plan(api: Client, betrokken_plan: Plan) -> None:
    body = {
        "doel": str(DoelFactory().pk),
        "trede": "netwerk",
        "omschrijving": "Koken",
        "naam": "Buurvrouw",
    }

    refused = post(api, f"/plannen/{betrokken_plan.pk}/afspraken", body)

    assert refused.status_code == 404
    assert not Afspraak.objects.exists()


@pytest.mark.parametrize(
    ("what", "path", "change"),
    [
        ("plan", "/plannen/{}", {"watTelt": "Rust"}),
        ("doel", "/doelen/{}", {"omschrijving": "Anders", "prioriteit": 1}),
        ("afspraak", "/afspraken/{}", {"uiterlijk": "2027-02-01", "status": "gedaan"}),
        ("evaluatie", "/evaluaties/{}", {"geplandOp": "2099-01-01"}),
    ],
)
def test_every_part_changes_with_its_etag(
    api: Client, betrokken_plan: Plan, what: str, path: str, change: dict[str, Any]
) -> None:
    afspraak = AfspraakFactory(doel__plan=betrokken_plan)
    evaluatie = EvaluatieFactory(plan=betrokken_plan)
    parts = {
        "plan": betrokken_plan,
        "doel": afspraak.doel,
        "afspraak": afspraak,
        "evaluatie": evaluatie,
    }
    address = path.format(parts[what].pk)
    etag = api.get(f"{BASIS}{address}")["ETag"]

    without = patch(api, address, change)
    changed = patch(api, address, change, etag)
    stale = patch(api, address, change, etag)

    assert (without.status_code, changed.status_code, stale.status_code) == (428, 200, 412)
    assert {name: changed.json()[name] for name in change} == change
    assert stale.json()["huidig"] == changed.json()
    assert stale.json()["aangeboden"] == change
    assert api.get(f"{BASIS}{address}")["ETag"] == changed["ETag"]


@pytest.mark.parametrize("what", ["plan", "doel", "afspraak", "evaluatie"])
@pytest.mark.parametrize(("etag", "status"), [("*", 200), ('"old"', 412)])
def test_an_answer_to_a_change_is_a_look_too(
    api: Client, betrokken_plan: Plan, what: str, etag: str, status: int
) -> None:
    afspraak = AfspraakFactory(doel__plan=betrokken_plan)
    parts = {
        "plan": f"/plannen/{betrokken_plan.pk}",
        "doel": f"/doelen/{afspraak.doel_id}",
        "afspraak": f"/afspraken/{afspraak.pk}",
        "evaluatie": f"/evaluaties/{EvaluatieFactory(plan=betrokken_plan).pk}",
    }

    answer = patch(api, parts[what], {}, etag)

    assert answer.status_code == status
    line = Toegangsregel.objects.get()
    assert (line.soort, line.object_id) == ("plan", betrokken_plan.pk)


def test_an_evaluation_is_held(api: Client, betrokken_plan: Plan) -> None:
    evaluatie = EvaluatieFactory(plan=betrokken_plan)
    address = f"/evaluaties/{evaluatie.pk}"
    etag = api.get(f"{BASIS}{address}")["ETag"]

    held = patch(api, address, {"uitkomst": "afschalen", "verslag": "Beter"}, etag)

    assert (held.status_code, held.json()["uitkomst"]) == (200, "afschalen")
    assert held.json()["gehoudenOp"]


def test_an_evaluation_is_planned_ahead(api: Client, betrokken_plan: Plan) -> None:
    path = f"/plannen/{betrokken_plan.pk}/evaluaties"

    planned = post(api, path, {"geplandOp": "2099-01-01"})
    passed = post(api, path, {"geplandOp": "2020-01-01"})

    assert (planned.status_code, passed.status_code) == (201, 400)


def test_adopting_freezes_a_version(api: Client, betrokken_plan: Plan) -> None:
    DoelFactory(plan=betrokken_plan)
    path = f"/plannen/{betrokken_plan.pk}/vaststelling"
    answers = [
        {"inwoner": str(one.inwoner_id), "wijze": "mondeling"}
        for one in betrokken_plan.deelnames.all()
    ]

    made = post(api, path, {"akkoorden": answers})
    again = post(api, path, {"akkoorden": answers})

    assert (made.status_code, made.json()["versie"]) == (201, 1)
    assert made.json()["inhoud"]["doelen"][0]["omschrijving"]
    assert again.status_code == 409
    assert api.get(made["Location"]).json() == made.json()
    assert api.get(f"{BASIS}/plannen/{betrokken_plan.pk}").json()["status"] == "vastgesteld"


def test_appointing_a_regisseur(api: Client, betrokken_plan: Plan) -> None:
    colleague = MedewerkerFactory(consulent=True)
    path = f"/plannen/{betrokken_plan.pk}/regisseur"

    made = post(api, path, {"medewerker": str(colleague.pk)})
    refused = post(api, path, {"medewerker": str(MedewerkerFactory().pk)})

    assert (made.status_code, made.json()["naam"]) == (201, colleague.naam)
    assert (refused.status_code, refused.json()["code"]) == (400, "kan-geen-regisseur-zijn")


def test_an_overstap_to_another_law(api: Client, betrokken_plan: Plan) -> None:
    afspraak = AfspraakFactory(doel__plan=betrokken_plan, maatwerk=True, wet_id="jeugdwet")
    path = f"/afspraken/{afspraak.pk}/wetswisseling"

    made = post(api, path, {"wet": "wmo", "reden": "Wordt 18"})
    same = post(api, path, {"wet": "wmo"})

    assert (made.status_code, made.json()["vanWet"], made.json()["naarWet"]) == (
        201,
        "jeugdwet",
        "wmo",
    )
    assert made.json()["gevolgen"]
    assert (same.status_code, same.json()["code"]) == (400, "zelfde-wet")


def test_an_overstap_closes_one_melding_and_opens_another(
    api: Client, consulent: Medewerker, betrokken_plan: Plan
) -> None:
    person = betrokken_plan.deelnames.all()[0].inwoner
    old = MeldingFactory(
        huishouden=betrokken_plan.huishouden,
        inwoner=person,
        wet_id="jeugdwet",
        van_consulent=consulent,
    )
    afspraak = AfspraakFactory(
        doel__plan=betrokken_plan, doel__inwoner=person, maatwerk=True, wet_id="jeugdwet"
    )
    body = {"wet": "wmo", "sluit": [str(old.pk)], "meldingVia": "telefoon"}

    made = post(api, f"/afspraken/{afspraak.pk}/wetswisseling", body)

    old.refresh_from_db()
    assert (made.status_code, old.status) == (201, "ingetrokken")
    assert Melding.objects.get(wet="wmo").inwoner == person


def test_an_afspraak_comes_back_and_is_ticked(api: Client, betrokken_plan: Plan) -> None:
    doel = DoelFactory(plan=betrokken_plan)
    today = vandaag()
    body = {
        "doel": str(doel.pk),
        "trede": "eigen-kracht",
        "omschrijving": "Post openen",
        "naam": "Jolanda",
        "herhaling": "wekelijks",
        "weekdagen": [today.isoweekday()],
    }

    made = post(api, f"/plannen/{betrokken_plan.pk}/afspraken", body).json()
    path = f"/afspraken/{made['id']}/keren"
    done = post(api, path, {"dag": today.isoformat(), "uitkomst": "gedaan"})
    tomorrow = (today + dt.timedelta(days=1)).isoformat()
    wrong = post(api, path, {"dag": tomorrow, "uitkomst": "gedaan"})
    no_day = post(api, f"/plannen/{betrokken_plan.pk}/afspraken", body | {"weekdagen": [9]})

    assert (made["weekdagen"], made["eersteKeer"]) == ([today.isoweekday()], today.isoformat())
    assert (done.status_code, done.json()["uitkomst"]) == (201, "gedaan")
    assert (wrong.status_code, wrong.json()["code"]) == (400, "geen-keer")
    assert no_day.status_code == 400


def test_the_law_does_not_change_by_patch(api: Client, betrokken_plan: Plan) -> None:
    afspraak = AfspraakFactory(doel__plan=betrokken_plan, maatwerk=True)
    etag = api.get(f"{BASIS}/afspraken/{afspraak.pk}")["ETag"]

    refused = patch(api, f"/afspraken/{afspraak.pk}", {"wet": "jeugdwet"}, etag)

    assert (refused.status_code, refused.json()["code"]) == (409, "gebruik-wetswisseling")


def test_somebody_elses_plan_is_not_there(betrokken_plan: Plan) -> None:
    stranger = client_of(MedewerkerFactory(consulent=True))
    doel = DoelFactory(plan=betrokken_plan)

    assert stranger.get(f"{BASIS}/plannen/{betrokken_plan.pk}").status_code == 404
    assert stranger.get(f"{BASIS}/doelen/{doel.pk}").status_code == 404
    body = {"omschrijving": "Rust", "leefgebied": "geld"}
    assert post(stranger, f"/plannen/{betrokken_plan.pk}/doelen", body).status_code == 404


def test_the_counter_sees_a_summary_only(betrokken_plan: Plan) -> None:
    DoelFactory(plan=betrokken_plan)
    loket = client_of(MedewerkerFactory(rollen=["loket"]))

    read = loket.get(f"{BASIS}/plannen/{betrokken_plan.pk}")

    assert read.status_code == 200
    assert set(read.json()) == {
        "id",
        "nummer",
        "huishouden",
        "status",
        "begonnenOp",
        "regisseurs",
    }


@pytest.mark.parametrize("rol", ["beleid", "financien", "contracten", "administratie", "beheer"])
def test_other_roles_see_no_plan(betrokken_plan: Plan, rol: str) -> None:
    other = client_of(MedewerkerFactory(rollen=[rol]))

    assert other.get(f"{BASIS}/plannen/{betrokken_plan.pk}").status_code == 403
    assert post(other, "/plannen", {"huishouden": str(uuid.uuid4())}).status_code == 403


def test_without_a_token() -> None:
    refused = Client().get(f"{BASIS}/plannen/{uuid.uuid4()}")

    assert (refused.status_code, refused["WWW-Authenticate"]) == (401, "Bearer")


def test_every_look_is_in_the_log(api: Client, consulent: Medewerker, betrokken_plan: Plan) -> None:
    api.get(f"{BASIS}/plannen/{betrokken_plan.pk}")

    line = Toegangsregel.objects.get()
    assert (line.medewerker_id, line.object_id) == (consulent.pk, betrokken_plan.pk)
    assert set(line.inwoners) == set(betrokken_plan.deelnames.values_list("inwoner_id", flat=True))


@pytest.mark.parametrize("number", [1, 3])
def test_reading_takes_a_fixed_number_of_queries(
    api: Client,
    consulent: Medewerker,
    number: int,
    django_assert_num_queries: Any,
) -> None:
    plan = PlanFactory(betrokken=consulent, met_doelen=number)
    api.get(f"{BASIS}/plannen/{plan.pk}")

    with django_assert_num_queries(14):
        api.get(f"{BASIS}/plannen/{plan.pk}")


def test_who_takes_part_whom_to_call_and_who_sees_along(api: Client, betrokken_plan: Plan) -> None:
    path = f"/plannen/{betrokken_plan.pk}"
    child, doel = InwonerFactory(kind=True), DoelFactory(plan=betrokken_plan)
    people = [str(one.inwoner_id) for one in betrokken_plan.deelnames.all()]
    joins = {"inwoner": str(child.pk), "hoedanigheid": "co-ouderschap"}
    sees = {"naam": "Fatma", "soort": "hulpverlener", "doelen": [str(doel.pk)]}
    consent = {"grond": "toestemming", "toestemmingVan": people}

    deelname = post(api, f"{path}/deelnemers", joins)
    again = post(api, f"{path}/deelnemers", joins)
    call = post(api, f"{path}/aanspreekpunt", {"naam": "Ilse", "organisatie": "Wijkracht"})
    nobody = post(api, f"{path}/aanspreekpunt", {})
    partij = post(api, f"{path}/partijen", sees | consent)
    without = post(api, f"{path}/partijen", sees | {"grond": "toestemming"})

    assert [one.status_code for one in (deelname, call, partij)] == [201, 201, 201]
    assert [one.json()["code"] for one in (again, without)] == ["doet-al-mee", "toestemming-nodig"]
    assert nobody.status_code == 400
    read = api.get(f"{BASIS}{path}").json()
    assert read["partijen"][0]["doelen"] == [str(doel.pk)]
    assert read["aanspreekpunten"][0]["naam"] == "Ilse"
    assert str(child.pk) in {one["inwoner"] for one in read["deelnemers"]}


def test_a_new_agreement_begins_open_and_takes_no_status(api, betrokken_plan):
    path = f"/plannen/{betrokken_plan.pk}/afspraken"

    refused = post(api, path, {"status": "gedaan"})

    assert refused.status_code == 400
    assert {"name": "status", "code": "onbekend"}.items() <= refused.json()["invalidParams"][
        0
    ].items()
