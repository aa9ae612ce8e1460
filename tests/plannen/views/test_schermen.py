"""The screens of the plan, with and without htmx."""

import datetime as dt
import uuid
from typing import Any

import pytest
from django.test import Client

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.logboek.models import Handeling, Toegangsregel
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Recht
from plannen.enums import PlanStatus
from plannen.models import Afspraak, Doel, Plan, Voortgang
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import (
    AfspraakFactory,
    DeelnameFactory,
    DoelFactory,
    EvaluatieFactory,
    PlanFactory,
    VoortgangFactory,
)
from tests.factories.toegang import (
    ContactFactory,
    HuishoudenFactory,
    HulpvraagFactory,
    LidmaatschapFactory,
)
from tests.inloggen import logged_in

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def test_a_plan_begins_from_a_household(scherm: Client, consulent: Medewerker) -> None:
    huishouden = HuishoudenFactory(met_leden=2, betrokken=consulent)

    asked = scherm.get(f"/plannen/nieuw?huishouden={huishouden.pk}")
    begun = scherm.post("/plannen/nieuw", {"huishouden": str(huishouden.pk)})
    again = scherm.post("/plannen/nieuw", {"huishouden": str(huishouden.pk)})

    plan = Plan.objects.get()
    assert b"Plan beginnen" in asked.content
    assert (begun.status_code, begun["Location"]) == (303, f"/plannen/{plan.pk}")
    assert again.status_code == 409
    assert f"/plannen/{plan.pk}" in again.content.decode()


def test_who_is_not_involved_says_why_before_they_begin_a_plan(scherm: Client) -> None:
    huishouden = HuishoudenFactory(met_leden=1)
    page, home = f"/plannen/nieuw?huishouden={huishouden.pk}", f"/huishoudens/{huishouden.pk}"

    asked = scherm.get(page)
    begun = scherm.post("/plannen/nieuw", {"huishouden": str(huishouden.pk)})

    for refused in (asked, begun):
        assert (refused.status_code, refused["Location"]) == (303, home)
    assert not Plan.objects.exists()
    assert not Toegangsregel.objects.exists()
    scherm.post(home, {"doel": "vraag"})
    assert b"Plan beginnen" in scherm.get(page).content
    assert Toegangsregel.objects.latest("pk").doel == "De inwoner stelt mij een vraag"
    assert scherm.post("/plannen/nieuw", {"huishouden": str(huishouden.pk)}).status_code == 303
    assert Plan.objects.get().huishouden == huishouden


@pytest.mark.parametrize("query", ["", "?huishouden=x", f"?huishouden={uuid.UUID(int=7)}"])
def test_without_a_household_there_is_nothing_to_begin(scherm: Client, query: str) -> None:
    assert scherm.get(f"/plannen/nieuw{query}").status_code == 404


def test_the_page_shows_goals_steps_and_the_ladder(scherm: Client, plan: Plan) -> None:
    goal = DoelFactory(plan=plan, met_afspraken=1)
    AfspraakFactory(doel=goal, maatwerk=True)
    VoortgangFactory(doel=goal, stap=4, inwoner=plan.deelnames.all()[0].inwoner)

    page = scherm.get(f"/plannen/{plan.pk}").content.decode()

    assert goal.omschrijving in page
    assert page.index("hs-ladder--eigen-kracht") < page.index("hs-ladder--maatwerk")
    assert 'value="4" aria-pressed="true"' in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_takes_a_fixed_number_of_queries(
    scherm: Client, consulent: Medewerker, number: int, django_assert_num_queries: Any
) -> None:
    plan = PlanFactory(betrokken=consulent, met_doelen=number)
    for goal in plan.doelen.all():
        VoortgangFactory(doel=goal)
    scherm.get(f"/plannen/{plan.pk}")

    with django_assert_num_queries(22):
        scherm.get(f"/plannen/{plan.pk}")


