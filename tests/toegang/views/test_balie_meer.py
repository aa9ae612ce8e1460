"""The contact desk: beginning the uitvraag in the contact, and which representative asks."""

from typing import Any

import pytest
from django.test import Client

from hengelo_sociaal.medewerkers.models import Medewerker
from tests.factories.api import bearer
from tests.factories.toegang import NU, VANDAAG, HuishoudenFactory, InwonerFactory
from tests.inloggen import logged_in
from tests.toegang.views.test_balie import PATH, typed
from toegang.domain.uitvraag_begin import UitvraagGegevens, start_uitvraag
from toegang.models import Contact, Huishouden, Inwoner, Melding, Uitvraag, Vertegenwoordiger
from toegang.models.uitvraag import BREED
from toegang.queries.vragenlijst import in_force, sections_of

pytestmark = pytest.mark.django_db
ANTWOORDEN = {
    "uitvraag": "1",
    "vragen.belangrijk": "Thuis blijven wonen",
    "leefgebieden.wonen.huishouden.score": "hulp",
}


@pytest.fixture
def scherm(loket: Medewerker) -> Client:
    return logged_in(loket)


@pytest.fixture
def huishouden() -> Huishouden:
    return HuishoudenFactory(met_leden=2)


@pytest.fixture
def inwoner(huishouden: Huishouden) -> Inwoner:
    return huishouden.leden.order_by("pk")[0]


@pytest.fixture
def mentor(inwoner: Inwoner) -> Vertegenwoordiger:
    return speaker(inwoner)


def speaker(inwoner: Inwoner, **change: Any) -> Vertegenwoordiger:
    given = {
        "soort": "mentor",
        "naam": "R. Smit",
        "mag": ["zorg"],
        "van": VANDAAG.replace(year=2020),
    }
    return Vertegenwoordiger.objects.create(inwoner=inwoner, **given | change)


def test_the_core_questions_come_on_the_page_when_asked_for(scherm: Client) -> None:
    before = scherm.get(PATH).content.decode()
    sent = typed("schulden", **{"form-0-toelichting": "Deurwaarder"}) | {"actie": "uitvraag"}
    page = scherm.post(PATH, sent).content.decode()

    version = in_force(BREED)
    assert version is not None
    core = [v for s in sections_of(version.inhoud) if s.laag == "kern" for v in s.vragen]
    assert "data-uitvraag" not in before
    assert f'data-uitvraag="{version.vragenlijst_id}-{version.nummer}"' in page
    assert "Deurwaarder" in page
    assert [v.code for v in core if f'data-vraag="{v.code}"' not in page] == []


def test_what_was_told_is_kept_with_the_contact(
    scherm: Client, inwoner: Inwoner, huishouden: Huishouden
) -> None:
    saved = scherm.post(PATH, typed("schulden", inwoner=str(inwoner.pk)) | ANTWOORDEN)

    uitvraag = Uitvraag.objects.get()
    assert saved.status_code == 302
    assert uitvraag.contact == Contact.objects.get()
    assert uitvraag.huishouden == huishouden
    assert uitvraag.is_concept
    assert uitvraag.kanaal_id == "telefoon"
    assert uitvraag.antwoorden["vragen"]["belangrijk"] == "Thuis blijven wonen"


def test_with_a_melding_the_next_colleague_finds_it_there(scherm: Client, inwoner: Inwoner) -> None:
    asked = typed("huishoudelijke-hulp", inwoner=str(inwoner.pk)) | ANTWOORDEN
    scherm.post(PATH, asked | {"form-0-uitkomst": "melding"})

    assert Uitvraag.objects.get().melding == Melding.objects.get()


def test_the_open_uitvraag_of_the_household_goes_on(
    scherm: Client, loket: Medewerker, inwoner: Inwoner, huishouden: Huishouden
) -> None:
    there = UitvraagGegevens(kanaal="balie", huishouden_id=huishouden.pk)
    running = start_uitvraag(by=loket, gegevens=there, at=NU)

    scherm.post(PATH, typed("schulden", inwoner=str(inwoner.pk)) | ANTWOORDEN)

    uitvraag = Uitvraag.objects.get()
    assert uitvraag.pk == running.pk
    assert uitvraag.antwoorden["vragen"]["belangrijk"] == "Thuis blijven wonen"


