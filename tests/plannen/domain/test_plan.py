"""Beginning, changing and ending a plan."""

import datetime as dt
import uuid

import pytest

from hengelo_sociaal.kern.fouten import (
    DoelNodig,
    GeenRecht,
    NietGevonden,
    OngeldigeInvoer,
    Verouderd,
)
from hengelo_sociaal.logboek.models import Toegangsregel, Wijzigingsregel
from hengelo_sociaal.medewerkers.domain import is_involved
from hengelo_sociaal.medewerkers.models import Grond, Medewerker
from plannen.domain.partijen import involve_colleague
from plannen.domain.plan import (
    Doelresultaat,
    PlanGegevens,
    add_deelnemer,
    change_plan,
    end_deelname,
    end_plan,
    open_plan,
)
from plannen.domain.regie import appoint_aanspreekpunt, appoint_regisseur
from plannen.enums import DoelStatus, Hoedanigheid, PlanStatus, PlanUitkomst
from plannen.exceptions import DoetAlMee, PlanBeeindigd, PlanBestaatAl
from plannen.models import Plan
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import DoelFactory, PlanFactory
from tests.factories.toegang import NU, VANDAAG, HuishoudenFactory, InwonerFactory
from toegang.domain.huishouden import Adres, register_huishouden

pytestmark = pytest.mark.django_db
DOEL = "vraag van de inwoner beantwoorden"


def test_open_plan_begins_a_concept_with_everybody_at_home(consulent: Medewerker) -> None:
    huishouden = HuishoudenFactory(met_leden=2, betrokken=consulent)

    plan = open_plan(huishouden_id=huishouden.pk, by=consulent, at=NU)

    assert plan.status == PlanStatus.CONCEPT
    assert plan.nummer.startswith("PL-2026-")
    assert set(plan.deelnames.values_list("inwoner", flat=True)) == set(
        huishouden.leden.values_list("pk", flat=True)
    )


def test_whoever_begins_a_plan_is_involved(consulent: Medewerker) -> None:
    huishouden = HuishoudenFactory()

    open_plan(huishouden_id=huishouden.pk, by=consulent, at=NU, doel=DOEL)

    assert is_involved(consulent, huishouden.pk, op=VANDAAG)


@pytest.mark.parametrize("rol", ["consulent", "teamleider"])
def test_who_is_not_involved_says_first_why(rol: str) -> None:
    huishouden, by = HuishoudenFactory(met_leden=1), MedewerkerFactory(rollen=[rol])

    with pytest.raises(DoelNodig):
        open_plan(huishouden_id=huishouden.pk, by=by, at=NU, doel=" ")
    assert not Plan.objects.exists()
    assert not is_involved(by, huishouden.pk, op=VANDAAG)

    open_plan(huishouden_id=huishouden.pk, by=by, at=NU, doel=DOEL)
    assert Toegangsregel.objects.get().doel == DOEL


def test_who_registered_the_household_today_begins_its_plan(consulent: Medewerker) -> None:
    made = register_huishouden(by=consulent, adres=Adres(straat="Weverstraat"), at=NU)

    assert open_plan(huishouden_id=made.pk, by=consulent, at=NU).huishouden == made


def test_open_plan_writes_one_line(consulent: Medewerker) -> None:
    home = HuishoudenFactory(betrokken=consulent)
    plan = open_plan(huishouden_id=home.pk, by=consulent, at=NU)

    line = Wijzigingsregel.objects.get()
    assert (line.handeling, line.object_id, line.medewerker_id) == (
        "plan begonnen",
        plan.pk,
        consulent.pk,
    )
    assert line.huishouden_id == plan.huishouden_id


def test_a_second_plan_is_refused_with_the_first(plan: Plan, consulent: Medewerker) -> None:
    with pytest.raises(PlanBestaatAl) as refusal:
        open_plan(huishouden_id=plan.huishouden_id, by=consulent, at=NU)

    assert refusal.value.status == 409
    assert refusal.value.extra == {"plan": str(plan.pk), "nummer": plan.nummer}


def test_after_an_ended_plan_a_new_one_may_begin(consulent: Medewerker) -> None:
    ended = PlanFactory(beeindigd=True, betrokken=consulent)

    plan = open_plan(huishouden_id=ended.huishouden_id, by=consulent, at=NU)

    assert plan.pk != ended.pk


