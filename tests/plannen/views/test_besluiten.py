"""The screens of besluiten and bezwaren."""

import datetime as dt
from typing import Any

import pytest

from aanbieders.models import Toewijzing
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.logboek.models import Handeling, Toegangsregel
from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.enums import BesluitStatus
from plannen.models import Besluit, Bezwaar
from tests.factories.aanbieders import TariefFactory
from tests.factories.besluiten import BesluitFactory, BezwaarFactory
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory
from tests.factories.plannen import AfspraakFactory, PlanFactory
from tests.factories.toegang import HuishoudenFactory, MeldingFactory
from tests.inloggen import client_of, logged_in
from tests.panelen import assert_vraagbudget

pytestmark = pytest.mark.django_db


@pytest.fixture
def team() -> Any:
    return TeamFactory()


def colleague(team: Any, rol: str) -> Medewerker:
    made = MedewerkerFactory(rollen=[rol])
    team.leden.add(made)
    return made


def text(answer: Any) -> str:
    return answer.content.decode().replace("\u00a0", " ")


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_a_fixed_number_of_queries(
    number: int, django_assert_num_queries: Any
) -> None:
    BesluitFactory.create_batch(number, bekend=True)
    client = client_of("jurist")
    client.get("/besluiten")

    with django_assert_num_queries(7):
        page = client.get("/besluiten")

    assert text(page).count("B-2026-9") == number
    assert Toegangsregel.objects.filter(handeling=Handeling.LIJST).count() == 2


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_objections_takes_a_fixed_number_of_queries(
    number: int, django_assert_num_queries: Any
) -> None:
    BezwaarFactory.create_batch(number)
    client = client_of("jurist")
    client.get("/bezwaren")

    with django_assert_num_queries(6):
        assert text(client.get("/bezwaren?stand=lopend")).count("BZ-2026-9") == number


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"a", "b", "c"}),
        ("?stand=beoordeling", {"a"}),
        ("?stand=bezwaartermijn", {"b"}),
        ("?stand=onherroepelijk", {"c"}),
        ("?stand=zonder-toewijzing", {"b", "c"}),
        ("?soort=afwijzing", set()),
        ("?stand=onzin&cursor=onzin", {"a", "b", "c"}),
    ],
)
def test_the_list_filters(query: str, found: set[str]) -> None:
    BesluitFactory(nummer="B-a", ingediend=True)
    BesluitFactory(nummer="B-b", bekend=True, bekend_op=vandaag())
    BesluitFactory(nummer="B-c", bekend=True, bekend_op=vandaag() - dt.timedelta(days=60))

    page = text(client_of("jurist").get(f"/besluiten{query}"))

    assert {letter for letter in "abc" if f">B-{letter}<" in page} == found


def test_from_melding_to_draft_with_what_is_known(team: Any) -> None:
    consulent = colleague(team, "consulent")
    melding = MeldingFactory(
        van_consulent=consulent, aanvraag_op=dt.date(2026, 11, 17), status="aanvraag"
    )
    tarief = TariefFactory(contract__tot=dt.date(2099, 12, 31))
    client = logged_in(consulent)

    page = client.get(f"/besluiten/nieuw?melding={melding.pk}")
    sent = {
        "soort": "toekenning",
        "gevraagd": "hulp in huis",
        "aanvraag_op": "17-11-2026",
        "leveringsvorm": "zin",
        "hulp": tarief.pk,
        "volume": "3",
        "frequentie": "2",
        "van": "1-12-2026",
        "tot": "30-11-2027",
    }
    made = client.post(f"/besluiten/nieuw?melding={melding.pk}", sent)

    assert "hulp bij het huishouden" in text(page)
    besluit = Besluit.objects.get()
    assert made["Location"] == f"/besluiten/{besluit.pk}"
    assert (besluit.melding, besluit.omvang, besluit.contract) == (
        melding,
        "3 uur per week",
        tarief.contract,
    )


def test_from_an_afspraak_of_the_plan(team: Any) -> None:
    consulent = colleague(team, "consulent")
    afspraak = AfspraakFactory(doel__plan=PlanFactory(betrokken=consulent), maatwerk=True)
    client = logged_in(consulent)

    plan = text(client.get(f"/plannen/{afspraak.doel.plan_id}"))
    page = text(client.get(f"/besluiten/nieuw?afspraak={afspraak.pk}"))

    assert f"/besluiten/nieuw?afspraak={afspraak.pk}" in plan
    assert afspraak.omschrijving in page
    assert client.get("/besluiten/nieuw").status_code == 404


