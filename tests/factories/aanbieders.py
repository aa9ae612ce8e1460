"""Providers, what is agreed with them, and for whom it is used."""

import datetime as dt
from typing import Any

import factory
from django.db import transaction
from factory.django import DjangoModelFactory

from aanbieders.enums import (
    Bekostiging,
    Eenheid,
    Frequentie,
    Grondslag,
    RedenBeeindiging,
    Schaal,
    ToewijzingStatus,
    Uitvoeringsvariant,
)
from aanbieders.models import Aanbieder, Contract, Product, Tarief, Toewijzing
from hengelo_sociaal.kern.tijd import AMSTERDAM
from tests.factories.toegang import HuishoudenFactory


class AanbiederFactory(DjangoModelFactory):
    """A provider with a KvK number."""

    class Meta:
        model = Aanbieder

    naam = factory.Sequence(lambda n: f"Zorggroep {n}")
    kvk = factory.Sequence(lambda n: f"{10_000_000 + n}")
    plaats = "Hengelo"


class ContractFactory(DjangoModelFactory):
    """A local contract by effort, paid per product, for 2026 and 2027.

    Traits: `resultaat`, `taakgericht`, `afgelopen`.
    """

    class Meta:
        model = Contract

    class Params:
        resultaat = factory.Trait(
            uitvoeringsvariant=Uitvoeringsvariant.OUTPUT, bekostiging=Bekostiging.RESULTAAT
        )
        taakgericht = factory.Trait(
            uitvoeringsvariant=Uitvoeringsvariant.TAAK, bekostiging=Bekostiging.LUMPSUM
        )
        afgelopen = factory.Trait(van=dt.date(2024, 1, 1), tot=dt.date(2025, 12, 31))

    nummer = factory.Sequence(lambda n: f"C-2026-9{n:04d}")
    aanbieder = factory.SubFactory(AanbiederFactory)
    omschrijving = "Begeleiding Wmo"
    schaal = Schaal.LOKAAL
    van = dt.date(2026, 1, 1)
    tot = dt.date(2027, 12, 31)
    uitvoeringsvariant = Uitvoeringsvariant.INSPANNING
    bekostiging = Bekostiging.PRODUCT


class ProductFactory(DjangoModelFactory):
    """Individual support under the Wmo."""

    class Meta:
        model = Product

    code = factory.Sequence(lambda n: f"02A{n % 100:02d}")
    naam = factory.Sequence(lambda n: f"Individuele begeleiding {n}")
    categorie = "02"
    eenheden = factory.LazyFunction(lambda: list(Eenheid.values))
    wet_id = "wmo"
    taakveld = "6.712"


class TariefFactory(DjangoModelFactory):
    """Sixty euros an hour since the start of the contract."""

    class Meta:
        model = Tarief

    contract = factory.SubFactory(ContractFactory)
    product = factory.SubFactory(ProductFactory)
    eenheid = Eenheid.UUR
    bedrag_cent = 60_00
    van = factory.SelfAttribute("contract.van")
    tot = None


class ToewijzingFactory(DjangoModelFactory):
    """Four hours a week during 2026, by besluit, for somebody with a household.

    By besluit it rests on one that was made known, or on `besluit=`.

    `ToewijzingFactory(tarief=tarief)` takes contract, product and unit of that tarief.
    Traits: `beeindigd`, `vervallen`.
    """

    class Meta:
        model = Toewijzing

    class Params:
        tarief = factory.SubFactory(TariefFactory)
        beeindigd = factory.Trait(
            status=ToewijzingStatus.BEEINDIGD,
            beeindigd_op=dt.date(2026, 6, 30),
            reden=RedenBeeindiging.DOEL_BEREIKT,
        )
        vervallen = factory.Trait(status=ToewijzingStatus.VERVALLEN, reden=RedenBeeindiging.FOUT)

    nummer = factory.Sequence(lambda n: f"T-2026-9{n:04d}")
    huishouden = factory.SubFactory(HuishoudenFactory, met_leden=1)
    inwoner = factory.LazyAttribute(lambda o: o.huishouden.leden.first())
    contract = factory.SelfAttribute("tarief.contract")
    product = factory.SelfAttribute("tarief.product")
    eenheid = factory.SelfAttribute("tarief.eenheid")
    grondslag = Grondslag.BESLUIT
    volume = 4
    frequentie = Frequentie.WEEK
    van = dt.date(2026, 1, 1)
    tot = dt.date(2026, 12, 31)
    herziening_op = factory.SelfAttribute("tot")
    geregistreerd_op = dt.datetime(2026, 1, 1, 9, tzinfo=AMSTERDAM)

    @classmethod
    def _create(cls, model_class: Any, *args: Any, besluit: Any = None, **kwargs: Any) -> Any:
        from tests.factories.besluiten import rest_on

        with transaction.atomic():  # the ground is looked at when everything is there
            made = super()._create(model_class, *args, **kwargs)
            rest_on(made, besluit)
        return made
