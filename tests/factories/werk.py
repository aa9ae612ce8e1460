"""Messages and leave: `BerichtFactory(voor=consulent)`, `VerlofFactory(vervanger=collega)`."""

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.medewerkers.models import Verlof
from hengelo_sociaal.werk.enums import Berichtsoort
from hengelo_sociaal.werk.models import Bericht
from tests.factories.medewerkers import MedewerkerFactory

NU = dt.datetime(2026, 11, 17, 10, 42, tzinfo=AMSTERDAM)


class BerichtFactory(DjangoModelFactory):
    """A message that was not read: `BerichtFactory(gelezen=True)` for one that was."""

    class Meta:
        model = Bericht

    class Params:
        gelezen = factory.Trait(gelezen_op=NU)

    voor = factory.SubFactory(MedewerkerFactory)
    soort = Berichtsoort.TOEGEDEELD
    titel = "Melding M-2026-00001 is van u"
    adres = "/meldingen"
    gemaakt_op = NU


class VerlofFactory(DjangoModelFactory):
    """A fortnight away around 17 November 2026."""

    class Meta:
        model = Verlof

    medewerker = factory.SubFactory(MedewerkerFactory, consulent=True)
    vervanger = factory.SubFactory(MedewerkerFactory, consulent=True)
    van = dt.date(2026, 11, 10)
    tot = dt.date(2026, 11, 24)
