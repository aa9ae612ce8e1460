"""The contact desk, as it works without JavaScript and for the parts that htmx asks for."""

import uuid
from typing import Any

import pytest
from django.test import Client

from hengelo_sociaal.logboek.models import Handeling
from hengelo_sociaal.medewerkers.models import Medewerker
from tests.factories.toegang import HuishoudenFactory, InwonerFactory, MeldingFactory
from tests.factories.voorzieningen import VoorzieningFactory
from tests.inloggen import client_of, logged_in
from tests.toegang.views.gemeen import HOSTILE, HTMX, log_lines
from toegang.models import Concept, Contact, Huishouden, Inwoner, Melding

pytestmark = pytest.mark.django_db
PATH = "/contacten/nieuw"


@pytest.fixture
def scherm(loket: Medewerker) -> Client:
    return logged_in(loket)


@pytest.fixture
def huishouden() -> Huishouden:
    return HuishoudenFactory(met_leden=2)


@pytest.fixture
def inwoner(huishouden: Huishouden) -> Inwoner:
    return huishouden.leden.order_by("pk")[0]


def typed(*soorten: str, **more: str) -> dict[str, str]:
    """What the browser sends for a telephone call with a question of each kind."""
    sent = {
        "vindplaats": "zorgloket",
        "kanaal": "telefoon",
        "namens": "zelf",
        "form-TOTAL_FORMS": str(len(soorten)),
        "form-INITIAL_FORMS": "0",
        "formuliersleutel": str(uuid.uuid4()),
    }
    for place, soort in enumerate(soorten):
        sent |= {
            f"form-{place}-soort": soort,
            f"form-{place}-uitkomst": "informatie-en-advies",
            f"form-{place}-toelichting": "",
        }
    return sent | more


def test_an_anonymous_question_is_one_kind_and_one_key(scherm: Client, loket: Medewerker) -> None:
    saved = scherm.post(PATH, typed("schulden"))

    contact = Contact.objects.get()
    assert (saved.status_code, saved["Location"]) == (302, PATH)
    assert contact.inwoner is None
    assert contact.geregistreerd_door == loket
    assert contact.hulpvragen.get().uitkomst_id == "informatie-en-advies"
    page = scherm.get(PATH).content.decode()
    assert "Contact opgeslagen om" in page
    assert f"/contacten/{contact.pk}" in page


def test_the_usual_answers_are_there_and_the_channel_is_remembered(scherm: Client) -> None:
    before = scherm.get(PATH).context["form"]
    scherm.post(PATH, typed("schulden", kanaal="balie"))
    after = scherm.get(PATH).context["form"]

    assert (before["vindplaats"].value(), before["kanaal"].value()) == ("zorgloket", "telefoon")
    assert after["kanaal"].value() == "balie"


def test_several_questions_and_an_empty_row_that_does_not_count(scherm: Client) -> None:
    sent = typed("schulden", "huishoudelijke-hulp", "") | {"form-2-soort": ""}

    scherm.post(PATH, sent)

    kinds = Contact.objects.get().hulpvragen.values_list("soort_id", flat=True)
    assert list(kinds) == ["schulden", "huishoudelijke-hulp"]


def test_sending_twice_is_one_contact(scherm: Client) -> None:
    sent = typed("schulden")

    scherm.post(PATH, sent)
    again = scherm.post(PATH, sent)

    assert again.status_code == 302
    assert Contact.objects.count() == 1


def test_another_question_keeps_what_was_typed(scherm: Client, inwoner: Inwoner) -> None:
    sent = typed("schulden", samenvatting="Komt niet rond", inwoner=str(inwoner.pk), actie="meer")

    page = scherm.post(PATH, sent | {"form-0-toelichting": "Huur"})

    assert page.status_code == 200
    text = page.content.decode()
    assert 'id="kop-vraag-2"' in text
    assert "Komt niet rond" in text
    assert 'value="Huur"' in text
    assert str(inwoner.pk) in text
    assert "Dit moet nog anders" not in text
    assert not Contact.objects.exists()


@pytest.mark.parametrize("total", ["", "x", "-1", "999999999999", "٣"])
def test_another_question_with_a_broken_count_starts_again(scherm: Client, total: str) -> None:
    page = scherm.post(PATH, typed("schulden") | {"form-TOTAL_FORMS": total, "actie": "meer"})

    assert page.status_code == 200
    assert 'id="kop-vraag-1"' in page.content.decode()


