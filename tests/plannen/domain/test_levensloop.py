"""Whatever people do in whatever order, a plan stays a plan."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from hengelo_sociaal.kern.fouten import DomeinFout, NietGevonden
from hengelo_sociaal.waarden.models import Leefgebied
from plannen.domain.afspraken import AfspraakGegevens, add_afspraak, tick_afspraak
from plannen.domain.doelen import DoelGegevens, add_doel
from plannen.domain.keren import record_time
from plannen.domain.plan import end_plan, open_plan
from plannen.domain.regie import appoint_regisseur
from plannen.domain.vaststelling import Instemming, adopt_plan
from plannen.enums import (
    AfspraakStatus,
    AkkoordWijze,
    Herhaling,
    Keeruitkomst,
    PlanStatus,
    Trede,
)
from plannen.exceptions import (
    AfspraakLooptNiet,
    GeenKeer,
    KeerKomtNog,
    NietsOmVastTeStellen,
    PlanBeeindigd,
    PlanBestaatAl,
    RedenNodig,
    RedenOverslaanNodig,
)
from plannen.models import Afspraak, Keer, Plan
from plannen.queries.inhoud import content, fingerprint
from plannen.queries.laden import load_plan
from plannen.queries.ritme import occurs_on
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU, HuishoudenFactory


class Levensloop(RuleBasedStateMachine):
    """One household, one consulent, many days; `self.plan` is the newest plan."""

    @initialize()
    def begin(self) -> None:
        self.by = MedewerkerFactory(consulent=True)
        self.huishouden = HuishoudenFactory(met_leden=2, betrokken=self.by)
        self.at = NU
        self.plan = open_plan(huishouden_id=self.huishouden.pk, by=self.by, at=self.at)
        self.frozen: dict[Any, str] = {}

    def attempt(self, expected: type[DomeinFout] | None, act: Any) -> Any:
        """Do it; when a refusal is expected, exactly that one.

        From the day after its end a plan is no longer there for who worked in it.
        """
        if expected is None:
            made = act()
        else:
            with pytest.raises((expected, NietGevonden) if self.ended else expected):
                act()
            made = None
        self.plan = Plan.objects.get(pk=self.plan.pk)
        return made

    @property
    def ended(self) -> bool:
        return self.plan.status == PlanStatus.BEEINDIGD

    @rule(days=st.integers(1, 40))
    def time_passes(self, days: int) -> None:
        self.at += dt.timedelta(days=days)

    @rule()
    def begin_again(self) -> None:
        expected = None if self.ended else PlanBestaatAl
        made = self.attempt(
            expected,
            lambda: open_plan(huishouden_id=self.huishouden.pk, by=self.by, at=self.at),
        )
        self.plan = made or self.plan

    @rule(area=st.sampled_from(["geld", "wonen", "veiligheid"]))
    def add_a_goal(self, area: str) -> None:
        gegevens = DoelGegevens(omschrijving="Rust", leefgebied=Leefgebied.objects.get(pk=area))
        self.attempt(
            PlanBeeindigd if self.ended else None,
            lambda: add_doel(plan_id=self.plan.pk, gegevens=gegevens, by=self.by, at=self.at),
        )

    @precondition(lambda self: self.plan.doelen.exists())
    @rule(trede=st.sampled_from(Trede.values), reden=st.sampled_from([None, "zwaarte"]))
    def agree_something(self, trede: str, reden: str | None) -> None:
        doel = self.plan.doelen.last()
        gegevens = AfspraakGegevens(
            trede=trede, omschrijving="Samen", naam="Buurman", reden_niet_lichter=reden
        )
        needs_reason = trede == Trede.MAATWERK and reden is None
        expected = PlanBeeindigd if self.ended else RedenNodig if needs_reason else None
        self.attempt(
            expected,
            lambda: add_afspraak(doel_id=doel.pk, gegevens=gegevens, by=self.by, at=self.at),
        )

    @precondition(lambda self: Afspraak.objects.filter(doel__plan=self.plan).exists())
    @rule(status=st.sampled_from(AfspraakStatus.values))
    def tick(self, status: str) -> None:
        afspraak = Afspraak.objects.filter(doel__plan=self.plan).last()
        self.attempt(
            PlanBeeindigd if self.ended else None,
            lambda: tick_afspraak(afspraak_id=afspraak.pk, status=status, by=self.by, at=self.at),
        )

    @precondition(lambda self: self.plan.doelen.exists())
    @rule(dagen=st.lists(st.integers(1, 7), min_size=1, unique=True))
    def agree_on_fixed_days(self, dagen: list[int]) -> None:
        gegevens = AfspraakGegevens(
            trede=Trede.EIGEN_KRACHT,
            omschrijving="Post",
            naam="Jolanda",
            herhaling=Herhaling.WEKELIJKS,
            weekdagen=dagen,
        )
        doel = self.plan.doelen.last()
        self.attempt(
            PlanBeeindigd if self.ended else None,
            lambda: add_afspraak(doel_id=doel.pk, gegevens=gegevens, by=self.by, at=self.at),
        )

    @precondition(lambda self: self.coming_back() is not None)
    @rule(
        terug=st.integers(-3, 20),
        uitkomst=st.sampled_from(Keeruitkomst.values),
        reden=st.booleans(),
    )
    def tick_one_time(self, terug: int, uitkomst: str, reden: bool) -> None:
        afspraak = self.coming_back()
        assert afspraak is not None
        day = self.at.date() - dt.timedelta(days=terug)
        self.attempt(
            self.refusal(afspraak, day, uitkomst, reden),
            lambda: record_time(
                afspraak_id=afspraak.pk,
                dag=day,
                uitkomst=uitkomst,
                reden="Ziek" if reden else "",
                by=self.by,
                at=self.at,
            ),
        )

    def coming_back(self) -> Afspraak | None:
        found = Afspraak.objects.filter(doel__plan=self.plan, eerste_keer__isnull=False)
        return found.order_by("gemaakt_op", "pk").last()

    def refusal(
        self, afspraak: Afspraak, day: dt.date, uitkomst: str, reden: bool
    ) -> type[DomeinFout] | None:
        """What a tick is refused with, in the order in which it is looked at."""
        done = uitkomst == Keeruitkomst.GEDAAN
        if not (done or reden):
            return RedenOverslaanNodig
        if self.ended:
            return PlanBeeindigd
        if afspraak.status != AfspraakStatus.OPEN:
            return AfspraakLooptNiet
        if not occurs_on(afspraak, day):
            return GeenKeer
        return KeerKomtNog if done and day > self.at.date() else None

    @invariant()
    def what_was_ticked_is_a_day_of_its_afspraak(self) -> None:
        for keer in Keer.objects.filter(afspraak__doel__plan__huishouden=self.huishouden):
            assert occurs_on(keer.afspraak, keer.dag)

    @rule(wijze=st.sampled_from(AkkoordWijze.values))
    def adopt(self, wijze: str) -> None:
        answer = Instemming(
            inwoner_id=self.plan.deelnames.first().inwoner_id, wijze=wijze, reden="Omdat"
        )
        try:
            made = adopt_plan(plan_id=self.plan.pk, akkoorden=[answer], by=self.by, at=self.at)
        except NietsOmVastTeStellen:
            assert not self.plan.doelen.exists() or not self.plan.heeft_nieuws
            return
        except (PlanBeeindigd, NietGevonden):
            assert self.ended
            return
        self.plan = Plan.objects.get(pk=self.plan.pk)
        self.frozen[made.pk] = made.vingerafdruk
        if wijze != AkkoordWijze.GEWEIGERD:
            assert (self.plan.status, self.plan.heeft_nieuws) == (PlanStatus.VASTGESTELD, False)

    @rule()
    def appoint(self) -> None:
        self.attempt(
            PlanBeeindigd if self.ended else None,
            lambda: appoint_regisseur(
                plan_id=self.plan.pk,
                medewerker=MedewerkerFactory(consulent=True),
                by=self.by,
                at=self.at,
            ),
        )

    @rule()
    def end(self) -> None:
        self.attempt(
            PlanBeeindigd if self.ended else None,
            lambda: end_plan(plan_id=self.plan.pk, uitkomst="gestopt", by=self.by, at=self.at),
        )

    @invariant()
    def there_is_at_most_one_active_plan(self) -> None:
        assert Plan.objects.actief().filter(huishouden=self.huishouden).count() <= 1

    @invariant()
    def an_ended_plan_has_nobody_in_charge(self) -> None:
        if self.ended:
            assert not self.plan.regisseurs.filter(tot__isnull=True).exists()

    @invariant()
    def versions_count_up_and_never_change(self) -> None:
        versions = list(self.plan.vaststellingen.order_by("versie"))
        assert [one.versie for one in versions] == list(range(1, len(versions) + 1))
        assert all(fingerprint(one.inhoud) == one.vingerafdruk for one in versions)
        assert all(self.frozen[one.pk] == one.vingerafdruk for one in versions)

    @invariant()
    def an_agreed_plan_without_news_is_what_was_agreed(self) -> None:
        if self.plan.status == PlanStatus.VASTGESTELD and not self.plan.heeft_nieuws:
            last = self.plan.vaststellingen.order_by("-versie").first()
            assert last is not None
            assert last.vingerafdruk == fingerprint(content(load_plan(self.plan.pk)))


class TestLevensloop(Levensloop.TestCase, TestCase):  # type: ignore[misc,name-defined]
    """Runs each life inside a transaction of its own."""

    databases = {"default", "dashboard"}
    settings = settings(
        max_examples=25,
        stateful_step_count=15,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
