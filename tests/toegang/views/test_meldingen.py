"""Lists, one melding with its steps and terms, home visits and search, as screens."""

import base64
import datetime as dt
import re
import uuid
from typing import Any

import pytest
from django.test import Client

from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.logboek.models import Handeling, Toegangsregel
from hengelo_sociaal.medewerkers.models import Medewerker
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory
from tests.factories.toegang import (
    ContactFactory,
    HuisbezoekFactory,
    HuishoudenFactory,
    HulpvraagFactory,
    MeldingFactory,
)
from tests.inloggen import client_of, logged_in
from tests.toegang.views.gemeen import HOSTILE, HTMX, log_lines
from toegang.domain.melding import make_melding
from toegang.enums import ContactStatus, HuisbezoekStatus
from toegang.models import Contact, Huisbezoek, Melding

pytestmark = pytest.mark.django_db
CURSORS = ["x", "%00", "é", "eyJ", base64.b64encode(b'[0,"x","y"]').decode(), "A" * 5000]


@pytest.fixture
def scherm(consulent: Medewerker) -> Client:
    return logged_in(consulent)


@pytest.fixture
def melding(consulent: Medewerker) -> Melding:
    return MeldingFactory(van_consulent=consulent, met_termijn=True, ontvangen_op=vandaag())


def step(melding: Melding, code: str) -> str:
    return f"/meldingen/{melding.pk}/stap/{code}"


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("place", ["/meldingen", "/contacten", "/huisbezoeken"])
def test_a_list_takes_a_fixed_number_of_queries(
    consulent: Medewerker, place: str, number: int, django_assert_max_num_queries: Any
) -> None:
    for made in MeldingFactory.create_batch(number, van_consulent=consulent, met_termijn=True):
        HuisbezoekFactory(huishouden=made.huishouden, melding=made, medewerker=consulent)
    screen = logged_in(consulent)
    screen.get(place)

    with django_assert_max_num_queries(20):
        screen.get(place)


@pytest.mark.parametrize(
    ("place", "soort"),
    [("/meldingen", "melding"), ("/contacten", "contact"), ("/huisbezoeken", "huisbezoek")],
)
def test_a_list_leaves_one_line_with_whose_it_showed(
    consulent: Medewerker, place: str, soort: str
) -> None:
    shown = MeldingFactory.create_batch(2, van_consulent=consulent)
    for made in shown:
        HuisbezoekFactory(huishouden=made.huishouden, melding=made, medewerker=consulent)

    logged_in(consulent).get(place)

    (line,) = log_lines(soort)
    assert line.handeling == Handeling.LIJST
    assert set(line.inwoners) == {made.inwoner_id for made in shown}


@pytest.mark.parametrize("place", ["/meldingen", "/contacten"])
@pytest.mark.parametrize("cursor", CURSORS)
def test_a_broken_cursor_starts_at_the_beginning(
    scherm: Client, melding: Melding, place: str, cursor: str
) -> None:
    page = scherm.get(place, {"cursor": cursor})

    assert page.status_code == 200
    assert melding.inwoner.naam in page.content.decode()


def test_a_long_list_goes_on_and_back(loket: Medewerker) -> None:
    ContactFactory.create_batch(51)
    screen = logged_in(loket)

    first = screen.get("/contacten")
    older = screen.get("/contacten", {"cursor": first.context["pagina"].volgende.encode()})
    back = screen.get("/contacten", {"cursor": older.context["pagina"].vorige.encode()})

    assert [len(p.context["pagina"].rijen) for p in (first, older, back)] == [50, 1, 50]
    assert "Oudere contacten" in first.content.decode()
    assert "Nieuwere contacten" in older.content.decode()
    assert log_lines("contact") == []  # anonymous ones are nobody's


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("place", ["/meldingen", "/contacten"])
def test_nonsense_in_a_filter_breaks_nothing(scherm: Client, place: str, words: str) -> None:
    query = dict.fromkeys(
        ["wet", "status", "team", "van", "kanaal", "soort", "plaatsgevondenVan", "wijk"],
        words[:900],
    )

    assert scherm.get(place, query).status_code == 200
    assert scherm.get(place, query, headers=HTMX).status_code == 200


