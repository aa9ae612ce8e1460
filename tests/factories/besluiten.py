"""Besluiten in the stages that they go through, and the objections against them."""

import datetime as dt
from typing import Any

import factory
from factory.django import DjangoModelFactory

from aanbieders.enums import Grondslag, ToewijzingStatus
from hengelo_sociaal.termijnen.domain import build_termijn
from hengelo_sociaal.termijnen.queries import find_regel, kalender
from plannen.enums import Besluitsoort, BesluitStatus, Leveringsvorm
from plannen.models import Besluit, Besluittoets, Bezwaar, Toewijzinggrond
from plannen.queries.besluit.tijdigheid import timeliness
from plannen.queries.besluit.vragen import questions_for
from tests.factories.aanbieders import TariefFactory
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.termijnen import TermijnFactory
from tests.factories.toegang import NU, VANDAAG, HuishoudenFactory


def term(regel: str, start: dt.date, handeling: str, variant: str = "") -> Any:
    """A term of the engine, stored."""
    made = build_termijn(
        regel=find_regel(regel, start, variant=variant),
        start=start,
        handeling=handeling,
        kalender=kalender(),
    )
    made.save(force_insert=True)
    return made


class BesluitFactory(DjangoModelFactory):
    """A draft under the Wmo of four hours a week in kind, for somebody with a household.

    `BesluitFactory(tarief=tarief)` takes its contract, product and unit. Traits: `pgb`,
    `afwijzing`, `ingediend`, `genomen`, `bekend` (sent on VANDAAG, or `bekend_op=`).
    `met_controles=True` answers every check so that help can be granted.
    """

    class Meta:
        model = Besluit
        skip_postgeneration_save = True

    class Params:
        tarief = factory.SubFactory(TariefFactory)
        bekend_op = VANDAAG
        pgb = factory.Trait(leveringsvorm=Leveringsvorm.PGB, contract=None, tarief_cent=40_00)
        afwijzing = factory.Trait(
            soort=Besluitsoort.AFWIJZING,
            reden_id="wmo-eigen-kracht",
            motivering="Uw dochter en de buurvrouw doen dit al.",
        )
        ingediend = factory.Trait(
            status=BesluitStatus.BEOORDELING, ingediend_op=NU, tweede_lezer=True
        )
        genomen = factory.Trait(
            status=BesluitStatus.GENOMEN,
            ingediend_op=NU,
            tweede_lezer=True,
            genomen_door=factory.SubFactory(MedewerkerFactory, teamleider=True),
            genomen_op=NU,
        )
        bekend = factory.Trait(
            genomen=True,
            status=BesluitStatus.BEKENDGEMAAKT,
            bekendgemaakt_op=factory.SelfAttribute("bekend_op"),
            bezwaartermijn=factory.LazyAttribute(
                lambda o: term("bezwaar_indienen", o.bekend_op, "besluit")
            ),
        )

    nummer = factory.Sequence(lambda n: f"B-2026-9{n:04d}")
    soort = Besluitsoort.TOEKENNING
    huishouden = factory.SubFactory(HuishoudenFactory, met_leden=1)
    inwoner = factory.LazyAttribute(lambda o: o.huishouden.leden.first())
    wet_id = "wmo"
    gevraagd = "hulp bij de administratie"
    aanvraag_op = dt.date(2026, 11, 3)
    leveringsvorm = Leveringsvorm.NATURA
    contract = factory.SelfAttribute("tarief.contract")
    product = factory.SelfAttribute("tarief.product")
    eenheid = factory.SelfAttribute("tarief.eenheid")
    volume = 4
    frequentie = "2"
    van = dt.date(2026, 12, 1)
    tot = dt.date(2027, 11, 30)
    opgesteld_door = factory.SubFactory(MedewerkerFactory, consulent=True)
    opgesteld_op = NU
    gewijzigd_op = NU
    gewijzigd_door = factory.SelfAttribute("opgesteld_door")

    @factory.post_generation
    def met_controles(self, create: bool, wanted: bool, **kwargs: Any) -> None:
        for vraag in questions_for(self) if wanted else ():
            Besluittoets.objects.create(
                besluit=self,
                code=vraag.code,
                antwoord=sorted(vraag.goed)[0],
                bron="onderzoek",
                door=self.opgesteld_door,
                op=NU,
            )


class BezwaarFactory(DjangoModelFactory):
    """An objection that came in time, against a besluit that was made known.

    `gehoord_=True` was heard; `commissie=True` has twelve weeks.
    """

    class Meta:
        model = Bezwaar

    class Params:
        gehoord_ = factory.Trait(
            gehoord="gehoord", hoorverslag="De indiener legde uit waarom.", status="behandeling"
        )

    nummer = factory.Sequence(lambda n: f"BZ-2026-9{n:04d}")
    besluit = factory.SubFactory(BesluitFactory, bekend=True, bekend_op=dt.date(2026, 10, 20))
    ontvangen_op = dt.date(2026, 11, 10)
    indiener = "inwoner"
    gronden = "Vier uur is te weinig."
    commissie = False
    op_tijd = factory.LazyAttribute(
        lambda o: (
            timeliness(
                einddatum=o.besluit.bezwaartermijn.einddatum,
                ontvangen_op=o.ontvangen_op,
                gepost_op=None,
            ).op_tijd
        )
    )
    beslistermijn = factory.LazyAttribute(
        lambda o: term(
            "bezwaar_beslissen",
            o.besluit.bezwaartermijn.einddatum,
            "bezwaar",
            "commissie" if o.commissie else "",
        )
    )
    behandelaar = factory.SubFactory(MedewerkerFactory, jurist=True)
    geregistreerd_op = NU
    gewijzigd_op = NU
    gewijzigd_door = factory.SelfAttribute("behandelaar")


def rest_on(toewijzing: Any, besluit: Besluit | None = None) -> None:
    """Give a toewijzing by besluit the besluit that it needs, from its first day on."""
    if toewijzing.grondslag != Grondslag.BESLUIT or toewijzing.status == ToewijzingStatus.VERVALLEN:
        return
    besluit = besluit or BesluitFactory(
        bekend=True,
        bezwaartermijn=TermijnFactory(code="bezwaar_indienen", start=dt.date(2026, 1, 2)),
        inwoner=toewijzing.inwoner,
        huishouden=toewijzing.huishouden or HuishoudenFactory(),
        contract=toewijzing.contract,
        product=toewijzing.product,
        eenheid=toewijzing.eenheid,
        tarief=None,
        van=toewijzing.van,
        tot=None,
    )
    Toewijzinggrond.objects.create(toewijzing=toewijzing, besluit=besluit)
