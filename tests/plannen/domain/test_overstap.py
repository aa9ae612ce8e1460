"""The overstap to another law: planned ahead, what it closes, what it opens."""

import datetime as dt
from typing import Any

import pytest

from aanbieders.enums import Grondslag, ToewijzingStatus
from hengelo_sociaal.kern.fouten import GeenRecht
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.waarden.models import Wet
from plannen.domain.wetswisseling import cancel_switch, carry_out_switches, switch_law
from plannen.exceptions import OverstapGepland, StapPastNiet
from plannen.forms import OverstapForm
from plannen.models import Afspraak, Besluit, Plan, Wetswisselingregel
from plannen.queries.wetswisseling import foresee_switch, may_close
from tests.factories.aanbieders import ToewijzingFactory
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import AfspraakFactory
from tests.factories.toegang import NU, VANDAAG, MeldingFactory
from toegang.models import Melding

pytestmark = pytest.mark.django_db
STRAKS = dt.date(2026, 12, 24)


@pytest.fixture
def wmo(db: None) -> Wet:
    return Wet.objects.get(pk="wmo")


def youth_help(plan: Plan, **toewijzing: Any) -> Afspraak:
    """An afspraak of a resident under the Jeugdwet, with the help that was granted for it."""
    person = plan.deelnames.all()[0].inwoner
    given = ToewijzingFactory(huishouden=plan.huishouden, inwoner=person, **toewijzing)
    return AfspraakFactory(
        doel__plan=plan, doel__inwoner=person, maatwerk=True, wet_id="jeugdwet", toewijzing=given
    )


def switched(afspraak: Afspraak, by: Medewerker, **changes: Any) -> Wetswisselingregel:
    values = {"naar": Wet.objects.get(pk="wmo"), "per": STRAKS, "reden": "Wordt 18"} | changes
    return switch_law(afspraak_id=afspraak.pk, by=by, at=NU, **values)


def test_a_day_to_come_is_kept_until_it_is_there(plan: Plan, consulent: Medewerker) -> None:
    afspraak = AfspraakFactory(doel__plan=plan, maatwerk=True, wet_id="jeugdwet")
    made = switched(afspraak, consulent)
    system = Medewerker.objects.systeem()

    early = carry_out_switches(op=STRAKS - dt.timedelta(days=1), by=system, at=NU)
    afspraak.refresh_from_db()
    waits = (early, afspraak.wet_id, made.is_gepland)
    done = carry_out_switches(op=STRAKS, by=system, at=NU)
    again = carry_out_switches(op=STRAKS, by=system, at=NU)

    afspraak.refresh_from_db()
    assert waits == (0, "jeugdwet", True)
    assert (done, again, afspraak.wet_id) == (1, 0, "wmo")
    assert "24 december 2026" in " ".join(made.gevolgen)


def test_one_at_a_time_and_it_can_be_called_off(plan: Plan, consulent: Medewerker) -> None:
    afspraak = AfspraakFactory(doel__plan=plan, maatwerk=True, wet_id="jeugdwet")
    switched(afspraak, consulent)

    with pytest.raises(OverstapGepland):
        switched(afspraak, consulent)
    cancel_switch(afspraak_id=afspraak.pk, by=consulent, at=NU)
    with pytest.raises(StapPastNiet):
        cancel_switch(afspraak_id=afspraak.pk, by=consulent, at=NU)

    assert carry_out_switches(op=STRAKS, by=Medewerker.objects.systeem(), at=NU) == 0
    assert switched(afspraak, consulent).is_gepland


@pytest.mark.parametrize("ended", ["plan", "afspraak"])
def test_what_ended_meanwhile_does_not_move(plan: Plan, consulent: Medewerker, ended: str) -> None:
    afspraak = AfspraakFactory(doel__plan=plan, maatwerk=True, wet_id="jeugdwet")
    made = switched(afspraak, consulent)
    if ended == "plan":
        Plan.objects.filter(pk=plan.pk).update(
            status="beeindigd", beeindigd_op=VANDAAG, uitkomst="gestopt"
        )
    else:
        Afspraak.objects.filter(pk=afspraak.pk).update(status="vervallen")

    carry_out_switches(op=STRAKS, by=Medewerker.objects.systeem(), at=NU)

    made.refresh_from_db()
    afspraak.refresh_from_db()
    assert (made.afgezegd_op, afspraak.wet_id) == (NU, "jeugdwet")


def test_help_by_referral_ends_the_day_before(plan: Plan, consulent: Medewerker, wmo: Wet) -> None:
    afspraak = youth_help(plan, grondslag=Grondslag.MEDISCH)
    told = foresee_switch(afspraak=afspraak, naar=wmo, per=STRAKS, op=VANDAAG)

    switched(afspraak, consulent)

    given = type(afspraak.toewijzing).objects.get(pk=afspraak.toewijzing_id)
    assert (given.status, given.beeindigd_op) == (
        ToewijzingStatus.BEEINDIGD,
        dt.date(2026, 12, 23),
    )
    assert any("23 december 2026" in sentence for sentence in told)


