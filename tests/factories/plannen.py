"""Plans in the stages that they go through; records straight into the tables, not by operations."""

import datetime as dt
import hashlib
from typing import Any

import factory
from factory.django import DjangoModelFactory

from hengelo_sociaal.medewerkers.domain import involve
from hengelo_sociaal.medewerkers.models import Grond
from plannen.enums import (
    AfspraakStatus,
    AkkoordWijze,
    Herhaling,
    Keeruitkomst,
    PlanStatus,
    PlanUitkomst,
    RedenNietLichter,
    Stap,
    Trede,
)
from plannen.models import (
    Aanspreekpunt,
    Afspraak,
    Akkoord,
    Deelname,
    Doel,
    Evaluatie,
    Keer,
    Partij,
    Plan,
    Regisseurperiode,
    Vaststelling,
    Voortgang,
)
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU, VANDAAG, HuishoudenFactory, InwonerFactory
from tests.factories.voorzieningen import VoorzieningFactory


class PlanFactory(DjangoModelFactory):
    """A concept of a household of two, who take part in it.

    Traits: `vastgesteld`, `beeindigd`. `PlanFactory(betrokken=consulent)` makes that
    colleague involved; `PlanFactory(met_doelen=3)` adds goals with two afspraken each.
    """

    class Meta:
        model = Plan
        skip_postgeneration_save = True

    class Params:
        vastgesteld = factory.Trait(status=PlanStatus.VASTGESTELD, heeft_nieuws=False)
        beeindigd = factory.Trait(
            status=PlanStatus.BEEINDIGD,
            beeindigd_op=VANDAAG,
            uitkomst=PlanUitkomst.DOELEN_BEREIKT,
            heeft_nieuws=False,
        )

    nummer = factory.Sequence(lambda n: f"PL-2026-9{n:04d}")
    huishouden = factory.SubFactory(HuishoudenFactory, met_leden=2)
    wat_telt = "Weer rust in huis."
    begonnen_op = VANDAAG
    gemaakt_door = factory.SubFactory(MedewerkerFactory, consulent=True)
    gewijzigd_op = NU
    gewijzigd_door = factory.SelfAttribute("gemaakt_door")

    @factory.post_generation
    def deelnemers(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        for inwoner in self.huishouden.leden.order_by("pk"):
            DeelnameFactory(plan=self, inwoner=inwoner, van=self.begonnen_op)

    @factory.post_generation
    def betrokken(self, create: bool, medewerker: Any, **kwargs: Any) -> None:
        if medewerker:
            involve(
                medewerker=medewerker,
                huishouden_id=self.huishouden_id,
                grond=Grond.PLAN,
                op=self.begonnen_op,
            )

    @factory.post_generation
    def met_doelen(self, create: bool, number: int | None, **kwargs: Any) -> None:
        for place in range(number or 0):
            DoelFactory(plan=self, volgorde=place + 1, met_afspraken=2)


class DeelnameFactory(DjangoModelFactory):
    """Somebody who takes part in a plan."""

    class Meta:
        model = Deelname

    plan = factory.SubFactory(PlanFactory)
    inwoner = factory.SubFactory(InwonerFactory)
    van = VANDAAG


class DoelFactory(DjangoModelFactory):
    """A goal of the whole household about money: `DoelFactory(leefgebied_id="wonen")`."""

    class Meta:
        model = Doel
        skip_postgeneration_save = True

    plan = factory.SubFactory(PlanFactory)
    leefgebied_id = "geld"
    omschrijving = "De huur en vaste lasten zijn weer op tijd betaald"
    gewenst_op = dt.date(2027, 3, 1)
    volgorde = 1
    gewijzigd_op = NU
    gewijzigd_door = factory.SelfAttribute("plan.gemaakt_door")

    @factory.post_generation
    def met_afspraken(self, create: bool, number: int | None, **kwargs: Any) -> None:
        for _ in range(number or 0):
            AfspraakFactory(doel=self)


class AfspraakFactory(DjangoModelFactory):
    """Something the household does itself.

    Traits: `algemeen`, `maatwerk`, `gedaan`, and `elke_dinsdag` that comes back since four
    weeks before VANDAAG, which is a Tuesday.
    """

    class Meta:
        model = Afspraak

    class Params:
        algemeen = factory.Trait(
            trede=Trede.ALGEMEEN,
            omschrijving="Samen de post openen en ordenen",
            naam="",
            organisatie="Wijkracht",
            voorziening=factory.SubFactory(VoorzieningFactory),
        )
        maatwerk = factory.Trait(
            trede=Trede.MAATWERK,
            omschrijving="Begeleiding bij de administratie",
            naam="",
            organisatie="Zorg op Maat",
            wet_id="wmo",
            reden_niet_lichter=RedenNietLichter.GEPROBEERD,
        )
        gedaan = factory.Trait(status=AfspraakStatus.GEDAAN, gedaan_op=VANDAAG)
        elke_dinsdag = factory.Trait(
            omschrijving="De post openen",
            herhaling=Herhaling.WEKELIJKS,
            weekdagen=[2],
            eerste_keer=VANDAAG - dt.timedelta(weeks=4),
            uiterlijk=None,
        )

    doel = factory.SubFactory(DoelFactory)
    trede = Trede.EIGEN_KRACHT
    omschrijving = "Elke maand de rekeningen bekijken"
    naam = "Mw. Jansen"
    uiterlijk = dt.date(2026, 12, 11)
    gemaakt_op = NU
    gewijzigd_op = NU
    gewijzigd_door = factory.SelfAttribute("doel.plan.gemaakt_door")


class KeerFactory(DjangoModelFactory):
    """One time that was done; `overgeslagen=True` for one that was left out."""

    class Meta:
        model = Keer

    class Params:
        overgeslagen = factory.Trait(uitkomst=Keeruitkomst.OVERGESLAGEN, reden="Ziek")

    afspraak = factory.SubFactory(AfspraakFactory, elke_dinsdag=True)
    dag = VANDAAG
    uitkomst = Keeruitkomst.GEDAAN
    door = factory.SelfAttribute("afspraak.doel.plan.gemaakt_door")
    op = NU


class VoortgangFactory(DjangoModelFactory):
    """A small step, as the worker sees it; `inwoner=` as the resident sees it."""

    class Meta:
        model = Voortgang

    doel = factory.SubFactory(DoelFactory)
    stap = Stap.KLEINE_STAP
    inwoner = None
    medewerker = factory.Maybe("inwoner", None, factory.SelfAttribute("doel.plan.gemaakt_door"))
    op = NU


class RegisseurperiodeFactory(DjangoModelFactory):
    """The regisseur of a plan since it began."""

    class Meta:
        model = Regisseurperiode

    plan = factory.SubFactory(PlanFactory)
    medewerker = factory.SubFactory(MedewerkerFactory, consulent=True)
    van = factory.SelfAttribute("plan.begonnen_op")


class AanspreekpuntFactory(DjangoModelFactory):
    """Somebody of a partner whom the household can call."""

    class Meta:
        model = Aanspreekpunt

    plan = factory.SubFactory(PlanFactory)
    naam = "Fatma Yilmaz"
    organisatie = "Wijkracht"
    telefoon = "074 000 00 00"
    van = factory.SelfAttribute("plan.begonnen_op")


class EvaluatieFactory(DjangoModelFactory):
    """An evaluation that is planned; `gehouden=True` for one that was held."""

    class Meta:
        model = Evaluatie

    class Params:
        gehouden = factory.Trait(
            gehouden_op=VANDAAG,
            uitkomst="doorgaan",
            verslag="Het gaat beter.",
            gehouden_door=factory.SelfAttribute("plan.gemaakt_door"),
        )

    plan = factory.SubFactory(PlanFactory)
    gepland_op = dt.date(2026, 12, 1)
    gewijzigd_op = NU
    gewijzigd_door = factory.SelfAttribute("plan.gemaakt_door")


class VaststellingFactory(DjangoModelFactory):
    """The first version of a plan, with an empty content; real ones come from `adopt_plan`."""

    class Meta:
        model = Vaststelling

    plan = factory.SubFactory(PlanFactory, vastgesteld=True)
    versie = 1
    inhoud = factory.LazyFunction(dict)
    vingerafdruk = factory.LazyFunction(lambda: hashlib.sha256(b"{}").hexdigest())
    door = factory.SelfAttribute("plan.gemaakt_door")
    op = NU


class AkkoordFactory(DjangoModelFactory):
    """A spoken agreement."""

    class Meta:
        model = Akkoord

    vaststelling = factory.SubFactory(VaststellingFactory)
    inwoner = factory.SubFactory(InwonerFactory)
    wijze = AkkoordWijze.MONDELING


class PartijFactory(DjangoModelFactory):
    """Somebody of Wijkracht who may see the given goals with everybody's consent."""

    class Meta:
        model = Partij
        skip_postgeneration_save = True

    plan = factory.SubFactory(PlanFactory)
    soort = "hulpverlener"
    naam = "Fatma Yilmaz"
    organisatie = "Wijkracht"
    grond = "toestemming"
    van = VANDAAG

    @factory.post_generation
    def doelen(self, create: bool, doelen: Any, **kwargs: Any) -> None:
        self.doelen.set(doelen or [])
        self.toestemming_van.set(self.plan.deelnames.values_list("inwoner", flat=True))
