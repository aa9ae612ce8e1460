"""Agreeing a version."""

import datetime as dt

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, OngeldigeInvoer, Verouderd
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.domain.vaststelling import Instemming, adopt_plan
from plannen.enums import AkkoordWijze, PlanStatus
from plannen.exceptions import (
    AkkoordNodig,
    HoortNietBijPlan,
    NietsOmVastTeStellen,
    RedenWeigeringNodig,
    TeJongVoorAkkoord,
)
from plannen.models import Plan, Vaststelling
from plannen.queries.inhoud import content, fingerprint
from plannen.queries.laden import load_plan
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import DeelnameFactory, DoelFactory, PlanFactory
from tests.factories.toegang import NU, HuishoudenFactory, InwonerFactory

pytestmark = pytest.mark.django_db


def answers(plan: Plan, wijze: str = AkkoordWijze.MONDELING, reden: str = "") -> list[Instemming]:
    return [
        Instemming(inwoner_id=one.inwoner_id, wijze=wijze, reden=reden)
        for one in plan.deelnames.all()
    ]


def test_adopt_plan_freezes_a_version(plan: Plan, consulent: Medewerker) -> None:
    doel = DoelFactory(plan=plan, met_afspraken=1)

    made = adopt_plan(plan_id=plan.pk, akkoorden=answers(plan), by=consulent, at=NU)

    plan.refresh_from_db()
    assert (plan.status, plan.heeft_nieuws) == (PlanStatus.VASTGESTELD, False)
    assert (made.versie, made.akkoorden.count()) == (1, 2)
    assert made.inhoud["doelen"][0]["omschrijving"] == doel.omschrijving
    assert made.vingerafdruk == fingerprint(made.inhoud)


def test_the_fingerprint_survives_the_database(plan: Plan, consulent: Medewerker) -> None:
    DoelFactory(plan=plan, met_afspraken=2, omschrijving="Écht “rust” in huis – voor Zoë")

    made = adopt_plan(plan_id=plan.pk, akkoorden=answers(plan), by=consulent, at=NU)

    stored = Vaststelling.objects.get(pk=made.pk)
    assert fingerprint(stored.inhoud) == stored.vingerafdruk


def test_a_version_stays_when_the_plan_moves_on(plan: Plan, consulent: Medewerker) -> None:
    doel = DoelFactory(plan=plan)
    first = adopt_plan(plan_id=plan.pk, akkoorden=answers(plan), by=consulent, at=NU)
    doel.omschrijving = "Iets anders"
    doel.save()

    second = adopt_plan(plan_id=plan.pk, akkoorden=answers(plan), by=consulent, at=NU)

    first.refresh_from_db()
    assert first.inhoud["doelen"][0]["omschrijving"] != "Iets anders"
    assert (second.versie, second.vingerafdruk == first.vingerafdruk) == (2, False)


def test_the_same_again_is_nothing_to_agree(plan: Plan, consulent: Medewerker) -> None:
    DoelFactory(plan=plan)
    adopt_plan(plan_id=plan.pk, akkoorden=answers(plan), by=consulent, at=NU)

    with pytest.raises(NietsOmVastTeStellen):
        adopt_plan(plan_id=plan.pk, akkoorden=answers(plan), by=consulent, at=NU)


def test_a_plan_without_goals_is_nothing_to_agree(plan: Plan, consulent: Medewerker) -> None:
    with pytest.raises(NietsOmVastTeStellen, match="doel"):
        adopt_plan(plan_id=plan.pk, akkoorden=answers(plan), by=consulent, at=NU)

    assert not Vaststelling.objects.exists()


def test_when_all_refuse_the_plan_stays_a_concept(plan: Plan, consulent: Medewerker) -> None:
    DoelFactory(plan=plan)
    refused = answers(plan, AkkoordWijze.GEWEIGERD, "Te veel tegelijk")

    made = adopt_plan(plan_id=plan.pk, akkoorden=refused, by=consulent, at=NU)
    agreed = adopt_plan(plan_id=plan.pk, akkoorden=answers(plan), by=consulent, at=NU)

    assert {one.reden for one in made.akkoorden.all()} == {"Te veel tegelijk"}
    assert agreed.versie == 2


