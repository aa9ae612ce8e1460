"""A partner proposes other details of the own organisation; `beleid` takes them over or not."""

import datetime as dt
from dataclasses import replace

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import AMSTERDAM
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import LocatieFactory, PartnerFactory, VoorzieningFactory
from voorzieningen.domain.organisaties import (
    LocatieGegevens,
    accept_organisation,
    organisation_now,
    propose_organisation,
)
from voorzieningen.domain.voorstellen import reject_proposal
from voorzieningen.enums import Voorstelstatus
from voorzieningen.exceptions import AlBeoordeeld, NietUwOrganisatie
from voorzieningen.models import Locatie, Voorstel, Voorziening

pytestmark = pytest.mark.django_db
NU = dt.datetime(2026, 11, 22, 12, tzinfo=AMSTERDAM)
LATER = NU + dt.timedelta(hours=1)


@pytest.fixture
def beleid():
    return MedewerkerFactory(rollen=["beleid"])


@pytest.fixture
def partner():
    return PartnerFactory()


@pytest.fixture
def plek(partner):
    return LocatieFactory(organisatie=partner.organisatie, naam="De Esch")


def proposed(partner, **anders):
    now = organisation_now(partner.organisatie)
    return propose_organisation(
        organisatie=partner.organisatie,
        gegevens=replace(now, **anders),
        by=partner.medewerker,
        at=NU,
    )


def test_nothing_changes_until_it_is_taken_over(partner, plek, beleid):
    entry = VoorzieningFactory(organisatie=partner.organisatie, gewijzigd_op=NU)
    places = [
        LocatieGegevens(id=str(plek.pk), naam="De Esch", straat="Esrand", huisnummer="1"),
        LocatieGegevens(naam="Het Nijverheidsplein"),
    ]
    voorstel = proposed(partner, telefoon="074 123 4567", locaties=places)
    partner.organisatie.refresh_from_db()
    assert (partner.organisatie.telefoon, Locatie.objects.count()) == ("", 1)

    changed = accept_organisation(voorstel=voorstel, by=beleid, at=LATER)

    assert changed.telefoon == "074 123 4567"
    assert {each.naam: each.straat for each in changed.locaties.all()} == {
        "De Esch": "Esrand",
        "Het Nijverheidsplein": "",
    }
    assert Voorziening.objects.get(pk=entry.pk).gewijzigd_op == LATER
    voorstel.refresh_from_db()
    assert voorstel.status == Voorstelstatus.OVERGENOMEN


def test_a_place_that_is_left_out_goes(partner, plek, beleid):
    accept_organisation(voorstel=proposed(partner, locaties=[]), by=beleid, at=LATER)

    assert not Locatie.objects.exists()


@pytest.mark.parametrize("namen", [("Het Plein", "De Esch"), ("Het Plein", "De Lind")])
def test_places_may_take_each_others_names(partner, plek, beleid, namen):
    LocatieFactory(organisatie=partner.organisatie, naam="Het Plein")
    now = organisation_now(partner.organisatie).locaties
    places = [replace(each, naam=naam) for each, naam in zip(now, namen, strict=True)]

    accept_organisation(voorstel=proposed(partner, locaties=places), by=beleid, at=LATER)

    found = dict(partner.organisatie.locaties.values_list("pk", "naam"))
    assert found[plek.pk] == "Het Plein"
    assert set(found.values()) == set(namen)


def test_one_place_does_not_get_two_names(partner, plek):
    now = organisation_now(partner.organisatie).locaties[0]

    with pytest.raises(OngeldigeInvoer, match="twee keer"):
        proposed(partner, locaties=[now, replace(now, naam="Het Plein")])


def test_a_second_proposal_replaces_the_one_that_waits(partner):
    first, second = proposed(partner, telefoon="1"), proposed(partner, telefoon="2")

    assert first == second
    assert Voorstel.objects.get().inhoud["telefoon"] == "2"


def test_another_organisation_and_its_places_stay_untouched(partner):
    other = PartnerFactory()
    strange = LocatieFactory(organisatie=other.organisatie)
    gegevens = replace(organisation_now(other.organisatie), telefoon="1")

    with pytest.raises(NietUwOrganisatie):
        propose_organisation(
            organisatie=other.organisatie, gegevens=gegevens, by=partner.medewerker, at=NU
        )
    with pytest.raises(OngeldigeInvoer, match="geen locatie van uw organisatie"):
        proposed(partner, locaties=[LocatieGegevens(id=str(strange.pk), naam="Gekaapt")])
    assert not Voorstel.objects.exists()


@pytest.mark.parametrize("rol", ["loket", "beleid", "beheer"])
def test_who_is_no_partner_does_not_propose(partner, rol):
    gegevens = replace(organisation_now(partner.organisatie), telefoon="1")

    with pytest.raises(GeenRecht):
        propose_organisation(
            organisatie=partner.organisatie,
            gegevens=gegevens,
            by=MedewerkerFactory(rollen=[rol]),
            at=NU,
        )


@pytest.mark.parametrize(
    "anders",
    [
        {},
        {"naam": ""},
        {"email": "geen adres"},
        {"locaties": [LocatieGegevens(naam="A", postcode="12")]},
        {"locaties": [LocatieGegevens(naam="A"), LocatieGegevens(naam="A")]},
    ],
)
def test_what_cannot_be_right_is_refused_at_once(partner, anders):
    with pytest.raises(OngeldigeInvoer):
        proposed(partner, **anders)
    assert not Voorstel.objects.exists()


def test_a_partner_does_not_judge_and_a_judgement_is_given_once(partner, beleid):
    voorstel = proposed(partner, telefoon="1")

    with pytest.raises(GeenRecht):
        accept_organisation(voorstel=voorstel, by=partner.medewerker, at=LATER)
    reject_proposal(voorstel=voorstel, reden="Dit nummer klopt niet.", by=beleid, at=LATER)
    with pytest.raises(AlBeoordeeld):
        accept_organisation(voorstel=voorstel, by=beleid, at=LATER)
    partner.organisatie.refresh_from_db()
    assert partner.organisatie.telefoon == ""
