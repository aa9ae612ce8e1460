"""Letters about a melding and the report of its onderzoek."""

import datetime as dt

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden
from hengelo_sociaal.logboek.models import Handeling, Toegangsregel
from hengelo_sociaal.medewerkers.domain import involve
from hengelo_sociaal.medewerkers.models import Grond
from hengelo_sociaal.papier.document import texts_of
from hengelo_sociaal.papier.models import Stuk
from hengelo_sociaal.termijnen.models import Opschorting, Verlenging
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU, VANDAAG, HuisbezoekFactory, MeldingFactory
from tests.inloggen import client_of, logged_in
from tests.papier.voorbeeld import kaal, tekst_van
from toegang.domain.brieven import give_letter, letter, letters_of
from toegang.enums import HuisbezoekStatus, MeldingStatus
from toegang.models import Melding

pytestmark = pytest.mark.django_db
BEVESTIGING = "bevestiging-melding"


@pytest.fixture
def consulent():
    return MedewerkerFactory(consulent=True, naam="A. Nijhuis")


@pytest.fixture
def melding(consulent) -> Melding:
    made = MeldingFactory(met_termijn=True, consulent=consulent)
    involve(medewerker=consulent, huishouden_id=made.huishouden_id, grond=Grond.MELDING, op=VANDAAG)
    return made


def words(melding: Melding, soort: str) -> str:
    return "\n".join(texts_of(letter(melding, soort, op=VANDAAG).opgemaakt.document))


def test_a_melding_is_confirmed_with_its_days_and_somebody_to_call(melding):
    text = words(melding, BEVESTIGING)

    assert str(melding.inwoner) in text
    assert melding.nummer in text
    assert "Deldenerstraat" in text
    assert "A. Nijhuis" in text
    assert "onafhankelijke cliëntondersteuner" in text
    assert "{" not in text


def test_a_secret_address_is_on_no_letter(melding):
    melding.huishouden.geheim = True

    assert "Deldenerstraat" not in words(melding, BEVESTIGING)


def test_only_what_happened_gives_a_letter(melding):
    assert [one.soort for one in letters_of(melding)] == [BEVESTIGING]
    for soort in ("verlenging", "opschorting", "onderzoeksverslag", "bestaat-niet"):
        with pytest.raises(NietGevonden):
            letter(melding, soort, op=VANDAAG)


def test_the_letters_about_a_term(melding):
    term = melding.termijnen.get()
    Verlenging.objects.create(
        termijn=term,
        aantal=2,
        eenheid="weken",
        kennisgeving_op=VANDAAG,
        artikel="Awb artikel 4:14",
        oude_einddatum=VANDAAG + dt.timedelta(days=3),
        nieuwe_einddatum=VANDAAG + dt.timedelta(days=17),
        toelichting="We wachten op de arts.",
    )
    Opschorting.objects.create(
        termijn=term,
        grond="aanvulling",
        uitnodiging_op=VANDAAG,
        hersteltermijn_tot=VANDAAG + dt.timedelta(days=14),
        toelichting="Uw huurcontract.",
    )

    longer, waiting = words(melding, "verlenging"), words(melding, "opschorting")

    assert "4 december 2026" in longer
    assert "We wachten op de arts." in longer
    assert "Awb artikel 4:14" in longer
    assert "de aanvraag is niet compleet" in waiting
    assert "1 december 2026" in waiting
    assert "Uw huurcontract." in waiting
    assert "Awb artikel 4:15 lid 1 onder a" in waiting


def test_the_report_has_the_seven_points_and_what_was_seen(melding):
    melding.status = MeldingStatus.ONDERZOCHT
    melding.ondersteuning_nodig = True
    melding.save()
    HuisbezoekFactory(
        huishouden=melding.huishouden,
        melding=melding,
        status=HuisbezoekStatus.UITGEVOERD,
        uitgevoerd_op=NU,
        verslag="Mevrouw laat haar trap zien.",
    )

    text = words(melding, "onderzoeksverslag")

    assert "Mevrouw laat haar trap zien." in text
    assert "Er is ondersteuning nodig." in text
    assert text.count("Hierover is nog niets opgeschreven.") == 7
    assert "Wat uw mantelzorger nodig heeft" in text


def test_a_letter_that_was_given_stays_as_it_was(melding, consulent):
    first = give_letter(melding, BEVESTIGING, by=consulent, at=NU)
    melding.consulent = MedewerkerFactory(naam="Iemand anders")

    again = give_letter(melding, BEVESTIGING, by=consulent, at=NU + dt.timedelta(days=9))

    assert first == again == bytes(Stuk.objects.get().pdf)
    assert kaal("A. Nijhuis") in kaal(tekst_van(again))
    assert letter(melding, BEVESTIGING, op=VANDAAG).gegeven == Stuk.objects.get()


def test_a_report_that_is_not_finished_is_not_kept(melding, consulent):
    melding.status = MeldingStatus.ONDERZOEK

    give_letter(melding, "onderzoeksverslag", by=consulent, at=NU)

    assert not Stuk.objects.exists()


def test_giving_a_letter_is_in_the_log(melding, consulent):
    give_letter(melding, BEVESTIGING, by=consulent, at=NU)

    line = Toegangsregel.objects.get()
    assert (line.handeling, line.soort) == (Handeling.UITGEVOERD, BEVESTIGING)
    assert (line.object_id, line.inwoners) == (melding.pk, [melding.inwoner_id])


@pytest.mark.parametrize("rol", ["loket", "jurist", "vindplaats", "beheer"])
def test_other_roles_give_no_letters(melding, rol):
    with pytest.raises(GeenRecht):
        give_letter(melding, BEVESTIGING, by=MedewerkerFactory(rollen=[rol]), at=NU)
    assert client_of(rol).get(f"/meldingen/{melding.pk}/brieven/{BEVESTIGING}").status_code == 403


def test_from_the_melding_to_the_letter_on_screen(melding, consulent):
    scherm = logged_in(consulent)

    page = scherm.get(f"/meldingen/{melding.pk}").content.decode()
    shown = scherm.get(f"/meldingen/{melding.pk}/brieven/{BEVESTIGING}?groot=1").content.decode()
    pdf = scherm.get(f"/meldingen/{melding.pk}/brieven/{BEVESTIGING}.pdf")
    after = scherm.get(f"/meldingen/{melding.pk}/brieven/{BEVESTIGING}").content.decode()
    stranger = logged_in(MedewerkerFactory(consulent=True))

    assert "Bevestiging van de melding" in page
    assert "hs-vel--groot" in shown
    assert pdf.content[:4] == b"%PDF"
    assert "Al gegeven" in after
    assert stranger.get(f"/meldingen/{melding.pk}/brieven/{BEVESTIGING}.pdf").status_code == 404
    assert scherm.get(f"/meldingen/{melding.pk}/brieven/verlenging").status_code == 404