@pytest.mark.parametrize("number", [1, 3])
def test_my_plans_take_a_fixed_number_of_queries(
    scherm: Client, consulent: Medewerker, number: int, django_assert_num_queries: Any
) -> None:
    PlanFactory.create_batch(number, betrokken=consulent, met_doelen=1)
    scherm.get("/plannen")

    with django_assert_num_queries(9):
        page = scherm.get("/plannen")

    assert page.content.decode().count("PL-2026-") == number


def test_my_plans_are_mine_and_logged_as_a_list(scherm: Client, plan: Plan) -> None:
    other = PlanFactory()

    page = scherm.get("/plannen").content.decode()

    assert plan.nummer in page
    assert other.nummer not in page
    line = Toegangsregel.objects.get()
    assert line.handeling == Handeling.LIJST
    assert set(line.inwoners) == set(plan.deelnames.values_list("inwoner_id", flat=True))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?evaluatie=te-laat", {"laat"}),
        ("?evaluatie=binnenkort", {"straks"}),
        ("?status=beeindigd", {"klaar"}),
        ("?regie=on", set()),
        ("?status=onzin", {"laat", "straks"}),
    ],
)
def test_the_list_filters(
    scherm: Client, consulent: Medewerker, query: str, found: set[str]
) -> None:
    late = PlanFactory(betrokken=consulent, nummer="PL-laat")
    soon = PlanFactory(betrokken=consulent, nummer="PL-straks")
    PlanFactory(betrokken=consulent, nummer="PL-klaar", beeindigd=True)
    EvaluatieFactory(plan=late, gepland_op=vandaag() - dt.timedelta(days=1))
    EvaluatieFactory(plan=soon, gepland_op=vandaag() + dt.timedelta(days=1))

    page = scherm.get(f"/plannen{query}").content.decode()

    assert {name for name in ("laat", "straks", "klaar") if f"PL-{name}" in page} == found


def test_adding_a_goal(scherm: Client, plan: Plan) -> None:
    sent = {"omschrijving": "Rust", "leefgebied": "geld", "prioriteit": "1"}

    added = scherm.post(f"/plannen/{plan.pk}/doelen/nieuw", sent)

    assert (added.status_code, added["Location"]) == (303, f"/plannen/{plan.pk}#doelen")
    assert plan.doelen.get().prioriteit == 1


def test_a_question_becomes_a_goal_without_typing_it_again(scherm: Client, plan: Plan) -> None:
    contact = ContactFactory(huishouden=plan.huishouden, dag=plan.begonnen_op)
    asked = HulpvraagFactory(contact=contact, uitkomst_id="open", toelichting="Ik slaap slecht")

    page = scherm.get(f"/plannen/{plan.pk}").content.decode()
    form = scherm.get(f"/plannen/{plan.pk}/doelen/nieuw?hulpvraag={asked.pk}")
    sent = {key: value for key, value in form.context["form"].initial.items() if value}
    scherm.post(f"/plannen/{plan.pk}/doelen/nieuw", {**sent, "prioriteit": "1"})

    assert "Eén doel" in page
    doel = plan.doelen.get()
    assert (doel.omschrijving, doel.hulpvraag) == ("Ik slaap slecht", asked)
    assert "Eén doel" not in scherm.get(f"/plannen/{plan.pk}").content.decode()


def test_a_refused_form_says_what_is_wrong(scherm: Client, plan: Plan) -> None:
    path = f"/plannen/{plan.pk}/doelen/nieuw"

    page = scherm.post(path, {})
    fragment = scherm.post(path, {}, headers=HTMX)

    assert (page.status_code, fragment.status_code) == (200, 422)
    assert b"<html" in page.content
    assert b"<html" not in fragment.content
    assert b"Dit moet nog anders" in fragment.content


