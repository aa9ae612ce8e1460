"""The pages about wijken and buurten; never a person, never a small group."""

import datetime as dt
import re

import pytest

from dashboard.domain.gebieden import publish_areas
from dashboard.domain.herbereken import recount_marked
from dashboard.models import Gebiedscijfer, Gebiedsjaar
from hengelo_sociaal.gebieden.models import Inwonertal, Wijk, Wijkgrens
from hengelo_sociaal.kern.tijd import nu, vandaag
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import ContactFactory, HuishoudenFactory, InwonerFactory
from tests.factories.voorzieningen import ActiviteitFactory, LocatieFactory, VoorzieningFactory
from voorzieningen.models import Gemis, Opkomst
from voorzieningen.queries.bezetting import accommodations, per_wijk

pytestmark = pytest.mark.django_db
ES, NOORD, BUURT = "WK016401", "WK016402", "BU01640100"
PAGINAS = ["/dashboard/wijken", f"/dashboard/wijken/{ES}", f"/dashboard/buurten/{BUURT}"]


def sign_in(client, rol: str):
    client.force_login(
        MedewerkerFactory(rollen=[rol]), backend="django.contrib.auth.backends.ModelBackend"
    )
    return client


@pytest.fixture
def beleid(client):
    return sign_in(client, "beleid")


def missed(times: int) -> None:
    consulent = MedewerkerFactory(rollen=["consulent"])
    for _ in range(times):
        Gemis.objects.create(
            soort="eenzaamheid",
            leefgebied_id="netwerk",
            wijk_id=ES,
            toelichting="Geen inloop.",
            gemeld_door=consulent,
            gemeld_op=nu(),
        )


def used(gebied: str, aantal: int, categorie: str = "", maat: str = "gebruik") -> None:
    year, _ = Gebiedsjaar.objects.get_or_create(
        maat=maat, jaar=vandaag().year, defaults={"berekend_op": nu(), "definitie_versie": 1}
    )
    Gebiedscijfer.objects.create(jaar=year, gebied=gebied, categorie=categorie, aantal=aantal)


def came(plaatsen: int, *aantallen: int, buurt: str = BUURT) -> None:
    activity = ActiviteitFactory(
        locatie=LocatieFactory(buurt_id=buurt, naam="Wijkpunt Es"), plaatsen=plaatsen
    )
    for back, number in enumerate(aantallen):
        Opkomst.objects.create(
            activiteit=activity,
            dag=vandaag() - dt.timedelta(days=back),
            aantal=number,
            gemeld_door=MedewerkerFactory(),
        )


def test_all_wijken_stand_beside_each_other(beleid):
    Inwonertal.objects.create(gemeente_id="GM0164", wijk_id=ES, jaar=2025, aantal=12_345)
    for groep, aantal in (("0-11", 1_000), ("12-17", 543)):
        Inwonertal.objects.create(
            gemeente_id="GM0164", wijk_id=NOORD, jaar=2025, leeftijdsgroep=groep, aantal=aantal
        )
    used(ES, 340)
    came(20, 15, 15)

    page = beleid.get("/dashboard/wijken").content.decode()

    assert page.count('href="/dashboard/wijken/WK0164') >= 20
    for text in ("12.345", "1.543", ">340<", ">75<", "De meeste inwoners wonen in Hengelose Es."):
        assert text in page


@pytest.mark.parametrize(
    ("maat", "titel"),
    [
        ("inwoners", "Inwoners"),
        ("vragen", "Vragen"),
        ("per-duizend", "Vragen per 1.000 inwoners"),
        ("gebruik", "Huishoudens die een voorziening gebruiken"),
        ("voorzieningen", "Algemene voorzieningen in de wijk"),
        ("plaatsen", "Plaatsen bij voorzieningen in de wijk"),
        ("bezetting", "Hoe vol de activiteiten zitten"),
        ("gemist", "Hoe vaak iets ontbrak"),
        ("witte-vlekken", "Witte vlekken in de preventiematrix"),
    ],
)
def test_every_measure_can_be_put_on_the_map(beleid, maat, titel):
    page = beleid.get("/dashboard/wijken", {"maat": maat}).content.decode()

    assert '<title id="g-' in page
    assert f">{titel}</title>" in page
    assert f'value="{maat}" selected' in page


def test_the_real_borders_are_drawn_when_all_were_imported(beleid):
    assert "hs-svg--kaart" in beleid.get("/dashboard/wijken").content.decode()
    shape = {"type": "Polygon", "coordinates": [[[6.7, 52.2], [6.8, 52.2], [6.8, 52.3]]]}
    for wijk in Wijk.objects.all():
        Wijkgrens.objects.create(wijk=wijk, geometrie=shape)

    page = beleid.get("/dashboard/wijken", {"maat": "voorzieningen"}).content.decode()

    assert "<path" in page
    assert "Schematische kaart" not in page


