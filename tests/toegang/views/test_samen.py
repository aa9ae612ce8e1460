"""Together: the melding page with its conflict, the team board, partners, complaints, signals."""

import datetime as dt
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory
from tests.factories.signalen import KOP, csv_line, made_zaak, regel
from tests.factories.toegang import ContactFactory, HulpvraagFactory, MeldingFactory
from tests.factories.voorzieningen import OrganisatieFactory
from tests.factories.werk import VerlofFactory
from tests.inloggen import client_of, logged_in
from tests.panelen import assert_vraagbudget
from tests.toegang.views.gemeen import log_lines
from toegang.domain.doorverwijzing import refer_to_partner
from toegang.domain.klacht import receive_klacht
from toegang.domain.melding import assign_melding, make_melding
from toegang.domain.samen import ask_consult, hand_over
from toegang.domain.signalen import load_signalen
from toegang.models import Consult, Doorverwijzing, Klacht, Melding, Signaalzaak

pytestmark = pytest.mark.django_db


@pytest.fixture
def scherm(consulent: Medewerker) -> Client:
    return logged_in(consulent)


@pytest.fixture
def melding(consulent: Medewerker) -> Melding:
    """A question under the Jeugdwet of a fortnight ago, treated by the consulent."""
    made = make_melding(
        by=consulent,
        hulpvraag_id=HulpvraagFactory().pk,
        wet="jeugdwet",
        ontvangen_op=vandaag() - dt.timedelta(days=14),
        at=nu(),
    )
    return assign_melding(by=consulent, melding_id=made.pk, consulent_id=consulent.pk, at=nu())


def revision(page: str, code: str) -> str:
    found = re.search(rf'name="{code}-revisie" value="(\d+)"', page)
    assert found
    return found[1]


def test_who_was_overtaken_sees_what_changed_and_can_go_on(
    scherm: Client, consulent: Medewerker, melding: Melding
) -> None:
    path = f"/meldingen/{melding.pk}"
    seen = revision(scherm.get(path).content.decode(), "onderzoek")
    other = MedewerkerFactory(consulent=True, naam="Karin Lansink")
    melding.huishouden.refresh_from_db()
    from_elsewhere = logged_in(other)
    VerlofFactory(medewerker=consulent, vervanger=other, van=vandaag(), tot=vandaag())
    from_elsewhere.post(
        f"{path}/stap/clientondersteuning",
        {"clientondersteuning-op": vandaag(), "clientondersteuning-antwoord": "nee"},
    )

    stale = scherm.post(f"{path}/stap/onderzoek", {"onderzoek-revisie": seen})
    text = stale.content.decode()
    again = scherm.post(
        f"{path}/stap/onderzoek", {"onderzoek-revisie": revision(text, "onderzoek")}
    )

    assert stale.status_code == 422
    assert "Een collega was u voor" in text
    assert "Karin Lansink" in text
    assert "cliëntondersteuning aangeboden" in text
    assert "Druk dan nog een keer op de knop." in text
    assert again.status_code == 302
    melding.refresh_from_db()
    assert (melding.status, melding.ondersteuning_antwoord) == ("onderzoek", "nee")


def test_who_was_overtaken_by_the_end_of_it_is_not_told_to_press_again(
    scherm: Client, melding: Melding
) -> None:
    path = f"/meldingen/{melding.pk}"
    seen = revision(scherm.get(path).content.decode(), "intrekken")
    sent = {"intrekken-revisie": seen, "intrekken-reden": "vergissing"}

    scherm.post(f"{path}/stap/intrekken", sent)
    text = scherm.post(f"{path}/stap/intrekken", sent).content.decode()

    assert "Een collega was u voor" in text
    assert "Wat u wilde doen, kan nu niet meer." in text
    assert "nog een keer op de knop" not in text


def test_a_letter_that_we_are_late_is_noted_on_screen(scherm: Client, melding: Melding) -> None:
    term = melding.termijnen.get()
    path = f"/meldingen/{melding.pk}/termijnen/{term.pk}/in-gebreke"

    scherm.post(path, {f"{term.pk}-in-gebreke-ontvangen_op": vandaag()})

    page = scherm.get(f"/meldingen/{melding.pk}").content.decode()
    assert "Er loopt geen dwangsom: de termijn was nog niet voorbij" in page


