"""Running terms: `TermijnFactory(opgeschort=True)`; dates are worked out by the engine."""

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from hengelo_sociaal.termijnen.domain import build_termijn
from hengelo_sociaal.termijnen.enums import TermijnStatus
from hengelo_sociaal.termijnen.models import Termijn
from hengelo_sociaal.termijnen.queries import find_regel, kalender


class TermijnFactory(DjangoModelFactory):
    """The eight weeks of a Jeugdwet besluit, from Monday 1 June 2026; ends on 27 July 2026."""

    class Meta:
        model = Termijn

    class Params:
        code = "jeugd_besluit"
        variant = ""
        verlopen = factory.Trait(status=TermijnStatus.VERLOPEN)
        vervallen = factory.Trait(status=TermijnStatus.VERVALLEN)
        onderzoek = factory.Trait(code="wmo_onderzoek", handeling="wmo-melding")
        wachttijd = factory.Trait(code="pw_zoektermijn", handeling="pw-melding")

    start = dt.date(2026, 6, 1)
    handeling = "jeugd-aanvraag"
    regel = factory.LazyAttribute(lambda o: find_regel(o.code, o.start, variant=o.variant))

    @classmethod
    def _create(cls, model_class, *args, **velden):
        gebouwd = build_termijn(
            regel=velden.pop("regel"),
            start=velden.pop("start"),
            handeling=velden.pop("handeling"),
            kalender=kalender(),
        )
        for naam, waarde in velden.items():
            setattr(gebouwd, naam, waarde)
        gebouwd.save(force_insert=True)
        return gebouwd