def test_without_a_kind_of_question_the_page_says_so(scherm: Client) -> None:
    page = scherm.post(PATH, typed("", samenvatting="Wil weten wat kan"))

    text = page.content.decode()
    assert page.status_code == 422
    assert "Dit moet nog anders" in text
    assert "Wil weten wat kan" in text


def test_a_melding_needs_a_resident_and_says_so_beside_the_question(scherm: Client) -> None:
    page = scherm.post(PATH, typed("huishoudelijke-hulp") | {"form-0-uitkomst": "melding"})

    assert page.status_code == 422
    assert 'id="id_form-0-uitkomst_error"' in page.content.decode()
    assert "Een melding kan niet anoniem. Kies eerst de inwoner." in page.content.decode()
    assert not Contact.objects.exists()


def test_a_question_without_a_law_makes_no_melding(scherm: Client, inwoner: Inwoner) -> None:
    sent = typed("anders", inwoner=str(inwoner.pk)) | {"form-0-uitkomst": "melding"}

    page = scherm.post(PATH, sent)

    assert page.status_code == 422
    assert "Bij deze soort vraag hoort geen melding." in page.content.decode()
    assert not Contact.objects.exists()


def test_saving_a_melding_goes_to_the_melding(scherm: Client, inwoner: Inwoner) -> None:
    sent = typed("huishoudelijke-hulp", inwoner=str(inwoner.pk)) | {"form-0-uitkomst": "melding"}

    saved = scherm.post(PATH, sent)

    melding = Melding.objects.get()
    assert saved["Location"] == f"/meldingen/{melding.pk}"
    assert melding.inwoner == inwoner
    assert "voor het eerst bij ons" in scherm.get(saved["Location"]).content.decode()


def test_several_meldingen_are_all_named_with_their_way(scherm: Client, inwoner: Inwoner) -> None:
    sent = typed("huishoudelijke-hulp", "opvoeden", "bijstand", inwoner=str(inwoner.pk))
    sent |= {f"form-{place}-uitkomst": "melding" for place in range(3)}

    page = scherm.post(PATH, sent, follow=True).content.decode()

    assert "Contact en 3 meldingen opgeslagen om" in page
    made = Melding.objects.all()
    assert {one.wet_id for one in made} == {"wmo", "jeugdwet", "participatiewet"}
    for one in made:
        assert f'href="/meldingen/{one.pk}">{one.nummer}</a>' in page


def test_the_draft_comes_back_in_another_tab(scherm: Client, inwoner: Inwoner) -> None:
    kept = scherm.post(f"{PATH}/concept", typed("schulden", "", inwoner=str(inwoner.pk)))
    page = scherm.get(PATH)

    assert kept.content.decode().startswith("Concept bewaard om ")
    assert page.context["vragen"].forms[0]["soort"].value() == "schulden"
    assert page.context["samenvatting"].inwoner == inwoner
    assert "Concept bewaard om" in page.content.decode()


def test_a_draft_is_its_makers_and_goes_when_it_is_saved(scherm: Client) -> None:
    sent = typed("schulden")
    scherm.post(f"{PATH}/concept", sent)

    other = client_of("loket").get(PATH).context["vragen"].forms[0]["soort"].value()
    scherm.post(PATH, sent)
    late = scherm.post(f"{PATH}/concept", sent)

    assert other is None
    assert late.content.decode() == "Dit contact is opgeslagen"
    assert not Concept.objects.exists()


def test_starting_again_throws_the_draft_away(scherm: Client) -> None:
    scherm.post(f"{PATH}/concept", typed("schulden"))

    scherm.post(PATH, typed("schulden", actie="wissen"))

    assert not Concept.objects.exists()
    assert not Contact.objects.exists()


def test_without_javascript_searching_and_choosing_lose_nothing(
    scherm: Client, inwoner: Inwoner
) -> None:
    found = scherm.post(
        PATH, typed("schulden", samenvatting="Huur", q=inwoner.geslachtsnaam, actie="zoeken")
    )
    chosen = scherm.get(f"{PATH}?inwoner={inwoner.pk}")
    anonymous = scherm.get(f"{PATH}?inwoner=")

    assert f"{PATH}?inwoner={inwoner.pk}" in found.content.decode()
    assert "Huur" in found.content.decode()
    assert chosen.context["samenvatting"].inwoner == inwoner
    assert chosen.context["vragen"].forms[0]["soort"].value() == "schulden"
    assert anonymous.context["samenvatting"] is None
    assert "Huur" in anonymous.content.decode()


