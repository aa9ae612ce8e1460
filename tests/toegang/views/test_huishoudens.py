"""The household page: who sees how much of it, what stays in the log, and changing it."""

import datetime as dt
import uuid

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.models import Medewerker
from tests.factories.toegang import (
    ContactFactory,
    HuisbezoekFactory,
    HuishoudenFactory,
    InwonerFactory,
    LidmaatschapFactory,
    MeldingFactory,
)
from tests.inloggen import client_of, logged_in
from tests.panelen import SAVEPOINT, assert_vraagbudget
from tests.toegang.views.gemeen import HOSTILE, log_lines
from toegang.models import Huishouden, Inwoner, Lidmaatschap

pytestmark = pytest.mark.django_db


@pytest.fixture
def huishouden(consulent: Medewerker) -> Huishouden:
    mother = InwonerFactory(
        voornamen="Marieke", tussenvoegsel="de", geslachtsnaam="Boer", met_bsn="123456782"
    )
    return HuishoudenFactory(leden=[mother, InwonerFactory()], betrokken=consulent)


@pytest.fixture
def scherm(consulent: Medewerker) -> Client:
    return logged_in(consulent)


@pytest.fixture
def lid(huishouden: Huishouden) -> Lidmaatschap:
    return Lidmaatschap.objects.get(huishouden=huishouden, inwoner__voornamen="Marieke")


def path(huishouden: Huishouden, rest: str = "") -> str:
    return f"/huishoudens/{huishouden.pk}{rest}"


def test_who_is_involved_sees_everything_and_leaves_a_line_for_each(
    scherm: Client, huishouden: Huishouden
) -> None:
    HuisbezoekFactory(huishouden=huishouden, uitgevoerd=True)

    page = scherm.get(path(huishouden)).content.decode()

    assert "Huishouden de Boer" in page
    assert "782" in page
    assert "123456782" not in page
    assert "Huisbezoeken" in page
    lines = log_lines("dossier")
    assert {line.inwoners[0] for line in lines} == set(
        huishouden.leden.values_list("pk", flat=True)
    )
    assert {line.doel for line in lines} == {"betrokken bij het huishouden"}


def test_the_counter_sees_a_summary_without_bsn_or_report(huishouden: Huishouden) -> None:
    HuisbezoekFactory(huishouden=huishouden, uitgevoerd=True, verslag="Vertrouwelijk verslag")

    page = client_of("loket").get(path(huishouden)).content.decode()

    assert "Samenvatting" in page
    assert "BSN" not in page
    assert "Vertrouwelijk" not in page
    assert "Huisbezoeken</h2>" not in page


@pytest.mark.parametrize("rol", ["consulent", "teamleider", "jurist"])
def test_others_say_why_first_and_it_holds(rol: str, huishouden: Huishouden) -> None:
    screen = client_of(rol)

    asked = screen.get(path(huishouden))
    silent = screen.post(path(huishouden), {"doel": "anders", "toelichting": ""})
    given = screen.post(path(huishouden), {"doel": "kwaliteit"}, follow=True)
    again = screen.get(path(huishouden))

    assert asked.status_code == 403
    assert "Waarom wilt u kijken?" in asked.content.decode()
    assert "Marieke" not in asked.content.decode()
    assert "Schrijf op waarom" in silent.content.decode()
    assert [given.status_code, again.status_code] == [200, 200]
    assert {line.doel for line in log_lines("dossier")} == {"Kwaliteit of klacht"}


@pytest.mark.parametrize("rol", ["vindplaats", "beleid", "administratie", "privacy", "beheer"])
def test_others_see_no_household(rol: str, huishouden: Huishouden) -> None:
    assert client_of(rol).get(path(huishouden)).status_code == 403


def test_a_household_that_is_not_there(scherm: Client) -> None:
    assert scherm.get(f"/huishoudens/{uuid.uuid4()}").status_code == 404
    assert scherm.get("/huishoudens/geen-uuid").status_code == 404


