"""A proposal of some time ago is laid beside what changed since: nothing of anybody is lost."""

import datetime as dt
from dataclasses import replace

import pytest

from hengelo_sociaal.kern.fouten import Verouderd
from hengelo_sociaal.kern.tijd import AMSTERDAM
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import LocatieFactory, PartnerFactory, VoorzieningFactory
from voorzieningen.domain.organisaties import (
    LocatieGegevens,
    accept_organisation,
    beside_now,
    organisation_now,
    propose_organisation,
)
from voorzieningen.domain.samenleggen import merge
from voorzieningen.domain.voorstellen import accept_proposal, print_beside, propose, reject_proposal
from voorzieningen.models import Locatie, Organisatie, Voorstel, Voorziening

pytestmark = pytest.mark.django_db
NU = dt.datetime(2026, 11, 22, 12, tzinfo=AMSTERDAM)


@pytest.fixture
def beleid():
    return MedewerkerFactory(rollen=["beleid"])


@pytest.fixture
def partner():
    return PartnerFactory()


@pytest.fixture
def plek(partner):
    return LocatieFactory(organisatie=partner.organisatie, naam="De Esch", straat="Esrand")


def proposed(partner, **anders):
    gegevens = replace(organisation_now(partner.organisatie), **anders)
    return propose_organisation(
        organisatie=partner.organisatie, gegevens=gegevens, by=partner.medewerker, at=NU
    )


def looked_at(voorstel) -> str:
    return print_beside(voorstel, beside_now(voorstel)[0])


def names() -> set[str]:
    return set(Locatie.objects.values_list("naam", flat=True))


def test_a_place_that_was_added_since_stays(partner, plek, beleid):
    voorstel = proposed(partner, telefoon="074 123 4567")
    LocatieFactory(organisatie=partner.organisatie, naam="Het Plein")

    accept_organisation(voorstel=voorstel, by=beleid, at=NU)

    assert names() == {"De Esch", "Het Plein"}
    assert beside_now(voorstel)[1].botsingen == frozenset()


def test_what_a_colleague_changed_since_stays(partner, plek, beleid):
    now = organisation_now(partner.organisatie).locaties
    voorstel = proposed(partner, locaties=[replace(now[0], huisnummer="12")])
    Organisatie.objects.update(website="https://example.nl")
    Locatie.objects.update(straat="Esweg")

    accept_organisation(voorstel=voorstel, by=beleid, at=NU)

    plek.refresh_from_db()
    assert (plek.straat, plek.huisnummer) == ("Esweg", "12")
    assert Organisatie.objects.get(pk=partner.organisatie_id).website == "https://example.nl"


@pytest.mark.parametrize(
    ("anders", "since", "clash"),
    [
        ({"telefoon": "1"}, {"telefoon": "2"}, "telefoon"),
        ({"locaties": []}, {}, "locatie:De Esch"),
    ],
)
def test_what_both_changed_clashes(partner, plek, anders, since, clash):
    voorstel = proposed(partner, **anders)
    Organisatie.objects.update(**{"email": "a@example.nl", **since})
    Locatie.objects.update(straat="Esweg")

    assert clash in beside_now(voorstel)[1].botsingen


def test_a_place_that_went_since_comes_back_only_when_it_was_changed(partner, plek):
    LocatieFactory(organisatie=partner.organisatie, naam="Het Plein")
    esch, plein = organisation_now(partner.organisatie).locaties
    voorstel = proposed(partner, locaties=[replace(esch, huisnummer="12"), plein])
    Locatie.objects.all().delete()

    found = beside_now(voorstel)[1]

    assert [(each["naam"], each["id"]) for each in found.inhoud["locaties"]] == [("De Esch", None)]
    assert found.botsingen == {"locatie:De Esch"}


def test_the_same_new_place_of_two_people_is_one_place(partner, plek, beleid):
    now = organisation_now(partner.organisatie).locaties
    voorstel = proposed(partner, locaties=[*now, LocatieGegevens(naam="Het Plein", straat="Plein")])
    LocatieFactory(organisatie=partner.organisatie, naam="Het Plein", straat="Markt")
    assert beside_now(voorstel)[1].botsingen == {"locatie:Het Plein"}

    accept_organisation(voorstel=voorstel, by=beleid, at=NU)

    assert Locatie.objects.get(naam="Het Plein").straat == "Plein"


def test_an_entry_keeps_what_was_changed_since(partner, beleid):
    entry = VoorzieningFactory(organisatie=partner.organisatie, wijken=["WK016401"], kosten="")
    voorstel = propose(
        organisatie=partner.organisatie,
        voorziening=entry,
        waarden={"naam": "Samen eten", "wijken": ["WK016401", "WK016402"]},
        by=partner.medewerker,
        at=NU,
    )
    Voorziening.objects.update(kosten="gratis")
    entry.wijken.add("WK016403")

    made = accept_proposal(voorstel=voorstel, by=beleid, at=NU)

    made.refresh_from_db()
    assert (made.naam, made.kosten) == ("Samen eten", "gratis")
    codes = set(made.wijken.values_list("pk", flat=True))
    assert codes == {"WK016401", "WK016402", "WK016403"}


