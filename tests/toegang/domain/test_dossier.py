import datetime as dt
import uuid

import pytest

from hengelo_sociaal.kern.fouten import DoelNodig, GeenRecht, NietGevonden
from hengelo_sociaal.logboek.domain import log_list
from hengelo_sociaal.logboek.models import Toegangsregel
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU, HuishoudenFactory, InwonerFactory
from toegang.domain.dossier import ZELF_GEREGISTREERD, look_up_inwoner, open_dossier
from toegang.domain.huishouden import Adres, register_huishouden

pytestmark = pytest.mark.django_db


def test_who_is_involved_needs_no_purpose_and_each_resident_gets_a_line(consulent):
    huishouden = HuishoudenFactory(met_leden=2, betrokken=consulent)

    dossier = open_dossier(by=consulent, huishouden_id=huishouden.pk, at=NU)

    assert dossier.volledig
    assert len(dossier.leden) == 2
    lines = Toegangsregel.objects.all()
    assert {tuple(line.inwoners) for line in lines} == {(lid.inwoner_id,) for lid in dossier.leden}
    assert {line.doel for line in lines} == {"betrokken bij het huishouden"}


@pytest.mark.parametrize("rol", ["consulent", "teamleider", "jurist"])
def test_others_state_a_purpose_and_only_read(rol):
    medewerker = MedewerkerFactory(rollen=[rol])
    huishouden = HuishoudenFactory(met_leden=1)

    with pytest.raises(DoelNodig):
        open_dossier(by=medewerker, huishouden_id=huishouden.pk, at=NU, doel="  ")
    assert not Toegangsregel.objects.exists()
    dossier = open_dossier(by=medewerker, huishouden_id=huishouden.pk, at=NU, doel="klacht")

    assert dossier.volledig
    assert Toegangsregel.objects.get().doel == "klacht"


def test_the_counter_sees_the_summary(loket):
    huishouden = HuishoudenFactory(met_leden=1)

    dossier = open_dossier(by=loket, huishouden_id=huishouden.pk, at=NU)

    assert not dossier.volledig
    assert Toegangsregel.objects.count() == 1


@pytest.mark.parametrize(
    "rol",
    ["vindplaats", "beleid", "financien", "contracten", "administratie", "privacy", "beheer"],
)
def test_other_roles_open_nothing(rol):
    huishouden = HuishoudenFactory(met_leden=1)

    with pytest.raises(GeenRecht):
        open_dossier(
            by=MedewerkerFactory(rollen=[rol]), huishouden_id=huishouden.pk, at=NU, doel="x"
        )

    assert not Toegangsregel.objects.exists()


def test_when_the_log_cannot_be_written_nothing_is_shown(consulent, monkeypatch):
    huishouden = HuishoudenFactory(met_leden=1, betrokken=consulent)

    def fail(**kwargs):
        raise RuntimeError

    monkeypatch.setattr("toegang.domain.dossier.log_access_to_each", fail)

    with pytest.raises(RuntimeError):
        open_dossier(by=consulent, huishouden_id=huishouden.pk, at=NU)


def test_a_household_without_people_leaves_a_line_too(loket):
    huishouden = HuishoudenFactory()

    open_dossier(by=loket, huishouden_id=huishouden.pk, at=NU)

    assert Toegangsregel.objects.get().object_id == huishouden.pk
    with pytest.raises(NietGevonden):
        open_dossier(by=loket, huishouden_id=uuid.uuid4(), at=NU)


def test_looking_somebody_up_leaves_a_line(loket, beleid):
    inwoner = InwonerFactory()

    assert look_up_inwoner(by=loket, inwoner_id=inwoner.pk, at=NU) == inwoner

    assert Toegangsregel.objects.get().inwoners == [inwoner.pk]
    with pytest.raises(GeenRecht):
        look_up_inwoner(by=beleid, inwoner_id=inwoner.pk, at=NU)
    with pytest.raises(NietGevonden):
        look_up_inwoner(by=loket, inwoner_id=uuid.uuid4(), at=NU)


def test_a_list_of_anonymous_records_is_nobodys(loket):
    log_list(by=loket, soort="contact", inwoners=[None], at=NU, doel="lijst")

    assert not Toegangsregel.objects.exists()


def test_having_registered_a_household_is_a_purpose_for_that_day_only(consulent):
    adres = Adres(straat="A", huisnummer=1, postcode="7551AA", woonplaats="Hengelo")
    made = register_huishouden(by=consulent, adres=adres, at=NU)

    assert open_dossier(by=consulent, huishouden_id=made.pk, at=NU).doel == ZELF_GEREGISTREERD

    with pytest.raises(DoelNodig):
        open_dossier(by=consulent, huishouden_id=made.pk, at=NU + dt.timedelta(days=1))