def test_an_empty_household_has_a_title_and_history(scherm: Client, consulent: Medewerker) -> None:
    empty = HuishoudenFactory(betrokken=consulent)
    gone = LidmaatschapFactory(huishouden=empty, tot=dt.date(2024, 5, 1))

    page = scherm.get(path(empty)).content.decode()

    assert "Leeg huishouden" in page
    assert "Op dit adres woont nu niemand." in page
    assert gone.inwoner.naam in page
    assert "01-05-2024" in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_panels_keep_to_their_budget(consulent: Medewerker, number: int) -> None:
    home = HuishoudenFactory(met_leden=number, betrokken=consulent)
    one = home.leden.order_by("pk")[0]
    for _ in range(number):
        contact = ContactFactory(huishouden=home, inwoner=one, hulpvragen=["open", "open"])
        MeldingFactory(hulpvraag__contact=contact, hulpvraag__volgorde=3, van_consulent=consulent)
        HuisbezoekFactory(huishouden=home, medewerker=consulent)

    for code in ("meldingen", "contacten", "huisbezoeken"):
        assert "hs-kaart" in assert_vraagbudget("dossier", code, consulent, home)
    for code in ("mijn-meldingen", "bezoeken", "wachtrij", "contacten"):
        assert_vraagbudget("mijn-werk", code, consulent)


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_takes_a_fixed_number_of_queries(consulent: Medewerker, number: int) -> None:
    home = HuishoudenFactory(met_leden=number, betrokken=consulent)
    MeldingFactory.create_batch(
        number,
        hulpvraag__contact__huishouden=home,
        hulpvraag__contact__inwoner=home.leden.order_by("pk")[0],
    )
    screen = logged_in(consulent)
    screen.get(path(home))

    with CaptureQueriesContext(connection) as captured:
        screen.get(path(home))
    # Only a test runs in a transaction, where each panel stands between savepoints.
    sent = [one["sql"] for one in captured if not one["sql"].startswith(SAVEPOINT)]

    assert len(sent) <= 30, "\n".join(sent)
    assert len(set(sent)) == len(sent)  # nothing is asked twice


def test_somebody_joins_without_javascript(scherm: Client, huishouden: Huishouden) -> None:
    sister = InwonerFactory(voornamen="Karin", geslachtsnaam="Achterberg")
    place = path(huishouden, "/leden/nieuw")

    found = scherm.post(place, {"q": "Achterberg", "actie": "zoeken"})
    sent = {
        "q": "Achterberg",
        "actie": "toevoegen",
        "inwoner": str(sister.pk),
        "rol": "familielid",
        "band": "thuis",
        "van": vandaag().isoformat(),
    }
    joined = scherm.post(place, sent)

    assert "Karin Achterberg" in found.content.decode()
    assert joined["Location"] == path(huishouden)
    assert huishouden.lidmaatschappen.get(inwoner=sister).van == vandaag()


def new_member(**others: str) -> dict[str, str]:
    known = {"voornamen": "Sem", "geslachtsnaam": "Boer", "geboortedatum": "2018-05-05"}
    return known | {"geslacht": "man", "rol": "kind", "van": vandaag().isoformat()} | others


def test_somebody_who_is_nowhere_yet_joins_in_one_go(
    scherm: Client, huishouden: Huishouden
) -> None:
    place = path(huishouden, "/leden/nieuwe-inwoner")

    drawn = scherm.get(place).content.decode()
    joined = scherm.post(place, new_member())
    again = scherm.post(
        place, new_member(voornamen="Bo", geboortedatum="2012-01-01", actie="nog-een")
    )

    assert 'value="Boer"' in drawn  # the surname of who lives there
    assert joined["Location"] == path(huishouden)
    assert again["Location"] == place
    made = huishouden.lidmaatschappen.get(inwoner__voornamen="Sem")
    assert (made.rol, made.van, made.inwoner.geslachtsnaam) == ("kind", vandaag(), "Boer")
    assert Huishouden.objects.count() == 1
    page = scherm.get(path(huishouden)).content.decode()
    assert "Sem Boer" in page
    assert "Bo Boer" in page


