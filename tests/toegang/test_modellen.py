import uuid

import pytest

from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import (
    HuisbezoekFactory,
    MeldingFactory,
    VindplaatsMedewerkerFactory,
)
from toegang.models import Inwoner, Postcodegebied, Soort, Uitkomst, Vindplaats

pytestmark = pytest.mark.django_db


def test_the_shipped_values_are_loaded():
    soort = Soort.objects.get(code="jeugdhulp")

    assert (soort.leefgebied_id, soort.beleidsdomein_id, soort.wet_id) == (
        "opvoeden",
        "jeugd",
        "jeugdwet",
    )
    assert Soort.objects.get(code="anders").wet_id is None
    assert Vindplaats.objects.count() == 19
    assert Uitkomst.objects.get(telt_als_informatie_en_advies=True).code == "informatie-en-advies"
    assert Postcodegebied.objects.get(postcode="7551").gemeente_id == "GM0164"


def test_a_bsn_is_encrypted_and_never_part_of_the_text():
    inwoner = Inwoner(geslachtsnaam="Jansen")
    inwoner.set_bsn("123456782")
    inwoner.save()

    stored = Inwoner.objects.get(pk=inwoner.pk)

    assert stored.bsn == "123456782"
    assert b"123456782" not in bytes(stored.bsn_versleuteld)
    assert "123456782" not in repr(stored) + str(stored)


def test_the_search_name_has_no_accents_or_capitals():
    inwoner = Inwoner.objects.create(
        id=uuid.uuid4(), voornamen="José", tussenvoegsel="van", geslachtsnaam="Özdemir"
    )

    inwoner.refresh_from_db()

    assert "jose van ozdemir" in inwoner.zoeknaam


def test_the_factories_make_valid_records():
    melding = MeldingFactory(van_consulent=MedewerkerFactory(consulent=True))
    bezoek = HuisbezoekFactory(uitgevoerd=True, melding=melding)
    VindplaatsMedewerkerFactory()

    for record in (melding, melding.hulpvraag, melding.hulpvraag.contact, bezoek):
        record.full_clean()
    assert melding.hulpvraag.wet_id == "wmo"
    assert melding.huishouden.leden.get() == melding.inwoner


def test_a_melding_has_its_term():
    assert MeldingFactory(met_termijn=True).termijnen.get().status == "loopt"
    assert MeldingFactory(verlopen=True).termijnen.get().einddatum.isoformat() == "2026-10-13"