def test_a_question_for_advice_is_taken_back_on_the_page(
    scherm: Client, melding: Melding, consulent: Medewerker
) -> None:
    other, path = MedewerkerFactory(consulent=True), f"/meldingen/{melding.pk}"
    assert "Vraag om advies intrekken" not in scherm.get(path).content.decode()
    asked = ask_consult(
        by=consulent,
        melding_id=melding.pk,
        aan_id=other.pk,
        vraag="Is dit Wlz?",
        uiterlijk_op=vandaag(),
        at=nu(),
    )

    page = scherm.get(path).content.decode()
    sent = {"consult-intrekken-consult_id": str(asked.pk)}
    done = scherm.post(f"{path}/stap/consult-intrekken", sent)

    assert "Vraag om advies intrekken" in page
    assert f"Aan {other.naam}, voor" in page
    assert "Vraag om advies intrekken" not in logged_in(other).get(path).content.decode()
    assert done.status_code == 302
    asked.refresh_from_db()
    assert asked.status == "ingetrokken"


def test_who_took_the_melding_over_takes_the_question_back_on_the_page(
    melding: Melding, consulent: Medewerker
) -> None:
    asked, karin = MedewerkerFactory.create_batch(2, consulent=True)
    who = {"by": consulent, "melding_id": melding.pk, "at": nu()}
    question = ask_consult(**who, aan_id=asked.pk, vraag="Is dit Wlz?", uiterlijk_op=vandaag())
    hand_over(**who, naar_id=karin.pk, notitie="Ik ga weg.")
    scherm, path = logged_in(karin), f"/meldingen/{melding.pk}"

    page = scherm.get(path).content.decode()
    sent = {"consult-intrekken-consult_id": str(question.pk)}
    done = scherm.post(f"{path}/stap/consult-intrekken", sent)

    assert f"Aan {asked.naam}, voor" in page
    assert done.status_code == 302
    question.refresh_from_db()
    assert question.status == "ingetrokken"


def test_advice_is_asked_and_given_on_the_page(scherm: Client, melding: Melding) -> None:
    other = MedewerkerFactory(consulent=True)
    path = f"/meldingen/{melding.pk}"
    sent = {
        "consult-aan_id": str(other.pk),
        "consult-uiterlijk_op": vandaag(),
        "consult-vraag": "Is dit Wlz?",
    }

    assert scherm.post(f"{path}/stap/consult", sent).status_code == 302
    asked = Consult.objects.get()
    theirs = logged_in(other)
    page = theirs.get(path).content.decode()
    answer = {"advies-consult_id": str(asked.pk), "advies-antwoord": "Ja."}
    assert "Advies geven" in page
    assert "Advies geven" not in scherm.get(path).content.decode()
    assert theirs.post(f"{path}/stap/advies", answer).status_code == 302
    asked.refresh_from_db()
    assert asked.antwoord == "Ja."


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_takes_a_fixed_number_of_queries(
    scherm: Client, consulent: Medewerker, melding: Melding, number: int,
    django_assert_max_num_queries: Any,
) -> None:  # fmt: skip
    for _ in range(number):
        other = MedewerkerFactory(consulent=True)
        ask_consult(
            by=consulent, melding_id=melding.pk, aan_id=other.pk, vraag="x",
            uiterlijk_op=vandaag(), at=nu(),
        )  # fmt: skip
    scherm.get(f"/meldingen/{melding.pk}")

    with django_assert_max_num_queries(72):
        scherm.get(f"/meldingen/{melding.pk}")


@pytest.mark.parametrize("number", [1, 3])
def test_the_panels_keep_to_their_budget(consulent: Medewerker, number: int) -> None:
    for _ in range(number):
        made = MeldingFactory(van_consulent=consulent, met_termijn=True)
        other = MedewerkerFactory(consulent=True)
        other_melding = MeldingFactory(van_consulent=other)
        ask_consult(
            by=other, melding_id=other_melding.pk, aan_id=consulent.pk, vraag="x",
            uiterlijk_op=vandaag(), at=nu(),
        )  # fmt: skip
        referral = refer_to_partner(
            by=consulent, hulpvraag_id=made.hulpvraag_id, organisatie_id=OrganisatieFactory().pk,
            vraag="x", warm=True, toestemming=True, at=nu(),
        )  # fmt: skip
        Doorverwijzing.objects.filter(pk=referral.pk).update(herinneren_op=vandaag())

    for code in ("mijn-meldingen", "consulten", "partners"):
        assert "hs-kaart" in assert_vraagbudget("mijn-werk", code, consulent)
    assert_vraagbudget("mijn-werk", "aflopend", consulent)


@pytest.fixture
def leider(consulent: Medewerker) -> Medewerker:
    made = MedewerkerFactory(teamleider=True)
    TeamFactory().leden.add(made, consulent)
    return made