def test_help_by_besluit_ends_by_a_besluit(plan: Plan, consulent: Medewerker, wmo: Wet) -> None:
    afspraak = youth_help(plan)
    old = afspraak.toewijzing.rust_op.besluit
    told = " ".join(foresee_switch(afspraak=afspraak, naar=wmo, per=STRAKS, op=VANDAAG))

    switched(afspraak, consulent)

    draft = Besluit.objects.get(eerder=old)
    assert (draft.soort, draft.status, draft.van) == ("intrekking", "concept", STRAKS)
    assert old.nummer in told
    afspraak.toewijzing.refresh_from_db()
    assert afspraak.toewijzing.status == ToewijzingStatus.ACTIEF
    assert draft.nummer in " ".join(foresee_switch(afspraak=afspraak, naar=wmo, per=STRAKS))


def test_who_may_not_draft_is_told_to_ask(plan: Plan) -> None:
    from hengelo_sociaal.medewerkers.domain import involve
    from hengelo_sociaal.medewerkers.models import Grond

    leader = MedewerkerFactory(teamleider=True)
    involve(medewerker=leader, huishouden_id=plan.huishouden_id, grond=Grond.PLAN, op=VANDAAG)
    afspraak = youth_help(plan)

    made = switched(afspraak, leader)

    assert any(sentence.startswith("Vraag de consulent") for sentence in made.gevolgen)
    assert not Besluit.objects.filter(soort="intrekking").exists()


def test_the_new_law_gets_its_melding_and_terms(plan: Plan, consulent: Medewerker) -> None:
    afspraak = youth_help(plan)

    switched(afspraak, consulent, melding_via="telefoon")

    melding = Melding.objects.get(wet="wmo")
    assert (melding.inwoner, melding.consulent) == (afspraak.doel.inwoner, consulent)
    assert set(melding.termijnen.values_list("regel__code", flat=True)) == {
        "wmo_onderzoek",
        "wmo_persoonlijk_plan",
    }


def test_a_melding_that_runs_is_not_made_again(plan: Plan, consulent: Medewerker, wmo: Wet) -> None:
    afspraak = youth_help(plan)
    there = MeldingFactory(huishouden=plan.huishouden, inwoner=afspraak.doel.inwoner)
    old = MeldingFactory(
        huishouden=plan.huishouden, inwoner=afspraak.doel.inwoner, wet_id="jeugdwet"
    )

    told = " ".join(foresee_switch(afspraak=afspraak, naar=wmo, per=STRAKS, melding=True))
    switched(afspraak, consulent, melding_via="telefoon")

    assert Melding.objects.filter(wet="wmo").get() == there
    assert there.nummer in told
    assert f"Melding {old.nummer} onder de oude wet blijft open." in told


def test_the_melding_under_the_old_law_ends_with_it(
    plan: Plan, consulent: Medewerker, wmo: Wet
) -> None:
    afspraak = youth_help(plan)
    old, other = (
        MeldingFactory(
            huishouden=plan.huishouden,
            inwoner=afspraak.doel.inwoner,
            wet_id="jeugdwet",
            van_consulent=consulent,
        )
        for _ in range(2)
    )

    told = " ".join(foresee_switch(afspraak=afspraak, naar=wmo, per=STRAKS, sluit={old.pk}))
    made = switched(afspraak, consulent, sluit={old.pk})

    old.refresh_from_db()
    other.refresh_from_db()
    assert (old.status, old.ingetrokken_reden_id) == ("ingetrokken", "andere-wet")
    assert not old.termijnen.filter(status="loopt").exists()
    assert other.status == "open"
    assert f"Melding {old.nummer} onder de oude wet sluit nu." in told
    assert f"Melding {other.nummer} onder de oude wet blijft open." in told
    assert f"Melding {old.nummer} onder de oude wet sluit nu." in " ".join(made.gevolgen)


def test_a_melding_of_somebody_else_does_not_end_with_it(plan: Plan, consulent: Medewerker) -> None:
    afspraak = youth_help(plan)
    strange = MeldingFactory(wet_id="jeugdwet", van_consulent=consulent)

    switched(afspraak, consulent, sluit={strange.pk})

    strange.refresh_from_db()
    assert strange.status == "open"


def test_the_screen_offers_the_melding_that_the_help_came_from(
    plan: Plan, consulent: Medewerker
) -> None:
    afspraak = youth_help(plan)
    melding = MeldingFactory(
        huishouden=plan.huishouden,
        inwoner=afspraak.doel.inwoner,
        wet_id="jeugdwet",
        van_consulent=consulent,
    )
    mine = may_close(consulent, afspraak, op=VANDAAG)

    form = OverstapForm(None, afspraak=afspraak, meldingen=mine)
    nobody = OverstapForm(None, afspraak=afspraak, meldingen=mine.none())

    assert form.fields["sluit"].initial == [melding.pk]
    assert "sluit" not in nobody.fields
    assert not may_close(MedewerkerFactory(rollen=["vindplaats"]), afspraak, op=VANDAAG).exists()


def test_only_who_writes_plans_calls_off(plan: Plan) -> None:
    afspraak = AfspraakFactory(doel__plan=plan, maatwerk=True, wet_id="jeugdwet")

    with pytest.raises(GeenRecht):
        cancel_switch(afspraak_id=afspraak.pk, by=MedewerkerFactory(rollen=["vindplaats"]), at=NU)