@pytest.mark.parametrize("answers", [{}, {"uitvraag": "1", "vragen.belangrijk": " "}])
def test_without_an_answer_there_is_no_uitvraag(scherm: Client, answers: dict[str, str]) -> None:
    scherm.post(PATH, typed("schulden") | answers)

    assert Contact.objects.count() == 1
    assert not Uitvraag.objects.exists()


def test_sending_twice_keeps_one(scherm: Client, inwoner: Inwoner) -> None:
    sent = typed("schulden", inwoner=str(inwoner.pk)) | ANTWOORDEN

    scherm.post(PATH, sent)
    scherm.post(PATH, sent)

    assert (Contact.objects.count(), Uitvraag.objects.count()) == (1, 1)


def test_the_draft_keeps_the_answers(scherm: Client) -> None:
    scherm.post(f"{PATH}/concept", typed("schulden") | ANTWOORDEN)

    assert "Thuis blijven wonen" in scherm.get(PATH).content.decode()


def test_a_vindplaats_begins_it_too(poh: Medewerker) -> None:
    named = {
        "wie-voornamen": "Roos",
        "wie-geslachtsnaam": "Wegdam",
        "wie-geboortedatum": "2011-04-09",
    }

    saved = logged_in(poh).post(
        PATH, typed("opvoeden", vindplaats="poh-jeugd") | named | ANTWOORDEN
    )

    assert saved.status_code == 302
    assert Uitvraag.objects.get().vindplaats_id == "poh-jeugd"


def test_who_may_speak_for_them_is_offered(
    scherm: Client, inwoner: Inwoner, mentor: Vertegenwoordiger
) -> None:
    speaker(InwonerFactory(), naam="Iemand Anders")
    speaker(inwoner, naam="Niet Meer", tot=VANDAAG.replace(year=2021))

    page = scherm.get(f"{PATH}?inwoner={inwoner.pk}").content.decode()

    assert f'value="{mentor.pk}"' in page
    assert "Iemand Anders" not in page
    assert "Niet Meer" not in page


def test_the_contact_says_which_representative_asked(
    scherm: Client, inwoner: Inwoner, mentor: Vertegenwoordiger
) -> None:
    who = {"inwoner": str(inwoner.pk), "vertegenwoordiger": str(mentor.pk)}

    scherm.post(PATH, typed("schulden", **who))

    contact = Contact.objects.get()
    assert (contact.vertegenwoordiger, contact.namens_id) == (mentor, "vertegenwoordiger")
    shown = scherm.get(f"/contacten/{contact.pk}").content.decode()
    assert "Mentor R. Smit" in shown


def test_a_parent_of_somebody_they_live_with_counts(
    scherm: Client, inwoner: Inwoner, huishouden: Huishouden
) -> None:
    child = huishouden.leden.exclude(pk=inwoner.pk).get()
    parent = speaker(child, soort="mentor", naam="P. Jansen")
    who = {"inwoner": str(inwoner.pk), "vertegenwoordiger": str(parent.pk)}

    scherm.post(PATH, typed("schulden", **who))

    assert Contact.objects.get().vertegenwoordiger == parent


def test_a_representative_of_others_is_refused(scherm: Client, inwoner: Inwoner) -> None:
    strange = speaker(InwonerFactory())
    who = {"inwoner": str(inwoner.pk), "vertegenwoordiger": str(strange.pk)}

    refused = scherm.post(PATH, typed("schulden", **who))

    assert refused.status_code == 422
    assert not Contact.objects.exists()


def test_by_token_too(loket: Medewerker, inwoner: Inwoner, mentor: Vertegenwoordiger) -> None:
    body = {
        "kanaal": "telefoon",
        "vindplaats": "zorgloket",
        "plaatsgevondenOp": "2026-11-17T10:00:00+01:00",
        "inwoner": str(inwoner.pk),
        "vertegenwoordiger": str(mentor.pk),
        "hulpvragen": [{"soort": "schulden"}],
    }
    api = Client(headers=bearer(loket))

    made = api.post("/api/v1/contacten", body, content_type="application/json")
    refused = api.post(
        "/api/v1/contacten",
        body | {"inwoner": None},
        content_type="application/json",
    )

    assert made.status_code == 201
    assert made.json()["vertegenwoordiger"] == str(mentor.pk)
    assert made.json()["namens"] == "vertegenwoordiger"
    assert refused.status_code == 400
    assert refused.json()["invalidParams"][0]["name"] == "vertegenwoordiger"
