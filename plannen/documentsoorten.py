"""The papers of a plan: what their texts may use, with a household that does not exist."""

from dataclasses import replace
from pathlib import Path

from hengelo_sociaal.papier.document import (
    Adres,
    Alinea,
    Feiten,
    Handtekening,
    Handtekeningen,
    Kop,
    Lijst,
    Tabel,
    Toon,
)
from hengelo_sociaal.papier.soorten import Documentsoort, Onderdeel, Veld, registreer
from plannen.bezwaardocumenten import BEZWAARDOCUMENTEN

TEKSTEN = Path(__file__).parent / "bestanden" / "teksten"

_NAAM = Veld("naam", "naam van het huishouden", "huishouden De Voorbeeld")
_NUMMER = Veld("nummer", "nummer van het plan", "PL-2026-00001")
_DEELNEMERS = Veld("deelnemers", "wie er meedoen", "Roos de Voorbeeld, Tim de Voorbeeld")
_AANSPREEKPUNT = Veld(
    "aanspreekpunt",
    "naam, organisatie en telefoon van het aanspreekpunt",
    "Anna de Boer van Wijkracht, telefoon 074 000 00 00",
)
_REGISSEUR = Veld("regisseur", "naam van de regisseur", "B. Bakker")
_GEMEENTE = Veld(
    "telefoon_gemeente", "nummer van de gemeente, als er geen aanspreekpunt en regisseur is", ""
)
_WAT_TELT = Veld("wat_telt", "wat het huishouden het belangrijkst vindt", "Weer rust in huis.")
_EVALUATIES = Veld("evaluaties", "de dagen van de evaluaties", "1 maart 2027")

_DOELEN = Onderdeel(
    "doelen",
    "alle doelen met hun afspraken",
    (
        Kop("Doel 1. Ik heb weer overzicht over mijn geld"),
        Alinea(("Geld en administratie · doel van Roos de Voorbeeld",), Toon.ZACHT),
        Tabel(
            "Afspraken bij doel 1",
            ("Dit spreken we af", "Wie doet het", "Wanneer", "Soort hulp"),
            (
                ("Samen de post openen", "Wijkracht", "elke week", "Algemene voorziening"),
                ("Een regeling voor de schulden", "Stadsbank", "voor 1 maart 2027", "Maatwerk"),
            ),
            (40, 24, 18, 18),
        ),
    ),
    verplicht=True,
)
_AKKOORD = Onderdeel(
    "akkoord",
    "wie akkoord is, of plaats voor handtekeningen",
    (
        Kop("Akkoord"),
        Handtekeningen((Handtekening("Roos de Voorbeeld"), Handtekening("Tim de Voorbeeld"))),
    ),
    verplicht=True,
)
_GEEN_EVALUATIE = Onderdeel(
    "nog_geen_evaluatie", "een zin als er nog geen evaluatie is gepland", ()
)

