"""How to reach the organisations of the demo town; all invented but the lines for danger.

The numbers cannot be dialled (behind a Dutch area code no number begins with 0) and the
domains end in `.example`. A line for danger has its real number: nobody should find a wrong
one there.
"""

from hengelo_sociaal.demo.adressen import Straat, lay_streets
from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.gebieden.models import Buurt
from voorzieningen.demo.aanbod import BRON
from voorzieningen.models import Locatie, Organisatie

LIJNEN = {"veilig-thuis-twente": "0800 2000", "113": "0800 0113"}
CENTRUM = "BU01640000"
KANTOOR = "Kantoor"


def vul(stad: Stad) -> None:
    """A telephone number, site, mail address and a place to go for every organisation."""
    own = Stad(stad.tot, stad.maanden, stad.zaad + 6, stad.schaal, stad.stil)
    organisaties = list(Organisatie.objects.order_by("code"))
    for number, organisatie in enumerate(organisaties, start=1):
        _reach(organisatie, number)
    Organisatie.objects.bulk_update(organisaties, ["telefoon", "website", "email"])
    without = Organisatie.objects.filter(locaties=None).exclude(code__in=LIJNEN)
    offices = [
        Locatie(
            id=own.kenmerk(own.tijdstip(own.van)),
            organisatie=organisatie,
            naam=f"{KANTOOR} {organisatie.naam}",
            buurt_id=CENTRUM,
            bron=BRON,
        )
        for organisatie in without.order_by("code")
    ]
    own.bewaar(Locatie, offices)
    _addresses()


def _reach(organisatie: Organisatie, number: int) -> None:
    organisatie.telefoon = LIJNEN.get(organisatie.code, f"074 000 01 {number:02}")
    if organisatie.code not in LIJNEN:
        organisatie.website = f"https://www.{organisatie.code}.example/"
        organisatie.email = f"info@{organisatie.code}.example"


def _addresses() -> None:
    """Every place at a house in a street of its buurt that does not exist."""
    buurten = Buurt.objects.exclude(soort="bedrijventerrein").values_list("code", "wijk_id")
    streets: dict[str, list[Straat]] = {}
    for street in lay_streets(list(buurten)):
        streets.setdefault(street.buurt, []).append(street)
    places = list(Locatie.objects.order_by("organisatie__code", "naam"))
    for number, place in enumerate(places):
        there = streets[place.buurt_id or CENTRUM]
        street = there[number % len(there)]
        place.straat, place.postcode = street.naam, street.postcode
        place.huisnummer = str(101 + number)
    Locatie.objects.bulk_update(places, ["straat", "huisnummer", "postcode"])
