"""The screens of keeping the catalogue."""

import base64
import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.html import escape

from hengelo_sociaal.kern.tijd import nu
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import (
    ActiviteitFactory,
    LocatieFactory,
    PartnerFactory,
    VoorzieningFactory,
)
from tests.panelen import assert_vraagbudget
from voorzieningen.domain.fouten import report_mistake
from voorzieningen.domain.voorstellen import propose
from voorzieningen.models import Collectief, Foutmelding, Gemis, Opkomst, Voorstel, Voorziening

pytestmark = pytest.mark.django_db
BIJHOUDEN = "/voorzieningen/bijhouden"
REGEL = "code;naam;omschrijving;soort;vorm;leefgebieden\n"


@pytest.fixture
def beleid():
    return MedewerkerFactory(rollen=["beleid"])


@pytest.fixture
def als(client):
    def login(medewerker):
        client.force_login(medewerker, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return login


@pytest.fixture
def partner():
    return PartnerFactory()


@pytest.fixture
def aanbod(partner):
    return VoorzieningFactory(organisatie=partner.organisatie, naam="Inloop")


def form_of(aanbod, **velden):
    return {
        "naam": aanbod.naam,
        "omschrijving": aanbod.omschrijving,
        "vorm": aanbod.vorm,
        "leefgebieden": ["netwerk"],
        "geldig_van": "1-1-2020",
    } | velden


def test_a_partner_proposes_and_beleid_takes_it_over(als, partner, aanbod, beleid):
    client = als(partner.medewerker)
    assert "Inloop" in client.get("/voorzieningen/mijn-organisatie").content.decode()
    address = reverse("voorstel-wijzigen", args=[aanbod.pk])
    assert client.get(address).status_code == 200

    client.post(address, form_of(aanbod, kosten="Gratis."))

    voorstel = Voorstel.objects.get()
    aanbod.refresh_from_db()
    assert aanbod.kosten == ""
    client = als(beleid)
    page = client.get(reverse("voorstel", args=[voorstel.pk])).content.decode()
    assert "Kosten voor de inwoner" in page
    assert "Gratis." in page
    client.post(reverse("voorstel", args=[voorstel.pk]), {"overnemen": "ja", "reden": ""})
    aanbod.refresh_from_db()
    assert aanbod.kosten == "Gratis."


def test_places_of_another_organisation_stay_with_a_proposal(als, partner, aanbod, beleid):
    own, second = LocatieFactory.create_batch(2, organisatie=partner.organisatie)
    elsewhere = LocatieFactory(naam="Buurthuis van een ander")
    aanbod.locaties.set([own, elsewhere])
    address = reverse("voorstel-wijzigen", args=[aanbod.pk])
    form = als(partner.medewerker).get(address).content.decode()
    asked = form_of(aanbod, kosten="Gratis.", locaties=[str(own.pk), str(second.pk)])
    als(partner.medewerker).post(address, asked)
    judging = reverse("voorstel", args=[Voorstel.objects.get().pk])

    page = als(beleid).get(judging).content.decode()
    als(beleid).post(judging, {"overnemen": "ja"})

    assert "Het is ook bij een andere organisatie: Buurthuis van een ander." in form
    assert "Kosten" in page
    assert set(aanbod.locaties.all()) == {own, second, elsewhere}


def test_a_partner_does_not_find_what_is_of_another(als, partner):
    elders = VoorzieningFactory()
    activiteit = ActiviteitFactory(voorziening=elders)
    client = als(partner.medewerker)

    for name, id in (
        ("voorstel-wijzigen", elders.pk),
        ("voorstel-nieuw", elders.organisatie_id),
        ("activiteit-nieuw", elders.pk),
        ("activiteit-wijzigen", activiteit.pk),
        ("activiteit-opkomst", activiteit.pk),
    ):
        assert client.get(reverse(name, args=[id])).status_code == 404


def test_a_new_entry_is_proposed(als, partner):
    address = reverse("voorstel-nieuw", args=[partner.organisatie_id])
    known = VoorzieningFactory()

    answer = als(partner.medewerker).post(address, form_of(known, naam="Taalcafé"))

    assert answer.status_code == 302
    assert Voorstel.objects.get().voorziening is None


def test_not_taking_over_without_a_reason_is_told(als, partner, aanbod, beleid):
    voorstel = propose(
        organisatie=partner.organisatie,
        voorziening=aanbod,
        waarden={"kosten": "Gratis."},
        by=partner.medewerker,
        at=nu(),
    )
    address = reverse("voorstel", args=[voorstel.pk])

    page = als(beleid).post(address, {"afwijzen": "ja", "reden": ""}).content.decode()
    assert "waarom u dit niet overneemt" in page
    als(beleid).post(address, {"afwijzen": "ja", "reden": "Dit is er al."})

    page = als(partner.medewerker).get("/voorzieningen/mijn-organisatie").content.decode()
    assert "Dit is er al." in page
    judged = als(beleid).get(address).content.decode()
    assert f"Niet overgenomen door {beleid.naam}" in judged
    assert "Reden: Dit is er al." in judged
    assert "Waarom neemt u dit niet over?" not in judged


def test_the_overview_shows_what_waits_and_it_can_be_done(als, beleid):
    old = VoorzieningFactory(naam="Oud", gecontroleerd_op=dt.date(2020, 1, 1))
    report_mistake(voorziening=old, tekst="Dicht op dinsdag.", at=nu())
    VoorzieningFactory(naam="Half af", status="concept")
    client = als(beleid)

    page = client.get(BIJHOUDEN).content.decode()
    assert all(words in page for words in ("Dicht op dinsdag.", "Half af", "1 januari 2020"))
    client.post(reverse("fout-afgehandeld", args=[Foutmelding.objects.get().pk]))
    client.post(reverse("voorziening-nagekeken", args=[old.pk]))

    page = client.get(BIJHOUDEN).content.decode()
    assert "Dicht op dinsdag." not in page
    assert "Alles is kort geleden nagekeken." in page


def test_a_draft_is_nowhere_but_with_who_keeps_the_catalogue(als, client, beleid):
    draft = VoorzieningFactory(code="half-af", naam="Half af", status="concept")
    address = reverse("voorziening", args=[draft.pk])

    assert client.get("/sociale-kaart/half-af").status_code == 404
    loket = als(MedewerkerFactory(rollen=["loket"]))
    assert loket.get(address).status_code == 404
    assert "Half af" not in loket.get("/voorzieningen").content.decode()
    assert als(beleid).get(address).status_code == 200


def test_a_file_is_tried_first_and_then_taken_in(als, beleid):
    text = REGEL + "eten;Samen eten;U eet samen.;algemeen;collectief;netwerk\n"
    client = als(beleid)
    assert client.get("/voorzieningen/inlezen").status_code == 200

    page = client.post(
        "/voorzieningen/inlezen", {"bestand": SimpleUploadedFile("v.csv", text.encode())}
    ).content.decode()
    assert "1 nieuw" in page
    assert not Voorziening.objects.exists()
    kept = base64.b64encode(text.encode()).decode()
    client.post("/voorzieningen/inlezen", {"inhoud": kept, "naam": "v.csv", "definitief": "ja"})

    assert Voorziening.objects.get().naam == "Samen eten"


@pytest.mark.parametrize(
    ("inhoud", "woorden"),
    [
        (REGEL + "eten;Samen eten;U eet.;soms;collectief;netwerk\n", "Deze regels zijn niet goed"),
        ("a;b\n1;2\n", "hs-veld--fout"),
        ("", "Kies een bestand."),
    ],
)
def test_what_is_wrong_in_a_file_is_told(als, beleid, inhoud, woorden):
    file = {"bestand": SimpleUploadedFile("v.csv", inhoud.encode())} if inhoud else {}

    page = als(beleid).post("/voorzieningen/inlezen", file).content.decode()

    assert woorden in page
    assert not Voorziening.objects.exists()


def test_a_file_leaves_what_it_does_not_speak_of(als, beleid):
    VoorzieningFactory(
        code="eten", eigenaar=beleid, wachttijd_dagen=14, gecontroleerd_op=dt.date(2026, 1, 1)
    )
    text = REGEL + "eten;Samen eten;U eet samen.;algemeen;collectief;netwerk\n"
    kept = base64.b64encode(text.encode()).decode()

    als(beleid).post(
        "/voorzieningen/inlezen", {"inhoud": kept, "naam": "v.csv", "definitief": "ja"}
    )

    now = Voorziening.objects.get()
    assert (now.naam, now.eigenaar, now.wachttijd_dagen) == ("Samen eten", beleid, 14)


def test_versions_are_shown_and_put_back_and_doubles_merged_and_split(als, beleid):
    one = VoorzieningFactory(naam="Samen eten Es")
    twin = VoorzieningFactory(naam="Samen eten in Es")
    client = als(beleid)
    history = reverse("voorziening-geschiedenis", args=[one.pk])
    assert "Samen eten in Es" in client.get(history).content.decode()

    client.post(reverse("voorziening-samenvoegen", args=[one.pk]), {"dubbel": twin.pk})
    twin.refresh_from_db()
    assert twin.opgegaan_in == one
    assert "is hierin opgegaan" in client.get(history).content.decode()
    client.post(reverse("voorziening-splitsen", args=[twin.pk]))
    twin.refresh_from_db()
    assert twin.opgegaan_in is None
    client.post(reverse("voorziening-terugzetten", args=[one.pk, 2]))
    one.refresh_from_db()
    assert one.versies.count() == 4


def test_an_activity_is_added_and_counted(als, partner, aanbod):
    client = als(partner.medewerker)
    data = {
        "naam": "Koffie",
        "herhaling": "wekelijks",
        "eerste_keer": "6-1-2026",
        "begint": "10:00",
        "eindigt": "12:00",
    }
    assert client.get(reverse("activiteit-nieuw", args=[aanbod.pk])).status_code == 200
    client.post(reverse("activiteit-nieuw", args=[aanbod.pk]), data)
    made = aanbod.activiteiten.get()
    client.post(reverse("activiteit-wijzigen", args=[made.pk]), data | {"eindigt": "11:30"})
    made.refresh_from_db()
    assert made.eindigt == dt.time(11, 30)

    wrong = client.post(
        reverse("activiteit-opkomst", args=[made.pk]),
        {"dag": "7-1-2026", "aantal": 9, "nieuw": 1},
    )
    assert "Op deze dag is de activiteit er niet." in wrong.content.decode()
    ahead = client.post(
        reverse("activiteit-opkomst", args=[made.pk]),
        {"dag": "5-1-2100", "aantal": 9, "nieuw": 1},
    )
    assert "Deze dag moet nog komen." in ahead.content.decode()
    client.post(
        reverse("activiteit-opkomst", args=[made.pk]),
        {"dag": "13-1-2026", "aantal": 9, "nieuw": 1},
    )

    assert Opkomst.objects.get().aantal == 9
    assert (
        "Tot nu toe" in client.get(reverse("activiteit-opkomst", args=[made.pk])).content.decode()
    )


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_overview_takes_the_same_number_of_queries(
    als, beleid, partner, aantal, django_assert_num_queries
):
    for _ in range(aantal):
        one = VoorzieningFactory(organisatie=partner.organisatie)
        report_mistake(voorziening=one, tekst="Dicht.", at=nu())
        propose(
            organisatie=partner.organisatie,
            voorziening=one,
            waarden={"kosten": "Gratis."},
            by=partner.medewerker,
            at=nu(),
        )
        VoorzieningFactory(status="concept")
    client = als(beleid)
    client.get(BIJHOUDEN)

    with django_assert_num_queries(8):
        client.get(BIJHOUDEN)


@pytest.mark.parametrize("aantal", [1, 3])
def test_my_work_shows_what_is_mine_to_check_and_to_judge(beleid, partner, aantal):
    for _ in range(aantal):
        one = VoorzieningFactory(organisatie=partner.organisatie, eigenaar=beleid)
        report_mistake(voorziening=one, tekst="Dicht op dinsdag.", at=nu())
    VoorzieningFactory(naam="Van een ander")

    judged = assert_vraagbudget("mijn-werk", "voorstellen", beleid)
    checked = assert_vraagbudget("mijn-werk", "na-te-kijken", beleid)

    assert judged.count("Dicht op dinsdag.") == aantal
    assert checked.count("nog nooit nagekeken") == aantal
    assert "Van een ander" not in checked


def test_my_work_is_empty_when_nothing_waits(beleid):
    assert assert_vraagbudget("mijn-werk", "voorstellen", beleid).strip() == ""
    assert assert_vraagbudget("mijn-werk", "na-te-kijken", beleid).strip() == ""


def test_from_a_signal_a_partner_makes_an_activity_and_comes_back(als, partner, aanbod):
    client = als(partner.medewerker)
    for _ in range(3):
        Gemis.objects.create(
            soort="eenzaamheid",
            leefgebied_id="netwerk",
            toelichting="Vol.",
            gemeld_door=partner.medewerker,
            gemeld_op=nu(),
        )
    page = client.get("/voorzieningen/signalen").content.decode()
    assert "Staat uw activiteit er nog niet bij?" in page
    assert f'value="{aanbod.pk}"' in page

    form = client.get(reverse("signaal-activiteit"), {"voorziening": str(aanbod.pk)})
    wrong = client.post(form.url, {"naam": "Koffie"})
    assert wrong.status_code == 422
    assert f'action="{form.url}"' in wrong.content.decode()
    done = client.post(
        form.url,
        {
            "naam": "Koffie",
            "herhaling": "wekelijks",
            "eerste_keer": "6-1-2026",
            "begint": "10:00",
            "eindigt": "12:00",
        },
    )

    assert done.url == "/voorzieningen/signalen"
    made = aanbod.activiteiten.get()
    signal = {"soort": "eenzaamheid", "leefgebied": "netwerk", "wijk": ""}
    client.post("/voorzieningen/signalen", signal | {"activiteit": str(made.pk)})
    taken = Collectief.objects.get()
    client.post(reverse("collectief-stoppen", args=[taken.pk]))
    page = client.get("/voorzieningen/signalen").content.decode()
    assert "Toch doorgaan met Koffie" in page
    client.post(reverse("collectief-hervatten", args=[taken.pk]))
    taken.refresh_from_db()
    assert taken.beeindigd_op is None


@pytest.mark.parametrize(
    ("kwamen", "getoond"),
    [
        ([4], "gemiddelde niet getoond"),
        ([4, 5], "gemiddelde niet getoond"),
        ([4, 8], "gemiddeld 6 mensen"),
        ([0], "gemiddeld 0 mensen"),
    ],
)
def test_what_fewer_than_ten_people_came_to_has_no_average(als, partner, aanbod, kwamen, getoond):
    koffie = ActiviteitFactory(voorziening=aanbod)
    found = Collectief.objects.create(
        soort="eenzaamheid",
        leefgebied_id="netwerk",
        activiteit=koffie,
        signalen=3,
        opgepakt_door=partner.medewerker,
        opgepakt_op=nu() - dt.timedelta(days=30),
    )
    for number, aantal in enumerate(kwamen):
        Opkomst.objects.create(
            activiteit=koffie,
            dag=nu().date() - dt.timedelta(days=number),
            aantal=aantal,
            nieuw=0,
            gemeld_door=partner.medewerker,
        )

    page = als(MedewerkerFactory(rollen=["beleid"])).get("/voorzieningen/signalen")
    case = als(partner.medewerker).get(reverse("businesscase", args=[found.pk]))

    assert getoond in page.content.decode()
    assert ("<dd>niet getoond</dd>" in case.content.decode()) == ("niet" in getoond)


def test_a_partner_finds_the_way_from_the_own_entry_only(als, partner, aanbod):
    client = als(partner.medewerker)
    address = reverse("voorstel-wijzigen", args=[aanbod.pk])
    assert address in client.get(reverse("voorziening", args=[aanbod.pk])).content.decode()

    other = VoorzieningFactory()
    page = client.get(reverse("voorziening", args=[other.pk])).content.decode()
    assert reverse("voorstel-wijzigen", args=[other.pk]) not in page


def test_places_are_ticked_each_with_whose_it_is(als, beleid, django_assert_max_num_queries):
    made = VoorzieningFactory()
    places = LocatieFactory.create_batch(12)
    client = als(beleid)
    client.get(reverse("voorziening-wijzigen", args=[made.pk]))

    with django_assert_max_num_queries(30):
        page = client.get(reverse("voorziening-wijzigen", args=[made.pk])).content.decode()

    for place in places:
        assert escape(f"{place.naam} ({place.organisatie})") in page
    assert 'type="checkbox" name="locaties"' in page


def test_a_merge_that_cannot_be_is_told_on_the_same_page(als, beleid):
    one = VoorzieningFactory(status="concept")
    seen = VoorzieningFactory()

    page = als(beleid).post(
        reverse("voorziening-samenvoegen", args=[one.pk]), {"dubbel": seen.pk}, follow=True
    )

    assert f"Geschiedenis van {one.naam}" in page.content.decode()
    assert "of publiceer het eerst" in page.content.decode()
    assert Voorziening.objects.get(pk=seen.pk).opgegaan_in is None


def test_what_went_up_in_another_says_where(als, beleid):
    one = VoorzieningFactory(naam="Samen eten")
    twin = VoorzieningFactory(opgegaan_in=one)

    page = als(beleid).get(reverse("voorziening", args=[twin.pk])).content.decode()

    assert f'<a href="{reverse("voorziening", args=[one.pk])}">Samen eten</a>' in page


def test_who_is_second_to_take_a_signal_up_is_told_there(als, beleid):
    activiteit = ActiviteitFactory()
    client = als(beleid)
    signal = {"soort": "eenzaamheid", "leefgebied": "netwerk", "activiteit": activiteit.pk}

    page = client.post("/voorzieningen/signalen", signal, follow=True).content.decode()

    assert "Misschien heeft iemand anders het al opgepakt." in page
    assert "Wat inwoners missen" in page
