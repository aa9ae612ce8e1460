"""From what was told to a plan in one sitting."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.models import Doel, Plan
from plannen.queries.laden import load_plan
from plannen.queries.verteld import told_for_plan
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import AfspraakFactory, DoelFactory, PlanFactory, VaststellingFactory
from tests.factories.toegang import (
    NU,
    VANDAAG,
    ContactFactory,
    HulpvraagFactory,
    UitvraagFactory,
)
from tests.inloggen import logged_in
from toegang.models import Inwoner

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def jolanda(plan: Plan) -> Inwoner:
    return plan.deelnames.all()[0].inwoner


@pytest.fixture
def verteld(plan: Plan, jolanda: Inwoner) -> None:
    """What Jolanda told: work for herself, money for all, and a home that is fine."""
    UitvraagFactory(
        huishouden=plan.huishouden,
        afgerond=True,
        begonnen_op=nu() - dt.timedelta(days=3),
        antwoorden={
            "vragen": {"belangrijk": "Ik wil gewoon werken."},
            "leefgebieden": {
                "werk-en-dagbesteding": {
                    str(jolanda.pk): {"score": "hulp", "woorden": "Ik wil een baan."}
                },
                "geld": {"huishouden": {"score": "aandacht", "woorden": "Er komt post binnen."}},
                "wonen": {"huishouden": {"score": "goed"}},
            },
        },
    )


@pytest.fixture
def scherm(consulent: Medewerker) -> Client:
    return logged_in(consulent)


def answers(plan: Plan, jolanda: Inwoner, **changes: str) -> dict[str, str]:
    work, money = f"werk-en-dagbesteding-{jolanda.pk}", "geld-huishouden"
    return {
        "wijzigingnummer": str(plan.wijzigingnummer),
        "wat_telt": "Ik wil gewoon werken.",
        f"doel_{work}": "Ik heb een betaalde baan",
        f"keuze_{work}": "1",
        f"doel_{money}": "Mijn post is op orde",
        f"keuze_{money}": "2",
    } | changes


@pytest.mark.usefixtures("verteld")
def test_what_was_told_is_filled_in_already(scherm: Client, plan: Plan) -> None:
    page = scherm.get(f"/plannen/{plan.pk}/opstellen").content.decode()

    for words in ("Ik wil een baan.", "Er komt post binnen.", "Hulp nodig"):
        assert words in page
    assert plan.wat_telt in page
    assert "Wonen" not in page.partition('id="formulier"')[2]


@pytest.mark.usefixtures("verteld")
def test_goals_go_in_together_and_the_first_afspraak_follows(
    scherm: Client, plan: Plan, jolanda: Inwoner
) -> None:
    sent = scherm.post(f"/plannen/{plan.pk}/opstellen", answers(plan, jolanda))
    there = scherm.get(sent["Location"])

    first, second = plan.doelen.order_by("volgorde")
    plan.refresh_from_db()
    assert sent["Location"] == f"/plannen/{plan.pk}/afspreken"
    assert there["Location"] == f"/doelen/{first.pk}/afspraken/nieuw?reeks=1"
    assert plan.wat_telt == "Ik wil gewoon werken."
    assert (first.omschrijving, first.inwoner, first.prioriteit) == (
        "Ik heb een betaalde baan",
        jolanda,
        1,
    )
    assert (second.leefgebied_id, second.inwoner, second.prioriteit) == ("geld", None, 2)


@pytest.mark.usefixtures("verteld")
def test_no_goal_leaves_it_out_and_an_empty_one_is_asked_for(
    scherm: Client, plan: Plan, jolanda: Inwoner
) -> None:
    work = f"werk-en-dagbesteding-{jolanda.pk}"
    empty = scherm.post(
        f"/plannen/{plan.pk}/opstellen",
        answers(plan, jolanda, **{f"doel_{work}": " "}),
        headers=HTMX,
    )
    left_out = scherm.post(
        f"/plannen/{plan.pk}/opstellen",
        answers(plan, jolanda, **{f"doel_{work}": "", f"keuze_{work}": "later"}),
    )

    assert empty.status_code == 422
    assert "of kies geen doel" in empty.content.decode()
    assert left_out.status_code == 303
    assert plan.doelen.get().leefgebied_id == "geld"


@pytest.mark.usefixtures("verteld")
def test_who_was_second_sees_both_and_nothing_is_half_done(
    scherm: Client, plan: Plan, jolanda: Inwoner
) -> None:
    sent = answers(plan, jolanda)
    Plan.objects.filter(pk=plan.pk).update(wat_telt="Rust", wijzigingnummer=2)

    refused = scherm.post(f"/plannen/{plan.pk}/opstellen", sent, headers=HTMX)

    assert refused.status_code == 422
    assert "Rust" in refused.content.decode()
    assert not plan.doelen.exists()


@pytest.mark.usefixtures("verteld")
def test_a_goal_that_is_there_is_not_proposed_again(
    plan: Plan, jolanda: Inwoner, consulent: Medewerker
) -> None:
    DoelFactory(plan=plan, leefgebied_id="geld")

    told = told_for_plan(load_plan(plan.pk), by=consulent, op=nu().date())

    assert [one.gebied.pk for one in told.aanzetten] == ["werk-en-dagbesteding"]
    assert (told.aanzetten[0].inwoner, told.belangrijk) == (jolanda, "Ik wil gewoon werken.")


@pytest.mark.usefixtures("verteld")
def test_a_question_about_the_same_goes_along(
    plan: Plan, jolanda: Inwoner, consulent: Medewerker
) -> None:
    contact = ContactFactory(huishouden=plan.huishouden, inwoner=jolanda, dag=VANDAAG)
    same = HulpvraagFactory(contact=contact, leefgebied_id="geld", uitkomst_id="open")
    other = HulpvraagFactory(contact=contact, leefgebied_id="wonen", uitkomst_id="open", volgorde=2)

    told = told_for_plan(load_plan(plan.pk), by=consulent, op=nu().date())

    found = {one.gebied.pk: one.hulpvraag for one in told.aanzetten}
    assert found == {"werk-en-dagbesteding": None, "geld": same, "wonen": other}


@pytest.mark.usefixtures("verteld")
@pytest.mark.parametrize(
    ("whose", "proposed"), [("hers", False), ("all", False), ("someone", True)]
)
def test_a_goal_of_the_same_person_or_of_all_covers_it(
    plan: Plan, jolanda: Inwoner, consulent: Medewerker, whose: str, proposed: bool
) -> None:
    other = plan.deelnames.all()[1].inwoner
    person = {"hers": jolanda, "all": None, "someone": other}[whose]
    DoelFactory(plan=plan, leefgebied_id="werk-en-dagbesteding", inwoner=person)
    DoelFactory(plan=plan, leefgebied_id="geld", inwoner=other)

    told = told_for_plan(load_plan(plan.pk), by=consulent, op=nu().date())

    expected = ["werk-en-dagbesteding"] if proposed else []
    assert [one.gebied.pk for one in told.aanzetten] == expected


@pytest.mark.parametrize(("days", "proposed"), [(1, False), (-1, True)])
def test_a_question_from_before_the_agreement_is_answered_by_it(
    plan: Plan, jolanda: Inwoner, consulent: Medewerker, days: int, proposed: bool
) -> None:
    DoelFactory(plan=plan, leefgebied_id="geld", inwoner=jolanda)
    VaststellingFactory(plan=plan, op=NU)
    contact = ContactFactory(
        huishouden=plan.huishouden, inwoner=jolanda, dag=VANDAAG - dt.timedelta(days=days)
    )
    HulpvraagFactory(contact=contact, leefgebied_id="geld", uitkomst_id="open")

    told = told_for_plan(load_plan(plan.pk), by=consulent, op=VANDAAG)

    assert bool(told.aanzetten) is proposed


@pytest.mark.parametrize(
    ("whose", "area", "proposed"),
    [("hers", "geld", False), ("nobody", "geld", False), ("someone", "geld", True),
     ("hers", "wonen", True)],
)  # fmt: skip
def test_the_agreement_answers_what_its_goals_are_about(
    plan: Plan, jolanda: Inwoner, consulent: Medewerker, whose: str, area: str, proposed: bool
) -> None:
    DoelFactory(plan=plan, leefgebied_id="geld", inwoner=jolanda)
    VaststellingFactory(plan=plan, op=NU)
    person = {"hers": jolanda, "nobody": None, "someone": plan.deelnames.all()[1].inwoner}[whose]
    contact = ContactFactory(
        huishouden=plan.huishouden, inwoner=person, dag=VANDAAG - dt.timedelta(days=1)
    )
    HulpvraagFactory(contact=contact, leefgebied_id=area, uitkomst_id="open")

    told = told_for_plan(load_plan(plan.pk), by=consulent, op=VANDAAG)

    assert bool(told.aanzetten) is proposed


def test_what_was_told_long_ago_is_left_in_peace(plan: Plan, consulent: Medewerker) -> None:
    UitvraagFactory(
        huishouden=plan.huishouden,
        afgerond=True,
        begonnen_op=nu() - dt.timedelta(days=400),
        antwoorden={"leefgebieden": {"geld": {"huishouden": {"score": "hulp"}}}},
    )

    told = told_for_plan(load_plan(plan.pk), by=consulent, op=nu().date())

    assert (told.uitvraag, told.aanzetten) == (None, [])


@pytest.mark.usefixtures("verteld")
def test_a_vindplaats_reads_only_what_it_asked_itself(plan: Plan) -> None:
    told = told_for_plan(
        load_plan(plan.pk), by=MedewerkerFactory(rollen=["vindplaats"]), op=nu().date()
    )

    assert (told.uitvraag, told.aanzetten) == (None, [])


@pytest.mark.usefixtures("verteld")
def test_beginning_a_plan_goes_on_with_what_was_told(scherm: Client, plan: Plan) -> None:
    Plan.objects.filter(pk=plan.pk).update(
        status="beeindigd", beeindigd_op=VANDAAG, uitkomst="gestopt"
    )

    begun = scherm.post("/plannen/nieuw", {"huishouden": str(plan.huishouden_id)})

    new = Plan.objects.actief().get()
    assert begun["Location"] == f"/plannen/{new.pk}/opstellen"


def test_in_a_row_the_next_goal_without_afspraken_follows(scherm: Client, plan: Plan) -> None:
    first, agreed, last = (DoelFactory(plan=plan, volgorde=place) for place in (1, 2, 3))
    AfspraakFactory(doel=agreed)
    sent = {
        "omschrijving": "Bellen",
        "trede": "eigen-kracht",
        "naam": "Jolanda",
        "herhaling": "eenmalig",
    }

    one_more = scherm.post(f"/doelen/{first.pk}/afspraken/nieuw?reeks=1", sent | {"nog": "ja"})
    on = scherm.post(f"/doelen/{first.pk}/afspraken/nieuw?reeks=1", sent)
    ready = scherm.post(f"/doelen/{last.pk}/afspraken/nieuw?reeks=1", sent)

    assert one_more["Location"] == f"/doelen/{first.pk}/afspraken/nieuw?reeks=1"
    assert on["Location"] == f"/doelen/{last.pk}/afspraken/nieuw?reeks=1"
    assert ready["Location"] == f"/plannen/{plan.pk}#doelen"
    assert [doel.afspraken.count() for doel in (first, agreed, last)] == [2, 1, 1]


def test_a_step_of_the_ladder_is_chosen_beforehand(scherm: Client, plan: Plan) -> None:
    doel = DoelFactory(plan=plan)

    page = scherm.get(f"/plannen/{plan.pk}").content.decode()
    form = scherm.get(f"/doelen/{doel.pk}/afspraken/nieuw?trede=netwerk").context["form"]
    other = scherm.get(f"/doelen/{doel.pk}/afspraken/nieuw?trede=x").context["form"]

    assert f"/doelen/{doel.pk}/afspraken/nieuw?trede=eigen-kracht" in page
    assert form["trede"].value() == "netwerk"
    assert other["trede"].value() == "eigen-kracht"


def test_what_fits_a_goal_opens_beside_it(scherm: Client, plan: Plan) -> None:
    doel = DoelFactory(plan=plan)

    found = scherm.get(f"/doelen/{doel.pk}/lichter")

    assert found.status_code == 200
    assert "Past lichtere hulp?" in found.content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_it_takes_a_fixed_number_of_queries(
    scherm: Client,
    consulent: Medewerker,
    number: int,
    django_assert_max_num_queries: Any,
) -> None:
    plan = PlanFactory(betrokken=consulent)
    areas = ["geld", "wonen", "netwerk"][:number]
    UitvraagFactory(
        huishouden=plan.huishouden,
        afgerond=True,
        begonnen_op=nu(),
        antwoorden={"leefgebieden": {area: {"huishouden": {"score": "hulp"}} for area in areas}},
    )
    scherm.get(f"/plannen/{plan.pk}/opstellen")

    with django_assert_max_num_queries(26):
        page = scherm.get(f"/plannen/{plan.pk}/opstellen")

    assert page.content.decode().count("hs-aanzet") == number


def test_a_stranger_finds_nothing(plan: Plan) -> None:
    stranger = logged_in(MedewerkerFactory(consulent=True))
    doel: Doel = DoelFactory(plan=plan)

    for address in (
        f"/plannen/{plan.pk}/opstellen",
        f"/plannen/{plan.pk}/afspreken",
        f"/doelen/{doel.pk}/lichter",
    ):
        assert stranger.get(address).status_code == 404
