"""Afspraken, ticks, and the overstap to another law."""

import dataclasses
import datetime as dt

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, OngeldigeInvoer, Verouderd
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.waarden.models import Wet
from plannen.domain.afspraken import (
    AfspraakGegevens,
    add_afspraak,
    change_afspraak,
    gegevens_van,
    tick_afspraak,
)
from plannen.domain.wetswisseling import switch_law
from plannen.enums import AfspraakStatus, RedenNietLichter, Trede
from plannen.exceptions import (
    GebruikWetswisseling,
    HoortNietBijPlan,
    RedenNodig,
    WieNodig,
    ZelfdeWet,
)
from plannen.models import Afspraak, Doel, Plan
from plannen.queries.wetswisseling import foresee_switch
from tests.factories.aanbieders import ToewijzingFactory
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import AfspraakFactory, DoelFactory, PlanFactory, VoortgangFactory
from tests.factories.toegang import NU, VANDAAG, InwonerFactory
from tests.factories.voorzieningen import VoorzieningFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def doel(plan: Plan) -> Doel:
    return DoelFactory(plan=plan)


def gegevens(**changes: object) -> AfspraakGegevens:
    made = AfspraakGegevens(trede=Trede.NETWERK, omschrijving="Samen koken", naam="Buurvrouw")
    return dataclasses.replace(made, **changes)  # type: ignore[arg-type]


def test_an_afspraak_uses_a_provision(doel: Doel, consulent: Medewerker) -> None:
    provision = VoorzieningFactory()

    made = add_afspraak(
        doel_id=doel.pk,
        gegevens=gegevens(trede=Trede.ALGEMEEN, voorziening=provision, kosten_schatting=12000),
        by=consulent,
        at=NU,
    )

    assert (made.voorziening, made.kosten_schatting) == (provision, 12000)
    assert made.status == AfspraakStatus.OPEN
    assert Wijzigingsregel.objects.get().handeling == "afspraak toegevoegd"


def test_maatwerk_asks_why_nothing_lighter_fits(doel: Doel, consulent: Medewerker) -> None:
    heavy = gegevens(trede=Trede.MAATWERK)
    explained = dataclasses.replace(heavy, reden_niet_lichter=RedenNietLichter.ZWAARTE)

    with pytest.raises(RedenNodig) as refusal:
        add_afspraak(doel_id=doel.pk, gegevens=heavy, by=consulent, at=NU)
    made = add_afspraak(doel_id=doel.pk, gegevens=explained, by=consulent, at=NU)

    assert "reden_niet_lichter" in refusal.value.velden
    assert list(Afspraak.objects.all()) == [made]


def test_somebody_does_it(doel: Doel, consulent: Medewerker) -> None:
    with pytest.raises(WieNodig):
        add_afspraak(doel_id=doel.pk, gegevens=gegevens(naam=""), by=consulent, at=NU)


def test_a_resident_who_does_it_takes_part(doel: Doel, consulent: Medewerker) -> None:
    member = doel.plan.deelnames.all()[0].inwoner

    made = add_afspraak(
        doel_id=doel.pk, gegevens=gegevens(inwoner=member, naam=""), by=consulent, at=NU
    )

    assert made.wie == str(member)
    with pytest.raises(HoortNietBijPlan):
        add_afspraak(
            doel_id=doel.pk, gegevens=gegevens(inwoner=InwonerFactory()), by=consulent, at=NU
        )


def test_change_afspraak(doel: Doel, consulent: Medewerker) -> None:
    afspraak = AfspraakFactory(doel=doel)
    new = dataclasses.replace(gegevens_van(afspraak), uiterlijk=dt.date(2027, 1, 1))

    changed = change_afspraak(
        afspraak_id=afspraak.pk, gegevens=new, verwacht=1, by=consulent, at=NU
    )

    assert (changed.uiterlijk, changed.wijzigingnummer) == (dt.date(2027, 1, 1), 2)
    with pytest.raises(Verouderd):
        change_afspraak(
            afspraak_id=afspraak.pk, gegevens=gegevens(), verwacht=1, by=consulent, at=NU
        )


def test_the_law_moves_by_an_overstap_only(doel: Doel, consulent: Medewerker) -> None:
    afspraak = AfspraakFactory(doel=doel, maatwerk=True)
    other = dataclasses.replace(gegevens_van(afspraak), wet=Wet.objects.get(pk="jeugdwet"))

    with pytest.raises(GebruikWetswisseling):
        change_afspraak(afspraak_id=afspraak.pk, gegevens=other, verwacht=1, by=consulent, at=NU)


def test_a_tick_and_back(doel: Doel, consulent: Medewerker) -> None:
    afspraak = AfspraakFactory(doel=doel)

    done = tick_afspraak(afspraak_id=afspraak.pk, status="gedaan", by=consulent, at=NU)
    assert (done.gedaan_op, done.gedaan_door) == (VANDAAG, consulent)

    opened = tick_afspraak(afspraak_id=afspraak.pk, status="open", by=consulent, at=NU)
    assert (opened.status, opened.gedaan_op) == (AfspraakStatus.OPEN, None)


