"""Letters and the report of a melding: what their texts may use, with an example."""

from pathlib import Path

from hengelo_sociaal.papier.document import Adres, Alinea, Feiten, Kop
from hengelo_sociaal.papier.soorten import Documentsoort, Onderdeel, Veld, registreer
from toegang.queries.brieven import seven_points, signature_of

TEKSTEN = Path(__file__).parent / "bestanden" / "teksten"

_NAAM = Veld("naam", "naam van de inwoner", "mevrouw R. de Voorbeeld")
_NUMMER = Veld("nummer", "nummer van de melding", "WM-2026-00001")
_VRAAG = Veld("vraag", "waar de vraag over gaat", "hulp bij het huishouden")
_GEMEENTE = Veld("telefoon_gemeente", "telefoonnummer van de gemeente", "14 074")
_ORGANISATIE = Veld("organisatie", "naam van de gemeente", "Gemeente Voorbeeld")
_ALTIJD = (_NAAM, _NUMMER, _VRAAG, _GEMEENTE, _ORGANISATIE)

_ADRES = Onderdeel(
    "adres",
    "naam en adres; bij een geheim adres alleen de naam",
    (Adres(("Mevrouw R. de Voorbeeld", "Voorbeeldstraat 1", "7551 AA Hengelo")),),
    verplicht=True,
)
_KENMERKEN = Onderdeel(
    "kenmerken",
    "kenmerk en datum",
    (Feiten((("Ons kenmerk", "WM-2026-00001"), ("Datum", "2 november 2026"))),),
)
_BRIEF = (_ADRES, _KENMERKEN)

BEVESTIGING = Documentsoort(
    "bevestiging-melding",
    "Bevestiging van een melding",
    "Wij schrijven dat de melding er is en wat er nu gebeurt (Wmo artikel 2.3.2).",
    TEKSTEN / "bevestiging-melding.txt",
    (
        *_ALTIJD,
        Veld("ontvangen_op", "de dag van de melding", "2 november 2026", verplicht=True),
        Veld(
            "onderzoek_tot", "laatste dag van het onderzoek, alleen bij de Wmo", "14 december 2026"
        ),
        Veld(
            "persoonlijk_plan_tot",
            "laatste dag voor een persoonlijk plan, alleen bij de Wmo",
            "9 november 2026",
        ),
        Veld("consulent", "de contactpersoon", "A. Nijhuis"),
    ),
    _BRIEF,
)
VERLENGING = Documentsoort(
    "verlenging",
    "Brief over meer tijd",
    "Wij schrijven dat beslissen langer duurt (Awb artikel 4:14).",
    TEKSTEN / "verlenging.txt",
    (
        *_ALTIJD,
        Veld("oude_datum", "de dag waarop we eerst klaar moesten zijn", "1 december 2026"),
        Veld("nieuwe_datum", "de nieuwe laatste dag", "26 januari 2027", verplicht=True),
        Veld("toelichting", "waarom het langer duurt", "We wachten op advies van een arts."),
        Veld("artikel", "het artikel dat dit toestaat", "Awb artikel 4:14", verplicht=True),
    ),
    _BRIEF,
)
OPSCHORTING = Documentsoort(
    "opschorting",
    "Brief over wachten",
    "Wij schrijven dat de tijd om te beslissen stilstaat (Awb artikel 4:15).",
    TEKSTEN / "opschorting.txt",
    (
        *_ALTIJD,
        Veld("reden", "waarom de tijd stilstaat", "de aanvraag is niet compleet", verplicht=True),
        Veld("toelichting", "wat we nog nodig hebben", "Een kopie van uw huurcontract."),
        Veld("hersteltermijn", "laatste dag om het te geven", "16 november 2026"),
        Veld("uitnodiging_op", "de dag van deze brief", "2 november 2026", verplicht=True),
        Veld("artikel", "het artikel dat dit toestaat", "Awb artikel 4:15 en 4:5", verplicht=True),
    ),
    _BRIEF,
)
ONDERZOEK = Documentsoort(
    "onderzoeksverslag",
    "Verslag van het onderzoek",
    "De schriftelijke weergave van het onderzoek, met de zeven punten (Wmo artikel 2.3.2).",
    TEKSTEN / "onderzoeksverslag.txt",
    (
        *_ALTIJD,
        Veld("toelichting", "wat de inwoner vertelde", "Ik kan niet meer goed traplopen."),
        Veld("uitkomst", "of er ondersteuning nodig is", "Er is ondersteuning nodig."),
    ),
    (
        _KENMERKEN,
        Onderdeel(
            "bezoeken",
            "het verslag van het huisbezoek",
            (Kop("Ons gesprek bij u thuis"), Alinea(("Mevrouw laat haar huis zien.",))),
        ),
        Onderdeel(
            "zeven_punten",
            "de zeven punten van de wet",
            (seven_points({"a": "Veilig blijven wonen in mijn eigen huis."}),),
            verplicht=True,
        ),
        Onderdeel(
            "ondertekening",
            "plaats voor de handtekening van de inwoner",
            (signature_of(["R. de Voorbeeld"]),),
        ),
    ),
)

registreer(BEVESTIGING, VERLENGING, OPSCHORTING, ONDERZOEK)