def test_a_count_of_signals_under_ten_is_hidden_everywhere(beleid):
    missed(9)

    lists = beleid.get("/dashboard/wijken", {"maat": "gemist"}).content.decode()
    one = beleid.get(f"/dashboard/wijken/{ES}").content.decode()
    file = beleid.get("/dashboard/wijken/bestand/csv").content.decode()

    assert "Hengelose Es: niet getoond" in lists
    assert "minder dan 10" in one
    assert "niet getoond" in file
    for page in (lists, one):
        assert ">9<" not in page
    assert ";9;" not in file


def test_from_ten_on_a_number_is_shown(beleid):
    missed(12)

    assert ">12<" in beleid.get(f"/dashboard/wijken/{ES}").content.decode()


def test_two_wijken_and_two_periods_stand_beside_each_other(beleid):
    made = VoorzieningFactory(naam="Eettafel", wijken=[ES])
    before = str(vandaag().year - 1)
    query = {"naast": NOORD, "met": before}

    page = beleid.get(f"/dashboard/wijken/{ES}", query).content.decode()

    assert f"/voorzieningen/{made.pk}" in page
    assert page.count("Preventiematrix: hoeveel") == 4
    assert f"Noord, {before}" in page
    lists = beleid.get("/dashboard/wijken", query).content.decode()
    assert f"Vragen {before}" in lists
    assert "de twee perioden zijn niet even lang" in lists
    assert "niet even lang" not in beleid.get("/dashboard/wijken").content.decode()


def test_the_same_period_beside_itself_is_one(beleid):
    year = str(vandaag().year)

    page = beleid.get(f"/dashboard/wijken/{ES}", {"periode": year, "met": year}).content.decode()

    assert page.count("Preventiematrix: hoeveel") == 1


def test_a_wijk_shows_who_lives_there_what_is_used_and_how_full_it_is(beleid):
    for jaar, aantal in ((2024, 900), (2025, 950)):
        Inwonertal.objects.create(
            gemeente_id="GM0164", wijk_id=ES, jaar=jaar, leeftijdsgroep="0-11", aantal=aantal
        )
        Inwonertal.objects.create(
            gemeente_id="GM0164", wijk_id=ES, buurt_id=BUURT, jaar=jaar,
            leeftijdsgroep="0-11", aantal=aantal - 800,
        )  # fmt: skip
    taal = VoorzieningFactory(naam="Taalcafé", code="taalcafe")
    used(ES, 40, "taalcafe")
    used(ES, 60)
    used(ES, 90, maat="gemist")
    came(10, 8, 6)

    page = beleid.get(f"/dashboard/wijken/{ES}").content.decode()

    for text in (">900<", ">950<", ">150<", f"/voorzieningen/{taal.pk}", "ongeveer 60 huishoudens",
                 "ongeveer 90 huishoudens", "70%", "Wijkpunt Es"):  # fmt: skip
        assert text in page


def test_a_buurt_shows_only_what_is_published_of_it(beleid):
    used(BUURT, 30, maat="vragen")
    used(BUURT, 20, "eenzaamheid", maat="vragen")
    used(BUURT, 40, maat="gemist")
    used(BUURT, 10, "netwerk", maat="gemist")
    here = VoorzieningFactory(naam="Buurthuis")
    here.locaties.add(LocatieFactory(buurt_id=BUURT))

    page = beleid.get(f"/dashboard/buurten/{BUURT}").content.decode()

    assert "ongeveer 30" in page
    assert ">20<" in page
    assert "ongeveer 40 huishoudens" in page
    assert ">ongeveer 10<" in page
    assert f"/voorzieningen/{here.pk}" in page


def test_questions_of_a_wijk_come_from_the_published_figures(beleid):
    for _ in range(11):
        ContactFactory(
            wijk=ES,
            gemeente="GM0164",
            plaatsgevonden_op=nu(),
            hulpvragen=["open"],
            huishouden=HuishoudenFactory(buurt_id=BUURT),
        )
    recount_marked(at=nu())
    publish_areas(jaren=[vandaag().year], at=nu())

    page = beleid.get(f"/dashboard/wijken/{ES}").content.decode()

    assert "Meest gevraagd" in page
    assert ">11<" in page


@pytest.mark.parametrize(
    "pad",
    [
        *PAGINAS,
        "/dashboard/wijken/bestand/csv",
        f"/dashboard/wijken/{ES}/csv",
        f"/dashboard/buurten/{BUURT}/csv",
    ],
)
def test_nobody_is_named_on_any_of_these(beleid, pad):
    person = InwonerFactory(geslachtsnaam="Zwanenberg-Proef")
    household = HuishoudenFactory(buurt_id=BUURT, straat="Proefstraatnaam")
    for _ in range(12):
        ContactFactory(inwoner=person, huishouden=household, wijk=ES, gemeente="GM0164",
                       plaatsgevonden_op=nu(), hulpvragen=["open"])  # fmt: skip
    recount_marked(at=nu())
    publish_areas(jaren=[vandaag().year], at=nu())

    page = beleid.get(pad).content.decode()

    for word in (
        "Zwanenberg",
        "Proefstraatnaam",
        str(person.pk),
        str(household.pk),
        "/huishoudens",
    ):
        assert word not in page