def test_a_household_that_is_not_there(consulent: Medewerker) -> None:
    with pytest.raises(NietGevonden):
        open_plan(huishouden_id=uuid.uuid4(), by=consulent, at=NU)


@pytest.mark.parametrize(
    "rol", ["loket", "jurist", "beleid", "administratie", "beheer", "vindplaats"]
)
def test_other_roles_begin_no_plan(rol: str) -> None:
    huishouden = HuishoudenFactory()

    with pytest.raises(GeenRecht):
        open_plan(huishouden_id=huishouden.pk, by=MedewerkerFactory(rollen=[rol]), at=NU)

    assert not Plan.objects.exists()


def test_what_matters_most_in_their_words(plan: Plan, consulent: Medewerker) -> None:
    words = PlanGegevens(wat_telt="Dat Daan weer slaapt.")

    changed = change_plan(plan_id=plan.pk, gegevens=words, verwacht=1, by=consulent, at=NU)

    plan.refresh_from_db()
    assert plan.wat_telt == "Dat Daan weer slaapt."
    assert changed.wijzigingnummer == 2


def test_a_stale_change_shows_both_values(plan: Plan, consulent: Medewerker) -> None:
    first, second = PlanGegevens(wat_telt="Rust."), PlanGegevens(wat_telt="Werk.")
    change_plan(plan_id=plan.pk, gegevens=first, verwacht=1, by=consulent, at=NU)

    with pytest.raises(Verouderd) as refusal:
        change_plan(plan_id=plan.pk, gegevens=second, verwacht=1, by=consulent, at=NU)

    assert refusal.value.extra == {
        "wijzigingnummer": 2,
        "verschillen": [
            {
                "veld": "wat_telt",
                "naam": "wat het belangrijkst is",
                "nu": "Rust.",
                "ingevuld": "Werk.",
            }
        ],
    }


def test_a_colleague_who_is_not_involved_finds_nothing(plan: Plan) -> None:
    stranger = MedewerkerFactory(consulent=True)

    with pytest.raises(NietGevonden):
        change_plan(
            plan_id=plan.pk, gegevens=PlanGegevens(wat_telt="x"), verwacht=1, by=stranger, at=NU
        )


def test_a_child_from_elsewhere_takes_part(plan: Plan, consulent: Medewerker) -> None:
    child = InwonerFactory(kind=True)

    add_deelnemer(
        plan_id=plan.pk,
        inwoner_id=child.pk,
        hoedanigheid=Hoedanigheid.CO_OUDERSCHAP,
        by=consulent,
        at=NU,
    )

    assert plan.deelnames.get(inwoner=child).hoedanigheid == Hoedanigheid.CO_OUDERSCHAP
    with pytest.raises(DoetAlMee):
        add_deelnemer(
            plan_id=plan.pk, inwoner_id=child.pk, hoedanigheid="ander", by=consulent, at=NU
        )


def test_somebody_stops_taking_part_and_may_come_back(plan: Plan, consulent: Medewerker) -> None:
    deelname = plan.deelnames.first()
    assert deelname is not None

    ended = end_deelname(deelname_id=deelname.pk, by=consulent, at=NU + dt.timedelta(days=3))
    again = add_deelnemer(
        plan_id=plan.pk,
        inwoner_id=deelname.inwoner_id,
        hoedanigheid="lid",
        by=consulent,
        at=NU + dt.timedelta(days=5),
    )

    assert ended.tot == VANDAAG + dt.timedelta(days=3)
    assert again.van == VANDAAG + dt.timedelta(days=5)


def test_end_plan_ends_regisseur_and_aanspreekpunt(plan: Plan, consulent: Medewerker) -> None:
    appoint_regisseur(plan_id=plan.pk, medewerker=consulent, by=consulent, at=NU)
    appoint_aanspreekpunt(plan_id=plan.pk, naam="Fatma", by=consulent, at=NU)

    ended = end_plan(
        plan_id=plan.pk, uitkomst=PlanUitkomst.ZELF_VERDER, by=consulent, at=NU, reden="Gaat goed."
    )

    assert (ended.status, ended.beeindigd_op) == (PlanStatus.BEEINDIGD, VANDAAG)
    assert not plan.regisseurs.filter(tot__isnull=True).exists()
    assert not plan.aanspreekpunten.filter(tot__isnull=True).exists()
    assert consulent.betrokkenheden.get(grond=Grond.REGISSEUR).tot == VANDAAG


