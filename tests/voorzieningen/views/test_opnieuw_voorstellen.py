"""A partner opens a form again, or keeps it open for long: nothing of anybody is lost."""

import json
import zlib

import pytest
from django.core.signing import b64_decode

from hengelo_sociaal.kern.tijd import nu
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import LocatieFactory, PartnerFactory, VoorzieningFactory
from voorzieningen.domain.organisaties import accept_organisation, beside_now
from voorzieningen.domain.voorstellen import accept_proposal, reject_proposal
from voorzieningen.models import Locatie, Organisatie, Voorstel, Voorziening

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def partner(client):
    made = PartnerFactory()
    client.force_login(made.medewerker, backend=BACKEND)
    return made


@pytest.fixture
def beleid():
    return MedewerkerFactory(rollen=["beleid"])


def read(page: str) -> str:
    return page.split('name="gelezen" value="')[1].split('"', maxsplit=1)[0]


def gegevens(partner) -> str:
    return f"/voorzieningen/mijn-organisatie/{partner.organisatie_id}/gegevens"


def sent(plek: Locatie, page: str, **anders: str) -> dict[str, str]:
    return {
        "gelezen": read(page),
        "naam": plek.organisatie.naam,
        "locatie-TOTAL_FORMS": "1",
        "locatie-INITIAL_FORMS": "1",
        "locatie-0-id": str(plek.pk),
        "locatie-0-naam": plek.naam,
        "locatie-0-woonplaats": "Hengelo",
        "locatie-0-buurt": plek.buurt_id,
    } | anders


def test_a_second_look_starts_from_the_proposal_that_waits(client, partner):
    plek = LocatieFactory(organisatie=partner.organisatie, naam="De Esch")
    first = client.get(gegevens(partner)).text
    client.post(gegevens(partner), sent(plek, first, telefoon="074 111 1111"))

    again = client.get(gegevens(partner)).text

    assert "Hier ligt al een voorstel" not in first
    assert "Hier ligt al een voorstel" in again
    assert 'value="074 111 1111"' in again


def test_a_place_that_was_added_while_the_form_was_open_stays(client, partner, beleid):
    plek = LocatieFactory(organisatie=partner.organisatie, naam="De Esch")
    page = client.get(gegevens(partner)).text
    LocatieFactory(organisatie=partner.organisatie, naam="Het Plein")

    client.post(gegevens(partner), sent(plek, page, telefoon="074 111 1111"))
    voorstel = Voorstel.objects.get()
    clashes = beside_now(voorstel)[1].botsingen
    accept_organisation(voorstel=voorstel, by=beleid, at=nu())

    assert clashes == frozenset()
    assert set(Locatie.objects.values_list("naam", flat=True)) == {"De Esch", "Het Plein"}
    assert Organisatie.objects.get(pk=partner.organisatie_id).telefoon == "074 111 1111"


@pytest.mark.parametrize("gelezen", ["", "nonsens", "van-een-ander"])
def test_what_was_not_ours_is_no_basis(client, partner, gelezen):
    plek = LocatieFactory(organisatie=partner.organisatie, naam="De Esch")
    page = client.get(gegevens(partner)).text
    if gelezen == "van-een-ander":
        other = PartnerFactory(medewerker=partner.medewerker)
        gelezen = read(client.get(gegevens(other)).text)

    client.post(gegevens(partner), sent(plek, page, gelezen=gelezen, telefoon="1"))

    assert Voorstel.objects.get().basis["naam"] == partner.organisatie.naam


def test_an_entry_starts_from_the_proposal_and_keeps_what_others_changed(client, partner, beleid):
    entry = VoorzieningFactory(organisatie=partner.organisatie, naam="Eettafel", kosten="")
    address = f"/voorzieningen/{entry.pk}/voorstel"
    page = client.get(address).text
    Voorziening.objects.update(kosten="gratis")
    given = {
        "gelezen": read(page),
        "naam": "Samen eten",
        "vorm": entry.vorm,
        "omschrijving": entry.omschrijving,
        "kosten": "",
        "leefgebieden": ["netwerk"],
        "geldig_van": "2020-01-01",
    }

    client.post(address, given)
    again = client.get(address).text
    made = accept_proposal(voorstel=Voorstel.objects.get(), by=beleid, at=nu())

    assert "Hier ligt al een voorstel" in again
    assert 'value="Samen eten"' in again
    assert 'value="gratis"' in again
    made.refresh_from_db()
    assert (made.naam, made.kosten) == ("Samen eten", "gratis")


