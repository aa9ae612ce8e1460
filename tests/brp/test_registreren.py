"""The BRP at the counter: filled in, flagged, logged, and never in the way."""

import pytest

from hengelo_sociaal.brp.client import BrpNietBereikbaar, BrpStaatUit
from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer
from hengelo_sociaal.logboek.models import Toegangsregel
from tests.brp.server import JOLANDA
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU
from tests.inloggen import logged_in
from tests.toegang.views.gemeen import HOSTILE
from toegang.domain.brp import ask_address, ask_bsn
from toegang.exceptions import BsnOnjuist
from toegang.forms.brp import seal, unseal
from toegang.models import Huishouden, Inwoner, Postcodegebied

pytestmark = pytest.mark.django_db
BSN = JOLANDA["burgerservicenummer"]
PATH = "/inwoners/nieuw"


@pytest.fixture
def loket():
    return MedewerkerFactory(rollen=["loket"])


def test_every_question_is_in_the_log_with_its_purpose_and_without_the_bsn(brp, loket):
    ask_bsn(by=loket, bsn=BSN, at=NU)
    brp.status = 503
    with pytest.raises(BrpNietBereikbaar):
        ask_address(by=loket, postcode="7551 ab", huisnummer=12, at=NU)

    lines = list(Toegangsregel.objects.order_by("id"))
    assert [line.bijzonderheden["gezocht_op"] for line in lines] == [
        "RaadpleegMetBurgerservicenummer",
        "ZoekMetPostcodeEnHuisnummer",
    ]
    assert {line.doel for line in lines} == {"inwoner registreren met gegevens uit de BRP"}
    assert BSN not in str([line.bijzonderheden for line in lines])


def test_what_cannot_be_asked_is_not_asked(brp, loket):
    beleid = MedewerkerFactory(rollen=["beleid"])

    with pytest.raises(GeenRecht):
        ask_bsn(by=beleid, bsn=BSN, at=NU)
    with pytest.raises(BsnOnjuist):
        ask_bsn(by=loket, bsn="123456789", at=NU)
    for postcode, number in (("x", 1), ("7551AB", None)):
        with pytest.raises(OngeldigeInvoer):
            ask_address(by=loket, postcode=postcode, huisnummer=number, at=NU)
    assert brp.vragen == []
    with pytest.raises(NietGevonden):
        ask_address(by=loket, postcode="7551ZZ", huisnummer=1, at=NU)


def test_off_it_asks_nothing_and_shows_no_button(loket):
    with pytest.raises(BrpStaatUit):
        ask_bsn(by=loket, bsn=BSN, at=NU)

    assert "Ophalen uit de BRP" not in logged_in(loket).get(PATH).content.decode()
    assert not Toegangsregel.objects.filter(soort="brp").exists()


def test_by_bsn_the_form_is_filled_and_the_flags_are_shown(brp, loket):
    screen = logged_in(loket)
    assert "Ophalen uit de BRP" in screen.get(PATH).content.decode()

    page = screen.post(PATH, {"actie": "brp", "bsn": BSN, "telefoon": "06"}).content.decode()

    for value in ("Bosveld", "van den", "Jolanda Maria", "1984-03-09", "Deldenerstraat", "7551AB"):
        assert f'value="{value}"' in page
    assert "Geheimhouding" in page
    assert "In onderzoek: het adres" in page
    assert 'value="06"' in page
    assert not Inwoner.objects.exists()


def test_by_address_somebody_is_chosen_and_no_bsn_is_readable(brp, loket):
    screen = logged_in(loket)

    page = screen.post(PATH, {"actie": "brp", "postcode": "7551 AB", "huisnummer": "12"})
    assert "Sem Bosveld" in page.content.decode()
    assert BSN not in page.content.decode()
    sealed = seal(BSN, owner=loket.pk)
    filled = screen.post(PATH, {"brp": sealed}).content.decode()

    assert 'value="Bosveld"' in filled
    assert unseal(sealed, owner=MedewerkerFactory().pk) == ""


def test_what_the_brp_gave_is_registered_with_its_buurt(brp, loket):
    Postcodegebied.objects.create(postcode="7551AB", gemeente_id="GM0164", buurt_id="BU01640001")
    screen = logged_in(loket)
    form = screen.post(PATH, {"actie": "brp", "bsn": BSN})
    sent = form.context["form"].initial | form.context["adres"].initial
    sent = {name: value for name, value in sent.items() if value not in (None, False, "")}

    screen.post(PATH, sent)

    made, home = Inwoner.objects.get(), Huishouden.objects.get()
    assert (made.bsn, made.geheim, home.geheim) == (BSN, True, True)
    assert home.buurt_id == "BU01640001"


def test_when_the_brp_is_away_registering_goes_on(brp, loket):
    brp.status = 503
    screen = logged_in(loket)

    page = screen.post(PATH, {"actie": "brp", "bsn": BSN, "geslachtsnaam": "Bosveld"})
    assert "antwoordt nu niet" in page.content.decode()
    assert 'value="Bosveld"' in page.content.decode()
    screen.post(PATH, {"geslachtsnaam": "Bosveld", "geslacht": "onbekend"})

    assert Inwoner.objects.count() == 1


@pytest.mark.parametrize("strange", HOSTILE)
def test_strange_input_is_a_sentence(brp, loket, strange):
    for sent in ({"actie": "brp", "bsn": strange}, {"brp": strange}):
        assert logged_in(loket).post(PATH, sent).status_code in {200, 302, 422}
