"""Meldingen of werk.nl and referrals from a file: their own day, their household, once."""

import datetime as dt

import pytest

from hengelo_sociaal.invoer.domain import import_file
from hengelo_sociaal.invoer.exceptions import InvoerGeweigerd
from hengelo_sociaal.kern.fouten import GeenRecht
from hengelo_sociaal.medewerkers.models import Medewerker
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU, ContactFactory, HuishoudenFactory, InwonerFactory
from toegang.models import Contact, Inwoner, Melding

pytestmark = pytest.mark.django_db
KOP = (
    "kenmerk;datum_melding;voornamen;tussenvoegsel;achternaam;geboortedatum;bsn;telefoon;"
    "straat;huisnummer;postcode;woonplaats;soort;toelichting"
)
PETRA = (
    "W-1;02-11-2026;Petra;;Kuiper;09-03-1984;;06-55500000;Grotestraat;12;7621 AA;Borne;;Geen werk"
)
LUUK = "W-2;2026-11-03;Luuk;;Scholten;2003-05-01;;;;;;;;"


def bring_in(*lines, soort="werk-nl", kop=KOP, by=None, **kwargs):
    return import_file(
        soort=soort,
        inhoud="\n".join([kop, *lines]).encode(),
        naam="bestand.csv",
        by=by or Medewerker.objects.systeem(),
        at=NU,
        **kwargs,
    )


def test_a_melding_of_werk_nl_keeps_its_own_day_and_its_own_gemeente():
    bring_in(PETRA, LUUK)

    melding = Melding.objects.get(inwoner__geslachtsnaam="Kuiper")
    contact = melding.hulpvraag.contact
    assert melding.ontvangen_op == contact.dag == dt.date(2026, 11, 2)
    assert melding.wet_id == "participatiewet"
    assert (contact.vindplaats_id, contact.gemeente) == ("werk-nl", "GM0147")
    assert Melding.objects.count() == 2


def test_the_same_file_twice_changes_nothing_whoever_brings_it():
    bring_in(PETRA, LUUK)

    again = bring_in(PETRA, LUUK, by=MedewerkerFactory(rollen=["loket"]))

    assert not again.telling.verandert
    assert Melding.objects.count() == Contact.objects.count() == 2


def test_a_trial_changes_nothing():
    assert bring_in(PETRA, proef=True).telling.nieuw == 1
    assert not Melding.objects.exists()
    assert not Inwoner.objects.exists()


def test_somebody_we_know_is_linked_to_what_the_household_asked_before():
    petra = InwonerFactory(
        voornamen="Petra", geslachtsnaam="Kuiper", geboortedatum=dt.date(1984, 3, 9)
    )
    home = HuishoudenFactory(leden=[petra])
    ContactFactory(inwoner=petra, huishouden=home)

    bring_in(PETRA)

    assert Inwoner.objects.count() == 1
    assert Melding.objects.get().huishouden == home
    assert home.contacten.count() == 2


def test_every_bad_line_is_told_and_nothing_is_taken_in():
    with pytest.raises(InvoerGeweigerd) as refusal:
        bring_in(
            PETRA,
            "W-3;2026-12-24;Te;;Vroeg;1980-01-01;;;;;;;;",
            "W-4;2026-11-03;Fout;;Nummer;1980-01-01;123456789;;;;;;;",
        )

    assert [fault.regel for fault in refusal.value.fouten] == [3, 4]
    assert not Melding.objects.exists()


def test_a_referral_keeps_who_referred_and_where_it_came_in():
    bring_in(
        "V-1;2026-11-02;Noor;;Bakker;2015-05-01;;;;;;;;;huisarts",
        "V-2;2026-11-02;Sam;;Vos;2014-05-01;;;;;;;;;gecertificeerde-instelling",
        soort="verwijzingen",
        kop=f"{KOP};verwijzer",
    )

    noor = Melding.objects.get(inwoner__voornamen="Noor")
    sam = Melding.objects.get(inwoner__voornamen="Sam")
    assert (noor.wet_id, noor.verwijzer_id) == ("jeugdwet", "huisarts")
    assert noor.hulpvraag.contact.vindplaats_id == "huisarts"
    assert sam.hulpvraag.contact.vindplaats_id == "gecertificeerde-instelling"


def test_a_referral_keeps_the_name_the_practice_and_the_day():
    bring_in(
        "V-1;2026-11-02;Noor;;Bakker;2015-05-01;;;;;;;;;huisarts;J. Bos;De Praktijk;2026-10-30",
        "V-2;2026-11-02;Sam;;Vos;2014-05-01;;;;;;;;;rechter;;Rechtbank Overijssel;",
        soort="verwijzingen",
        kop=f"{KOP};verwijzer;verwijzer_naam;verwijzer_organisatie;verwezen_op",
    )

    noor = Melding.objects.get(inwoner__voornamen="Noor")
    sam = Melding.objects.get(inwoner__voornamen="Sam")
    assert (noor.verwijzer_naam, noor.verwijzer_organisatie) == ("J. Bos", "De Praktijk")
    assert noor.verwezen_op == dt.date(2026, 10, 30)
    assert sam.verwijzer_organisatie == "Rechtbank Overijssel"
    assert sam.verwezen_op == dt.date(2026, 11, 2)


def test_a_referrer_that_does_not_exist_is_refused():
    with pytest.raises(InvoerGeweigerd):
        bring_in(
            "V-1;2026-11-02;Noor;;Bakker;2015-05-01;;;;;;;;;buurvrouw",
            soort="verwijzingen",
            kop=f"{KOP};verwijzer",
        )


@pytest.mark.parametrize("rol", ["vindplaats", "beleid", "jurist", "beheer"])
def test_other_roles_take_nothing_in(rol):
    with pytest.raises(GeenRecht):
        bring_in(PETRA, by=MedewerkerFactory(rollen=[rol]))
