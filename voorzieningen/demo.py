"""The catalogue of the demo town: what the municipality's own papers name."""

import datetime as dt

from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.medewerkers.models import Medewerker
from voorzieningen.domain.catalogus import load_catalogus
from voorzieningen.models import Voorziening


def vul(stad: Stad) -> None:
    """Load the catalogue; leaves the provisions by code in `stad.vondst["voorzieningen"]`."""
    at = dt.datetime.combine(stad.van, dt.time(9), tzinfo=AMSTERDAM)
    load_catalogus(by=Medewerker.objects.systeem(), at=at, op=stad.van)
    stad.vondst["voorzieningen"] = {each.code: each for each in Voorziening.objects.all()}
