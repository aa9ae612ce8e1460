"""The public sociale kaart: no login, no cookies, and kept by caches."""

import csv
import datetime as dt
import io
import json
import re
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hengelo_sociaal.kern.tijd import vandaag
from tests.factories.voorzieningen import (
    ActiviteitFactory,
    LocatieFactory,
    OrganisatieFactory,
    VoorzieningFactory,
)
from voorzieningen.models import Zoekwoord

pytestmark = pytest.mark.django_db
KAART = "/sociale-kaart"
OPEN = [
    KAART,
    f"{KAART}/samen-eten",
    f"{KAART}/samen-eten/agenda.ics",
    f"{KAART}/samen-eten/schema.jsonld",
    f"{KAART}/open-data.csv",
    f"{KAART}/open-data.json",
    "/sitemap.xml",
]


@pytest.fixture
def samen_eten():
    made = VoorzieningFactory(code="samen-eten", naam="Samen eten", wijken=["WK016401"])
    ActiviteitFactory(voorziening=made, naam="Eettafel")
    return made


def text_of(client, address: str, **query) -> str:
    return client.get(address, query).content.decode()


@pytest.mark.parametrize("address", OPEN)
@pytest.mark.usefixtures("samen_eten")
def test_everybody_may_read_it_without_a_cookie_and_keep_it(client, address):
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first["ETag"]})

    assert first.status_code == 200
    assert first["Cache-Control"] == "public, max-age=300"
    assert not first.cookies
    assert "Last-Modified" in first
    assert again.status_code == 304
    assert not again.content


@pytest.mark.usefixtures("samen_eten")
def test_a_change_gives_another_etag(client, samen_eten):
    before = client.get(f"{KAART}/samen-eten")["ETag"]
    samen_eten.naam = "Samen koken"
    samen_eten.save()

    answer = client.get(f"{KAART}/samen-eten", headers={"If-None-Match": before})

    assert answer.status_code == 200


@pytest.mark.parametrize(
    "velden",
    [
        {"maatwerk": True},
        {"inkomensvoorziening": True},
        {"geldig_tot": dt.date(2020, 2, 1)},
        {"geldig_van": dt.date(2099, 1, 1)},
    ],
)
def test_what_is_not_for_everybody_today_is_nowhere(client, velden):
    VoorzieningFactory(code="geheim", naam="Geheim", **velden)

    assert "Geheim" not in text_of(client, KAART)
    assert "geheim" not in text_of(client, "/sitemap.xml")
    assert "Geheim" not in text_of(client, f"{KAART}/open-data.json")
    for deel in ("", "/agenda.ics", "/schema.jsonld", "/fout"):
        assert client.get(f"{KAART}/geheim{deel}").status_code == 404


@pytest.mark.usefixtures("samen_eten")
def test_search_and_filters_are_in_the_address(client):
    VoorzieningFactory(naam="Schaakclub")

    page = text_of(client, KAART, tekst="eten", wijk="WK016401")

    assert "Samen eten" in page
    assert "dichtbij: in uw wijk" in page
    assert "Schaakclub" not in page


@pytest.mark.usefixtures("samen_eten")
def test_the_map_leads_to_every_wijk_with_what_it_has(client):
    VoorzieningFactory().locaties.add(LocatieFactory(buurt_id="BU01640100"))

    page = text_of(client, KAART)

    assert f'href="{KAART}?wijk=WK016401" aria-label="Hengelose Es: 2"' in page
    assert page.count(f'href="{KAART}?wijk=') == 10


@pytest.mark.usefixtures("samen_eten")
def test_htmx_gets_the_hits_alone_and_they_equal_the_page(client):
    part = client.get(KAART, {"tekst": "eten"}, headers={"HX-Request": "true"}).content.decode()

    assert "<html" not in part
    assert part.strip() in text_of(client, KAART, tekst="eten")


@pytest.mark.usefixtures("samen_eten")
def test_the_page_says_when_and_gives_the_calendar(client):
    page = text_of(client, f"{KAART}/samen-eten")

    assert "Eettafel" in page
    assert "Elke week, 10.00 tot 12.00 uur" in page
    assert f'href="{KAART}/samen-eten/agenda.ics"' in page
    assert "SUMMARY:Eettafel" in text_of(client, f"{KAART}/samen-eten/agenda.ics")