def test_a_new_resident_comes_back_to_what_was_typed(scherm: Client) -> None:
    away = scherm.post(PATH, typed("schulden", actie="nieuwe-inwoner"))
    person = {"geslachtsnaam": "Jansen", "geslacht": "onbekend", "woonplaats": "Hengelo"}
    back = scherm.post(away["Location"], person)
    page = scherm.get(back["Location"])

    assert away["Location"] == "/inwoners/nieuw"
    assert page.context["samenvatting"].inwoner.geslachtsnaam == "Jansen"
    assert page.context["vragen"].forms[0]["soort"].value() == "schulden"


def test_choosing_shows_the_household_and_logs_who_was_seen(
    scherm: Client, inwoner: Inwoner, huishouden: Huishouden
) -> None:
    MeldingFactory(hulpvraag__contact__huishouden=huishouden, hulpvraag__contact__inwoner=inwoner)

    part = scherm.get(f"{PATH}/kies?inwoner={inwoner.pk}", headers=HTMX)

    text = part.content.decode()
    (line,) = log_lines("samenvatting")
    assert all(member.naam in text for member in huishouden.leden.all())
    assert "Loopt al" in text
    assert line.handeling == Handeling.INGEZIEN
    assert line.doel == "open contact"
    assert set(line.inwoners) == set(huishouden.leden.values_list("pk", flat=True))


def test_the_help_shows_terms_and_what_is_there_and_is_no_look(
    scherm: Client, inwoner: Inwoner
) -> None:
    VoorzieningFactory(naam="Was- en strijkservice", omschrijving="Hulp bij het huishouden")

    part = scherm.get(
        f"{PATH}/hulp?form-0-soort=huishoudelijke-hulp&inwoner={inwoner.pk}", headers=HTMX
    ).content.decode()

    assert "Wmo 2015, artikel 2.3.2 lid 1" in part
    assert "voor het eerst bij ons" in part
    assert "Was- en strijkservice" in part
    assert log_lines("samenvatting") == []


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_takes_a_fixed_number_of_queries(
    scherm: Client, number: int, django_assert_max_num_queries: Any
) -> None:
    home = HuishoudenFactory(met_leden=number)
    one = home.leden.order_by("pk")[0]
    scherm.post(f"{PATH}/concept", typed(*["schulden"] * number, inwoner=str(one.pk)))
    scherm.get(PATH)

    with django_assert_max_num_queries(46):
        scherm.get(PATH)


def test_a_vindplaats_registers_at_its_own_place_and_searches_nobody(
    poh: Medewerker, inwoner: Inwoner
) -> None:
    screen = logged_in(poh)

    page = screen.get(f"{PATH}?inwoner={inwoner.pk}")
    saved = screen.post(PATH, typed("schulden", vindplaats="poh-jeugd"))
    elsewhere = screen.post(PATH, typed("schulden", vindplaats="zorgloket"))

    text = page.content.decode()
    assert 'id="zoek"' not in text
    assert inwoner.naam not in text
    assert [code for code, _ in page.context["form"].fields["vindplaats"].choices] == ["poh-jeugd"]
    assert saved.status_code == 302
    assert elsewhere.status_code == 422
    assert Contact.objects.get().vindplaats_id == "poh-jeugd"


NAMED = {
    "wie-voornamen": "Roos",
    "wie-geslachtsnaam": "Wegdam",
    "wie-geboortedatum": "2011-04-09",
}


def test_a_vindplaats_names_the_resident_and_makes_a_melding(poh: Medewerker) -> None:
    asked = typed("opvoeden", vindplaats="poh-jeugd") | NAMED | {"form-0-uitkomst": "melding"}

    saved = logged_in(poh).post(PATH, asked, follow=True)

    contact = Contact.objects.get()
    assert contact.inwoner is not None
    assert contact.inwoner.naam == "Roos Wegdam"
    assert Melding.objects.get().inwoner == contact.inwoner
    assert "voor het eerst bij ons" not in saved.content.decode()


def test_half_a_name_is_refused_beside_its_fields(poh: Medewerker) -> None:
    asked = typed("opvoeden", vindplaats="poh-jeugd") | {"wie-voornamen": "Roos", "wie-bsn": "123"}

    page = logged_in(poh).post(PATH, asked)

    assert page.status_code == 422
    assert set(page.context["wie"].errors) == {"geslachtsnaam", "geboortedatum"}
    assert not Contact.objects.exists()


