"""The kinds of letters about an objection, with an example of each."""

from pathlib import Path

from hengelo_sociaal.papier.document import Adres, Alinea, Feiten, Kop
from hengelo_sociaal.papier.soorten import Documentsoort, Onderdeel, Veld
from plannen.enums import Bezwaarbriefsoort

TEKSTEN = Path(__file__).parent / "bestanden" / "teksten"

_GEMEEN = (
    Veld("kenmerk", "nummer van het bezwaar", "BZ-2026-00001", verplicht=True),
    Veld("aanhef", "de aanhef", "Geachte mevrouw De Voorbeeld,", verplicht=True),
    Veld("besluit", "nummer van het besluit", "B-2026-00001", verplicht=True),
    Veld("besluit_van", "de dag waarop het besluit is verzonden", "2 november 2026"),
    Veld("waarover", "waar het besluit over gaat", "hulp bij het huishouden"),
    Veld("ontvangen_op", "de dag waarop het bezwaar kwam", "10 november 2026"),
    Veld("gemeente", "naam van de gemeente", "Hengelo"),
    Veld("ondertekenaar", "wie de brief schreef", "J. Jansen, Jurist", verplicht=True),
)
_BESLISSEN = Veld(
    "beslissen_voor", "laatste dag om te beslissen", "25 januari 2027", verplicht=True
)
_ADRES = Onderdeel(
    "adres",
    "aan wie, de datum en het kenmerk",
    (
        Adres(("Roos de Voorbeeld", "Dorpsstraat 1", "7550 AA Hengelo")),
        Feiten((("Datum", "12 november 2026"), ("Ons kenmerk", "BZ-2026-00001"))),
    ),
    verplicht=True,
)
_BESLISSING = Onderdeel(
    "beslissing",
    "wat is beslist, waarom, en of er is gehoord",
    (
        Kop("Wat beslissen wij?"),
        Alinea(("U krijgt gelijk. Uw bezwaar is gegrond.",)),
        Kop("Waarom beslissen wij dit?"),
        Alinea(("Uw dochter kan u niet meer helpen. Dat wisten wij nog niet.",)),
    ),
    verplicht=True,
)


def _letter(
    soort: Bezwaarbriefsoort, waarvoor: str, *velden: Veld, delen: tuple[Onderdeel, ...] = ()
) -> Documentsoort:
    return Documentsoort(
        soort.value,
        f"Bezwaar: {str(soort.label)[:1].lower()}{str(soort.label)[1:]}",
        waarvoor,
        TEKSTEN / f"{soort.value}.txt",
        (*_GEMEEN, *velden),
        (_ADRES, *delen),
    )


BEZWAARDOCUMENTEN = (
    _letter(
        Bezwaarbriefsoort.ONTVANGST,
        "Dat het bezwaar binnen is, en wat er nu gebeurt (Awb artikel 6:14).",
        _BESLISSEN,
        Veld("te_laat", "de dag van ontvangst als het bezwaar te laat kwam, anders leeg", ""),
    ),
    _letter(
        Bezwaarbriefsoort.AANVULLEN,
        "Wat er nog mist, en tot wanneer dat kan komen (Awb artikel 6:6 en 7:10).",
        Veld("aanvullen_tot", "laatste dag om aan te vullen", "8 december 2026", verplicht=True),
    ),
    _letter(
        Bezwaarbriefsoort.UITNODIGING,
        "Wanneer iemand zijn verhaal kan vertellen (Awb artikel 7:2 en 7:4).",
        Veld(
            "hoorzitting_op",
            "dag en tijd van de hoorzitting",
            "15 december 2026 om 10.00 uur",
            verplicht=True,
        ),
        Veld("stukken_tot", "laatste dag om papieren te sturen", "5 december 2026"),
        Veld("inzage_vanaf", "vanaf welke dag de papieren te lezen zijn", "8 december 2026"),
    ),
    _letter(
        Bezwaarbriefsoort.UITSTEL,
        "Dat de beslissing zes weken later komt (Awb artikel 7:10 lid 3).",
        _BESLISSEN,
    ),
    _letter(
        Bezwaarbriefsoort.BESLISSING,
        "Wat wij beslissen, waarom, en hoe iemand naar de rechter gaat (Awb artikel 7:12 en 6:23).",
        Veld(
            "onderwerp", "waar de brief over gaat", "U krijgt gelijk met uw bezwaar", verplicht=True
        ),
        Veld("beroep_tot", "laatste dag om in beroep te gaan", "8 maart 2027", verplicht=True),
        delen=(_BESLISSING,),
    ),
)