def test_one_who_agrees_is_enough(plan: Plan, consulent: Medewerker) -> None:
    DoelFactory(plan=plan)
    yes, no = answers(plan)
    mixed = [yes, Instemming(inwoner_id=no.inwoner_id, wijze="geweigerd", reden="Geen vertrouwen")]

    adopt_plan(plan_id=plan.pk, akkoorden=mixed, by=consulent, at=NU)

    plan.refresh_from_db()
    assert plan.status == PlanStatus.VASTGESTELD


def test_what_was_shown_is_what_is_frozen(plan: Plan, consulent: Medewerker) -> None:
    DoelFactory(plan=plan)
    shown = fingerprint(content(load_plan(plan.pk)))
    DoelFactory(plan=plan, volgorde=2)

    with pytest.raises(Verouderd):
        adopt_plan(plan_id=plan.pk, akkoorden=answers(plan), by=consulent, at=NU, gezien=shown)


@pytest.mark.parametrize("wijze", ["", "per post"])
def test_an_unknown_way_of_agreeing(plan: Plan, consulent: Medewerker, wijze: str) -> None:
    with pytest.raises(OngeldigeInvoer):
        adopt_plan(plan_id=plan.pk, akkoorden=answers(plan, wijze), by=consulent, at=NU)


def test_nobody_answered(plan: Plan, consulent: Medewerker) -> None:
    with pytest.raises(AkkoordNodig):
        adopt_plan(plan_id=plan.pk, akkoorden=[], by=consulent, at=NU)


def test_a_refusal_has_a_reason(plan: Plan, consulent: Medewerker) -> None:
    refused = answers(plan, AkkoordWijze.GEWEIGERD, "  ")

    with pytest.raises(RedenWeigeringNodig):
        adopt_plan(plan_id=plan.pk, akkoorden=refused, by=consulent, at=NU)


def test_somebody_answers_once(plan: Plan, consulent: Medewerker) -> None:
    with pytest.raises(OngeldigeInvoer):
        adopt_plan(plan_id=plan.pk, akkoorden=answers(plan)[:1] * 2, by=consulent, at=NU)


def test_a_stranger_agrees_to_nothing(plan: Plan, consulent: Medewerker) -> None:
    DoelFactory(plan=plan)
    stranger = [Instemming(inwoner_id=InwonerFactory().pk, wijze=AkkoordWijze.MONDELING)]

    with pytest.raises(HoortNietBijPlan):
        adopt_plan(plan_id=plan.pk, akkoorden=stranger, by=consulent, at=NU)


def test_a_vindplaats_may_draft_but_not_agree() -> None:
    poh = MedewerkerFactory(rollen=["vindplaats"])
    plan = PlanFactory(betrokken=poh, met_doelen=1)

    with pytest.raises(GeenRecht):
        adopt_plan(plan_id=plan.pk, akkoorden=answers(plan), by=poh, at=NU)


def test_the_line_holds_the_fingerprint(plan: Plan, consulent: Medewerker) -> None:
    DoelFactory(plan=plan)

    made = adopt_plan(plan_id=plan.pk, akkoorden=answers(plan), by=consulent, at=NU)

    line = Wijzigingsregel.objects.get()
    assert line.wijziging["vingerafdruk"] == made.vingerafdruk
    assert line.object_id == made.pk


@pytest.mark.parametrize(("jaar", "mag"), [(2014, True), (2015, False)])
def test_from_twelve_a_child_answers_for_itself(
    plan: Plan, consulent: Medewerker, jaar: int, mag: bool
) -> None:
    DoelFactory(plan=plan)
    kind = InwonerFactory(geboortedatum=dt.date(jaar, 11, 1))
    DeelnameFactory(plan=plan, inwoner=kind)
    own = [Instemming(inwoner_id=kind.pk, wijze=AkkoordWijze.MONDELING)]

    if mag:
        assert adopt_plan(plan_id=plan.pk, akkoorden=own, by=consulent, at=NU).versie == 1
    else:
        with pytest.raises(TeJongVoorAkkoord):
            adopt_plan(plan_id=plan.pk, akkoorden=own, by=consulent, at=NU)


def test_a_plan_of_young_children_alone_can_be_agreed(consulent: Medewerker) -> None:
    kind = InwonerFactory(kind=True)
    home = HuishoudenFactory(leden=[kind])
    alone = PlanFactory(huishouden=home, betrokken=consulent)
    DoelFactory(plan=alone)

    made = adopt_plan(plan_id=alone.pk, akkoorden=answers(alone), by=consulent, at=NU)

    assert made.akkoorden.get().inwoner == kind
