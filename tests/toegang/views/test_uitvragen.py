"""The uitvraag on screen: the same everywhere, drafts, colleagues, earlier answers, paper."""

import datetime as dt
import re

import pytest
from django.urls import reverse

from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import (
    NU,
    ContactFactory,
    HuisbezoekFactory,
    HuishoudenFactory,
    MeldingFactory,
    UitvraagFactory,
)
from tests.inloggen import client_of, logged_in
from tests.panelen import assert_vraagbudget
from tests.toegang.views.gemeen import log_lines
from toegang.models import Uitvraag
from toegang.models.uitvraag import BREED
from toegang.queries.vragenlijst import in_force, questions_of, sections_of

pytestmark = pytest.mark.django_db
QUESTION = re.compile(r'data-vraag="([\w-]+)"')
VERSION = re.compile(r'data-uitvraag="([\w-]+)"')


def questions_on(html):
    return QUESTION.findall(html)


def core():
    parts = sections_of(in_force(BREED).inhoud)
    return [v.code for part in parts if part.laag == "kern" for v in part.vragen]


def open_for(by, **of):
    kanaal = of.pop("kanaal", "telefoon")
    answer = logged_in(by).post(reverse("uitvraag-nieuw"), {"kanaal": kanaal, **of})
    assert answer.status_code == 302
    return answer["Location"]


# -- one set of questions, wherever it is asked ----------------------------------------
@pytest.fixture
def overal(loket, consulent, poh):
    """The page of each place where the questions are asked."""
    visit = HuisbezoekFactory(medewerker=consulent)
    contact = ContactFactory(bekend=True, geregistreerd_door=poh, vindplaats_id="poh-jeugd")
    homes = [HuishoudenFactory(met_leden=1) for _ in range(2)]
    begun = {
        "balie": (loket, open_for(loket, kanaal="balie", huishouden=homes[0].pk)),
        "telefoon": (loket, open_for(loket, huishouden=homes[1].pk)),
        "huisbezoek": (consulent, open_for(consulent, kanaal="huisbezoek", huisbezoek=visit.pk)),
        "vindplaats": (poh, open_for(poh, kanaal="spreekuur", contact=contact.pk)),
    }
    return {place: logged_in(by).get(to).content.decode() for place, (by, to) in begun.items()}


def test_the_same_questions_in_the_same_order_and_version_everywhere(overal):
    asked = {place: questions_on(html) for place, html in overal.items()}
    versions = {VERSION.search(html)[1] for html in overal.values()}

    assert versions == {f"{BREED}-{in_force(BREED).nummer}"}
    assert all(found == asked["balie"] for found in asked.values())
    assert asked["balie"] == [v.code for v in questions_of(in_force(BREED).inhoud)]
    assert asked["balie"][: len(core())] == core()


def test_the_depth_is_open_at_the_visit_and_folded_elsewhere(overal):
    opened = {place: 'hs-verdieping" open' in html for place, html in overal.items()}

    assert opened == {"balie": False, "telefoon": False, "huisbezoek": True, "vindplaats": False}


# -- filling in ------------------------------------------------------------------------
@pytest.fixture
def uitvraag(loket):
    return UitvraagFactory(begonnen_door=loket, huishouden=HuishoudenFactory(met_leden=2))


def post(client, uitvraag, actie="bewaren", *, wie="", revisie=None, **answers):
    answers = {name.replace("__", "."): value for name, value in answers.items()}
    data = {"actie": actie, "revisie": revisie or uitvraag.revisie, **answers}
    return client.post(reverse("uitvraag", args=[uitvraag.pk]) + wie, data)


def test_stop_and_go_on(loket, uitvraag):
    client = logged_in(loket)

    answer = post(client, uitvraag, vragen__belangrijk="Rust")
    page = client.get(answer["Location"]).content.decode()

    assert "Rust</textarea>" in page
    assert "later verder" in page


def test_finishing_leads_back_to_what_it_belongs_to(loket):
    melding = MeldingFactory()
    client = logged_in(loket)
    to = open_for(loket, melding=melding.pk)
    made = Uitvraag.objects.get()

    answer = post(client, made, "afronden", vragen__belangrijk="Rust")

    assert to == reverse("uitvraag", args=[made.pk])
    assert answer["Location"] == reverse("melding", args=[melding.pk])
    assert not Uitvraag.objects.get().is_concept


def test_beginning_a_second_time_goes_on_in_the_first(loket, uitvraag):
    assert open_for(loket, huishouden=uitvraag.huishouden_id) == reverse(
        "uitvraag", args=[uitvraag.pk]
    )


