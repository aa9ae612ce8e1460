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
_KLACHT = (
    _NAAM,
    Veld("nummer", "nummer van de klacht", "K-2026-00001"),
    Veld("ontvangen_op", "de dag waarop de klacht kwam", "2 november 2026"),
    Veld("behandelaar", "wie de klacht behandelt", "J. de Jurist"),
    _GEMEENTE,
    _ORGANISATIE,
)
KLACHT_VERDAGING = Documentsoort(
    "klacht-verdaging",
    "Brief over meer tijd voor een klacht",
    "Wij schrijven dat het antwoord op een klacht langer duurt (Awb artikel 9:11 lid 2).",
    TEKSTEN / "klacht-verdaging.txt",
    (
        *_KLACHT,
        Veld("oude_datum", "de dag waarop we eerst klaar moesten zijn", "14 december 2026"),
        Veld("nieuwe_datum", "de nieuwe laatste dag", "11 januari 2027", verplicht=True),
        Veld("toelichting", "waarom het langer duurt", "Wij spreken nog een medewerker."),
        Veld("artikel", "het artikel dat dit toestaat", "Awb artikel 9:11 lid 2", verplicht=True),
    ),
    _BRIEF,
)
KLACHT_UITSTEL = Documentsoort(
    "klacht-uitstel",
    "Brief over verder uitstel van een klacht",
    "Wij bevestigen het uitstel waarmee de inwoner instemde (Awb artikel 9:11 lid 3).",
    TEKSTEN / "klacht-uitstel.txt",
    (
        *_KLACHT,
        Veld("ingestemd_op", "de dag waarop de inwoner instemde", "4 januari 2027", verplicht=True),
        Veld("nieuwe_datum", "de nieuwe laatste dag", "25 januari 2027", verplicht=True),
        Veld("toelichting", "waarom het langer duurt", "U bent op reis. Wij wachten op u."),
        Veld("artikel", "het artikel dat dit toestaat", "Awb artikel 9:11 lid 3", verplicht=True),
    ),
    _BRIEF,
)

registreer(BEVESTIGING, VERLENGING, OPSCHORTING, ONDERZOEK, KLACHT_VERDAGING, KLACHT_UITSTEL)
