"""Dit verandert er: what an event shifts, what is seen coming, and taking a step."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.domain import involve
from hengelo_sociaal.medewerkers.models import Grond
from hengelo_sociaal.waarden import laden
from hengelo_sociaal.waarden.laden import read_values
from hengelo_sociaal.web.gevolgen import (
    Gebeuren,
    Gebied,
    Gevolg,
    Soort,
    add_months,
    add_years,
    consequences,
    foreseen,
)
from plannen.domain.stappen import take_step
from plannen.exceptions import StapStaatErAl
from plannen.models import Afspraak, Doel, Plan
from tests.factories.aanbieders import ToewijzingFactory
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import AfspraakFactory, DoelFactory, EvaluatieFactory, PlanFactory
from tests.factories.toegang import NU, VANDAAG, HuishoudenFactory
from tests.inloggen import client_of, logged_in
from tests.panelen import assert_vraagbudget
from toegang.models import Inwoner
from toegang.queries.levensregels import rules_for

JAAR = dt.timedelta(days=365)
LEEFGEBIEDEN = Path(laden.__file__).parent / "bestanden" / "leefgebied.csv"


def laws(soort: Soort) -> list[Gevolg]:
    return list(rules_for(soort, naam="Sem", op=VANDAAG))


@pytest.mark.parametrize("soort", [one for one in Soort if one != Soort.EINDE_HULP])
def test_every_event_names_its_law_and_its_steps_have_a_goal(soort):
    found = laws(soort)

    assert found
    assert all(one.bron and one.tekst.endswith(".") for one in found)
    codes = [one.stap.code for one in found if one.stap]
    assert len(set(codes)) == len(codes)
    assert all(one.stap.doel and one.stap.omschrijving for one in found if one.stap)
    areas = {row["code"] for row in read_values(LEEFGEBIEDEN)}
    assert {one.stap.leefgebied for one in found if one.stap} <= areas


def test_what_is_not_certain_is_said_so():
    found = {one.bron: one.zeker for one in laws(Soort.ACHTTIEN)}

    assert found["Wmo 2015 artikel 2.3.2 lid 1 en artikel 2.3.5 lid 2"]
    assert not found["Jeugdwet artikel 1.1"]


def test_the_wmo_step_leaves_the_eight_weeks_that_the_law_gives():
    steps = [one.stap for one in laws(Soort.ACHTTIEN) if one.stap]

    assert steps[0].uiterlijk == VANDAAG - dt.timedelta(weeks=8)


@given(st.dates(dt.date(1950, 1, 1), dt.date(2050, 1, 1)), st.integers(0, 60))
def test_months_later_is_that_month(day, months):
    later = add_months(day, months)

    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day <= day.day
    assert add_years(day, 0) == day


@pytest.fixture
def consulent(db):
    return MedewerkerFactory(consulent=True)


@pytest.fixture
def jongere(consulent) -> Inwoner:
    """Seventeen and a half, in a household with an active plan."""
    huishouden = HuishoudenFactory(met_leden=2)
    involve(medewerker=consulent, huishouden_id=huishouden.pk, grond=Grond.PLAN, op=VANDAAG)
    person = huishouden.leden.order_by("pk").last()
    person.geboortedatum = add_months(VANDAAG, 6 - 18 * 12)
    person.voornamen = "Sem Jan"
    person.save()
    PlanFactory(huishouden=huishouden, begonnen_op=VANDAAG - dt.timedelta(days=9))
    return person


@pytest.fixture
def plan(jongere) -> Plan:
    return Plan.objects.get()


def event(plan: Plan, soort: Soort, wie: Inwoner | None = None, dagen: int = 180) -> Gebeuren:
    return Gebeuren(
        soort=soort,
        huishouden_id=plan.huishouden_id,
        op=VANDAAG + dt.timedelta(days=dagen),
        gezien_op=VANDAAG,
        inwoner_id=wie.pk if wie else None,
    )


def texts(gebeuren: Gebeuren) -> str:
    return "\n".join(one.tekst for one in consequences(gebeuren))


def test_eighteen_shifts_laws_help_and_plan(plan, jongere):
    doel = DoelFactory(plan=plan, inwoner=jongere)
    AfspraakFactory(doel=doel, maatwerk=True, wet_id="jeugdwet", omschrijving="Gezinshulp")
    AfspraakFactory(doel=doel, maatwerk=True, wet_id="wmo", omschrijving="Begeleiding")
    EvaluatieFactory(plan=plan, gepland_op=VANDAAG + 2 * JAAR)

    found = consequences(event(plan, Soort.ACHTTIEN, jongere))

    text = "\n".join(one.tekst for one in found)
    assert "Sem beslist vanaf 18 jaar zelf" in text
    assert "“Gezinshulp” valt onder de Jeugdwet" in text
    assert "Begeleiding" not in text
    assert "Spreek elkaar eerder" in text
    assert [one.gebied for one in found] == sorted(
        (one.gebied for one in found), key=list(Gebied).index
    )


def test_help_that_ends_is_looked_at_in_time(plan, jongere):
    last = VANDAAG + dt.timedelta(days=60)
    ToewijzingFactory(inwoner=jongere, huishouden=plan.huishouden, tot=last)
    gebeuren = event(plan, Soort.EINDE_HULP, jongere, dagen=60)

    found = [one for one in consequences(gebeuren) if one.gebied == Gebied.TERMIJN]

    assert len(found) == 1
    assert "of het lichter kan" in found[0].tekst
    assert found[0].zeker
    assert found[0].stap.uiterlijk == last - dt.timedelta(weeks=8)


@pytest.mark.parametrize(
    ("soort", "about", "age"), [(Soort.SCHEIDING, "kind", 18), (Soort.VERTREK, "Jeugdhulp", 23)]
)
def test_nothing_is_said_about_children_where_there_are_none(plan, jongere, soort, about, age):
    younger = add_years(VANDAAG, -age) + dt.timedelta(days=1)
    Inwoner.objects.filter(pk=jongere.pk).update(geboortedatum=younger)
    with_child = texts(event(plan, soort))
    Inwoner.objects.filter(pk=jongere.pk).update(geboortedatum=add_years(VANDAAG, -age))

    without = texts(event(plan, soort))

    assert about in with_child
    assert about not in without
    assert without


def test_who_comes_may_bring_children_that_nobody_wrote_down(plan, jongere):
    Inwoner.objects.filter(pk=jongere.pk).update(geboortedatum=add_years(VANDAAG, -40))

    assert "Jeugdhulp" in texts(event(plan, Soort.KOMST))


def test_who_dies_or_leaves_leaves_afspraken_behind(plan, jongere):
    doel = DoelFactory(plan=plan)
    AfspraakFactory(doel=doel, inwoner=jongere, naam="", omschrijving="Op zusje passen")

    assert "Wie doet voortaan: “Op zusje passen”?" in texts(event(plan, Soort.VERTREK, jongere))
    assert "Op zusje passen" not in texts(event(plan, Soort.WERK, jongere))


def test_a_household_without_a_plan_is_told_to_begin_one(db):
    huishouden = HuishoudenFactory(met_leden=1)
    gebeuren = Gebeuren(
        soort=Soort.WERK, huishouden_id=huishouden.pk, op=VANDAAG, gezien_op=VANDAAG
    )

    assert "Er is nog geen plan" in texts(gebeuren)


@pytest.mark.parametrize(
    ("maanden", "uitleg"),
    [
        (19, None),
        (18, "Begin met praten"),
        (7, "Begin met praten"),
        (6, "Regel nu"),
        (1, "Regel nu"),
        (0, None),
    ],
)
def test_eighteen_is_foreseen_from_sixteen_and_a_half(plan, jongere, maanden, uitleg):
    jongere.geboortedatum = add_months(VANDAAG, maanden - 18 * 12)
    jongere.save()

    found = foreseen([plan.huishouden_id], op=VANDAAG)

    assert [one.uitleg.startswith(uitleg or "") for one in found] == ([True] if uitleg else [])


@pytest.mark.parametrize(("dagen", "ziet"), [(84, True), (85, False), (0, True)])
def test_the_end_of_help_is_foreseen_twelve_weeks_ahead(plan, jongere, dagen, ziet):
    jongere.geboortedatum = dt.date(1980, 1, 1)
    jongere.save()
    last = VANDAAG + dt.timedelta(days=dagen)
    ToewijzingFactory(inwoner=jongere, huishouden=plan.huishouden, tot=last)

    found = foreseen([plan.huishouden_id], op=VANDAAG)

    assert [one.gebeuren.op for one in found] == ([last] if ziet else [])


def test_a_step_becomes_an_afspraak_with_a_day_under_its_goal(plan, jongere, consulent):
    gebeuren = event(plan, Soort.ACHTTIEN, jongere)

    made = take_step(gebeuren=gebeuren, stap="wmo-melding", by=consulent, at=NU)
    own = take_step(gebeuren=gebeuren, stap="zorgverzekering", by=consulent, at=NU)

    assert made.doel.omschrijving == "Ik heb de hulp die ik nodig heb als ik 18 ben"
    assert (made.doel.inwoner, made.medewerker) == (jongere, consulent)
    assert made.uiterlijk == gebeuren.op - dt.timedelta(weeks=8)
    assert (own.inwoner, own.medewerker) == (jongere, None)
    plan.refresh_from_db()
    assert plan.heeft_nieuws


def test_steps_with_the_same_goal_stand_together(plan, jongere, consulent):
    gebeuren = event(plan, Soort.WERK, jongere, dagen=0)
    take_step(gebeuren=gebeuren, stap="werk-doorgeven", by=consulent, at=NU)
    take_step(gebeuren=gebeuren, stap="toeslagen", by=consulent, at=NU)

    assert Doel.objects.count() == 1
    assert Afspraak.objects.filter(doel=Doel.objects.get()).count() == 2


def test_a_day_that_has_passed_becomes_today(plan, jongere, consulent):
    made = take_step(
        gebeuren=event(plan, Soort.ACHTTIEN, jongere, dagen=7),
        stap="wmo-melding",
        by=consulent,
        at=NU,
    )

    assert made.uiterlijk == VANDAAG


def test_the_same_step_twice_changes_nothing(plan, jongere, consulent):
    gebeuren = event(plan, Soort.ACHTTIEN, jongere)
    take_step(gebeuren=gebeuren, stap="wmo-melding", by=consulent, at=NU)
    lines = Wijzigingsregel.objects.count()

    with pytest.raises(StapStaatErAl):
        take_step(gebeuren=gebeuren, stap="wmo-melding", by=consulent, at=NU)

    assert Afspraak.objects.count() == 1
    assert Wijzigingsregel.objects.count() == lines


def test_a_step_that_cannot_be_taken(plan, jongere, consulent):
    gebeuren = event(plan, Soort.ACHTTIEN, jongere)

    with pytest.raises(NietGevonden):
        take_step(gebeuren=gebeuren, stap="bestaat-niet", by=consulent, at=NU)
    with pytest.raises(NietGevonden):
        take_step(
            gebeuren=gebeuren, stap="wmo-melding", by=MedewerkerFactory(consulent=True), at=NU
        )
    with pytest.raises(GeenRecht):
        take_step(gebeuren=gebeuren, stap="wmo-melding", by=MedewerkerFactory(), at=NU)
    assert not Doel.objects.exists()


def test_the_page_shows_what_shifts_and_takes_a_step(plan, jongere, consulent):
    scherm = logged_in(consulent)
    path = f"/huishoudens/{plan.huishouden_id}/dit-verandert-er"
    asked = {"soort": "achttien", "wie": str(jongere.pk), "op": "17-05-2027"}

    empty = scherm.get(path).content.decode()
    page = scherm.get(path, asked).content.decode()
    taken = scherm.post(f"{path}/stap", asked | {"stap": "wmo-melding"})
    after = scherm.get(taken["Location"]).content.decode()
    again = scherm.post(f"{path}/stap", asked | {"stap": "wmo-melding"})

    assert "Kies wat er gebeurt" in empty
    assert "Sem beslist vanaf 18 jaar zelf" in page
    assert "Controleer" in page
    assert "In het plan" in page
    assert taken.status_code == again.status_code == 303
    assert "Staat in het plan" in after
    assert Afspraak.objects.count() == 1


def test_who_must_say_of_whom_is_told(plan, consulent):
    path = f"/huishoudens/{plan.huishouden_id}/dit-verandert-er"

    page = logged_in(consulent).get(path, {"soort": "werk", "op": "x"}).content.decode()

    assert "Kies over wie dit gaat." in page


@pytest.mark.parametrize("rol", ["loket", "vindplaats", "beleid", "beheer"])
def test_other_roles_do_not_look_ahead(plan, rol):
    path = f"/huishoudens/{plan.huishouden_id}/dit-verandert-er"

    assert client_of(rol).get(path).status_code == 403
    assert client_of("jurist").get(path).status_code == 302  # to the dossier, for the purpose


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_panels_keep_to_their_budget(consulent, aantal):
    huishouden = HuishoudenFactory(met_leden=aantal)
    involve(medewerker=consulent, huishouden_id=huishouden.pk, grond=Grond.PLAN, op=VANDAAG)
    huishouden.leden.update(geboortedatum=add_months(dt.date.today(), 5 - 18 * 12))  # noqa: DTZ011

    beside = assert_vraagbudget("dossier-zijde", "verandert", consulent, huishouden)
    work = assert_vraagbudget("mijn-werk", "voorzien", consulent)

    assert beside.count("wordt 18") == aantal
    assert work.count("wordt 18") == aantal