@pytest.mark.parametrize(
    ("name", "before", "wanted", "now", "becomes", "clash"),
    [
        ("wijken", ["A"], ["A"], [], [], False),
        ("wijken", ["A"], [], ["A"], [], False),
        ("wijken", ["A"], [], [], [], False),
        ("wijken", ["A"], ["A", "B"], [], ["A", "B"], True),
        ("doelgroepen", ["A"], [], ["A", "B"], [], True),
        ("doelgroepen", [], ["A"], ["B"], ["A"], True),
        ("wijken", ["A", "B"], ["A"], ["B"], ["A"], True),
        ("wijken", ["A"], ["A", "B"], ["A", "C"], ["A", "B", "C"], False),
        ("leefgebieden", ["A", "B"], ["A"], ["B"], ["A"], True),
        ("leefgebieden", ["A"], ["A", "B"], ["C"], ["B", "C"], False),
        ("locaties", ["A"], [], ["A", "B"], ["B"], False),
    ],
)
def test_no_wijken_is_the_whole_municipality_and_not_a_list_without_codes(
    name, before, wanted, now, becomes, clash
):
    found = merge({name: before}, {name: wanted}, {name: now})

    assert found.inhoud == {name: becomes}
    assert found.botsingen == ({name} if clash else frozenset())


def test_who_looked_at_something_else_chooses_again(partner, plek, beleid):
    voorstel = proposed(partner, telefoon="1")
    seen = looked_at(voorstel)
    Organisatie.objects.update(telefoon="2")

    with pytest.raises(Verouderd):
        accept_organisation(voorstel=voorstel, by=beleid, at=NU, gezien=seen)

    assert Organisatie.objects.get(pk=partner.organisatie_id).telefoon == "2"
    accept_organisation(voorstel=voorstel, by=beleid, at=NU, gezien=looked_at(voorstel))
    assert Organisatie.objects.get(pk=partner.organisatie_id).telefoon == "1"


@pytest.mark.parametrize("answer", ["organisation", "entry", "rejected"])
def test_what_the_partner_proposed_since_is_not_judged_unseen(partner, beleid, answer):
    entry = VoorzieningFactory(organisatie=partner.organisatie, kosten="")

    def propose_again(text):
        if answer != "entry":
            return proposed(partner, website=f"https://{text}.example.nl")
        return propose(
            organisatie=partner.organisatie,
            voorziening=entry,
            waarden={"kosten": text},
            by=partner.medewerker,
            at=NU,
        )

    def judge(voorstel, gezien):
        given = {"voorstel": voorstel, "by": beleid, "at": NU, "gezien": gezien}
        if answer == "rejected":
            return reject_proposal(**given, reden="Dit klopt niet.")
        return (accept_proposal if answer == "entry" else accept_organisation)(**given)

    seen = looked_at(propose_again("een"))
    voorstel = propose_again("twee")

    with pytest.raises(Verouderd, match="De partner heeft dit voorstel zojuist gewijzigd"):
        judge(voorstel, seen)

    assert Voorstel.objects.get().status == "ingediend"
    assert Voorziening.objects.get().kosten == ""
    judge(voorstel, looked_at(Voorstel.objects.get()))
    assert Voorstel.objects.get().status != "ingediend"


@pytest.mark.parametrize("button", ["overnemen", "afwijzen"])
def test_the_screen_shows_what_the_partner_proposed_since(client, beleid, partner, button):
    voorstel = proposed(partner, telefoon="074 111 1111")
    client.force_login(beleid, backend="django.contrib.auth.backends.ModelBackend")
    address = f"/voorzieningen/voorstellen/{voorstel.pk}"
    page = client.get(address).text
    proposed(partner, telefoon="074 222 2222")
    given = {button: "ja", "reden": "Dit nummer klopt niet."}

    answer = client.post(address, {**given, "gezien": seen_on(page)})

    assert answer.status_code == 422
    assert "De partner heeft dit voorstel zojuist gewijzigd" in answer.text
    assert "074 222 2222" in answer.text
    assert "Dit nummer klopt niet." in answer.text
    assert Voorstel.objects.get().status == "ingediend"
    again = client.post(address, {**given, "gezien": seen_on(answer.text)})
    assert again.status_code == 302


def seen_on(page: str) -> str:
    return page.split('name="gezien" value="')[1].split('"', maxsplit=1)[0]


def test_the_screen_shows_the_clash_and_what_stays(client, beleid, partner, plek):
    voorstel = proposed(partner, telefoon="074 111 1111")
    Organisatie.objects.update(telefoon="074 222 2222")
    LocatieFactory(organisatie=partner.organisatie, naam="Het Plein")
    client.force_login(beleid, backend="django.contrib.auth.backends.ModelBackend")

    page = client.get(f"/voorzieningen/voorstellen/{voorstel.pk}").text

    assert "Ook gewijzigd sinds het voorstel" in page
    assert "074 222 2222" in page
    assert "Het Plein" not in page

    Organisatie.objects.update(telefoon="074 333 3333")
    given = {"overnemen": "ja", "gezien": seen_on(page)}
    answer = client.post(f"/voorzieningen/voorstellen/{voorstel.pk}", given)

    assert answer.status_code == 422
    assert "zojuist door iemand anders gewijzigd" in answer.text
    assert "074 333 3333" in answer.text
    assert Organisatie.objects.get(pk=partner.organisatie_id).telefoon == "074 333 3333"
