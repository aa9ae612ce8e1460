"""What a person checks before a besluit: the question, the law and the answer that fits."""

from collections.abc import Mapping
from dataclasses import dataclass

from plannen.enums import Besluitsoort, Leveringsvorm, Toetsantwoord, Toetscode
from plannen.models import Besluit

JA, NEE, NVT = Toetsantwoord.JA, Toetsantwoord.NEE, Toetsantwoord.NVT
HULP = ("wmo", "jeugdwet")


@dataclass(frozen=True)
class Vraag:
    """One check; `artikel` per law, which also says under which laws it is asked.

    `goed` are the answers with which help can be granted. `zekerheid` is `middel` where
    the article still waits for a jurist.
    """

    code: Toetscode
    vraag: str
    artikel: Mapping[str, str]
    goed: frozenset[Toetsantwoord]
    alleen_pgb: bool = False
    zekerheid: str = "hoog"


VRAGEN = (
    Vraag(
        Toetscode.WLZ,
        "Heeft de inwoner recht op zorg uit de Wet langdurige zorg?",
        {"wmo": "Wmo 2015 artikel 2.3.5", "jeugdwet": "Jeugdwet artikel 1.2"},
        frozenset({NEE, NVT}),
        zekerheid="middel",
    ),
    Vraag(
        Toetscode.ZVW,
        "Betaalt de zorgverzekering deze hulp?",
        {"wmo": "Wmo 2015 artikel 2.3.5", "jeugdwet": "Jeugdwet artikel 1.2"},
        frozenset({NEE, NVT}),
        zekerheid="middel",
    ),
    Vraag(
        Toetscode.WOONPLAATS,
        "Is onze gemeente verantwoordelijk?",
        {
            "jeugdwet": "Jeugdwet artikel 1.1 (woonplaatsbeginsel)",
            "wmo": "Wmo 2015 artikel 1.2.1",
            "participatiewet": "Participatiewet artikel 40",
            "wgs": "Wgs artikel 3",
        },
        frozenset({JA}),
        zekerheid="middel",
    ),
    Vraag(
        Toetscode.LICHTER,
        "Is lichtere hulp genoeg: zelf, het netwerk of een algemene voorziening?",
        {"wmo": "Wmo 2015 artikel 2.3.5 lid 3", "jeugdwet": "Jeugdwet artikel 2.3 lid 1"},
        frozenset({NEE}),
    ),
    Vraag(
        Toetscode.KEUZE,
        "Weet de inwoner dat er een keuze is tussen natura en een pgb?",
        {"wmo": "Wmo 2015 artikel 2.3.6", "jeugdwet": "Jeugdwet artikel 8.1.1"},
        frozenset({JA}),
    ),
    Vraag(
        Toetscode.PGB_BEKWAAM,
        "Kan de inwoner, zelf of met hulp, het pgb goed beheren?",
        {"wmo": "Wmo 2015 artikel 2.3.6 lid 2 onder a", "jeugdwet": "Jeugdwet artikel 8.1.1"},
        frozenset({JA}),
        alleen_pgb=True,
    ),
    Vraag(
        Toetscode.PGB_MOTIVERING,
        "Legt de inwoner uit waarom hij een pgb wil?",
        {"wmo": "Wmo 2015 artikel 2.3.6 lid 2 onder b", "jeugdwet": "Jeugdwet artikel 8.1.1"},
        frozenset({JA}),
        alleen_pgb=True,
    ),
    Vraag(
        Toetscode.PGB_KWALITEIT,
        "Is de hulp die de inwoner koopt veilig, doeltreffend en op de persoon gericht?",
        {"wmo": "Wmo 2015 artikel 2.3.6 lid 2 onder c", "jeugdwet": "Jeugdwet artikel 8.1.1"},
        frozenset({JA}),
        alleen_pgb=True,
    ),
)
ZONDER_VRAGEN = (Besluitsoort.BUITEN_BEHANDELING, Besluitsoort.INTREKKING)


def questions_for(besluit: Besluit) -> list[Vraag]:
    """The checks that belong to this besluit, in their order."""
    if besluit.soort in ZONDER_VRAGEN:
        return []
    pgb = besluit.leveringsvorm == Leveringsvorm.PGB
    return [
        vraag
        for vraag in VRAGEN
        if besluit.wet_id in vraag.artikel and (pgb or not vraag.alleen_pgb)
    ]
