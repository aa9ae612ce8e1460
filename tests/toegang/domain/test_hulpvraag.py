import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer, Verouderd
from hengelo_sociaal.logboek.models import Wijzigingsregel
from tests.factories.toegang import NU, ContactFactory, HulpvraagFactory, MeldingFactory
from toegang.domain.contact import withdraw_contact
from toegang.domain.hulpvraag import change_hulpvraag
from toegang.exceptions import ContactIngetrokken, MeldingLoopt

pytestmark = pytest.mark.django_db


def test_an_outcome_changes_and_the_log_holds_both_values(loket):
    vraag = HulpvraagFactory(uitkomst_id="open")

    changed = change_hulpvraag(
        by=loket,
        hulpvraag_id=vraag.pk,
        waarden={"uitkomst": "doorverwezen", "toelichting": "Over mevrouw"},
        at=NU,
        revisie=1,
    )

    assert (changed.uitkomst_id, changed.revisie) == ("doorverwezen", 2)
    line = Wijzigingsregel.objects.get(object_id=vraag.pk)
    assert line.wijziging == {"uitkomst_id": ["open", "doorverwezen"], "toelichting": True}


def test_another_kind_brings_its_law_along(loket):
    vraag = HulpvraagFactory()

    changed = change_hulpvraag(
        by=loket, hulpvraag_id=vraag.pk, waarden={"soort": "schulden", "wet": "wmo"}, at=NU
    )

    assert (changed.leefgebied_id, changed.beleidsdomein_id) == ("geld", "schuldhulpverlening")
    assert changed.wet_id == "wmo"


def test_who_read_an_older_state_is_told_both_values(loket):
    vraag = HulpvraagFactory(uitkomst_id="open", revisie=3)

    with pytest.raises(Verouderd) as refusal:
        change_hulpvraag(
            by=loket, hulpvraag_id=vraag.pk, waarden={"uitkomst": "doorverwezen"}, at=NU, revisie=2
        )

    assert refusal.value.extra == {
        "revisie": 3,
        "verschillen": [{"veld": "uitkomst", "nu": "open", "ingevuld": "doorverwezen"}],
    }


def test_nothing_new_is_no_change(loket):
    vraag = HulpvraagFactory(uitkomst_id="open")

    change_hulpvraag(by=loket, hulpvraag_id=vraag.pk, waarden={"uitkomst": "open"}, at=NU)

    vraag.refresh_from_db()
    assert vraag.revisie == 1
    assert not Wijzigingsregel.objects.exists()


def test_a_melding_is_made_not_chosen(loket):
    vraag = HulpvraagFactory(uitkomst_id="open")

    with pytest.raises(OngeldigeInvoer):
        change_hulpvraag(by=loket, hulpvraag_id=vraag.pk, waarden={"uitkomst": "melding"}, at=NU)


def test_what_a_melding_rests_on_does_not_change(loket):
    vraag = MeldingFactory().hulpvraag

    with pytest.raises(MeldingLoopt):
        change_hulpvraag(by=loket, hulpvraag_id=vraag.pk, waarden={"uitkomst": "open"}, at=NU)

    changed = change_hulpvraag(
        by=loket, hulpvraag_id=vraag.pk, waarden={"leefgebied": "geld"}, at=NU
    )
    assert changed.leefgebied_id == "geld"


def test_a_question_of_a_withdrawn_contact_stays(loket):
    vraag = HulpvraagFactory()
    withdraw_contact(by=loket, contact_id=vraag.contact_id, reden="dubbel", at=NU)

    with pytest.raises(ContactIngetrokken):
        change_hulpvraag(by=loket, hulpvraag_id=vraag.pk, waarden={"uitkomst": "open"}, at=NU)


def test_a_vindplaats_worker_changes_only_their_own(poh, beleid):
    own = HulpvraagFactory(
        contact=ContactFactory(vindplaats_id="poh-jeugd", geregistreerd_door=poh)
    )
    other = HulpvraagFactory()

    change_hulpvraag(by=poh, hulpvraag_id=own.pk, waarden={"uitkomst": "open"}, at=NU)

    with pytest.raises(NietGevonden):
        change_hulpvraag(by=poh, hulpvraag_id=other.pk, waarden={"uitkomst": "open"}, at=NU)
    with pytest.raises(GeenRecht):
        change_hulpvraag(by=beleid, hulpvraag_id=own.pk, waarden={"uitkomst": "open"}, at=NU)
