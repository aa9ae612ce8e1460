import datetime as dt

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer, Verouderd
from hengelo_sociaal.logboek.models import Wijzigingsregel
from tests.factories.toegang import NU, VANDAAG, HuishoudenFactory, InwonerFactory
from toegang.domain.inwoner import InwonerGegevens, change_inwoner, register_inwoner
from toegang.exceptions import BsnBestaatAl, MogelijkDubbel
from toegang.models import Inwoner

pytestmark = pytest.mark.django_db
GEBOREN = dt.date(1984, 3, 9)
BSN = "123456782"


def gegevens(achternaam="Bos", geboortedatum=GEBOREN, **more):
    return InwonerGegevens(geslachtsnaam=achternaam, geboortedatum=geboortedatum, **more)


def test_a_resident_is_registered_with_a_line_in_the_log(loket):
    made = register_inwoner(by=loket, gegevens=gegevens(), bsn=BSN, at=NU)

    line = Wijzigingsregel.objects.get()
    assert Inwoner.objects.get().bsn == BSN
    assert line.inwoners == [made.pk]
    assert BSN not in str(line.wijziging)


@pytest.mark.parametrize("achternaam", ["Jansen", "Janssen", "JANSEN", "Jánsen"])
def test_somebody_born_the_same_day_with_nearly_the_same_name_is_a_candidate(loket, achternaam):
    there = InwonerFactory(geslachtsnaam="Jansen", geboortedatum=GEBOREN)
    HuishoudenFactory(leden=[there], huisnummer=5)

    with pytest.raises(MogelijkDubbel) as refusal:
        register_inwoner(by=loket, gegevens=gegevens(achternaam), at=NU)

    (candidate,) = refusal.value.extra["kandidaten"]
    assert candidate["id"] == str(there.pk)
    assert candidate["adres"] == "Deldenerstraat 5, 7551 AA Hengelo"
    assert Inwoner.objects.count() == 1


@pytest.mark.parametrize(
    "other",
    [gegevens("Pietersen"), gegevens("Jansen", dt.date(1984, 3, 10)), gegevens("Jansen", None)],
)
def test_another_name_or_day_is_another_person(loket, other):
    InwonerFactory(geslachtsnaam="Jansen", geboortedatum=GEBOREN)

    register_inwoner(by=loket, gegevens=other, at=NU)

    assert Inwoner.objects.count() == 2


def test_without_a_birth_date_the_full_name_counts(loket):
    InwonerFactory(voornamen="Jolanda", geslachtsnaam="Bos", geboortedatum=GEBOREN)

    with pytest.raises(MogelijkDubbel):
        register_inwoner(by=loket, gegevens=gegevens("bos", None, voornamen="jolanda"), at=NU)


def test_a_reason_overrides_and_is_in_the_log(loket):
    there = InwonerFactory(geslachtsnaam="Bos", geboortedatum=GEBOREN)

    register_inwoner(by=loket, gegevens=gegevens(), negeer_dubbel="tweeling", at=NU)

    line = Wijzigingsregel.objects.get()
    assert (line.reden, line.wijziging) == ("tweeling", {"lijkt_op": [str(there.pk)]})


def test_no_reason_makes_one_bsn_two_people(loket):
    InwonerFactory(met_bsn=BSN)

    with pytest.raises(BsnBestaatAl):
        register_inwoner(
            by=loket, gegevens=gegevens("Anders"), bsn=BSN, negeer_dubbel="anders", at=NU
        )


def test_a_secret_address_is_not_told_to_who_registers(loket):
    there = InwonerFactory(geslachtsnaam="Bos", geboortedatum=GEBOREN, geheim=True)
    HuishoudenFactory(leden=[there])

    with pytest.raises(MogelijkDubbel) as refusal:
        register_inwoner(by=loket, gegevens=gegevens(), at=NU)

    assert refusal.value.extra["kandidaten"][0]["adres"] == ""


@pytest.mark.parametrize(
    ("wrong", "extra", "veld"),
    [
        (gegevens(" "), {}, "geslachtsnaam"),
        (gegevens(geboortedatum=VANDAAG + dt.timedelta(days=1)), {}, "geboortedatum"),
        (gegevens(geboortedatum=dt.date(1850, 1, 1)), {}, "geboortedatum"),
        (gegevens(overleden_op=dt.date(1980, 1, 1)), {}, "overleden_op"),
        (gegevens(), {"bsn": "123456789"}, "bsn"),
        (gegevens(), {"negeer_dubbel": "zomaar"}, "reden"),
    ],
)
def test_bad_input_names_the_field(loket, wrong, extra, veld):
    with pytest.raises(OngeldigeInvoer) as refusal:
        register_inwoner(by=loket, gegevens=wrong, at=NU, **extra)

    assert list(refusal.value.velden) == [veld]
    assert not Inwoner.objects.exists()


def test_without_the_audit_line_there_is_no_resident(loket, monkeypatch):
    def fail(**kwargs):
        raise RuntimeError

    monkeypatch.setattr("toegang.domain.inwoner.log_change", fail)

    with pytest.raises(RuntimeError):
        register_inwoner(by=loket, gegevens=gegevens(), at=NU)

    assert not Inwoner.objects.exists()


def test_a_correction_keeps_the_bsn_and_raises_the_revision(loket):
    there = InwonerFactory(geslachtsnaam="Bosch", met_bsn=BSN)

    changed = change_inwoner(by=loket, inwoner_id=there.pk, gegevens=gegevens(), revisie=1, at=NU)

    assert (changed.geslachtsnaam, changed.bsn, changed.revisie) == ("Bos", BSN, 2)
    assert Wijzigingsregel.objects.get().wijziging["geslachtsnaam"] == ["Bosch", "Bos"]
    with pytest.raises(Verouderd):
        change_inwoner(by=loket, inwoner_id=there.pk, gegevens=gegevens(), revisie=1, at=NU)


def test_the_bsn_of_somebody_else_is_refused(loket):
    InwonerFactory(met_bsn=BSN)
    there = InwonerFactory()

    with pytest.raises(BsnBestaatAl):
        change_inwoner(
            by=loket, inwoner_id=there.pk, gegevens=gegevens(), revisie=None, at=NU, bsn=BSN
        )


def test_rights_go_both_ways(beleid, poh, loket):
    for nobody in (beleid, poh):
        with pytest.raises(GeenRecht):
            register_inwoner(by=nobody, gegevens=gegevens(), at=NU)
    with pytest.raises(NietGevonden):
        change_inwoner(by=loket, inwoner_id=loket.pk, gegevens=gegevens(), revisie=None, at=NU)