def test_a_conflict_shows_both_values_and_lets_people_choose(scherm: Client, doel: Doel) -> None:
    path = f"/doelen/{doel.pk}/wijzigen"
    sent = {
        "omschrijving": "Van mij",
        "leefgebied": "geld",
        "prioriteit": "2",
        "status": "loopt",
        "wijzigingnummer": "1",
    }
    scherm.post(path, sent | {"omschrijving": "Van een collega"})

    refused = scherm.post(path, sent, headers=HTMX)
    chosen = scherm.post(path, sent | {"wijzigingnummer": "2"})

    text = refused.content.decode()
    assert refused.status_code == 422
    assert "Van een collega" in text
    assert 'name="wijzigingnummer" value="2"' in text
    assert chosen.status_code == 303
    doel.refresh_from_db()
    assert doel.omschrijving == "Van mij"


def test_an_afspraak_from_the_catalogue_is_filled_in(scherm: Client, doel: Doel) -> None:
    provision = AfspraakFactory(algemeen=True).voorziening

    page = scherm.get(f"/doelen/{doel.pk}/afspraken/nieuw?voorziening={provision.pk}")

    assert provision.naam in page.content.decode()
    assert 'value="algemeen" checked' in page.content.decode()


def test_adding_an_afspraak(scherm: Client, doel: Doel) -> None:
    sent = {
        "omschrijving": "Bellen",
        "trede": "netwerk",
        "naam": "Zus Karin",
        "herhaling": "eenmalig",
        "reden_niet_lichter": "zwaarte",
    }

    added = scherm.post(f"/doelen/{doel.pk}/afspraken/nieuw", sent)

    assert added.status_code == 303
    assert doel.afspraken.get().reden_niet_lichter is None


def test_maatwerk_without_a_reason_comes_back(scherm: Client, doel: Doel) -> None:
    sent = {
        "omschrijving": "Hulp",
        "trede": "maatwerk",
        "organisatie": "Zorg",
        "herhaling": "wekelijks",
    }

    refused = scherm.post(f"/doelen/{doel.pk}/afspraken/nieuw", sent, headers=HTMX)

    assert refused.status_code == 422
    assert "Kies een reden." in refused.content.decode()
    assert not Afspraak.objects.exists()


def test_everything_that_an_afspraak_lacks_is_told_at_once(scherm: Client, doel: Doel) -> None:
    path = f"/doelen/{doel.pk}/afspraken/nieuw"
    refused = scherm.post(path, {"trede": "maatwerk", "uiterlijk": "31-31-2026"}, headers=HTMX)
    too_long = scherm.post(path, {"trede": "eigen_kracht", "organisatie": 200 * "x"}, headers=HTMX)

    text = refused.content.decode()
    assert refused.status_code == too_long.status_code == 422
    for name in ("omschrijving", "reden_niet_lichter", "naam", "uiterlijk"):
        assert f'href="#id_{name}"' in text
    assert 'href="#id_naam"' not in too_long.content.decode()


def test_a_day_that_is_over_is_refused_for_a_new_afspraak_and_may_stay_on_an_old_one(
    scherm: Client, doel: Doel
) -> None:
    yesterday = vandaag() - dt.timedelta(days=1)
    old = AfspraakFactory(doel=doel, uiterlijk=yesterday)
    sent = {
        "omschrijving": "Bellen",
        "trede": "netwerk",
        "naam": "Zus Karin",
        "herhaling": "eenmalig",
        "uiterlijk": yesterday.isoformat(),
    }

    new = scherm.post(f"/doelen/{doel.pk}/afspraken/nieuw", sent, headers=HTMX)
    kept = scherm.post(f"/afspraken/{old.pk}/wijzigen", sent | {"wijzigingnummer": "1"})

    assert new.status_code == 422
    assert "Deze dag is al voorbij." in new.content.decode()
    assert kept.status_code == 303
    assert doel.afspraken.get().omschrijving == "Bellen"