def test_a_new_member_who_looks_like_somebody_is_asked_about(
    scherm: Client, huishouden: Huishouden
) -> None:
    InwonerFactory(voornamen="Sem", geslachtsnaam="Boer", geboortedatum=dt.date(2018, 5, 5))
    place = path(huishouden, "/leden/nieuwe-inwoner")

    asked = scherm.post(place, new_member())
    made = scherm.post(place, new_member(reden="andere-persoon"))

    assert asked.status_code == 422
    assert "Bestaat deze inwoner al?" in asked.content.decode()
    assert f'href="{path(huishouden, "/leden/nieuw")}"' in asked.content.decode()
    assert made.status_code == 302
    assert huishouden.lidmaatschappen.filter(inwoner__voornamen="Sem").count() == 1


def test_all_faults_of_a_new_member_are_told_and_nobody_is_half_registered(
    scherm: Client, huishouden: Huishouden
) -> None:
    place, before = path(huishouden, "/leden/nieuwe-inwoner"), Inwoner.objects.count()

    wrong = scherm.post(place, new_member(geslachtsnaam="", van="31-31-2026", rol="hond"))
    future = scherm.post(place, new_member(geboortedatum="2999-01-01"))

    for name in ("geslachtsnaam", "van", "rol"):
        assert f'href="#id_{name}"' in wrong.content.decode()
    assert {wrong.status_code, future.status_code} == {422}
    assert Inwoner.objects.count() == before


def test_who_lives_elsewhere_cannot_simply_join(scherm: Client, huishouden: Huishouden) -> None:
    elsewhere = LidmaatschapFactory().inwoner
    sent = {
        "q": elsewhere.geslachtsnaam,
        "actie": "toevoegen",
        "inwoner": str(elsewhere.pk),
        "rol": "partner",
        "band": "thuis",
        "van": vandaag().isoformat(),
    }

    refused = scherm.post(path(huishouden, "/leden/nieuw"), sent)

    assert refused.status_code == 422
    assert "woont in deze periode al in een ander huishouden" in refused.content.decode()


def test_somebody_moves_out_or_dies(
    scherm: Client, huishouden: Huishouden, lid: Lidmaatschap
) -> None:
    other = huishouden.lidmaatschappen.exclude(pk=lid.pk).get()
    family = LidmaatschapFactory(inwoner=lid.inwoner, band="familie")
    yesterday = vandaag() - dt.timedelta(days=1)

    scherm.post(
        path(huishouden, f"/leden/{other.pk}/einde"), {"reden": "verhuisd", "tot": yesterday}
    )
    scherm.post(
        path(huishouden, f"/leden/{lid.pk}/einde"), {"reden": "overleden", "tot": yesterday}
    )

    ends = Lidmaatschap.objects.filter(pk__in=[lid.pk, other.pk, family.pk])
    assert set(ends.values_list("tot", flat=True)) == {yesterday}
    assert Inwoner.objects.get(pk=lid.inwoner_id).overleden_op == yesterday
    assert Inwoner.objects.get(pk=other.inwoner_id).overleden_op is None
    assert Wijzigingsregel.objects.filter(handeling="lid beëindigd").count() == 3


def test_a_death_still_to_come_changes_nothing(
    scherm: Client, huishouden: Huishouden, lid: Lidmaatschap
) -> None:
    sent = {"reden": "overleden", "tot": vandaag() + dt.timedelta(days=1)}

    refused = scherm.post(path(huishouden, f"/leden/{lid.pk}/einde"), sent)

    assert refused.status_code == 422
    assert "Deze dag moet nog komen." in refused.content.decode()
    lid.refresh_from_db()
    assert lid.tot is None