def test_after_a_plan_nobody_who_worked_in_it_opens_the_dossier(
    plan: Plan, consulent: Medewerker
) -> None:
    colleague, elsewhere = MedewerkerFactory(consulent=True), PlanFactory(betrokken=consulent)
    involve_colleague(plan_id=plan.pk, medewerker=colleague, by=consulent, at=NU)
    later = NU + dt.timedelta(days=10)

    end_plan(plan_id=plan.pk, uitkomst=PlanUitkomst.ZELF_VERDER, by=consulent, at=later)

    for one in (consulent, colleague):
        assert is_involved(one, plan.huishouden_id, op=later.date())
        assert not is_involved(one, plan.huishouden_id, op=later.date() + dt.timedelta(days=1))
    assert is_involved(consulent, elsewhere.huishouden_id, op=later.date() + dt.timedelta(days=1))


def test_an_ended_plan_changes_no_more(plan: Plan, consulent: Medewerker) -> None:
    end_plan(plan_id=plan.pk, uitkomst=PlanUitkomst.GESTOPT, by=consulent, at=NU)

    with pytest.raises(PlanBeeindigd):
        end_plan(plan_id=plan.pk, uitkomst=PlanUitkomst.GESTOPT, by=consulent, at=NU)
    with pytest.raises(PlanBeeindigd):
        change_plan(
            plan_id=plan.pk, gegevens=PlanGegevens(wat_telt="x"), verwacht=2, by=consulent, at=NU
        )


def test_an_unknown_outcome_is_refused(plan: Plan, consulent: Medewerker) -> None:
    with pytest.raises(OngeldigeInvoer):
        end_plan(plan_id=plan.pk, uitkomst="klaar", by=consulent, at=NU)


def test_a_vindplaats_leaves_the_plans_of_the_municipality_alone() -> None:
    poh = MedewerkerFactory(rollen=["vindplaats"])
    concept = PlanFactory(betrokken=poh)
    agreed = PlanFactory(betrokken=poh, vastgesteld=True)
    words = PlanGegevens(wat_telt="Rust.")

    with pytest.raises(NietGevonden):
        change_plan(plan_id=concept.pk, gegevens=words, verwacht=1, by=poh, at=NU)
    with pytest.raises(GeenRecht):
        end_plan(plan_id=concept.pk, uitkomst="gestopt", by=poh, at=NU)
    with pytest.raises(GeenRecht):
        change_plan(plan_id=agreed.pk, gegevens=words, verwacht=1, by=poh, at=NU)


def test_every_goal_of_an_ended_plan_says_how_it_came_out(
    plan: Plan, consulent: Medewerker
) -> None:
    reached, silent, before = DoelFactory.create_batch(3, plan=plan)
    before.status = DoelStatus.BEREIKT
    before.save()

    end_plan(
        plan_id=plan.pk,
        uitkomst=PlanUitkomst.ZELF_VERDER,
        resultaten={reached.pk: Doelresultaat(status="bereikt", slotwoord="Huur is betaald")},
        by=consulent,
        at=NU,
    )

    found = {doel.pk: (doel.status, doel.slotwoord) for doel in plan.doelen.all()}
    assert found == {
        reached.pk: ("bereikt", "Huur is betaald"),
        silent.pk: ("gestopt", ""),
        before.pk: ("bereikt", ""),
    }


def test_a_goal_of_an_ended_plan_runs_no_more(plan: Plan, consulent: Medewerker) -> None:
    doel = DoelFactory(plan=plan)

    with pytest.raises(OngeldigeInvoer):
        end_plan(
            plan_id=plan.pk,
            uitkomst=PlanUitkomst.GESTOPT,
            resultaten={doel.pk: Doelresultaat(status="loopt")},
            by=consulent,
            at=NU,
        )

    plan.refresh_from_db()
    assert plan.status == PlanStatus.CONCEPT