def test_why_nothing_lighter_fits_is_read_in_the_plan(scherm: Client, doel: Doel) -> None:
    sent = {
        "omschrijving": "Hulp",
        "trede": "maatwerk",
        "organisatie": "Zorg",
        "herhaling": "wekelijks",
        "reden_niet_lichter": "zwaarte",
        "reden_toelichting": "De inloop zit vol tot maart.",
    }

    scherm.post(f"/doelen/{doel.pk}/afspraken/nieuw", sent)
    page = scherm.get(f"/plannen/{doel.plan_id}").content.decode()

    assert "Waarom geen lichtere hulp: de vraag is te zwaar" in page
    assert "De inloop zit vol tot maart." in page


def test_changing_an_afspraak_keeps_its_law(scherm: Client, doel: Doel) -> None:
    afspraak = AfspraakFactory(doel=doel, maatwerk=True)
    sent = {
        "omschrijving": "Meer begeleiding",
        "trede": "maatwerk",
        "organisatie": "Zorg op Maat",
        "herhaling": "wekelijks",
        "wet": "jeugdwet",
        "reden_niet_lichter": "zwaarte",
        "wijzigingnummer": "1",
    }

    changed = scherm.post(f"/afspraken/{afspraak.pk}/wijzigen", sent)

    afspraak.refresh_from_db()
    assert changed.status_code == 303
    assert (afspraak.omschrijving, afspraak.wet_id) == ("Meer begeleiding", "wmo")


def test_a_tick_gives_the_card_back_or_the_page(scherm: Client, doel: Doel) -> None:
    afspraak = AfspraakFactory(doel=doel)
    path = f"/afspraken/{afspraak.pk}/status"

    card = scherm.post(path, {"status": "gedaan"}, headers=HTMX)
    page = scherm.post(path, {"status": "open"})

    assert f'id="doel-{doel.pk}"' in card.content.decode()
    assert 'aria-pressed="true"' in card.content.decode()
    assert page["Location"].endswith(f"#doel-{doel.pk}")


def test_the_card_that_comes_back_is_the_card_of_a_fresh_page(scherm: Client, doel: Doel) -> None:
    afspraak = AfspraakFactory(doel=doel)

    card = scherm.post(f"/afspraken/{afspraak.pk}/status", {"status": "gedaan"}, headers=HTMX)
    page = scherm.get(f"/plannen/{doel.plan_id}")

    assert without_tokens(card.content.decode()) in without_tokens(page.content.decode())


def without_tokens(html: str) -> str:
    import re

    return re.sub(r'(csrfmiddlewaretoken" value=)"[^"]+"', r"\1", html).strip()


def test_progress_by_resident_and_by_worker(
    scherm: Client, consulent: Medewerker, doel: Doel
) -> None:
    person = doel.plan.deelnames.all()[0].inwoner
    path = f"/doelen/{doel.pk}/voortgang"

    scherm.post(path, {"stap": "3", "inwoner": str(person.pk)})
    scherm.post(path, {"stap": "2"}, headers=HTMX)
    wrong = scherm.post(path, {"stap": "x"})

    assert set(Voortgang.objects.values_list("stap", "inwoner", "medewerker")) == {
        (3, person.pk, None),
        (2, None, consulent.pk),
    }
    assert wrong.status_code == 400


def test_an_overstap_is_shown_before_it_is_done(scherm: Client, doel: Doel) -> None:
    afspraak = AfspraakFactory(doel=doel, maatwerk=True, wet_id="jeugdwet")
    path = f"/afspraken/{afspraak.pk}/overstap"
    sent = {"wet": "wmo", "per": vandaag().isoformat(), "reden": "Wordt 18"}

    shown = scherm.post(path, sent)
    afspraak.refresh_from_db()
    assert (shown.status_code, afspraak.wet_id) == (200, "jeugdwet")
    assert "Dit gaat er gebeuren" in shown.content.decode()

    done = scherm.post(path, sent | {"opslaan": "ja"})
    afspraak.refresh_from_db()
    assert (done.status_code, afspraak.wet_id) == (303, "wmo")