def test_the_board_proposes_and_the_leader_decides(
    leider: Medewerker, consulent: Medewerker
) -> None:
    team = leider.teams.get()
    first, second = MeldingFactory.create_batch(2, team=team)
    screen = logged_in(leider)

    page = screen.get("/team").content.decode()
    sent = {f"melding-{first.pk}": str(consulent.pk), f"melding-{second.pk}": ""}
    done = screen.post(f"/team/{team.pk}/verdelen", sent)

    assert "Zo verdelen" in page
    assert f'<option value="{consulent.pk}" selected' in page
    assert done["Location"] == f"/team?team={team.pk}"
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.consulent, second.consulent) == (consulent, None)
    (line,) = log_lines("team")
    assert set(line.inwoners) == {first.inwoner_id, second.inwoner_id}


def test_a_consulent_sees_the_board_and_divides_nothing(leider: Medewerker, scherm: Client) -> None:
    team = leider.teams.get()
    MeldingFactory(team=team)

    page = scherm.get("/team").content.decode()

    assert "Voorstel" in page
    assert "Zo verdelen" not in page
    assert scherm.post(f"/team/{team.pk}/verdelen", {}).status_code == 403
    assert client_of("teamleider").get("/team").status_code == 200


def test_what_was_taken_up_meanwhile_is_told(leider: Medewerker, consulent: Medewerker) -> None:
    team = leider.teams.get()
    taken = MeldingFactory(team=team, van_consulent=consulent)
    screen = logged_in(leider)

    answer = screen.post(
        f"/team/{team.pk}/verdelen", {f"melding-{taken.pk}": str(consulent.pk)}, follow=True
    )

    assert "intussen opgepakt" in answer.content.decode()
    nonsense = screen.post(f"/team/{team.pk}/verdelen", {"melding-x": "y"})
    assert nonsense.status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_board_takes_a_fixed_number_of_queries(
    leider: Medewerker, number: int, django_assert_max_num_queries: Any
) -> None:
    team = leider.teams.get()
    for _ in range(number):
        team.leden.add(MedewerkerFactory(consulent=True))
        MeldingFactory(team=team)
    screen = logged_in(leider)
    screen.get("/team")

    with django_assert_max_num_queries(22):
        screen.get("/team")


def test_a_question_goes_to_a_partner_and_comes_back(loket: Medewerker) -> None:
    screen, partner = logged_in(loket), OrganisatieFactory(naam="Wijkracht")
    contact = ContactFactory(bekend=True, hulpvragen=["open"])
    vraag = contact.hulpvragen.get()
    path = f"/doorverwijzingen/nieuw/{vraag.pk}"

    assert path in screen.get(f"/contacten/{contact.pk}").content.decode()
    refused = screen.post(path, {"organisatie_id": str(partner.pk), "vraag": "Maatje"})
    screen.post(path, {"organisatie_id": str(partner.pk), "vraag": "Maatje", "toestemming": "on"})
    made = Doorverwijzing.objects.get()
    waiting = screen.get("/doorverwijzingen").content.decode()
    screen.post(f"/doorverwijzingen/{made.pk}", {"status": "beantwoord", "op": vandaag()})

    made.refresh_from_db()
    assert refused.status_code == 422
    assert "Wijkracht" in waiting
    assert made.status == "beantwoord"
    assert "Wijkracht" not in screen.get("/doorverwijzingen").content.decode()
    assert "Wijkracht" in screen.get("/doorverwijzingen?toon=alles").content.decode()


