"""Eleven named households with complete, lawful stories, for the demo, the guide and the tests.

Described for people in docs/handleiding/verhalen.md.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.termijnen.exceptions import FeestdagenOnbekend
from plannen.demo.verhalen import bezwaar, gezinnen, inkomen, jolanda, ouderen
from plannen.demo.verhalen.uitvragen import tell_uitvragen
from plannen.demo.verhalen.verteller import Verteller
from toegang.domain.termijnen import mark_passed_terms
from toegang.models import Huishouden


@dataclass(frozen=True)
class Verhaal:
    """A story: whom to search for, and what it shows."""

    code: str
    titel: str
    zoek: str
    toont: str
    vertel: Callable[[Verteller], Huishouden]


VERHALEN = (
    Verhaal(
        "jolanda",
        "Jolanda Brinkman",
        "Brinkman",
        "Eén plan over vier wetten: begeleiding, dagbesteding, schulden en een kind in pleegzorg.",
        jolanda.vertel,
    ),
    Verhaal(
        "scheiding",
        "Gezin Jansen-de Boer",
        "Jansen-de Boer",
        "Een scheiding met huurachterstand; het plan is veranderd na de vaststelling.",
        gezinnen.jansen_de_boer,
    ),
    Verhaal(
        "mantelzorg",
        "Gerrit en Riek ter Horst",
        "Horst",
        "Een ouder echtpaar met een dochter als mantelzorger; een tweede vraag komt erbij.",
        ouderen.ter_horst,
    ),
    Verhaal(
        "achttien",
        "Emre Demir",
        "Demir",
        "Een jongere die bijna 18 wordt: van de Jeugdwet naar de Wmo.",
        gezinnen.demir,
    ),
    Verhaal(
        "ontruiming",
        "Gezin Visser",
        "Visser",
        "Een dreigende ontruiming: een gesprek binnen drie werkdagen.",
        inkomen.visser,
    ),
    Verhaal(
        "zoektermijn",
        "Luuk Scholten",
        "Scholten",
        "Bijstand onder de 27 jaar: eerst vier weken zelf zoeken.",
        inkomen.scholten,
    ),
    Verhaal(
        "traplift",
        "Wilma Hofstede",
        "Hofstede",
        "Een onderzoek dat over de zes weken heen is.",
        ouderen.hofstede,
    ),
    Verhaal(
        "eenzaam",
        "Truus Meijer",
        "Meijer",
        "Alleen algemene voorzieningen, geen maatwerk.",
        ouderen.meijer,
    ),
    Verhaal(
        "verwijzing",
        "Noor Bakker",
        "Bakker",
        "Jeugdhulp na verwijzing door de huisarts, zonder besluit van de gemeente.",
        gezinnen.bakker,
    ),
    Verhaal(
        "borne",
        "Petra Kuiper in Borne",
        "Kuiper",
        "Inkomen voor een inwoner van Borne; de termijn staat stil.",
        inkomen.kuiper,
    ),
    Verhaal(
        "bezwaar",
        "Hetty Wolters",
        "Wolters",
        "Een pgb voor de helft, een bezwaar dat gegrond is, en een nieuw besluit.",
        bezwaar.wolters,
    ),
)


def tell_stories(stad: Stad) -> dict[str, Huishouden]:
    """Tell them all; a story that needs a year without known decree days is left out."""
    verteller = Verteller(stad)
    told = {}
    for verhaal in stad.toon(VERHALEN, "verhalen"):
        try:
            with transaction.atomic():
                told[verhaal.code] = verhaal.vertel(verteller)
        except FeestdagenOnbekend:
            continue
    tell_uitvragen(verteller, told)
    morning = stad.tijdstip(stad.tot).replace(hour=0, minute=0, second=0)
    mark_passed_terms(by=Medewerker.objects.systeem(), at=morning)
    return told