def test_adopting_reading_and_comparing_versions(scherm: Client, doel: Doel) -> None:
    plan = doel.plan
    path = f"/plannen/{plan.pk}/vaststellen"

    def adopt() -> Any:
        seen = scherm.get(path).context["form"].initial["gezien"]
        answers = {f"wijze_{one.pk}": "mondeling" for one in plan.deelnames.all()}
        return scherm.post(path, answers | {"gezien": seen})

    first = adopt()
    DoelFactory(plan=plan, omschrijving="Werk vinden", volgorde=2)
    second = adopt()

    assert (first.status_code, second.status_code) == (303, 303)
    version = scherm.get(f"/plannen/{plan.pk}/versies/2").content.decode()
    assert "Klopt met de inhoud" in version
    compared = scherm.get(f"/plannen/{plan.pk}/vergelijken?van=1&tot=2").content.decode()
    assert "Nieuw doel: “Werk vinden”." in compared
    page = scherm.get(f"/plannen/{plan.pk}").content.decode()
    assert f'href="/plannen/{plan.pk}/vergelijken">Versies vergelijken</a>' in page
    last = scherm.get(f"/plannen/{plan.pk}/vergelijken").content.decode()
    assert "Nieuw doel: “Werk vinden”." in last
    assert "Van: versie 1" in last
    assert "Naar: versie 2" in last
    assert scherm.get(f"/plannen/{plan.pk}/versies/9").status_code == 404


def test_adopting_something_else_than_was_shown(scherm: Client, doel: Doel) -> None:
    path = f"/plannen/{doel.plan_id}/vaststellen"
    answers = {f"wijze_{one.pk}": "mondeling" for one in doel.plan.deelnames.all()}

    refused = scherm.post(path, answers | {"gezien": "0" * 64}, headers=HTMX)

    assert refused.status_code == 422
    assert "intussen veranderd" in refused.content.decode()
    assert not doel.plan.vaststellingen.exists()


def test_a_refusal_needs_its_reason(scherm: Client, doel: Doel) -> None:
    one = doel.plan.deelnames.all()[0]
    path = f"/plannen/{doel.plan_id}/vaststellen"
    seen = scherm.get(path).context["form"].initial["gezien"]

    refused = scherm.post(path, {f"wijze_{one.pk}": "geweigerd", "gezien": seen}, headers=HTMX)

    assert refused.status_code == 422
    assert "Schrijf op waarom" in refused.content.decode()


def test_regisseur_aanspreekpunt_and_deviating(
    scherm: Client, consulent: Medewerker, plan: Plan
) -> None:
    colleague = MedewerkerFactory(consulent=True, naam="B. Bakker")

    scherm.post(f"/plannen/{plan.pk}/regisseur", {"medewerker": str(colleague.pk)})
    scherm.post(f"/plannen/{plan.pk}/aanspreekpunt", {"naam": "Fatma", "organisatie": "Wijkracht"})
    refused = scherm.post(f"/plannen/{plan.pk}/regisseur/nodig", {"nodig": "ja"}, headers=HTMX)
    scherm.post(f"/plannen/{plan.pk}/regisseur/nodig", {"nodig": "ja", "reden": "Veel partijen"})

    page = scherm.get(f"/plannen/{plan.pk}").content.decode()
    assert refused.status_code == 422
    assert "B. Bakker" in page
    assert "Fatma, Wijkracht" in page
    assert "Veel partijen" in page


def test_evaluations_are_planned_and_recorded(scherm: Client, plan: Plan) -> None:
    ahead = vandaag() + dt.timedelta(days=30)
    scherm.post(f"/plannen/{plan.pk}/evaluaties/nieuw", {"gepland_op": f"{ahead:%d-%m-%Y}"})
    evaluatie = plan.evaluaties.get()
    path = f"/evaluaties/{evaluatie.pk}/vastleggen"

    shown = scherm.get(path)
    held = scherm.post(path, {"gehouden_op": vandaag().isoformat(), "uitkomst": "doorgaan"})

    evaluatie.refresh_from_db()
    assert evaluatie.gepland_op == ahead
    assert b"Hoe het gaat" in shown.content
    assert (held.status_code, evaluatie.uitkomst) == (303, "doorgaan")