def test_a_complaint_from_the_counter_to_the_answer(loket: Medewerker) -> None:
    melding = MeldingFactory()
    counter, jurist = logged_in(loket), MedewerkerFactory(jurist=True)
    sent = {
        "ontvangen_op": vandaag(),
        "onderwerp": "wachten",
        "omschrijving": "Het duurt te lang.",
    }
    counter.post(f"/klachten/nieuw/{melding.pk}", sent)
    klacht = Klacht.objects.get()
    screen = logged_in(jurist)

    listed = screen.get("/klachten").content.decode()
    opened = screen.get(f"/klachten/{klacht.pk}").content.decode()
    screen.post(
        f"/klachten/{klacht.pk}",
        {"actie": "toedelen", "toedelen-behandelaar_id": str(jurist.pk)},
    )
    refused = screen.post(f"/klachten/{klacht.pk}", {"actie": "afhandelen"})
    screen.post(
        f"/klachten/{klacht.pk}",
        {
            "actie": "afhandelen",
            "afhandelen-op": vandaag(),
            "afhandelen-uitkomst": "gegrond",
            "afhandelen-conclusie": "Excuses.",
        },
    )

    klacht.refresh_from_db()
    assert klacht.nummer in listed
    assert "Het duurt te lang." in opened
    assert refused.status_code == 422
    assert (klacht.uitkomst, klacht.behandelaar) == ("gegrond", jurist)
    assert counter.get("/klachten").status_code == 403
    assert counter.get(f"/klachten/{klacht.pk}").status_code == 403
    assert klacht.nummer not in screen.get("/klachten").content.decode()
    assert klacht.nummer in screen.get("/klachten?toon=alles").content.decode()
    assert screen.post(f"/klachten/{klacht.pk}", {"actie": "x"}).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_lists_take_a_fixed_number_of_queries(
    loket: Medewerker, number: int, django_assert_max_num_queries: Any
) -> None:
    leider = MedewerkerFactory(teamleider=True)
    for n in range(number):
        melding = MeldingFactory()
        receive_klacht(
            by=loket, inwoner_id=melding.inwoner_id, ontvangen_op=vandaag(), onderwerp="anders",
            omschrijving="x", at=nu(),
        )  # fmt: skip
        made_zaak(leider, kenmerk=f"K{n}", huisnummer=n + 1)
        refer_to_partner(
            by=loket, hulpvraag_id=melding.hulpvraag_id, organisatie_id=OrganisatieFactory().pk,
            vraag="x", warm=False, toestemming=True, at=nu(),
        )  # fmt: skip
    screen = logged_in(leider)

    for place in ("/klachten", "/signalen", "/doorverwijzingen"):
        screen.get(place)
        with django_assert_max_num_queries(20):
            assert screen.get(place).status_code == 200


def test_signals_come_in_pages_and_none_is_out_of_reach(leider: Medewerker) -> None:
    lines = [regel(kenmerk=f"K{n}", huisnummer=n) for n in range(1, 53)]
    load_signalen(regels=lines, by=leider, at=nu())
    screen = logged_in(leider)

    shown = [
        {zaak.pk for zaak, _ in screen.get(f"/signalen?toon=alles&pagina={page}").context["rijen"]}
        for page in (1, 2)
    ]

    assert [len(page) for page in shown] == [50, 2]
    assert shown[0] | shown[1] == set(Signaalzaak.objects.values_list("pk", flat=True))
    first = screen.get("/signalen?toon=alles").content.decode()
    assert "toon=alles&amp;pagina=2" in first


def test_a_file_is_taken_in_and_a_case_followed_up(consulent: Medewerker) -> None:
    leider, screen = MedewerkerFactory(teamleider=True), logged_in(consulent)
    day = vandaag()
    good = "\n".join([KOP, csv_line(ontvangen_op=day.isoformat())])
    bad = "\n".join([KOP, csv_line(soort="telefoon")])

    def upload(text: str) -> Any:
        given = SimpleUploadedFile("signalen.csv", text.encode())
        return logged_in(leider).post("/signalen/inlezen", {"bestand": given})

    refused = upload(bad)
    upload(good)
    zaak = Signaalzaak.objects.get()
    path = f"/signalen/{zaak.pk}"
    shown = screen.get("/signalen").content.decode()
    screen.post(
        path,
        {
            "actie": "poging",
            "poging-soort": "telefoon",
            "poging-op": day,
            "poging-resultaat": "aanbod",
        },
    )
    screen.post(path, {"actie": "toedelen", "toedelen-consulent_id": str(consulent.pk)})
    unknown = screen.post(
        path, {"actie": "afsluiten", "afsluiten-op": day, "afsluiten-uitkomst": "aanvaard"}
    )
    screen.post(path, {"actie": "afsluiten", "afsluiten-op": day, "afsluiten-uitkomst": "opgelost"})

    zaak.refresh_from_db()
    assert refused.status_code == 422
    assert "telefoon" in refused.content.decode()
    assert zaak.nummer in shown
    assert "nog niet wie dit is" in unknown.content.decode()
    assert (zaak.uitkomst, zaak.consulent, zaak.aanbod_op) == ("opgelost", consulent, day)
    assert "Lost het zelf op" in screen.get("/signalen?toon=alles").content.decode()
    assert zaak.nummer not in screen.get("/signalen?van=mij&toon=nieuw").content.decode()
    assert screen.post(path, {"actie": "x"}).status_code == 404
    assert screen.get("/signalen/inlezen").status_code == 403