def test_a_draft_is_checked_read_and_sent(team: Any) -> None:
    consulent, leader = colleague(team, "consulent"), colleague(team, "teamleider")
    besluit = BesluitFactory(opgesteld_door=consulent, opgesteld_op=nu())
    drafter, reader = logged_in(consulent), logged_in(leader)
    at = f"/besluiten/{besluit.pk}"
    refused = drafter.post(f"{at}/stap/indienen")

    for code, answer in (
        ("wlz", "nee"),
        ("zvw", "nee"),
        ("woonplaats", "ja"),
        ("lichter", "nee"),
        ("keuze", "ja"),
    ):
        drafter.post(f"{at}/controles/{code}", {f"{code}-antwoord": answer, f"{code}-bron": "brp"})
    drafter.post(f"{at}/stap/indienen")
    panel = assert_vraagbudget("mijn-werk", "te-beoordelen", leader)
    back = reader.post(f"{at}/stap/teruggeven", {"opmerking": ""})
    seen = text(reader.get(at))
    reader.post(f"{at}/stap/nemen")
    drafter.post(f"{at}/stap/bekendmaken", {"op": vandaag().isoformat()})

    assert (refused.status_code, back.status_code) == (422, 422)
    assert "Nog niet in orde" in text(refused)
    assert besluit.nummer in panel
    assert "Akkoord: besluit nemen" in seen
    besluit.refresh_from_db()
    assert (besluit.status, besluit.genomen_door) == (BesluitStatus.BEKENDGEMAAKT, leader)
    page = text(drafter.get(at))
    assert "Laatste dag voor bezwaar" in page
    assert "stap/bekendmaken" not in page


def test_a_wrong_answer_or_step_comes_back(team: Any) -> None:
    consulent = colleague(team, "consulent")
    besluit = BesluitFactory(opgesteld_door=consulent)
    client, at = logged_in(consulent), f"/besluiten/{besluit.pk}"

    empty = client.post(f"{at}/controles/wlz", {})

    assert empty.status_code == 422
    assert client.get(f"{at}/controles/wlz")["Location"] == at
    assert client.get(f"{at}/stap/indienen")["Location"] == at
    assert client.post(f"{at}/stap/onzin").status_code == 404


def test_two_who_change_one_draft_see_both_values(team: Any) -> None:
    consulent = colleague(team, "consulent")
    besluit = BesluitFactory(opgesteld_door=consulent, contract__tot=dt.date(2099, 1, 1))
    client, path = logged_in(consulent), f"/besluiten/{besluit.pk}/wijzigen"
    form = client.get(path).context["form"]
    sent = {name: value for name, value in form.initial.items() if value not in (None, "")}
    sent["hulp"] = sent["hulp"].pk
    client.post(path, sent | {"gevraagd": "iets anders"})

    refused = client.post(path, sent | {"gevraagd": "nog iets"})

    assert refused.status_code == 422
    assert "iets anders" in text(refused)


def test_the_letter_is_on_screen_and_as_pdf() -> None:
    besluit = BesluitFactory(bekend=True, afwijzing=True)
    client = client_of("jurist")

    page = text(client.get(f"/besluiten/{besluit.pk}/brief?groot=1"))
    pdf = client.get(f"/besluiten/{besluit.pk}/brief/pdf")

    assert "U krijgt deze hulp niet van ons." in page
    assert "Wmo 2015 artikel 2.3.5 lid 3" in page
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF")


def test_administratie_makes_the_toewijzing_with_one_click() -> None:
    besluit = BesluitFactory(bekend=True)
    client = client_of("administratie")
    by = MedewerkerFactory(rollen=["administratie"])

    assert besluit.nummer in assert_vraagbudget("mijn-werk", "zonder-toewijzing", by)
    page = text(client.get(f"/besluiten/{besluit.pk}"))
    made = client.post(f"/besluiten/{besluit.pk}/toewijzing")

    assert "Toewijzing maken" in page
    assert made["Location"] == f"/toewijzingen/{Toewijzing.objects.get().pk}"
    assert "Toewijzing maken" not in text(client.get(f"/besluiten/{besluit.pk}"))


@pytest.mark.parametrize(("pgb", "price"), [(False, None), (True, 40_00)])
def test_the_price_of_a_contract_is_not_offered_as_that_of_a_pgb(
    pgb: bool, price: int | None
) -> None:
    besluit = (
        BesluitFactory(bekend=True, pgb=True)
        if pgb
        else BesluitFactory(bekend=True, tarief_cent=77)
    )

    form = client_of("jurist").get(f"/besluiten/{besluit.pk}/vervolg").context["form"]

    assert form.initial["tarief_cent"] == price