def test_somebody_joins_and_leaves(scherm: Client, plan: Plan) -> None:
    child = LidmaatschapFactory(huishouden=plan.huishouden, rol="kind").inwoner
    asked = scherm.get(f"/plannen/{plan.pk}").content.decode()
    scherm.post(
        f"/plannen/{plan.pk}/deelnemers/nieuw", {"inwoner": str(child.pk), "hoedanigheid": "lid"}
    )
    deelname = plan.deelnames.get(inwoner=child)

    confirm = scherm.get(f"/deelnames/{deelname.pk}/einde")
    ended = scherm.post(f"/deelnames/{deelname.pk}/einde")

    deelname.refresh_from_db()
    assert "doet nog niet mee" in asked
    assert confirm.status_code == 200
    assert ended.status_code == 303
    assert deelname.tot == vandaag()


@pytest.mark.parametrize("both", [True, False])
def test_a_child_with_two_homes_takes_part_in_two_plans(
    scherm: Client, plan: Plan, consulent: Medewerker, both: bool
) -> None:
    child = plan.deelnames.all()[0].inwoner
    other = PlanFactory(betrokken=consulent if both else None)
    DeelnameFactory(plan=other, inwoner=child, hoedanigheid="co-ouderschap")

    page = scherm.get(f"/plannen/{plan.pk}").content.decode()

    assert f"{child} doet ook mee in" in page
    assert (f"/plannen/{other.pk}" in page) is both
    assert (other.nummer in page) is both


@pytest.mark.parametrize(
    ("lid", "verwacht"),
    [
        ({}, "lid"),
        ({"band": "familie", "aard": "uit-huis-geplaatst"}, "uit-huis-geplaatst"),
        ({"band": "familie", "aard": "co-ouderschap"}, "co-ouderschap"),
        ({"band": "familie", "aard": "gewoon"}, "ander"),
    ],
)
def test_who_joins_is_asked_as_what_they_belong(
    scherm: Client, plan: Plan, lid: dict[str, str], verwacht: str
) -> None:
    son = LidmaatschapFactory(huishouden=plan.huishouden, rol="kind", **lid).inwoner

    page = scherm.get(f"/plannen/{plan.pk}").content.decode()
    form = scherm.get(f"/plannen/{plan.pk}/deelnemers/nieuw?inwoner={son.pk}").context["form"]
    empty = scherm.get(f"/plannen/{plan.pk}/deelnemers/nieuw?inwoner=x").context["form"]

    assert f"deelnemers/nieuw?inwoner={son.pk}" in page
    assert form["hoedanigheid"].value() == verwacht
    assert empty.initial == {}


def test_a_plan_ends_with_a_result_for_every_goal(scherm: Client, doel: Doel) -> None:
    path = f"/plannen/{doel.plan_id}/beeindigen"
    sent = {"uitkomst": "doelen-bereikt"}

    refused = scherm.post(path, sent, headers=HTMX)
    scherm.post(path, sent | {f"status_{doel.pk}": "bereikt", f"slot_{doel.pk}": "Huur betaald"})

    assert refused.status_code == 422
    page = scherm.get(f"/plannen/{doel.plan_id}").content.decode()
    assert "Huur betaald" in page


def test_a_plan_ends(scherm: Client, plan: Plan) -> None:
    path = f"/plannen/{plan.pk}/beeindigen"

    scherm.post(path, {"uitkomst": "zelf-verder", "reden": "Gaat goed"})
    again = scherm.post(path, {"uitkomst": "zelf-verder"}, headers=HTMX)

    plan.refresh_from_db()
    assert plan.status == PlanStatus.BEEINDIGD
    assert again.status_code == 422
    assert "Dit plan is beëindigd" in scherm.get(f"/plannen/{plan.pk}").content.decode()


