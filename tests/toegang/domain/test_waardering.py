"""How it went: asked by code or by a worker, kept without any way back to who said so."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer
from hengelo_sociaal.logboek.models import Wijzigingsregel
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU, ContactFactory
from tests.inloggen import logged_in
from tests.panelen import assert_vraagbudget
from toegang.domain.waardering import (
    GELDIG,
    Antwoord,
    answer_by_code,
    answer_by_worker,
    ask_waardering,
    fingerprint_of,
)
from toegang.exceptions import AlGewaardeerd
from toegang.models import Waardering, Waarderingsvraag

pytestmark = pytest.mark.django_db
GOED = Antwoord(oordeel="goed", geluisterd=True)


@pytest.fixture
def contact():
    return ContactFactory(bekend=True)


@pytest.fixture
def code(loket, contact):
    return ask_waardering(by=loket, contact_id=contact.pk, at=NU)


def test_an_answer_knows_month_channel_and_vindplaats_and_nobody(code, contact):
    answer_by_code(code=code, antwoord=GOED, at=NU)

    made = Waardering.objects.get()
    assert (made.maand, made.kanaal_id, made.vindplaats_id) == (
        contact.dag.replace(day=1), contact.kanaal_id, contact.vindplaats_id,
    )  # fmt: skip
    assert (made.oordeel, made.geluisterd, made.verder) == ("goed", True, None)
    names = {field.name for field in Waardering._meta.get_fields()}
    assert names == {
        "id",
        "maand",
        "kanaal",
        "vindplaats",
        "wijze",
        "oordeel",
        "geluisterd",
        "verder",
    }
    assert made.pk.version == 4, "a key that does not sort by moment"


def test_nothing_leads_from_the_invitation_or_the_log_to_the_answer(code, contact):
    lines = Wijzigingsregel.objects.count()

    answer_by_code(code=code, antwoord=GOED, at=NU)

    asked = Waarderingsvraag.objects.get()
    assert asked.vingerafdruk is None
    assert asked.beantwoord
    assert Wijzigingsregel.objects.count() == lines


def test_a_code_is_used_once_and_only_its_print_was_kept(code):
    assert code.encode() not in bytes(Waarderingsvraag.objects.get().vingerafdruk)
    answer_by_code(code=code, antwoord=GOED, at=NU)

    with pytest.raises(NietGevonden):
        answer_by_code(code=code, antwoord=GOED, at=NU)


def test_a_code_that_is_over_or_was_never_made_is_not_there(code):
    for wrong, at in ((code, NU + GELDIG + dt.timedelta(days=1)), ("ABCDEFGHJKLM", NU)):
        with pytest.raises(NietGevonden):
            answer_by_code(code=wrong, antwoord=GOED, at=at)


def test_a_new_code_makes_the_one_before_void(loket, contact, code):
    ask_waardering(by=loket, contact_id=contact.pk, at=NU)

    with pytest.raises(NietGevonden):
        answer_by_code(code=code, antwoord=GOED, at=NU)


def test_capitals_and_dashes_make_no_difference():
    assert fingerprint_of("abcd-efgh jklm") == fingerprint_of("ABCDEFGHJKLM")


def test_a_worker_asks_once_and_it_is_asked_no_more(loket, contact):
    answer_by_worker(by=loket, contact_id=contact.pk, antwoord=GOED, at=NU)

    assert Waardering.objects.get().wijze == "medewerker"
    for again in (ask_waardering, lambda **kw: answer_by_worker(antwoord=GOED, **kw)):
        with pytest.raises(AlGewaardeerd):
            again(by=loket, contact_id=contact.pk, at=NU)


def test_an_answer_that_is_none_is_refused_and_the_code_stays(code):
    with pytest.raises(OngeldigeInvoer):
        answer_by_code(code=code, antwoord=Antwoord(oordeel="prima"), at=NU)

    assert not Waarderingsvraag.objects.get().beantwoord


def test_a_vindplaats_asks_for_its_own_and_others_not_at_all(poh, contact):
    own = ContactFactory(bekend=True, geregistreerd_door=poh, vindplaats_id="poh-jeugd")

    assert ask_waardering(by=poh, contact_id=own.pk, at=NU)
    with pytest.raises(NietGevonden):
        ask_waardering(by=poh, contact_id=contact.pk, at=NU)
    with pytest.raises(GeenRecht):
        ask_waardering(by=MedewerkerFactory(rollen=["jurist"]), contact_id=contact.pk, at=NU)


# -- on screen -------------------------------------------------------------------------
def test_from_the_worker_by_the_code_to_the_answer(loket, contact):
    page = logged_in(loket).post(
        reverse("waardering-contact", args=[contact.pk]), {"actie": "code"}
    )
    shown = page.context["code"]

    typed = Client().post(reverse("waardering-code"), {"code": shown.lower()})
    thanks = Client().post(typed["Location"], {"oordeel": "slecht", "verder": "nee"})

    assert typed["Location"] == f"/waardering/{shown.replace('-', '')}"
    assert "zonder uw naam" in thanks.content.decode()
    assert Waardering.objects.get().oordeel == "slecht"
    assert Client().get(typed["Location"]).status_code == 404


def test_a_worker_fills_it_in(loket, contact):
    address = reverse("waardering-contact", args=[contact.pk])

    refused = logged_in(loket).post(address, {"geluisterd": "ja"})
    done = logged_in(loket).post(address, {"oordeel": "goed"})

    assert refused.status_code == 422
    assert done["Location"] == reverse("contact", args=[contact.pk])


def test_a_wrong_code_says_what_to_do():
    answer = Client().post(reverse("waardering-code"), {"code": "ABCD-EFGH-JKLM"})

    assert answer.status_code == 422
    assert "niet meer geldig" in answer.content.decode()


def test_the_panel_says_that_it_was_asked_and_never_what_was_said(loket, contact):
    assert "Waardering vragen" in assert_vraagbudget("contact", "waardering", loket, contact)
    answer_by_worker(by=loket, contact_id=contact.pk, antwoord=Antwoord(oordeel="slecht"), at=NU)

    html = assert_vraagbudget("contact", "waardering", loket, contact)

    assert "heeft gezegd hoe het ging" in html
    assert "Niet goed" not in html