def test_a_death_is_recorded_whole_or_not_at_all(
    scherm: Client, huishouden: Huishouden, lid: Lidmaatschap
) -> None:
    LidmaatschapFactory(inwoner=lid.inwoner, band="familie", van=vandaag())
    sent = {"reden": "overleden", "tot": vandaag() - dt.timedelta(days=1)}

    refused = scherm.post(path(huishouden, f"/leden/{lid.pk}/einde"), sent)

    assert refused.status_code == 422
    lid.refresh_from_db()
    assert lid.tot is None
    assert Inwoner.objects.get(pk=lid.inwoner_id).overleden_op is None


def test_two_colleagues_who_correct_the_same_person_see_both_values(
    scherm: Client, huishouden: Huishouden, lid: Lidmaatschap
) -> None:
    place = path(huishouden, f"/inwoners/{lid.inwoner_id}")
    first = scherm.get(place).context["form"].initial["revisie"]
    sent = {"geslachtsnaam": "Boer", "geslacht": "vrouw", "revisie": str(first)}
    scherm.post(place, sent | {"telefoon": "06-1"})

    refused = scherm.post(place, sent | {"telefoon": "06-2"})
    chosen = scherm.post(place, sent | {"telefoon": "06-2", "revisie": str(first + 1)})

    text = refused.content.decode()
    assert refused.status_code == 422
    assert "<td>06-1</td><td>06-2</td>" in text
    assert f'name="revisie" value="{first + 1}"' in text
    assert chosen.status_code == 302
    assert Inwoner.objects.get(pk=lid.inwoner_id).bsn == "123456782"


def test_another_address(scherm: Client, huishouden: Huishouden) -> None:
    place = path(huishouden, "/adres")
    sent = {
        "straat": "Marskant",
        "huisnummer": "1",
        "postcode": "7551 aa",
        "woonplaats": "Hengelo",
        "revisie": str(huishouden.revisie),
    }

    wrong = scherm.post(place, sent | {"postcode": "xx"})
    changed = scherm.post(place, sent)

    huishouden.refresh_from_db()
    assert wrong.status_code == 422
    assert changed.status_code == 302
    assert (huishouden.straat, huishouden.postcode) == ("Marskant", "7551AA")


@pytest.mark.parametrize(
    "rest",
    ["/adres", "/leden/nieuw", "/leden/nieuwe-inwoner", "/inwoners/{}", "/leden/{}/einde"],
)
def test_who_only_reads_changes_nothing(
    rest: str, huishouden: Huishouden, lid: Lidmaatschap
) -> None:
    place = path(huishouden, rest.format(lid.pk if "einde" in rest else lid.inwoner_id))
    reader = client_of("consulent")
    reader.post(path(huishouden), {"doel": "vervanging"})

    assert reader.get(place).status_code == 403
    assert "Adres wijzigen" not in reader.get(path(huishouden)).content.decode()
    assert client_of("jurist").get(place).status_code == 403
    assert client_of("loket").get(place).status_code == 200


def test_members_of_other_households_are_not_reached(
    scherm: Client, huishouden: Huishouden
) -> None:
    other = LidmaatschapFactory()

    assert scherm.get(path(huishouden, f"/inwoners/{other.inwoner_id}")).status_code == 404
    assert scherm.get(path(huishouden, f"/leden/{other.pk}/einde")).status_code == 404


@pytest.mark.parametrize("words", HOSTILE)
def test_nonsense_is_refused(
    scherm: Client, huishouden: Huishouden, lid: Lidmaatschap, words: str
) -> None:
    answers = [
        scherm.post(path(huishouden, "/adres"), {"postcode": words, "revisie": words}),
        scherm.post(path(huishouden, "/leden/nieuw"), {"q": words, "actie": "toevoegen"}),
        scherm.post(path(huishouden, "/leden/nieuwe-inwoner"), {"van": words, "rol": words}),
        scherm.post(path(huishouden, f"/leden/{lid.pk}/einde"), {"tot": words, "reden": words}),
        scherm.post(path(huishouden, f"/inwoners/{lid.inwoner_id}"), {"geboortedatum": words}),
    ]

    assert {answer.status_code for answer in answers} == {422}