def test_paper_whole_of_one_person_and_in_large_print(scherm: Client, plan: Plan) -> None:
    mine, theirs = (one.inwoner for one in plan.deelnames.all())
    DoelFactory(plan=plan, inwoner=mine, omschrijving="Van mij")
    DoelFactory(plan=plan, inwoner=theirs, omschrijving="Van de ander", volgorde=2)
    path = f"/plannen/{plan.pk}/afdruk"

    whole = scherm.get(path).content.decode()
    own = scherm.get(f"{path}?voor={mine.pk}&groot=1").content.decode()

    assert "Van mij" in whole
    assert "Van de ander" in whole
    assert "Concept van" in whole
    assert "Van de ander" not in own
    assert "hs-vel--groot" in own


@pytest.mark.parametrize(
    "query", [f"?voor={uuid.UUID(int=7)}", "?voor=x", "?versie=1", "?versie=x"]
)
def test_paper_that_is_not_there(scherm: Client, plan: Plan, query: str) -> None:
    assert scherm.get(f"/plannen/{plan.pk}/afdruk{query}").status_code == 404


def test_every_look_is_logged_with_its_purpose(scherm: Client, plan: Plan) -> None:
    scherm.get(f"/plannen/{plan.pk}")
    scherm.get(f"/plannen/{plan.pk}/afdruk")

    assert [line.doel for line in Toegangsregel.objects.all()] == ["betrokken bij het plan"] * 2


def test_a_stranger_finds_nothing(plan: Plan, doel: Doel) -> None:
    stranger = logged_in(MedewerkerFactory(consulent=True))

    assert stranger.get(f"/plannen/{plan.pk}").status_code == 404
    assert stranger.get(f"/plannen/{plan.pk}/afdruk").status_code == 404
    assert stranger.get(f"/doelen/{doel.pk}/wijzigen").status_code == 404
    assert not Toegangsregel.objects.exists()


def test_a_jurist_says_why_first(plan: Plan, doel: Doel) -> None:
    jurist = logged_in(MedewerkerFactory(jurist=True))

    asked = jurist.get(f"/plannen/{plan.pk}")
    silent = jurist.post(f"/plannen/{plan.pk}/inzage", {"doel": ""})
    jurist.post(f"/plannen/{plan.pk}/inzage", {"doel": "anders", "toelichting": "Bezwaar"})
    shown = jurist.get(f"/plannen/{plan.pk}")

    assert (asked.status_code, silent.status_code) == (403, 422)
    assert doel.omschrijving not in asked.content.decode()
    assert doel.omschrijving in shown.content.decode()
    assert "Wijzigen" not in shown.content.decode()
    assert Toegangsregel.objects.get().doel == "Anders: Bezwaar"


def test_the_counter_sees_a_summary(plan: Plan, doel: Doel) -> None:
    loket = logged_in(MedewerkerFactory())

    page = loket.get(f"/plannen/{plan.pk}").content.decode()

    assert plan.nummer in page
    assert doel.omschrijving not in page
    assert plan.wat_telt not in page
    assert f'href="/huishoudens/{plan.huishouden_id}"' in page


def test_from_the_plan_to_the_household(scherm: Client, plan: Plan) -> None:
    link = f'href="/huishoudens/{plan.huishouden_id}"'

    assert link in scherm.get(f"/plannen/{plan.pk}").content.decode()
    assert scherm.get(f"/huishoudens/{plan.huishouden_id}").status_code == 200