def test_filters_narrow_and_only_their_names_are_logged(
    scherm: Client, consulent: Medewerker, melding: Melding
) -> None:
    other = MeldingFactory(van_consulent=consulent, wet_id="jeugdwet")

    page = scherm.get("/meldingen?wet=wmo&van=mij&status=lopend").content.decode()

    assert melding.nummer in page
    assert other.nummer not in page
    (line,) = log_lines("melding")
    assert line.bijzonderheden == {"gefilterd_op": ["status", "van", "wet"]}


def test_a_melding_of_others_is_not_there(melding: Melding) -> None:
    other = MeldingFactory(van_consulent=melding.consulent)
    path = f"/meldingen/{other.pk}"

    assert client_of("consulent").get(path).status_code == 404
    assert client_of("vindplaats").get(path).status_code == 404
    assert client_of("beleid").get(path).status_code == 403
    assert client_of("loket").get(path).status_code == 200
    assert client_of("jurist").get(path).status_code == 200


def test_a_look_at_a_melding_leaves_a_line(scherm: Client, melding: Melding) -> None:
    scherm.get(f"/meldingen/{melding.pk}")

    (line,) = log_lines("melding")
    assert (line.object_id, line.inwoners) == (melding.pk, [melding.inwoner_id])


def test_every_date_is_explained_and_the_onderzoek_cannot_stand_still(
    scherm: Client, consulent: Medewerker
) -> None:
    vraag = HulpvraagFactory(uitkomst_id="open", contact__plaatsgevonden_op=nu())
    made = make_melding(
        by=consulent, hulpvraag_id=vraag.pk, wet="wmo", ontvangen_op=vandaag(), at=nu()
    )

    page = scherm.get(f"/meldingen/{made.pk}").content.decode()

    assert "Hoe is deze datum berekend?" in page
    assert "Deze dag telt niet mee." in page
    assert "<summary>Opschorten</summary>" not in page


def test_the_counter_plans_a_visit_and_takes_no_other_step(
    melding: Melding, consulent: Medewerker
) -> None:
    screen = client_of("loket")
    sent = {
        "bezoek-dag": vandaag().isoformat(),
        "bezoek-tijd": "15:00",
        "bezoek-medewerker": str(consulent.pk),
        "bezoek-doel": "leefwereld",
    }

    page = screen.get(f"/meldingen/{melding.pk}").content.decode()
    planned = screen.post(step(melding, "bezoek"), sent)
    refused = screen.post(step(melding, "intrekken"), {"intrekken-reden": "vergissing"})

    assert "Huisbezoek plannen" in page
    assert "Onderzoek beginnen" not in page
    assert planned.status_code == 302
    assert Huisbezoek.objects.get().melding == melding
    assert refused.status_code in {403, 404, 422}
    melding.refresh_from_db()
    assert melding.is_lopend


def shown(screen: Client, melding: Melding, code: str) -> dict[str, str]:
    """What a browser would send when the form of a step is sent as it is drawn."""
    page = screen.get(f"/meldingen/{melding.pk}").content.decode()
    drawn: dict[str, str] = {}
    for name, inside in re.findall(rf'<select name="({code}-\w+)"[^>]*>(.*?)</select>', page, re.S):
        options = re.findall(r'<option value="([^"]*)"( selected)?', inside)
        drawn[name] = next((value for value, chosen in options if chosen), options[0][0])
    return drawn


def test_handing_out_shows_who_has_it_and_leaves_the_team_alone(
    melding: Melding, scherm: Client
) -> None:
    TeamFactory(naam="Aanpak jeugd")  # the first of the list
    melding.team = TeamFactory(naam="Wmo")
    melding.save()
    other = MedewerkerFactory(consulent=True)

    drawn = shown(scherm, melding, "toedelen")
    scherm.post(step(melding, "toedelen"), drawn | {"toedelen-consulent_id": str(other.pk)})

    assert drawn["toedelen-consulent_id"] == str(melding.consulent_id)
    melding.refresh_from_db()
    assert melding.team is not None
    assert [melding.consulent, melding.team.naam] == [other, "Wmo"]