def test_what_goes_along_holds_only_what_the_form_shows(client, partner, beleid):
    entry = VoorzieningFactory(
        organisatie=partner.organisatie, naam="Eettafel", eigenaar=beleid, bron="Sociale kaart"
    )
    address = f"/voorzieningen/{entry.pk}/voorstel"
    answer = client.get(address)
    page = answer.text

    payload = read(page).removeprefix(".").split(":", maxsplit=1)[0]
    told = json.loads(zlib.decompress(b64_decode(payload.encode())))["inhoud"]
    assert set(told) == set(answer.context["form"].fields)
    assert not {"eigenaar", "bron", "status", "productcode"} & set(told)

    other = MedewerkerFactory(rollen=["beleid"])
    client.post(address, entry_of(entry, page, naam="Samen eten"))
    Voorziening.objects.update(eigenaar=other, bron="Gemeente")
    accept_proposal(voorstel=Voorstel.objects.get(), by=beleid, at=nu())
    entry.refresh_from_db()
    assert (entry.naam, entry.eigenaar, entry.bron) == ("Samen eten", other, "Gemeente")


def entry_of(entry: Voorziening, page: str, **anders: str) -> dict[str, object]:
    return {
        "gelezen": read(page),
        "naam": entry.naam,
        "vorm": entry.vorm,
        "omschrijving": entry.omschrijving,
        "leefgebieden": ["netwerk"],
        "geldig_van": "2020-01-01",
    } | anders


@pytest.fixture(params=["organisatie", "aanbod"])
def twee_tabbladen(request, partner):
    """The form of an organisation or an entry: where it is, and what goes along."""
    if request.param == "organisatie":
        plek = LocatieFactory(organisatie=partner.organisatie, naam="De Esch")
        return gegevens(partner), lambda page, naam: sent(plek, page, naam=naam)
    entry = VoorzieningFactory(organisatie=partner.organisatie, naam="Eettafel")
    return f"/voorzieningen/{entry.pk}/voorstel", lambda page, naam: entry_of(
        entry, page, naam=naam
    )


@pytest.mark.parametrize("wie", ["U hebt", "Anna Bos heeft"])
def test_who_did_not_see_the_proposal_that_waits_does_not_replace_it(
    client, partner, twee_tabbladen, wie
):
    address, given = twee_tabbladen
    page = client.get(address).text
    if wie != "U hebt":
        other = PartnerFactory(organisatie=partner.organisatie, medewerker__naam="Anna Bos")
        client.force_login(other.medewerker, backend=BACKEND)
    client.post(address, given(client.get(address).text, "Van de ander"))
    client.force_login(partner.medewerker, backend=BACKEND)

    answer = client.post(address, given(page, "Van mij"))

    assert answer.status_code == 422
    assert f"{wie} hierover intussen al een voorstel ingediend" in answer.text
    assert 'value="Van mij"' in answer.text
    assert "U ziet het hieronder ingevuld" not in answer.text
    assert Voorstel.objects.get().inhoud["naam"] == "Van de ander"
    assert client.post(address, given(answer.text, "Van mij")).status_code == 302
    assert Voorstel.objects.get().inhoud["naam"] == "Van mij"


def test_who_sees_the_proposal_that_waits_replaces_it_once(client, partner, twee_tabbladen):
    address, given = twee_tabbladen
    client.post(address, given(client.get(address).text, "Eerst"))
    page = client.get(address).text

    assert client.post(address, given(page, "Daarna")).status_code == 302
    assert client.post(address, given(page, "Nog eens")).status_code == 422
    assert Voorstel.objects.get().inhoud["naam"] == "Daarna"


def test_a_new_proposal_is_welcome_when_the_one_that_waited_is_done(
    client, partner, beleid, twee_tabbladen
):
    address, given = twee_tabbladen
    client.post(address, given(client.get(address).text, "Eerst"))
    page = client.get(address).text
    reject_proposal(voorstel=Voorstel.objects.get(), reden="Nee.", by=beleid, at=nu())

    assert client.post(address, given(page, "Daarna")).status_code == 302
    assert Voorstel.objects.filter(status="ingediend").get().inhoud["naam"] == "Daarna"