def test_finishing_an_empty_one_says_what_to_do(loket, uitvraag):
    answer = post(logged_in(loket), uitvraag, "afronden")

    assert answer.status_code == 422
    assert "nog niets ingevuld" in answer.content.decode()


def test_one_person_is_asked_about_the_leefgebieden_only(loket, uitvraag):
    member = uitvraag.huishouden.leden.first()
    client = logged_in(loket)

    answer = post(client, uitvraag, f"wie:{member.pk}", vragen__belangrijk="Rust")
    page = client.get(answer["Location"]).content.decode()
    uitvraag.refresh_from_db()
    field = f"leefgebieden.wonen.{member.pk}.score"
    post(client, uitvraag, wie=f"?wie={member.pk}", **{field: "hulp"})

    uitvraag.refresh_from_db()
    assert questions_on(page) == ["leefgebieden"]
    assert uitvraag.antwoorden["vragen"] == {"belangrijk": "Rust"}
    assert uitvraag.antwoorden["leefgebieden"]["wonen"] == {str(member.pk): {"score": "hulp"}}


def test_a_draft_is_kept_and_says_its_revision(loket, uitvraag):
    address = reverse("uitvraag-concept", args=[uitvraag.pk])

    answer = logged_in(loket).post(address, {"revisie": 1, "vragen.belangrijk": "Rust"})

    assert answer["X-Revisie"] == "2"
    assert "Bewaard om" in answer.content.decode()


def test_a_draft_that_meets_a_colleague_is_refused_in_words(loket, uitvraag):
    post(client_of("loket"), uitvraag, vragen__belangrijk="Rust")
    address = reverse("uitvraag-concept", args=[uitvraag.pk])

    answer = logged_in(loket).post(address, {"revisie": 1, "vragen.belangrijk": "Ruimte"})

    assert answer.status_code == 409
    assert "een collega schreef hier ook" in answer.content.decode()


def test_a_conflict_shows_both_and_loses_nothing(loket):
    client, household = logged_in(loket), HuishoudenFactory(met_leden=1)
    open_for(loket, huishouden=household.pk)
    uitvraag = Uitvraag.objects.get()
    post(client_of("loket"), uitvraag, vragen__belangrijk="Rust", **{"vragen.wat-anders": "Huur"})

    refused = post(client, uitvraag, vragen__belangrijk="Ruimte", **{"vragen.hulp-nu": "School"})
    page = refused.content.decode()
    again = post(
        client, uitvraag, revisie=2, vragen__belangrijk="Ruimte", **{"vragen.hulp-nu": "School"},
        **{"vragen.wat-anders": "Huur"},
    )  # fmt: skip

    assert refused.status_code == 422
    assert "Een collega schreef hier ook" in page
    assert all(words in page for words in ("Rust", "Ruimte", "Huur", "School"))
    assert 'name="revisie" value="2"' in page
    assert again.status_code == 302
    assert Uitvraag.objects.get().antwoorden["vragen"] == {
        "belangrijk": "Ruimte", "wat-anders": "Huur", "hulp-nu": "School",
    }  # fmt: skip


@pytest.mark.parametrize("revisie", ["", "x", "9" * 30, "-1"])
def test_a_form_without_a_revision_is_refused(loket, uitvraag, revisie):
    answer = logged_in(loket).post(
        reverse("uitvraag", args=[uitvraag.pk]), {"revisie": revisie, "vragen.belangrijk": "x"}
    )

    assert answer.status_code == 422


# -- earlier answers -------------------------------------------------------------------
@pytest.fixture
def eerder(uitvraag):
    return UitvraagFactory(
        afgerond=True,
        huishouden=uitvraag.huishouden,
        begonnen_op=NU - dt.timedelta(days=100),
        antwoorden={
            "vragen": {"belangrijk": "Samen eten"},
            "leefgebieden": {"wonen": {"huishouden": {"score": "hulp", "woorden": "De trap"}}},
        },
    )


def test_what_was_told_before_stands_there_and_is_kept_by_one_button(loket, uitvraag, eerder):
    client = logged_in(loket)
    page = client.get(reverse("uitvraag", args=[uitvraag.pk])).content.decode()

    post(client, uitvraag, "neem:leefgebieden.wonen.huishouden")

    uitvraag.refresh_from_db()
    assert "Vorige keer: Samen eten" in page
    assert "Vorige keer: Hulp nodig. De trap" in page
    assert uitvraag.antwoorden == {
        "leefgebieden": {"wonen": {"huishouden": {"score": "hulp", "woorden": "De trap"}}}
    }