def test_what_nobody_has_is_proposed_to_the_consulent_who_looks() -> None:
    team = TeamFactory()
    free = MeldingFactory(team=team)
    consulent = MedewerkerFactory(consulent=True, naam="Zita")
    team.leden.add(consulent)
    screen = logged_in(consulent)

    assert shown(screen, free, "toedelen")["toedelen-consulent_id"] == str(consulent.pk)
    assert shown(screen, free, "bezoek")["bezoek-medewerker"] == str(consulent.pk)


def test_a_melding_without_a_team_says_so(melding: Melding, scherm: Client) -> None:
    TeamFactory()

    assert shown(scherm, melding, "toedelen")["toedelen-team_id"] == ""


def test_a_visit_is_proposed_to_who_treats_the_melding(
    melding: Melding, consulent: Medewerker
) -> None:
    MedewerkerFactory(consulent=True, naam="Aad")  # the first of the list

    assert shown(client_of("loket"), melding, "bezoek")["bezoek-medewerker"] == str(consulent.pk)


def test_a_step_that_does_not_fit_says_so(scherm: Client, melding: Melding) -> None:
    scherm.post(step(melding, "onderzoek"))

    again = scherm.post(step(melding, "onderzoek"))
    unknown = scherm.post(step(melding, "bestaat-niet"))
    fetched = scherm.get(step(melding, "onderzoek"))

    assert again.status_code == 422
    assert "Vernieuw de pagina" in again.content.decode()
    assert unknown.status_code == 404
    assert fetched["Location"] == f"/meldingen/{melding.pk}"


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("code", ["onderzocht", "aanvraag", "bezoek", "toedelen", "intrekken"])
def test_nonsense_in_a_step_is_refused(
    scherm: Client, melding: Melding, code: str, words: str
) -> None:
    scherm.post(step(melding, "onderzoek"))
    names = ["op", "ondersteuning_nodig", "dag", "tijd", "medewerker", "doel", "reden"]
    sent = {f"{code}-{name}": words for name in [*names, "consulent_id", "team_id"]}

    assert scherm.post(step(melding, code), sent).status_code == 422


def test_a_visit_is_recorded_once_and_only_by_who_it_concerns(
    scherm: Client, consulent: Medewerker
) -> None:
    home = HuishoudenFactory(met_leden=1)
    visit = HuisbezoekFactory(huishouden=home, medewerker=consulent)
    path = f"/huisbezoeken/{visit.pk}"
    yesterday = vandaag() - dt.timedelta(days=1)
    sent = {"dag": yesterday, "tijd": "10:00", "verslag": "Gesproken over wonen."}

    done = scherm.post(path, sent)
    again = scherm.post(path, sent)

    assert client_of("consulent").get(path).status_code == 404
    assert client_of("loket").get(path).status_code == 403
    assert [done.status_code, again.status_code] == [302, 422]
    assert "Gesproken over wonen." in scherm.get(path).content.decode()
    assert log_lines("huisbezoek")[0].inwoners == [home.leden.get().pk]


def test_a_visit_that_does_not_go_on(scherm: Client, consulent: Medewerker) -> None:
    visit = HuisbezoekFactory(medewerker=consulent)
    path = f"/huisbezoeken/{visit.pk}"

    silent = scherm.post(path, {"actie": "vervallen", "reden": ""})
    cancelled = scherm.post(path, {"actie": "vervallen", "reden": "Inwoner is ziek"})

    visit.refresh_from_db()
    assert [silent.status_code, cancelled.status_code] == [422, 302]
    assert visit.status == HuisbezoekStatus.VERVALLEN