def test_a_withdrawal_shows_what_will_happen(team: Any) -> None:
    besluit = BesluitFactory(bekend=True)
    client = client_of("jurist")
    path = f"/besluiten/{besluit.pk}/vervolg"

    page = client.get(path)
    sent = {
        "soort": "intrekking",
        "gevraagd": "hulp bij de administratie",
        "van": "1-1-2027",
        "reden": "op-verzoek",
        "motivering": "U vroeg daarom.",
    }
    made = client.post(path, sent)

    assert "Intrekking" in text(page)
    shown = text(client.get(made["Location"]))
    assert besluit.nummer in shown
    assert "In orde" in shown
    assert "verandert" in text(client.get(f"/besluiten/{besluit.pk}"))


def test_a_jurist_takes_an_objection_from_letter_to_decision() -> None:
    besluit = BesluitFactory(bekend=True, bekend_op=vandaag() - dt.timedelta(days=50))
    client = client_of("jurist")
    received = {"ontvangen_op": (vandaag() - dt.timedelta(days=20)).isoformat()}
    received |= {"indiener": "inwoner", "gronden": "Te weinig uren."}

    wrong = client.post(f"/besluiten/{besluit.pk}/bezwaar", {"indiener": "inwoner"})
    made = client.post(f"/besluiten/{besluit.pk}/bezwaar", received)
    bezwaar = Bezwaar.objects.get()
    at = f"/bezwaren/{bezwaar.pk}"
    early = client.post(
        f"{at}/stap/beslissen",
        {
            "beslissen-uitkomst": "gegrond",
            "beslissen-motivering": "Ja",
            "beslissen-op": vandaag().isoformat(),
        },
    )
    client.post(f"{at}/stap/horen", {"horen-gehoord": "gehoord", "horen-verslag": "Verteld."})
    client.post(
        f"{at}/stap/beslissen",
        {
            "beslissen-uitkomst": "gegrond",
            "beslissen-motivering": "U hebt gelijk.",
            "beslissen-op": vandaag().isoformat(),
        },
    )

    assert (wrong.status_code, made["Location"], early.status_code) == (422, at, 422)
    assert "Leg eerst vast of de indiener is gehoord" in text(early)
    bezwaar.refresh_from_db()
    assert bezwaar.uitkomst == "gegrond"
    assert bezwaar.nieuw_besluit.nummer in text(client.get(at))
    assert client.get(f"{at}/stap/horen")["Location"] == at
    assert client.post(f"{at}/stap/onzin").status_code == 404


def test_others_see_an_objection_without_steps(team: Any) -> None:
    consulent = colleague(team, "consulent")
    mine = BezwaarFactory(besluit__opgesteld_door=consulent)
    other = BezwaarFactory()
    client = logged_in(consulent)

    assert "Volgende stap" not in text(client.get(f"/bezwaren/{mine.pk}"))
    assert client.get(f"/bezwaren/{other.pk}").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_panels_keep_to_their_budget(team: Any, number: int) -> None:
    consulent = colleague(team, "consulent")
    huishouden = HuishoudenFactory(met_leden=1, betrokken=consulent)
    for _ in range(number):
        BesluitFactory(
            huishouden=huishouden,
            inwoner=huishouden.leden.get(),
            opgesteld_door=consulent,
        )
    BezwaarFactory.create_batch(number)
    jurist = MedewerkerFactory(jurist=True)

    assert "B-2026-9" in assert_vraagbudget("dossier-zijde", "besluiten", consulent, huishouden)
    assert "B-2026-9" in assert_vraagbudget("mijn-werk", "mijn-besluiten", consulent)
    assert "BZ-2026-9" in assert_vraagbudget("mijn-werk", "bezwaren", jurist)
    assert assert_vraagbudget("mijn-werk", "te-beoordelen", jurist) == ""


def test_a_melding_that_waits_for_a_besluit_is_one_click_away(team: Any) -> None:
    consulent = colleague(team, "consulent")
    melding = MeldingFactory(
        van_consulent=consulent, status="aanvraag", aanvraag_op=dt.date(2026, 11, 17)
    )

    html = assert_vraagbudget("dossier-zijde", "besluiten", consulent, melding.huishouden)

    assert f"/besluiten/nieuw?melding={melding.pk}" in html


def test_a_household_of_others_shows_nothing(team: Any) -> None:
    consulent, melding = colleague(team, "consulent"), MeldingFactory(team=TeamFactory())

    refused = logged_in(consulent).get(f"/besluiten/nieuw?melding={melding.pk}")

    assert refused.status_code == 404
    assert melding.inwoner.geslachtsnaam not in text(refused)