def test_the_calendar_begins_with_the_next_time(client):
    made = VoorzieningFactory(code="lang")
    ActiviteitFactory(voorziening=made, eerste_keer=vandaag() - dt.timedelta(days=10 * 7))

    text = text_of(client, f"{KAART}/lang/agenda.ics")

    assert f"DTSTART;TZID=Europe/Amsterdam:{vandaag():%Y%m%d}T" in text


def test_how_the_organisation_is_reached(client):
    organisatie = OrganisatieFactory(
        telefoon="074 000 01 23", email="info@x.example", website="https://www.x.example/"
    )
    VoorzieningFactory(code="lang", organisatie=organisatie)
    LocatieFactory(organisatie=organisatie, straat="Kerkstraat", huisnummer="1", postcode="7551AB")

    page = text_of(client, f"{KAART}/lang")

    assert '<a href="tel:0740000123">074 000 01 23</a>' in page
    assert ">www.x.example</a>" in page
    assert "Kerkstraat 1, 7551 AB Hengelo" in page
    LocatieFactory(organisatie=organisatie, straat="Plein", huisnummer="2")
    assert "Kerkstraat 1" not in text_of(client, f"{KAART}/lang")


def test_words_of_a_provision_cannot_end_the_data_block(client):
    VoorzieningFactory(code="boos", naam="</script><script>alert(1)</script>")

    page = text_of(client, f"{KAART}/boos")

    assert "<script>alert" not in page
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    node = json.loads(block[1])["@graph"][0]
    assert node["name"] == "</script><script>alert(1)</script>"
    assert json.loads(text_of(client, f"{KAART}/boos/schema.jsonld"))["@graph"][0] == node


@pytest.mark.usefixtures("samen_eten")
def test_open_data_as_csv_and_json_say_the_same(client):
    VoorzieningFactory(code="formule", naam="=1+1")

    rows = list(
        csv.DictReader(
            io.StringIO(text_of(client, f"{KAART}/open-data.csv").removeprefix("\ufeff")),
            delimiter=";",
        )
    )
    found = json.loads(text_of(client, f"{KAART}/open-data.json"))["voorzieningen"]

    assert [row["code"] for row in rows] == [each["code"] for each in found]
    assert rows[1]["wijken"] == "WK016401"
    assert rows[0]["naam"] == "'=1+1"


