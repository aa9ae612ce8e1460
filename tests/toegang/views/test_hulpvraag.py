"""The digital front door: provisions first, the same questions, one contact, no floods."""

import datetime as dt
import re
import threading

import pytest
from django.core import signing
from django.db import connection
from django.test import Client
from django.urls import reverse
from freezegun import freeze_time

from hengelo_sociaal.kern.fouten import GeenRecht, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import nu
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU, HuishoudenFactory, InwonerFactory
from tests.factories.voorzieningen import OrganisatieFactory, VoorzieningFactory
from tests.inloggen import logged_in
from tests.panelen import assert_vraagbudget
from tests.toegang.views.gemeen import HOSTILE
from toegang.domain.drempel import MOST, pass_threshold
from toegang.domain.website import (
    WebvraagGegevens,
    handle_anonymously,
    match_webvraag,
    receive_webvraag,
)
from toegang.exceptions import AlOpgepakt, TeVaak
from toegang.forms.onderwerpen import SOORTEN
from toegang.models import Contact, Dagsleutel, Drempel, Inwoner, Soort, Uitvraag, Webvraag
from toegang.models.uitvraag import BREED
from toegang.queries.vragenlijst import in_force, sections_of

pytestmark = pytest.mark.django_db
PATH = "/hulpvraag"
VRAAG = {"vraag": "Ik kom de trap niet meer op", "leefgebied": "wonen"}
ANTWOORD = {"vragen.belangrijk": "Thuis blijven", "leefgebieden.wonen.huishouden.score": "hulp"}
GEGEVENS = {
    "voornaam": "Marieke",
    "achternaam": "van der Meer",
    "geboortedatum": "14-03-1986",
    "namens": "zelf",
    "bereikbaar": "bellen",
    "telefoon": "06-55500000",
}


def proof(seconds_ago=60):
    with freeze_time(nu() - dt.timedelta(seconds=seconds_ago)):
        return signing.dumps("0190aaaa00007000800000000000000a", salt="hulpvraag-bewijs")


def post(step, client=None, **more):
    data = VRAAG | {"stap": step} | more
    if "bewijs" not in data:
        data["bewijs"] = proof()
    return (client or Client()).post(PATH, data)


def send(client=None, **more):
    return post("gegevens", client, **(ANTWOORD | GEGEVENS | more))


# -- the pages -------------------------------------------------------------------------
def test_the_first_page_asks_no_login_and_sets_no_cookie_but_that_of_the_form():
    answer = Client().get(PATH)

    assert answer.status_code == 200
    assert set(answer.cookies) <= {"csrftoken"}
    assert "Waar wilt u hulp bij?" in answer.content.decode()


def test_the_kinds_of_the_chosen_topic_are_offered_in_plain_words():
    page = post("vraag").content.decode()

    assert "Schoonmaken en het huishouden" in page
    assert 'value="huishoudelijke-hulp"' in page
    assert 'value="schulden"' not in page


@pytest.mark.parametrize(
    ("chosen", "soort", "wet"),
    [
        ({"soort": "woningaanpassing"}, "woningaanpassing", "wmo"),
        ({"soort": "schulden"}, "anders", None),
        ({"soort": "<script>"}, "anders", None),
        ({}, "anders", None),
    ],
)
def test_the_question_gets_the_kind_that_was_chosen(chosen, soort, wet):
    send(**chosen)

    question = Contact.objects.get().hulpvragen.get()
    assert (question.soort_id, question.leefgebied_id, question.wet_id) == (soort, "wonen", wet)


def test_every_choice_of_a_resident_is_in_the_lists_and_every_kind_can_be_chosen():
    known = dict(Soort.objects.filter(beeindigd=False).values_list("code", "leefgebied_id"))

    offered = {soort: area for area, kinds in SOORTEN.items() for soort in kinds}

    assert set(offered) | {"anders"} == set(known)
    assert {soort: known[soort] for soort in offered} == offered