ADRES = re.compile(r'href="(/[^"?#]*)')
VAN_PERSONEN = re.compile(r"^/(huishoudens|inwoners|contacten|meldingen|plannen|hulpvragen|zoeken)")


@pytest.mark.parametrize("pad", [*PAGINAS, "/dashboard/preventie", "/dashboard"])
def test_no_link_of_policy_leads_to_a_person(beleid, pad):
    VoorzieningFactory(wijken=[ES])
    missed(12)
    used(ES, 40)

    links = set(ADRES.findall(beleid.get(pad).content.decode()))

    assert "/voorzieningen" in links
    assert [link for link in links if VAN_PERSONEN.match(link)] == []


def test_policy_does_not_open_a_household_and_a_worker_does_not_need_policy(client, beleid):
    household = HuishoudenFactory(buurt_id=BUURT, met_leden=1)
    assert beleid.get(f"/huishoudens/{household.pk}").status_code == 403
    assert beleid.get("/zoeken?vraag=a").status_code == 403

    worker = sign_in(client, "loket")

    assert worker.get(f"/huishoudens/{household.pk}").status_code == 200
    assert worker.get("/dashboard/wijken").status_code == 200


@pytest.mark.parametrize("pad", PAGINAS)
def test_a_partner_does_not_open_it(client, pad):
    assert sign_in(client, "vindplaats").get(pad).status_code == 403


@pytest.mark.parametrize(
    "pad",
    [
        "/dashboard/wijken/WK999999",
        "/dashboard/wijken/WK999999/csv",
        "/dashboard/buurten/BU99999999",
        "/dashboard/buurten/BU99999999/csv",
    ],
)
def test_an_area_that_does_not_exist_is_not_found(beleid, pad):
    assert beleid.get(pad).status_code == 404


def test_a_file_holds_what_the_page_shows(beleid):
    Inwonertal.objects.create(
        gemeente_id="GM0164", wijk_id=ES, jaar=2025, leeftijdsgroep="80-plus", aantal=77
    )
    used(ES, 60, "soort:algemeen")
    year = vandaag().year

    text = beleid.get(f"/dashboard/wijken/{ES}/csv").content.decode("utf-8-sig")

    lines = text.splitlines()
    assert lines[0] == "Gebied;Periode;Onderdeel;Wat;Hoeveel"
    assert "Hengelose Es;2025;Inwoners;80 jaar en ouder;77" in lines
    assert f"Hengelose Es;{year};Gebruik;Algemene voorziening;60" in lines
    assert f"Hengelose Es;{year};Gebruik;Maatwerkvoorziening;niet getoond" in lines
    assert beleid.get(f"/dashboard/wijken/{ES}/pdf").status_code == 400


def test_occupancy_counts_people_of_places_without_who(django_assert_num_queries):
    came(20, 15, 15)
    came(10, 10, buurt="BU01640200")

    with django_assert_num_queries(2):
        found = accommodations(vandaag() - dt.timedelta(days=30), vandaag())

    assert [(one.bezetting.procent, one.bezetting.keren) for one in found] == [(100, 1), (75, 2)]
    assert per_wijk(found)[ES].procent == 75
    assert accommodations(vandaag() + dt.timedelta(days=1), vandaag()) == []


def test_fewer_than_ten_people_give_no_occupancy(beleid):
    came(10, 4, 5)

    found = accommodations(vandaag() - dt.timedelta(days=30), vandaag())[0].bezetting
    pages = [
        beleid.get(f"/dashboard/{one}").content.decode() for one in (f"wijken/{ES}", "preventie")
    ]

    assert (found.klein, found.procent, found.gemiddeld) == (True, None, None)
    assert all("Wijkpunt Es" in page and "niet getoond" in page for page in pages)
    assert not any("45%" in page for page in pages)


@pytest.mark.parametrize("aantal", [1, 3])
@pytest.mark.parametrize(("pad", "vragen"), [(PAGINAS[0], 32), (PAGINAS[1], 50), (PAGINAS[2], 32)])
def test_a_page_takes_the_same_number_of_queries(
    beleid, aantal, pad, vragen, django_assert_max_num_queries
):
    for number in range(aantal):
        VoorzieningFactory(wijken=[ES], preventieniveau="universeel", code=f"v{number}")
        used(ES, 40, f"v{number}")
        missed(1)
        came(10, 5)
    beleid.get(pad)

    with django_assert_max_num_queries(vragen):
        beleid.get(pad)