PLAN = Documentsoort(
    "plan",
    "Plan van het huishouden",
    "Het hele plan op papier.",
    TEKSTEN / "plan.txt",
    (
        _NAAM,
        _NUMMER,
        _WAT_TELT,
        _DEELNEMERS,
        _AANSPREEKPUNT,
        _REGISSEUR,
        _GEMEENTE,
        _EVALUATIES,
    ),
    (_DOELEN, _GEEN_EVALUATIE, _AKKOORD),
)
PLAN_PERSOON = Documentsoort(
    "plan-persoon",
    "Plan van één persoon",
    "Alleen de eigen doelen en die van het hele huishouden, zonder adres.",
    TEKSTEN / "plan-persoon.txt",
    (
        *PLAN.velden,
        Veld("naam_12", "voornaam van wie 12 tot en met 15 jaar is, anders leeg", "Tim"),
        Veld("naam_16", "voornaam van wie 16 of 17 jaar is, anders leeg", ""),
    ),
    PLAN.onderdelen,
)
PLAN_PARTIJ = Documentsoort(
    "plan-partij",
    "Deel van het plan voor iemand die meekijkt",
    "Alleen de doelen die iemand van een andere organisatie mag zien.",
    TEKSTEN / "plan-partij.txt",
    (
        _NAAM,
        _NUMMER,
        _DEELNEMERS,
        _AANSPREEKPUNT,
        _REGISSEUR,
        _GEMEENTE,
        Veld("voor", "voor wie dit papier is", "Fatma Yilmaz van Wijkracht", verplicht=True),
        Veld(
            "reden",
            "waarom die persoon dit mag zien",
            "De inwoner vindt goed dat u deze doelen ziet",
            verplicht=True,
        ),
    ),
    (_DOELEN,),
)
EVALUATIE = Documentsoort(
    "evaluatie",
    "Verslag van een evaluatie",
    "Wat er is besproken en hoe ver de doelen zijn.",
    TEKSTEN / "evaluatie.txt",
    (
        _NAAM,
        _NUMMER,
        _AANSPREEKPUNT,
        _GEMEENTE,
        Veld("gehouden_op", "de dag van het gesprek", "2 november 2026", verplicht=True),
        Veld("uitkomst", "wat eruit kwam", "zo doorgaan", verplicht=True),
        Veld("verslag", "wat er is besproken", "Het gaat beter met het geld."),
        Veld("volgende", "de dag van de volgende evaluatie", "1 februari 2027"),
    ),
    (
        Onderdeel(
            "voortgang",
            "hoe ver elk doel is, volgens inwoner en medewerker",
            (
                Tabel(
                    "Voortgang",
                    ("Doel", "Volgens u", "Volgens ons"),
                    (("1. Ik heb weer overzicht over mijn geld", "Halverwege", "Kleine stap"),),
                    (50, 25, 25),
                ),
            ),
            verplicht=True,
        ),
        Onderdeel("gedaan", "de afspraken die klaar zijn", (Lijst(("Samen de post openen",)),)),
    ),
)

_BEROEP = {
    "bezwaar_tot": Veld(
        "beroep_tot", "laatste dag om in beroep te gaan", "4 januari 2027", verplicht=True
    ),
    "bezwaar_later": Veld("beroep_later", "de termijn, zolang de brief niet is verzonden", ""),
}
BESLUIT = Documentsoort(
    "besluit",
    "Brief bij een besluit",
    "Wat wij besluiten, waarom, en hoe iemand bezwaar maakt.",
    TEKSTEN / "besluit.txt",
    (
        Veld("onderwerp", "waar de brief over gaat", "U krijgt hulp: schoon huis", verplicht=True),
        Veld("kenmerk", "nummer van het besluit", "B-2026-00001", verplicht=True),
        Veld("aanhef", "de aanhef", "Geachte mevrouw De Voorbeeld,", verplicht=True),
        Veld("bezwaar_tot", "laatste dag om bezwaar te maken", "4 januari 2027", verplicht=True),
        Veld("bezwaar_later", "de termijn, zolang de brief niet is verzonden", ""),
        Veld("gemeente", "naam van de gemeente", "Hengelo"),
        Veld("ondertekenaar", "wie het besluit nam", "B. Bakker, Teamleider", verplicht=True),
    ),
    (
        Onderdeel(
            "adres",
            "aan wie, de datum en het kenmerk",
            (
                Adres(("Roos de Voorbeeld", "Dorpsstraat 1", "7550 AA Hengelo")),
                Feiten((("Datum", "23 november 2026"), ("Ons kenmerk", "B-2026-00001"))),
            ),
            verplicht=True,
        ),
        Onderdeel(
            "besluit",
            "wat is besloten en waarom",
            (
                Kop("Wat hebben wij besloten?"),
                Alinea(("U krijgt deze hulp.",)),
                Feiten((("Welke hulp", "Schoon huis"), ("Hoeveel", "3 uur per week"))),
            ),
            verplicht=True,
        ),
    ),
)

# Who objected before goes to court now (Awb 7:1 lid 1 onder a): another text with other fields.
BESLUIT_NA_BEZWAAR = replace(
    BESLUIT,
    code="besluit-na-bezwaar",
    naam="Brief bij een nieuw besluit na bezwaar",
    waarvoor="Wat wij nu besluiten, waarom, en hoe iemand naar de rechter gaat.",
    bestand=TEKSTEN / "besluit-na-bezwaar.txt",
    velden=tuple(_BEROEP.get(veld.code, veld) for veld in BESLUIT.velden),
)

registreer(
    PLAN,
    PLAN_PERSOON,
    PLAN_PARTIJ,
    EVALUATIE,
    BESLUIT,
    BESLUIT_NA_BEZWAAR,
    *BEZWAARDOCUMENTEN,
)