def test_what_is_there_already_comes_first_and_never_maatwerk():
    own = {"leefgebieden": ["wonen"], "omschrijving": "Als de trap niet lukt"}
    VoorzieningFactory(naam="Traplift lenen", **own)
    VoorzieningFactory(naam="Traplift op maat", maatwerk=True, **own)

    page = post("vraag").content.decode()

    assert "Traplift lenen" in page
    assert "Traplift op maat" not in page
    assert not Contact.objects.exists()


NIETS, OOK = "Op uw eigen woorden vonden wij niets.", "Dit is er ook over dit onderwerp:"


@pytest.mark.parametrize(
    ("omschrijving", "gezegd", "ongezegd"),
    [("Inloop voor een warme maaltijd", NIETS, OOK), ("Als de trap niet lukt", OOK, NIETS)],
)
def test_what_only_shares_the_subject_is_not_shown_as_found(omschrijving, gezegd, ongezegd):
    VoorzieningFactory(naam="Eerste", leefgebieden=["wonen"], omschrijving=omschrijving)
    VoorzieningFactory(naam="Tweede", leefgebieden=["wonen"], omschrijving="Samen schaken")

    page = post("vraag").content.decode()

    assert page.index(gezegd) < page.index("Tweede")
    assert (page.index("Eerste") < page.index(gezegd)) == (gezegd == OOK)
    assert ongezegd not in page


def test_what_there_is_says_how_to_reach_it_and_more():
    made = VoorzieningFactory(
        naam="Trapoplossing",
        leefgebieden=["wonen"],
        organisatie=OrganisatieFactory(telefoon="074 000 01 23", email="info@x.example"),
    )

    page = post("vraag", vraag="Iets over trapoplossing").content.decode()

    assert '<a href="tel:0740000123">074 000 01 23</a>' in page
    assert 'href="mailto:info@x.example"' in page
    assert f'href="/sociale-kaart/{made.code}" target="_blank"' in page


def test_the_core_questions_are_those_of_everybody_in_the_same_order_and_version():
    page = post("aanbod").content.decode()

    version = in_force(BREED)
    core = [v.code for p in sections_of(version.inhoud) if p.laag == "kern" for v in p.vragen]
    assert re.findall(r'data-vraag="([\w-]+)"', page) == core
    assert f'data-uitvraag="{BREED}-{version.nummer}"' in page


def test_what_was_told_on_the_first_page_is_not_asked_again():
    assert "Ik kom de trap niet meer op</textarea>" in post("aanbod").content.decode()


def test_what_was_filled_in_goes_along_and_comes_back():
    page = post("vragen", **ANTWOORD).content.decode()
    back = post("gegevens", actie="terug", **(ANTWOORD | GEGEVENS)).content.decode()

    assert 'name="vragen.belangrijk" value="Thuis blijven"' in page
    assert 'name="vraag" value="Ik kom de trap niet meer op"' in page
    assert "Thuis blijven</textarea>" in back
    assert 'name="achternaam" value="van der Meer"' in back


@pytest.mark.parametrize("missing", ["vraag", "leefgebied"])
def test_a_page_that_is_not_complete_comes_back(missing):
    answer = post("vraag", **{missing: ""})

    assert answer.status_code == 422
    assert "Dit moet nog anders" in answer.content.decode()


# -- sending ---------------------------------------------------------------------------
def test_it_lands_as_one_contact_with_its_uitvraag_and_a_reference():
    answer = send()
    page = Client().get(answer["Location"]).content.decode()

    contact, webvraag = Contact.objects.get(), Webvraag.objects.get()
    assert (contact.kanaal_id, contact.vindplaats_id) == ("digitaal", "website")
    assert contact.inwoner is None
    assert contact.hulpvragen.get().leefgebied_id == "wonen"
    assert Uitvraag.objects.get().antwoorden == {
        "vragen": {"belangrijk": "Thuis blijven"},
        "leefgebieden": {"wonen": {"huishouden": {"score": "hulp"}}},
    }
    assert not Uitvraag.objects.get().is_concept
    assert webvraag.nummer in page
    assert "binnen drie werkdagen" in page