def test_everything_that_is_open_is_kept_at_once(loket, uitvraag, eerder):
    post(logged_in(loket), uitvraag, "neem:alles")

    uitvraag.refresh_from_db()
    assert uitvraag.antwoorden == eerder.antwoorden


def test_finished_it_tells_what_changed_and_what_was_found_per_point(loket, uitvraag, eerder):
    client = logged_in(loket)
    answers = {"leefgebieden.wonen.huishouden.score": "aandacht", "vragen.netwerk": "De buren"}
    post(client, uitvraag, "afronden", **answers)

    for name in ("uitvraag", "uitvraag-afdruk"):
        page = client.get(reverse(name, args=[uitvraag.pk])).content.decode()

        assert "was “Hulp nodig”, is nu “Aandacht”" in page
        assert "Gaat beter" in page
        assert "g. Bijdrage in de kosten" in page
        assert "De buren" in page


# -- who sees what ---------------------------------------------------------------------
def test_each_look_is_in_the_log_with_everybody_in_the_household(loket, uitvraag):
    logged_in(loket).get(reverse("uitvraag", args=[uitvraag.pk]))

    assert len(log_lines("uitvraag")[0].inwoners) == 2


def test_who_may_only_read_gets_no_form(uitvraag):
    page = client_of("jurist").get(reverse("uitvraag", args=[uitvraag.pk])).content.decode()

    assert "<textarea" not in page
    assert client_of("beleid").get(reverse("uitvraag", args=[uitvraag.pk])).status_code == 403


def test_what_is_not_theirs_is_not_there(uitvraag, poh, consulent):
    for by in (poh, consulent):
        assert logged_in(by).get(reverse("uitvraag", args=[uitvraag.pk])).status_code == 404


def test_a_vindplaats_sees_only_the_resident_of_its_question(poh):
    household = HuishoudenFactory(met_leden=3)
    child, *others = household.leden.all()
    contact = ContactFactory(
        inwoner=child, huishouden=household, geregistreerd_door=poh, vindplaats_id="poh-jeugd"
    )

    page = logged_in(poh).get(open_for(poh, kanaal="spreekuur", contact=contact.pk))

    assert child.naam in page.content.decode()
    assert not any(other.naam in page.content.decode() for other in others)


# -- beside the work -------------------------------------------------------------------
@pytest.mark.parametrize("number", [1, 3])
def test_the_panel_of_a_household_has_a_budget(loket, number):
    household = HuishoudenFactory(met_leden=number)
    for days in range(number):
        answers = {
            "leefgebieden": {
                gebied: {str(one.pk): {"score": "hulp"} for one in household.leden.all()}
                for gebied in ("wonen", "geld")
            }
        }
        UitvraagFactory(
            afgerond=True, huishouden=household, antwoorden=answers,
            begonnen_op=NU - dt.timedelta(days=days),
        )  # fmt: skip

    html = assert_vraagbudget("dossier", "uitvraag", loket, household)

    assert html.count("Hulp nodig") == 2 * number
    assert "Opnieuw vragen" in html


def test_the_panels_of_melding_contact_and_visit_lead_to_the_same(consulent, poh):
    melding = MeldingFactory(van_consulent=consulent)
    visit = HuisbezoekFactory(medewerker=consulent, huishouden=melding.huishouden)
    contact = ContactFactory(bekend=True, geregistreerd_door=poh, vindplaats_id="poh-jeugd")

    assert "Brede uitvraag beginnen" in assert_vraagbudget(
        "melding", "uitvraag", consulent, melding
    )
    assert "Brede uitvraag beginnen" in assert_vraagbudget(
        "huisbezoek", "uitvraag", consulent, visit
    )
    assert "Brede uitvraag beginnen" in assert_vraagbudget("contact", "uitvraag", poh, contact)
    UitvraagFactory(huishouden=melding.huishouden, begonnen_door=consulent)
    assert "Verder met de uitvraag" in assert_vraagbudget("melding", "uitvraag", consulent, melding)
    assert "/tablet" in assert_vraagbudget("huisbezoek", "uitvraag", consulent, visit)


def test_an_anonymous_contact_has_no_panel(loket):
    assert assert_vraagbudget("contact", "uitvraag", loket, ContactFactory()) == ""


def test_the_jurist_reads_and_does_not_begin():
    jurist = MedewerkerFactory(rollen=["jurist"])

    html = assert_vraagbudget("dossier", "uitvraag", jurist, HuishoudenFactory(met_leden=1))

    assert "beginnen" not in html
