"""What is there in some wijken only, so that every wijk has holes of its own; all invented.

The papers name what is there for the whole town, and hardly anything for who has a problem
already: without this every wijk would miss the same. Beside what they name stand a few
projects of known organisations, each in some wijken.
"""

import datetime as dt
from dataclasses import dataclass

from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.gebieden.models import Wijk
from hengelo_sociaal.waarden.models import Leefgebied
from voorzieningen.enums import Preventieniveau, Soort, Vorm
from voorzieningen.models import Organisatie, Voorziening

BRON = "verzonnen voor de demo"


@dataclass(frozen=True)
class Project:
    """A project of an organisation for who has a problem already, in these wijken."""

    code: str
    naam: str
    omschrijving: str
    organisatie: str
    leefgebieden: tuple[str, ...]
    wijken: tuple[str, ...]


PROJECTEN = (
    Project(
        "maatje-na-opname",
        "Maatje na een opname",
        "Na een opname loopt een vrijwilliger een half jaar met u mee: koffie, een wandeling, "
        "samen naar een eerste activiteit.",
        "humanitas",
        ("netwerk", "meedoen"),
        ("WK016400", "WK016403", "WK016405", "WK016407"),
    ),
    Project(
        "schuldhulp-aan-huis",
        "Schuldhulpmaatje aan huis",
        "Een getrainde vrijwilliger helpt u thuis om uw post en rekeningen bij te houden terwijl "
        "u schulden aflost.",
        "budgetalert",
        ("geld",),
        ("WK016401", "WK016403", "WK016404", "WK016405"),
    ),
    Project(
        "gezinsgroep-na-hulp",
        "Gezinsgroep na jeugdhulp",
        "Ouders van wie een kind jeugdhulp had, helpen elkaar om het thuis goed te houden.",
        "loes",
        ("opvoeden",),
        ("WK016402", "WK016403", "WK016406"),
    ),
    Project(
        "werkplaats-met-begeleiding",
        "Wijkwerkplaats met begeleiding",
        "U werkt een paar dagdelen in de week in een werkplaats in de wijk, met iemand die u helpt "
        "om het vol te houden.",
        "swb",
        ("werk-en-dagbesteding",),
        ("WK016401", "WK016405", "WK016408"),
    ),
    Project(
        "leerplek-thuiszitters",
        "Leerplek voor wie thuis zit",
        "Een rustige plek om weer te leren voor jongeren die niet naar school gaan.",
        "wijkracht",
        ("leren", "meedoen"),
        ("WK016402", "WK016403"),
    ),
)


def vul(stad: Stad) -> None:
    """The projects, in their wijken; no dice are thrown that others count on."""
    own = Stad(stad.tot, stad.maanden, stad.zaad + 5, stad.schaal, stad.stil)
    since = stad.van - dt.timedelta(days=200)
    for project in PROJECTEN:
        moment = own.tijdstip(stad.van)
        made = Voorziening.objects.create(
            id=own.kenmerk(moment),
            code=project.code,
            naam=project.naam,
            omschrijving=project.omschrijving,
            soort=Soort.ALGEMEEN,
            vorm=Vorm.COLLECTIEF,
            preventieniveau=Preventieniveau.GEINDICEERD,
            organisatie=Organisatie.objects.get(code=project.organisatie),
            aanmelden="Bel of mail de organisatie, of vraag het wijkteam.",
            kosten="Gratis.",
            geldig_van=since,
            gecontroleerd_op=stad.tot - dt.timedelta(days=30),
            gewijzigd_op=moment,
            bron=BRON,
        )
        made.leefgebieden.set(Leefgebied.objects.filter(code__in=project.leefgebieden))
        made.wijken.set(Wijk.objects.filter(code__in=project.wijken))