def test_nothing_of_the_question_stands_in_an_address():
    answer = send()

    assert "Marieke" not in answer["Location"]
    assert "trap" not in answer["Location"]


def test_sent_twice_is_one_contact():
    first, second = send(), send()

    assert Contact.objects.count() == Webvraag.objects.count() == 1
    assert first.status_code == second.status_code == 302


def test_whether_we_know_somebody_is_never_shown():
    InwonerFactory(
        voornamen="Marieke", tussenvoegsel="van der", geslachtsnaam="Meer",
        geboortedatum=dt.date(1986, 3, 14),
    )  # fmt: skip

    assert send().status_code == 302
    assert Inwoner.objects.count() == 1


@pytest.mark.parametrize(
    ("choice", "field"), [("bellen", "telefoon"), ("mailen", "email"), ("brief", "adres")]
)
def test_only_what_belongs_to_the_own_choice_is_needed(choice, field):
    answer = send(bereikbaar=choice, **{field: ""})

    assert answer.status_code == 422
    assert not Webvraag.objects.exists()


def test_a_bsn_is_asked_nowhere():
    pages = [Client().get(PATH), post("vraag"), post("aanbod"), post("vragen")]

    assert not any('name="bsn' in page.content.decode().lower() for page in pages)


# -- spam and floods -------------------------------------------------------------------
def test_a_program_that_fills_in_everything_is_refused():
    assert send(laat_leeg="http://spam.example").status_code == 422
    assert not Contact.objects.exists()


@pytest.mark.parametrize("given", ["", "x", "vervalst:abc:def"])
def test_a_form_without_proof_is_shown_again_with_everything_still_there(given):
    answer = send(bewijs=given)

    assert answer.status_code == 422
    assert 'value="van der Meer"' in answer.content.decode()
    assert not Contact.objects.exists()


@pytest.mark.parametrize("seconds", [0, 2 * 24 * 3600])
def test_a_form_that_is_sent_at_once_or_after_days_is_asked_again(seconds):
    assert send(bewijs=proof(seconds)).status_code == 422


def test_what_is_too_big_is_refused():
    answer = Client().post(PATH, VRAAG | {"stap": "vraag", "x": "x" * 400_000})

    assert answer.status_code == 413


def test_a_flood_from_one_address_stops_and_another_goes_on():
    for _ in range(MOST["versturen"]):
        pass_threshold(adres="10.0.0.1", wat="versturen", at=NU)

    with pytest.raises(TeVaak):
        pass_threshold(adres="10.0.0.1", wat="versturen", at=NU)
    pass_threshold(adres="10.0.0.2", wat="versturen", at=NU)
    pass_threshold(adres="10.0.0.1", wat="kijken", at=NU)


def test_of_an_address_only_a_print_is_kept_and_only_today():
    pass_threshold(adres="10.0.0.1", wat="kijken", at=NU)
    assert b"10.0.0.1" not in bytes(Drempel.objects.get().vingerafdruk)

    pass_threshold(adres="10.0.0.1", wat="kijken", at=NU + dt.timedelta(days=1))

    assert Dagsleutel.objects.count() == Drempel.objects.count() == 1
    assert Drempel.objects.get().aantal == 1


@pytest.mark.parametrize("odd", HOSTILE)
@pytest.mark.parametrize("step", ["vraag", "aanbod", "vragen", "gegevens", "bestaat-niet"])
def test_odd_input_is_never_a_fault(odd, step):
    names = [*VRAAG, *ANTWOORD, *GEGEVENS, "bewijs", "actie"]

    for name in names:
        data = VRAAG | ANTWOORD | GEGEVENS | {"stap": step, "bewijs": "x", name: odd}
        assert Client().post(PATH, data).status_code < 500


# -- the worker ------------------------------------------------------------------------
@pytest.fixture
def webvraag():
    send()
    return Webvraag.objects.get()


@pytest.fixture
def marieke():
    home = HuishoudenFactory()
    inwoner = InwonerFactory(
        voornamen="Marieke", tussenvoegsel="van der", geslachtsnaam="Meer",
        geboortedatum=dt.date(1986, 3, 14),
    )  # fmt: skip
    home.lidmaatschappen.create(inwoner=inwoner, rol="aanvrager", van=dt.date(2020, 1, 1))
    return inwoner


