"""Who keeps an entry hears that nobody checked it for long."""

import datetime as dt

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.werk.models import Bericht
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import PartnerFactory, VoorzieningFactory
from voorzieningen.domain.nakijken import remind_keepers
from voorzieningen.domain.voorzieningen import confirm_voorziening
from voorzieningen.exceptions import NietUwOrganisatie

pytestmark = pytest.mark.django_db
NU = dt.datetime(2026, 11, 22, 12, tzinfo=AMSTERDAM)
OUD, KORT = dt.date(2026, 1, 1), dt.date(2026, 11, 1)


def titles(medewerker) -> list[str]:
    return list(Bericht.objects.filter(voor=medewerker).values_list("titel", flat=True))


def test_the_owner_gets_one_message_for_all_that_is_old():
    owner = MedewerkerFactory(beleid=True)
    VoorzieningFactory.create_batch(2, eigenaar=owner, gecontroleerd_op=OUD)
    VoorzieningFactory(eigenaar=owner, gecontroleerd_op=KORT)

    remind_keepers(at=NU)

    assert titles(owner) == ["2 voorzieningen zijn lang niet nagekeken. Klopt het nog?"]


def test_a_partner_hears_of_the_own_organisation_only():
    partner, other = PartnerFactory(), PartnerFactory()
    owner = MedewerkerFactory(beleid=True)
    VoorzieningFactory(organisatie=partner.organisatie, eigenaar=owner, gecontroleerd_op=OUD)

    remind_keepers(at=NU)

    assert titles(partner.medewerker) == ["1 voorziening is lang niet nagekeken. Klopt het nog?"]
    assert titles(other.medewerker) == []


def test_what_nobody_keeps_is_told_to_who_keeps_the_catalogue():
    keeper, outsider = MedewerkerFactory(beleid=True), MedewerkerFactory()
    VoorzieningFactory(eigenaar=None, gecontroleerd_op=None)

    remind_keepers(at=NU)

    assert len(titles(keeper)) == 1
    assert titles(outsider) == []


def test_once_a_month_and_not_when_all_is_well():
    owner = MedewerkerFactory(beleid=True)
    voorziening = VoorzieningFactory(eigenaar=owner, gecontroleerd_op=OUD)

    remind_keepers(at=NU)
    remind_keepers(at=NU + dt.timedelta(days=1))
    assert len(titles(owner)) == 1
    remind_keepers(at=NU + dt.timedelta(days=31))
    assert len(titles(owner)) == 2

    later = NU + dt.timedelta(days=40)
    confirm_voorziening(voorziening=voorziening, by=owner, at=later)
    remind_keepers(at=NU + dt.timedelta(days=70))
    assert len(titles(owner)) == 2


def test_a_partner_says_that_the_own_entry_is_still_right():
    partner = PartnerFactory()
    voorziening = VoorzieningFactory(organisatie=partner.organisatie, gecontroleerd_op=OUD)

    confirm_voorziening(voorziening=voorziening, by=partner.medewerker, at=NU)

    voorziening.refresh_from_db()
    assert voorziening.gecontroleerd_op == NU.date()


def test_nobody_else_says_so():
    voorziening = VoorzieningFactory(gecontroleerd_op=OUD)

    with pytest.raises(NietUwOrganisatie):
        confirm_voorziening(voorziening=voorziening, by=PartnerFactory().medewerker, at=NU)
    with pytest.raises(GeenRecht):
        confirm_voorziening(voorziening=voorziening, by=MedewerkerFactory(rollen=["loket"]), at=NU)
    voorziening.refresh_from_db()
    assert voorziening.gecontroleerd_op == OUD
