"""Provisions and who offers them."""

import datetime as dt
from typing import Any

import factory
from factory.django import DjangoModelFactory

from tests.factories.medewerkers import MedewerkerFactory
from voorzieningen.enums import Soort, Vorm
from voorzieningen.models import Activiteit, Locatie, Organisatie, Partner, Synoniem, Voorziening


class OrganisatieFactory(DjangoModelFactory):
    """A welfare organisation."""

    class Meta:
        model = Organisatie

    code = factory.Sequence(lambda n: f"organisatie-{n}")
    naam = factory.Sequence(lambda n: f"Stichting {n}")


class LocatieFactory(DjangoModelFactory):
    """A community centre in the first buurt of the Hengelose Es."""

    class Meta:
        model = Locatie

    organisatie = factory.SubFactory(OrganisatieFactory)
    naam = factory.Sequence(lambda n: f"Wijkcentrum {n}")
    buurt_id = "BU01640100"


class VoorzieningFactory(DjangoModelFactory):
    """A general, collective provision for everybody in the whole municipality.

    Traits: `maatwerk`, `inkomensvoorziening`. `leefgebieden=["netwerk"]`,
    `wijken=["WK016401"]`, `doelgroepen=["ouderen"]`, `wetten=["wmo"]` set codes.
    """

    class Meta:
        model = Voorziening
        skip_postgeneration_save = True

    class Params:
        maatwerk = factory.Trait(soort=Soort.MAATWERK, vorm=Vorm.INDIVIDUEEL)
        inkomensvoorziening = factory.Trait(soort=Soort.INKOMEN, vorm=Vorm.INDIVIDUEEL)

    code = factory.Sequence(lambda n: f"voorziening-{n}")
    naam = factory.Sequence(lambda n: f"Ontmoeting {n}")
    omschrijving = "U ontmoet andere mensen bij u in de buurt."
    soort = Soort.ALGEMEEN
    vorm = Vorm.COLLECTIEF
    organisatie = factory.SubFactory(OrganisatieFactory)
    geldig_van = dt.date(2020, 1, 1)

    @factory.post_generation
    def leefgebieden(self, create: bool, codes: Any, **kwargs: Any) -> None:
        self.leefgebieden.set(["netwerk"] if codes is None else codes)

    @factory.post_generation
    def wijken(self, create: bool, codes: Any, **kwargs: Any) -> None:
        self.wijken.set(codes or [])

    @factory.post_generation
    def doelgroepen(self, create: bool, codes: Any, **kwargs: Any) -> None:
        self.doelgroepen.set(codes or [])

    @factory.post_generation
    def wetten(self, create: bool, codes: Any, **kwargs: Any) -> None:
        self.wetten.set(codes or [])


class SynoniemFactory(DjangoModelFactory):
    """What people say for something in the catalogue."""

    class Meta:
        model = Synoniem

    woord = "scootmobiel"
    betekenis = "vervoervoorziening"


class ActiviteitFactory(DjangoModelFactory):
    """Coffee every Tuesday from ten to twelve, from 6 January 2026 on."""

    class Meta:
        model = Activiteit

    voorziening = factory.SubFactory(VoorzieningFactory)
    naam = factory.Sequence(lambda n: f"Koffie {n}")
    eerste_keer = dt.date(2026, 1, 6)
    begint = dt.time(10)
    eindigt = dt.time(12)


class PartnerFactory(DjangoModelFactory):
    """Somebody at an organisation who keeps its entries."""

    class Meta:
        model = Partner

    medewerker = factory.SubFactory(MedewerkerFactory, rollen=["vindplaats"])
    organisatie = factory.SubFactory(OrganisatieFactory)