def test_it_waits_for_a_worker_until_somebody_takes_it_up(loket, webvraag):
    assert webvraag.nummer in assert_vraagbudget("mijn-werk", "webvragen", loket)

    handle_anonymously(by=loket, webvraag_id=webvraag.pk, at=nu())

    assert assert_vraagbudget("mijn-werk", "webvragen", loket) == ""
    with pytest.raises(AlOpgepakt):
        handle_anonymously(by=loket, webvraag_id=webvraag.pk, at=nu())


def test_the_contact_says_via_the_website_and_how_to_reach_them(loket, webvraag):
    page = logged_in(loket).get(reverse("contact", args=[webvraag.contact_id])).content.decode()

    assert "Via de website" in page
    assert "06-55500000" in page
    assert "Oppakken: wie is dit?" in page
    assert "Hulp nodig" in page


def test_the_likely_resident_is_offered_and_matched(loket, webvraag, marieke):
    client, address = logged_in(loket), reverse("webvraag", args=[webvraag.pk])

    page = client.get(address).content.decode()
    answer = client.post(address, {"actie": "koppelen", "inwoner": str(marieke.pk)})

    contact, uitvraag = Contact.objects.get(), Uitvraag.objects.get()
    home = marieke.huishoudens.get()
    assert "Marieke van der Meer, 14-03-1986" in page
    assert answer["Location"] == reverse("contact", args=[contact.pk])
    assert (contact.inwoner, contact.huishouden) == (marieke, home)
    assert contact.wijk == "WK016400"
    assert (uitvraag.inwoner, uitvraag.huishouden) == (marieke, home)


def test_a_worker_searches_for_somebody_else_or_registers_them(loket, webvraag, marieke):
    client, address = logged_in(loket), reverse("webvraag", args=[webvraag.pk])

    found = client.post(address, {"actie": "zoeken", "q": "Meer"}).content.decode()
    client.post(address, {"actie": "nieuw"})

    made = Inwoner.objects.exclude(pk=marieke.pk).get()
    assert str(marieke.pk) in found
    assert (made.voornamen, made.tussenvoegsel, made.geslachtsnaam) == (
        "Marieke",
        "van der",
        "Meer",
    )
    assert Contact.objects.get().inwoner == made


@pytest.mark.parametrize("rol", ["jurist", "vindplaats", "beleid", "administratie"])
def test_other_roles_take_nothing_up(rol, webvraag, marieke):
    other = MedewerkerFactory(rollen=[rol])

    with pytest.raises(GeenRecht):
        match_webvraag(by=other, webvraag_id=webvraag.pk, inwoner_id=marieke.pk, at=nu())
    assert logged_in(other).get(reverse("webvraag", args=[webvraag.pk])).status_code == 403


@pytest.mark.parametrize(
    "wrong",
    [{"voornaam": " "}, {"achternaam": ""}, {"bereikbaar": "duif"}, {"telefoon": ""},
     {"geboortedatum": dt.date(1700, 1, 1)}],
)  # fmt: skip
def test_what_cannot_be_right_is_refused_by_field(wrong):
    values = {
        "vraag": "x", "leefgebied": "wonen", "voornaam": "A", "achternaam": "B",
        "bereikbaar": "bellen", "telefoon": "06",
    }  # fmt: skip

    with pytest.raises(OngeldigeInvoer) as refusal:
        receive_webvraag(
            gegevens=WebvraagGegevens(**(values | wrong)), antwoorden={}, sleutel=None, at=NU
        )
    assert refusal.value.velden


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_are_one_contact():
    started = threading.Barrier(2)
    statuses, same = [], proof()

    def click():
        started.wait()
        statuses.append(send(bewijs=same).status_code)
        connection.close()

    threads = [threading.Thread(target=click) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert statuses == [302, 302]
    assert Contact.objects.count() == Webvraag.objects.count() == 1