@pytest.mark.parametrize("rol", ["consulent", "loket"])
def test_who_may_not_open_households_gets_no_link_to_one(
    consulent: Medewerker, plan: Plan, rol: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    nobody = Recht("proef.huishouden", "Proef", {})
    monkeypatch.setattr("plannen.views.plan.DOSSIER_SAMENVATTING", nobody)
    by = consulent if rol == "consulent" else MedewerkerFactory(rollen=[rol])

    page = logged_in(by).get(f"/plannen/{plan.pk}").content.decode()

    assert plan.nummer in page
    assert "Naar het huishouden" not in page


def test_a_plan_of_the_municipality_stays_closed_for_a_vindplaats() -> None:
    poh = MedewerkerFactory(rollen=["vindplaats"])
    plan = PlanFactory(betrokken=poh, vastgesteld=True, met_doelen=1)

    page = logged_in(poh).get(f"/plannen/{plan.pk}")
    refused = logged_in(poh).post(
        f"/plannen/{plan.pk}/doelen/nieuw",
        {"omschrijving": "Rust", "leefgebied": "geld", "prioriteit": "1"},
    )

    assert (page.status_code, refused.status_code) == (404, 404)


def test_somebody_outside_sees_some_goals_on_consent(scherm: Client, plan: Plan) -> None:
    seen = DoelFactory(plan=plan, omschrijving="Rust in huis")
    DoelFactory(plan=plan, omschrijving="Geheim doel", volgorde=2)
    person = plan.deelnames.all()[0].inwoner
    sent = {
        "naam": "Fatma Yilmaz",
        "organisatie": "Wijkracht",
        "soort": "hulpverlener",
        "doelen": [str(seen.pk)],
        "grond": "toestemming",
    }

    refused = scherm.post(f"/plannen/{plan.pk}/partijen/nieuw", sent, headers=HTMX)
    scherm.post(f"/plannen/{plan.pk}/partijen/nieuw", sent | {"toestemming_van": [str(person.pk)]})
    page = scherm.get(f"/plannen/{plan.pk}").content.decode()
    partij = plan.partijen.get()
    paper = scherm.get(f"/plannen/{plan.pk}/afdruk?partij={partij.pk}").content.decode()

    assert refused.status_code == 422
    assert "toestemming van een volwassene nodig" in refused.content.decode()
    assert "Ziet doel" in page
    assert f"Toestemming van {person}" in page
    assert "Rust in huis" in paper
    assert "Geheim doel" not in paper
    assert plan.wat_telt not in paper

    scherm.post(f"/partijen/{partij.pk}/einde", {"ingetrokken": "ja"})
    assert scherm.get(f"/plannen/{plan.pk}/afdruk?partij={partij.pk}").status_code == 404
    assert "Fatma Yilmaz" not in scherm.get(f"/plannen/{plan.pk}").content.decode()


def test_a_colleague_steps_in_and_out(scherm: Client, plan: Plan) -> None:
    colleague = MedewerkerFactory(consulent=True, naam="B. Bakker")

    scherm.post(f"/plannen/{plan.pk}/collegas/nieuw", {"medewerker": str(colleague.pk)})
    with_colleague = scherm.get(f"/plannen/{plan.pk}").content.decode()
    asked = scherm.get(f"/plannen/{plan.pk}/collegas/{colleague.pk}/einde")
    scherm.post(f"/plannen/{plan.pk}/collegas/{colleague.pk}/einde")
    without = scherm.get(f"/plannen/{plan.pk}").content.decode()

    assert logged_in(colleague).get(f"/plannen/{plan.pk}").status_code == 200
    assert "B. Bakker</span>" in with_colleague
    assert asked.status_code == 200
    assert "B. Bakker</span>" not in without


def test_a_secret_address_stays_secret(scherm: Client, consulent: Medewerker) -> None:
    plan = PlanFactory(betrokken=consulent, huishouden__geheim=True)

    for path in ("/plannen", f"/plannen/{plan.pk}", f"/plannen/{plan.pk}/afdruk"):
        page = scherm.get(path).content.decode()
        assert plan.huishouden.straat not in page
        assert "Adres geheim" in page