def test_a_second_tick_is_no_error_and_no_line(doel: Doel, consulent: Medewerker) -> None:
    afspraak = AfspraakFactory(doel=doel)

    for _ in range(2):
        tick_afspraak(afspraak_id=afspraak.pk, status="gedaan", by=consulent, at=NU)

    afspraak.refresh_from_db()
    assert afspraak.wijzigingnummer == 2
    assert Wijzigingsregel.objects.count() == 1


def test_a_tick_is_no_news_but_lapsing_is(consulent: Medewerker) -> None:
    plan = PlanFactory(betrokken=consulent, vastgesteld=True)
    afspraak = AfspraakFactory(doel__plan=plan)

    tick_afspraak(afspraak_id=afspraak.pk, status="gedaan", by=consulent, at=NU)
    plan.refresh_from_db()
    assert not plan.heeft_nieuws

    tick_afspraak(afspraak_id=afspraak.pk, status="vervallen", by=consulent, at=NU)
    plan.refresh_from_db()
    assert plan.heeft_nieuws


def test_an_unknown_tick(doel: Doel, consulent: Medewerker) -> None:
    afspraak = AfspraakFactory(doel=doel)

    with pytest.raises(OngeldigeInvoer):
        tick_afspraak(afspraak_id=afspraak.pk, status="bijna", by=consulent, at=NU)


def test_switch_law_keeps_goal_and_progress(doel: Doel, consulent: Medewerker) -> None:
    afspraak = AfspraakFactory(doel=doel, maatwerk=True, wet_id="jeugdwet")
    VoortgangFactory(doel=doel)
    wmo = Wet.objects.get(pk="wmo")

    made = switch_law(
        afspraak_id=afspraak.pk,
        naar=wmo,
        per=VANDAAG,
        reden="Wordt 18 jaar",
        by=consulent,
        at=NU,
    )

    afspraak.refresh_from_db()
    assert (afspraak.wet, afspraak.doel) == (wmo, doel)
    assert doel.voortgang.count() == 1
    assert (made.van_wet_id, made.naar_wet_id, made.reden) == ("jeugdwet", "wmo", "Wordt 18 jaar")


def test_what_was_told_beforehand_is_kept(doel: Doel, consulent: Medewerker) -> None:
    afspraak = AfspraakFactory(doel=doel, maatwerk=True, wet_id="jeugdwet")
    wmo = Wet.objects.get(pk="wmo")
    told = foresee_switch(afspraak=afspraak, naar=wmo, per=VANDAAG)

    made = switch_law(afspraak_id=afspraak.pk, naar=wmo, per=VANDAAG, by=consulent, at=NU)

    assert made.gevolgen == told
    assert any("17 november 2026" in sentence for sentence in told)
    assert any("6 weken" in sentence for sentence in told)


@pytest.mark.parametrize("code", ["wmo", "jeugdwet", "participatiewet", "wgs", "wi"])
def test_every_law_tells_what_it_asks(doel: Doel, code: str) -> None:
    afspraak = AfspraakFactory(doel=doel)
    wet = Wet.objects.get(pk=code)

    told = foresee_switch(afspraak=afspraak, naar=wet, per=VANDAAG)

    assert len(told) == 4


def test_an_overstap_to_the_same_law(doel: Doel, consulent: Medewerker) -> None:
    afspraak = AfspraakFactory(doel=doel, maatwerk=True)

    with pytest.raises(ZelfdeWet):
        switch_law(
            afspraak_id=afspraak.pk,
            naar=Wet.objects.get(pk="wmo"),
            per=VANDAAG,
            by=consulent,
            at=NU,
        )


def test_a_vindplaats_does_not_switch_laws() -> None:
    poh = MedewerkerFactory(rollen=["vindplaats"])
    afspraak = AfspraakFactory(doel__plan=PlanFactory(betrokken=poh))

    with pytest.raises(GeenRecht):
        switch_law(
            afspraak_id=afspraak.pk,
            naar=Wet.objects.get(pk="wmo"),
            per=VANDAAG,
            by=poh,
            at=NU,
        )


def test_a_toewijzing_belongs_to_the_household_or_to_who_takes_part(
    doel: Doel, consulent: Medewerker
) -> None:
    own = ToewijzingFactory(huishouden=doel.plan.huishouden)
    strange = ToewijzingFactory()
    heavy = gegevens(trede=Trede.MAATWERK, reden_niet_lichter=RedenNietLichter.ZWAARTE)

    made = add_afspraak(
        doel_id=doel.pk, gegevens=dataclasses.replace(heavy, toewijzing=own), by=consulent, at=NU
    )

    assert made.toewijzing == own
    with pytest.raises(HoortNietBijPlan):
        add_afspraak(
            doel_id=doel.pk,
            gegevens=dataclasses.replace(heavy, toewijzing=strange),
            by=consulent,
            at=NU,
        )


def test_an_overstap_tells_about_the_toewijzing(doel: Doel) -> None:
    given = ToewijzingFactory(huishouden=doel.plan.huishouden)
    afspraak = AfspraakFactory(doel=doel, maatwerk=True, wet_id="jeugdwet", toewijzing=given)

    told = foresee_switch(afspraak=afspraak, naar=Wet.objects.get(pk="wmo"), per=VANDAAG)

    assert any(given.nummer in sentence for sentence in told)