@pytest.mark.usefixtures("samen_eten")
def test_the_sitemap_names_every_page(client):
    root = ET.fromstring(client.get("/sitemap.xml").content)

    places = [each.text for each in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert places == [
        "http://testserver/sociale-kaart",
        "http://testserver/sociale-kaart/samen-eten",
    ]
    assert "Sitemap: http://testserver/sitemap.xml" in text_of(client, "/robots.txt")


@pytest.mark.parametrize("aantal", [1, 3])
def test_a_search_takes_the_same_number_of_queries(client, aantal, django_assert_max_num_queries):
    for _ in range(aantal):
        VoorzieningFactory(naam="Samen eten").locaties.add(LocatieFactory())

    with django_assert_max_num_queries(16):  # the first one after a change
        client.get(KAART, {"tekst": "eten", "wijk": "WK016401"})


@pytest.mark.parametrize("aantal", [1, 3])
def test_a_page_takes_the_same_number_of_queries(client, aantal, django_assert_num_queries):
    made = VoorzieningFactory(code="eten")
    for _ in range(aantal):
        place = LocatieFactory()
        made.locaties.add(place)
        ActiviteitFactory(voorziening=made, locatie=place, eerste_keer=vandaag())

    with django_assert_num_queries(7):
        client.get(f"{KAART}/eten")


def test_the_office_is_looked_up_once(client):
    made = VoorzieningFactory(code="lang", organisatie=OrganisatieFactory())
    LocatieFactory(organisatie=made.organisatie, straat="Kerkstraat", huisnummer="1")

    with CaptureQueriesContext(connection) as asked:
        client.get(f"{KAART}/lang")

    assert sum(each["sql"].endswith(" LIMIT 2") for each in asked) == 1


def test_where_nothing_is_to_walk_in_to_the_municipality_itself_is_named(client):
    VoorzieningFactory(naam="Traplift <op maat>", maatwerk=True)

    text = text_of(client, KAART, tekst="traplift")

    assert "Niets gevonden" in text
    assert "Misschien kan de gemeente hierbij helpen" in text
    assert "<strong>Traplift &lt;op maat&gt;</strong>" in text
    assert text.count('href="/hulpvraag"') == 3  # the header, this card and the foot of the page


@pytest.mark.usefixtures("samen_eten")
def test_the_municipality_steps_back_when_something_light_is_there(client):
    VoorzieningFactory(naam="Samen eten thuis", maatwerk=True)

    text = text_of(client, KAART, tekst="samen eten")

    assert "Misschien kan de gemeente hierbij helpen" not in text
    assert "Samen eten thuis" not in text


def test_the_municipality_is_named_above_what_hardly_fits(client):
    """Who asks for a coat for the children is not helped by what is there for children."""
    for naam in ("Kinderen spelen", "Kinderen zingen", "Kinderen lezen"):
        VoorzieningFactory(naam=naam)
    VoorzieningFactory(naam="Winterjas voor kinderen", inkomensvoorziening=True)

    text = text_of(client, KAART, tekst="winterjas voor de kinderen")

    assert "<strong>Winterjas voor kinderen</strong>" in text
    assert text.index("Misschien kan de gemeente") < text.index("3 voorzieningen gevonden")
    assert "Misschien kan de gemeente" not in text_of(client, KAART, tekst="kinderen")


def test_a_question_that_finds_nothing_at_all_still_has_a_way_on(client):
    text = text_of(client, KAART, tekst="kwantummechanica")

    assert "Misschien kan de gemeente hierbij helpen" not in text
    assert "Stel uw vraag" in text
    assert [f"tel:{number}" in text for number in ("08002000", "113", "112")] == [True] * 3


def test_what_a_judge_imposes_is_not_offered(client):
    VoorzieningFactory(code="jeugdbescherming", naam="Jeugdbescherming", maatwerk=True)

    assert "Misschien kan" not in text_of(client, KAART, tekst="jeugdbescherming")


def test_what_only_sounds_like_a_word_of_the_catalogue_finds_nothing(client):
    VoorzieningFactory(naam="Marokkaanse ouderen")

    assert "Niets gevonden" in text_of(client, KAART, tekst="ruimtereis naar mars")
    assert Zoekwoord.objects.count() == 2


def test_everything_stands_on_one_page_to_print(client):
    for number in range(25):
        VoorzieningFactory(naam=f"Inloop {number:02}")

    page = text_of(client, KAART)
    whole = text_of(client, KAART, alles=1)

    assert "Inloop 24" not in page
    assert "Dit is bladzijde 1 van 2 van de lijst." in page
    assert 'href="?alles=1"' in page
    assert "Inloop 24" in whole
    assert "om af te drukken" not in whole


@pytest.mark.parametrize("vraag", [{}, {"tekst": "inloop"}])
def test_past_the_last_page_is_the_last_page(client, vraag):
    for number in range(25):
        VoorzieningFactory(naam=f"Inloop {number:02}")

    page = text_of(client, KAART, pagina=9, **vraag)

    assert "Niets gevonden" not in page
    assert "Dit is bladzijde 2 van 2 van de lijst." in page
    assert 'aria-current="page"' in page


def test_past_the_last_page_of_nothing_is_nothing(client):
    assert "Niets gevonden" in text_of(client, KAART, tekst="kwantummechanica", pagina=9)


def test_no_years_old_is_an_age(client):
    VoorzieningFactory(naam="Babymassage", leeftijd_tot=1)
    VoorzieningFactory(naam="Jeugdhonk", leeftijd_van=12)

    page = text_of(client, KAART, leeftijd=0)

    assert "1 voorziening gevonden" in page
    assert "Alles wat er is" not in page
    assert "Kies een onderwerp" not in page


def test_where_nobody_asks_online_no_button_leads_nowhere(client, monkeypatch):
    monkeypatch.setattr("hengelo_sociaal.web.navigatie._VOORDEUREN", {})
    VoorzieningFactory(naam="Traplift", maatwerk=True)

    page = text_of(client, KAART, tekst="traplift")

    assert "Misschien kan de gemeente hierbij helpen" in page
    assert 'href=""' not in page
    assert "Stel uw vraag" not in page


def test_the_groups_stand_in_one_sentence(client):
    VoorzieningFactory(code="duo", doelgroepen=["mantelzorgers", "ouderen"])

    words = re.sub(r"\s+", " ", text_of(client, f"{KAART}/duo"))

    assert re.search(r"<dd>(Mantelzorgers, ouderen|Ouderen, mantelzorgers)</dd>", words)
