"""The catalogue of the demo town: the shipped examples, places in every wijk, and what is missed.

The provisions are those that the municipality's papers name; the meeting places are invented.
"""

import datetime as dt

from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.gebieden.models import Buurt, Wijk
from voorzieningen.domain.catalogus import load_catalogus
from voorzieningen.models import Gemis, Locatie, Organisatie, Voorziening

BRON = "verzonnen voor de demo"
# Who has places in the wijken, how they are called, in how many wijken, and what is done there.
PLEKKEN = (
    (
        "wijkracht",
        "Wijkpunt",
        10,
        ("wijkteam-wijkracht", "maatschappelijk-werk", "buurtcentra", "mantelzorgcafe"),
    ),
    ("swoh", "Ontmoetingsplek", 6, ("ouderensocieteit", "swoh-ouderenwerk", "ouderenadviseur")),
    ("bibliotheek-hengelo", "Leesplek", 4, ("taallessen",)),
    ("ggd-twente", "Consultatiebureau", 5, ("jeugdgezondheidszorg", "prenatale-voorlichting")),
    ("budgetalert", "Spreekuur BudgetAlert", 4, ("budgetalert",)),
)
# Provisions that are there in some wijken only: where they are not, people miss them.
ALLEEN_IN = {
    "jongerensoos": ("WK016402", "WK016403", "WK016405"),
    "ouderensocieteit": ("WK016400", "WK016401", "WK016404", "WK016406", "WK016407"),
    "dag-en-vrijetijd-in-de-wijk": ("WK016400", "WK016401", "WK016405"),
    "doe-boerderij": ("WK016409", "WK016408"),
    "jeugdkracht": ("WK016403", "WK016405", "WK016402"),
}
WACHTEN = {"sociale-vaardigheidstraining": 56, "taallessen": 28, "goed-uit-elkaar": 21}
PLAATSEN = {"sociale-vaardigheidstraining": 24, "taallessen": 120, "ouderensocieteit": 60}
# Kind of question, leefgebied, wijk and what is missing, with how often it is told.
GEMIS = (
    ("eenzaamheid", "netwerk", "WK016408", "Geen inloop overdag voor ouderen in deze wijk.", 9),
    ("eenzaamheid", "netwerk", "WK016402", "De inloop is vol, er is een wachtlijst.", 5),
    ("dagbesteding", "werk-en-dagbesteding", "WK016404", "Niets voor mannen onder de 65.", 7),
    ("dagbesteding", "werk-en-dagbesteding", "WK016409", "Alles is in de stad, geen vervoer.", 4),
    ("taal", "leren", "WK016403", "Taalles is alleen overdag, niet na het werk.", 6),
    ("mantelzorg", "netwerk", None, "Geen oppas aan huis in de avond.", 6),
    ("opvoeden", "opvoeden", "WK016405", "Geen spreekuur opvoeden na vijf uur.", 4),
    ("vervoer", "meedoen", "WK016409", "De vrijwillige vervoerdienst komt hier niet.", 5),
    ("budgetbeheer", "geld", "WK016403", "Hulp met post zonder afspraak ontbreekt.", 5),
    ("huishoudelijke-hulp", "wonen", None, "Geen betaalbare hulp voor licht werk.", 4),
)


def vul(stad: Stad) -> None:
    """Load the catalogue by its own operation; leaves `stad.vondst["voorzieningen"]` by code."""
    beleid = stad.vondst["medewerkers"]["beleid"]
    load_catalogus(by=beleid, at=stad.tijdstip(stad.van), op=stad.van - dt.timedelta(days=365))
    _open_places(stad)
    _narrow_down()
    _miss(stad)
    stad.vondst["voorzieningen"] = {one.code: one for one in Voorziening.objects.all()}


def _open_places(stad: Stad) -> None:
    """Places over the wijken, each in one of its buurten."""
    buurten: dict[str, list[Buurt]] = {}
    living = Buurt.objects.exclude(soort="bedrijventerrein").select_related("wijk").order_by("code")
    for buurt in living:
        buurten.setdefault(buurt.wijk_id, []).append(buurt)
    provisions = {one.code: one for one in Voorziening.objects.all()}
    for code, naam, number, done_there in PLEKKEN:
        organisatie = Organisatie.objects.get(code=code)
        for wijk in sorted(stad.rng.sample(sorted(buurten), number)):
            buurt = stad.rng.choice(buurten[wijk])
            plek = Locatie.objects.create(
                id=stad.kenmerk(stad.tijdstip(stad.van)),
                organisatie=organisatie,
                naam=f"{naam} {buurt.wijk.naam}",
                buurt=buurt,
                bron=BRON,
            )
            for one in done_there:
                provisions[one].locaties.add(plek)


def _narrow_down() -> None:
    for code, wijken in ALLEEN_IN.items():
        Voorziening.objects.get(code=code).wijken.set(Wijk.objects.filter(code__in=wijken))
    for code, days in WACHTEN.items():
        Voorziening.objects.filter(code=code).update(wachttijd_dagen=days)
    for code, places in PLAATSEN.items():
        Voorziening.objects.filter(code=code).update(plaatsen=places)


def _miss(stad: Stad) -> None:
    """What consulenten told that is not there, in the last half year."""
    medewerker = stad.vondst["medewerkers"]["consulent"]
    rows = []
    for soort, leefgebied, wijk, toelichting, times in GEMIS:
        for _ in range(times):
            days = stad.rng.randrange(1, min(180, (stad.tot - stad.van).days + 2))
            moment = stad.tijdstip(stad.tot - dt.timedelta(days=days))
            rows.append(
                Gemis(
                    id=stad.kenmerk(moment),
                    soort=soort,
                    leefgebied_id=leefgebied,
                    wijk_id=wijk,
                    toelichting=toelichting,
                    gemeld_door=medewerker,
                    gemeld_op=moment,
                )
            )
    stad.bewaar(Gemis, rows)
