"""How questions reach the municipality: each vindplaats its own stream.

Where the papers give a number it stands here as they print it; the rest is our estimate,
for the demo only (bronnen/volumes.csv; BP 4.2 and 5.1).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

ADVIES, MELDING = "informatie-en-advies", "melding"
WMO = {
    "huishoudelijke-hulp": 24,
    "individuele-begeleiding": 15,
    "vervoer": 14,
    "woningaanpassing": 9,
    "hulpmiddel": 8,
    "rolstoel": 6,
    "dagbesteding": 7,
    "mantelzorg": 5,
    "kortdurend-verblijf": 2,
    "psychische-klachten": 3,
    "eenzaamheid": 4,
    "clientondersteuning": 2,
    "beschermd-wonen": 1,
}
JEUGD = {
    "opvoeden": 22,
    "jeugdhulp": 30,
    "jeugd-ggz": 26,
    "dyslexie": 8,
    "scheiding": 9,
    "veiligheid-kind": 3,
    "pleegzorg-verblijf": 2,
}
INKOMEN = {
    "bijstand": 62,
    "bijzondere-bijstand": 20,
    "minimaregeling": 10,
    "re-integratie": 6,
    "beschut-werk": 2,
}
GELD = {"schulden": 55, "budgetbeheer": 35, "minimaregeling": 10}
WELZIJN = {"eenzaamheid": 30, "vrijwilligerswerk": 25, "mantelzorg": 20, "taal": 15, "anders": 10}
TELEFOON = {"telefoon": 0.80, "balie": 0.15, "e-mail": 0.03, "brief": 0.02}
GESPREK = {"spreekuur": 0.8, "telefoon": 0.15, "huisbezoek": 0.05}
BERICHT = {"digitaal": 0.85, "brief": 0.15}
LICHT = {ADVIES: 0.62, "algemene-voorziening": 0.28, "doorverwezen": 0.08, "open": 0.02}


def mix(*parts: tuple[float, Mapping[str, float]]) -> dict[str, float]:
    """Lists of kinds of question, each with its share."""
    mixed: dict[str, float] = {}
    for share, kinds in parts:
        total = sum(kinds.values())
        for kind, weight in kinds.items():
            mixed[kind] = mixed.get(kind, 0) + share * weight / total
    return mixed


@dataclass(frozen=True)
class Stroom:
    """Contacts of one vindplaats: how many a month, by which channel, about what, ending how."""

    vindplaats: str
    per_maand: float
    kanalen: Mapping[str, float]
    soorten: Mapping[str, float]
    uitkomsten: Mapping[str, float]
    verwijzer: str | None = None
    anoniem: float = 0.0
    buren: float = 0.0  # share of residents of Borne and Haaksbergen
    leeftijd: str = "alle"  # "kind", "volwassen" or "alle"
    namens: Mapping[str, float] = field(default_factory=lambda: {"zelf": 1.0})


ALLEMAAL_MELDING = {MELDING: 1.0}
PROFESSIONAL = {"professional": 0.7, "ouder": 0.3}
ZELF_EN_FAMILIE = {
    "zelf": 0.62,
    "partner": 0.08,
    "kind": 0.14,
    "familie": 0.04,
    "mantelzorger": 0.06,
    "professional": 0.05,
    "vertegenwoordiger": 0.01,
}

STROMEN = (
    Stroom(
        "zorgloket",
        1100,
        TELEFOON,
        mix((0.80, WMO), (0.07, JEUGD), (0.05, INKOMEN), (0.04, GELD), (0.04, WELZIJN)),
        {ADVIES: 0.605, MELDING: 0.315, "algemene-voorziening": 0.05, "doorverwezen": 0.03},
        anoniem=0.24,
        namens=ZELF_EN_FAMILIE,
    ),
    Stroom("wijkracht", 230, GESPREK, mix((0.6, WELZIJN), (0.25, WMO), (0.15, GELD)), LICHT),
    Stroom("wijkracht", 45, GESPREK, WMO, ALLEMAAL_MELDING),
    Stroom("bibliotheek", 40, {"spreekuur": 0.7, "balie": 0.3}, WELZIJN, LICHT, anoniem=0.7),
    Stroom("budgetalert", 50, GESPREK, GELD, LICHT | {MELDING: 0.2}),
    Stroom("website", 95, {"digitaal": 1.0}, mix((0.7, WMO), (0.3, GELD)), LICHT, anoniem=0.4),
    Stroom("school-ikc", 55, GESPREK, JEUGD, LICHT, leeftijd="kind", namens=PROFESSIONAL),
    Stroom("poh-jeugd", 60, GESPREK, JEUGD, LICHT, leeftijd="kind", namens={"ouder": 1.0}),
    Stroom("leerplicht", 18, GESPREK, {"schoolverzuim": 1.0}, LICHT, leeftijd="kind"),
    Stroom("woningcorporatie", 14, BERICHT, GELD, {MELDING: 0.6, ADVIES: 0.4}),
    Stroom("werkplein", 70, TELEFOON, INKOMEN, LICHT, buren=0.3, leeftijd="volwassen"),
    Stroom("werkplein", 16, {"balie": 1.0}, INKOMEN, ALLEMAAL_MELDING, leeftijd="volwassen"),
    Stroom("werk-nl", 78, {"digitaal": 1.0}, INKOMEN, ALLEMAAL_MELDING, buren=0.28,
           leeftijd="volwassen"),
    Stroom("huisarts", 43, BERICHT, JEUGD, ALLEMAAL_MELDING, "huisarts", leeftijd="kind",
           namens=PROFESSIONAL),
    Stroom("huisarts", 7, BERICHT, JEUGD, ALLEMAAL_MELDING, "kinderarts", leeftijd="kind",
           namens=PROFESSIONAL),
    Stroom("jeugdgezondheidszorg", 7, BERICHT, JEUGD, ALLEMAAL_MELDING, "jeugdarts",
           leeftijd="kind", namens=PROFESSIONAL),
    Stroom("jeugdgezondheidszorg", 35, GESPREK, JEUGD, LICHT, leeftijd="kind"),
    Stroom("gecertificeerde-instelling", 10, BERICHT, mix((1.0, JEUGD)), ALLEMAAL_MELDING,
           "gecertificeerde-instelling", leeftijd="kind", namens={"professional": 1.0}),
    Stroom("school-ikc", 9, GESPREK, JEUGD, ALLEMAAL_MELDING, leeftijd="kind"),
)  # fmt: skip