def test_a_contact_is_taken_back_with_a_reason(loket: Medewerker) -> None:
    contact = ContactFactory(bekend=True, hulpvragen=["open"])
    screen = logged_in(loket)
    path = f"/contacten/{contact.pk}/intrekken"

    silent = screen.post(path, {"reden": ""})
    done = screen.post(path, {"reden": "vergissing"})

    assert [silent.status_code, done.status_code] == [422, 302]
    assert Contact.objects.get().status == ContactStatus.INGETROKKEN
    assert "Ingetrokken" in screen.get(f"/contacten/{contact.pk}").content.decode()


def test_a_contact_of_another_vindplaats_is_not_there(poh: Medewerker) -> None:
    contact = ContactFactory(bekend=True, hulpvragen=["open"])

    assert logged_in(poh).get(f"/contacten/{contact.pk}").status_code == 404
    assert logged_in(poh).get("/contacten").status_code == 200
    assert client_of("beleid").get("/contacten").status_code == 403


@pytest.mark.parametrize("rol", ["loket", "jurist", "administratie"])
def test_a_search_is_one_line_in_the_log(rol: str) -> None:
    melding = MeldingFactory()

    page = client_of(rol).post("/zoeken", {"q": melding.inwoner.geslachtsnaam})

    assert melding.inwoner.voornamen in page.content.decode()
    found = Toegangsregel.objects.filter(handeling=Handeling.GEZOCHT)
    assert [line.inwoners for line in found] == [[melding.inwoner_id]]


@pytest.mark.parametrize("words", [*HOSTILE, "", " ", "123456789", "31-02-2026"])
def test_every_search_gives_an_answer(words: str) -> None:
    screen = client_of("loket")

    assert screen.post("/zoeken", {"q": words}).status_code == 200
    assert screen.post("/zoeken", {"q": words}, headers=HTMX).status_code == 200


def test_nothing_of_this_is_by_a_wrong_identifier(scherm: Client) -> None:
    for place in ("meldingen", "contacten", "huisbezoeken"):
        assert scherm.get(f"/{place}/{uuid.uuid4()}").status_code == 404


@pytest.mark.parametrize(("wet", "asked"), [("participatiewet", True), ("wgs", False)])
def test_the_four_weeks_are_asked_only_of_who_waits_them(wet: str, asked: bool) -> None:
    consulent = MedewerkerFactory(consulent=True)
    melding = MeldingFactory(van_consulent=consulent, wet_id=wet)
    scherm = logged_in(consulent)
    path = f"/meldingen/{melding.pk}"

    pages = [
        scherm.get(path),
        scherm.post(f"{path}/stap/aanvraag", {"aanvraag-op": "9999-12-31"}),
    ]

    assert [page.status_code for page in pages] == [200, 422]
    assert {"Geldt de zoektermijn niet?" in page.content.decode() for page in pages} == {asked}


def test_a_vindplaats_reads_of_its_melding_what_it_reported_and_no_more(poh, consulent):
    melding = MeldingFactory(geregistreerd_door=poh, van_consulent=consulent)
    visitor = MedewerkerFactory(consulent=True, naam="Wie op bezoek gaat")
    HuisbezoekFactory(huishouden=melding.huishouden, melding=melding, medewerker=visitor)

    page = logged_in(poh).get(f"/meldingen/{melding.pk}").content.decode()
    whole = logged_in(consulent).get(f"/meldingen/{melding.pk}").content.decode()

    hidden = ("Bij het onderzoek", visitor.naam, str(melding.huishouden_id), "Termijnen")
    assert melding.nummer in page
    assert [words for words in hidden if words in page] == []
    assert [words for words in hidden if words not in whole] == []


def test_a_vindplaats_is_not_told_by_a_filter_where_somebody_lives(poh, loket):
    ContactFactory(vindplaats_id="poh-jeugd", geregistreerd_door=poh)

    page = logged_in(poh).get("/contacten", {"wijk": "WK016401"})

    assert "wijk" not in page.context["filter"].form.fields
    assert len(page.context["pagina"].rijen) == 1
    assert "wijk" in logged_in(loket).get("/contacten").context["filter"].form.fields