@pytest.mark.parametrize("day", ["2026-02-31", "31-02-2011", "0001-01-01", "2099-01-01", "nu"])
def test_a_birth_date_that_cannot_be_is_refused(poh: Medewerker, day: str) -> None:
    asked = typed("opvoeden", vindplaats="poh-jeugd") | NAMED | {"wie-geboortedatum": day}

    page = logged_in(poh).post(PATH, asked)

    assert page.status_code == 422
    assert "geboortedatum" in page.context["wie"].errors


def test_a_known_and_a_new_resident_are_answered_alike(poh: Medewerker, inwoner: Inwoner) -> None:
    known = {
        "wie-voornamen": inwoner.voornamen,
        "wie-geslachtsnaam": inwoner.geslachtsnaam,
        "wie-geboortedatum": str(inwoner.geboortedatum),
    }
    screen = logged_in(poh)

    pages = [
        screen.post(PATH, typed("opvoeden", vindplaats="poh-jeugd") | who, follow=True)
        for who in (known, NAMED)
    ]

    assert [page.redirect_chain for page in pages] == [pages[0].redirect_chain] * 2
    assert inwoner.naam not in pages[0].content.decode()
    assert Contact.objects.filter(inwoner=inwoner).count() == 1


def test_the_draft_of_a_vindplaats_keeps_the_name_and_never_the_bsn(poh: Medewerker) -> None:
    screen = logged_in(poh)

    screen.post(f"{PATH}/concept", typed("opvoeden") | NAMED | {"wie-bsn": "123456782"})
    page = screen.get(PATH).content.decode()

    assert 'value="Wegdam"' in page
    assert "123456782" not in page
    assert "123456782" not in str(Concept.objects.get().inhoud)


def test_the_counter_names_nobody_it_can_search(scherm: Client) -> None:
    scherm.post(PATH, typed("schulden") | NAMED)

    assert Contact.objects.get().inwoner is None


@pytest.mark.parametrize("rol", ["jurist", "beleid", "administratie", "privacy", "beheer"])
def test_who_registers_nothing_stays_out(rol: str, inwoner: Inwoner) -> None:
    screen = client_of(rol)

    assert screen.get(PATH).status_code == 403
    assert screen.post(PATH, typed("schulden")).status_code == 403
    assert screen.get(f"{PATH}/kies?inwoner={inwoner.pk}").status_code == 403


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize(
    "field", ["vindplaats", "kanaal", "inwoner", "huishouden", "form-0-soort", "form-0-uitkomst"]
)
def test_nonsense_in_a_field_is_refused_and_nothing_breaks(
    scherm: Client, field: str, words: str
) -> None:
    sent = typed("schulden") | {field: words}

    refused = scherm.post(PATH, sent)
    scherm.post(f"{PATH}/concept", sent)
    again = scherm.get(PATH)

    assert refused.status_code == 422
    assert again.status_code == 200
    assert not Contact.objects.exists()


@pytest.mark.parametrize("words", HOSTILE)
def test_nonsense_in_free_text_is_kept_as_text_or_refused(scherm: Client, words: str) -> None:
    answer = scherm.post(PATH, typed("schulden", samenvatting=words))

    assert answer.status_code in {302, 422}
    assert "<script>alert(1)" not in scherm.get(PATH).content.decode()


@pytest.mark.parametrize("words", HOSTILE)
def test_nonsense_in_the_parts_is_empty(scherm: Client, words: str) -> None:
    hulp = scherm.get(f"{PATH}/hulp", {"form-0-soort": words, "inwoner": words[:500]})
    kies = scherm.get(f"{PATH}/kies", {"inwoner": words[:500]})
    nobody = scherm.get(f"{PATH}/kies", {"inwoner": str(uuid.uuid4())})
    zoek = scherm.post(f"{PATH}/zoeken", {"q": words})

    assert [hulp.status_code, kies.status_code, nobody.status_code, zoek.status_code] == [200] * 4
    assert "Anoniem" in nobody.content.decode()


@pytest.mark.parametrize("sent", [{}, {"form-TOTAL_FORMS": "x"}, {"form-TOTAL_FORMS": "0"}])
def test_a_form_without_its_questions_is_refused(scherm: Client, sent: dict[str, str]) -> None:
    assert scherm.post(PATH, sent).status_code == 422


def test_an_unknown_resident_is_no_contact(scherm: Client) -> None:
    page = scherm.post(PATH, typed("schulden", inwoner=str(InwonerFactory.build().pk)))

    assert page.status_code == 422
    assert "Deze inwoner bestaat niet. Zoek opnieuw." in page.content.decode()
