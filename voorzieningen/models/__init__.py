"""What is there to help, who offers it, where and when, and what people miss."""

from voorzieningen.models.activiteiten import Activiteit, Opkomst
from voorzieningen.models.bijhouden import Partner, Versie, Voorstel
from voorzieningen.models.collectief import Businesscase, Collectief
from voorzieningen.models.fouten import Foutmelding
from voorzieningen.models.gemis import Gemis
from voorzieningen.models.gezocht import Zoekwoord
from voorzieningen.models.interventies import Interventie, Interventiejaar
from voorzieningen.models.organisaties import Locatie, Organisatie
from voorzieningen.models.voorzieningen import Doelgroep, Voorziening
from voorzieningen.models.wijziging import Cataloguswijziging
from voorzieningen.models.woorden import Synoniem

__all__ = [
    "Activiteit",
    "Businesscase",
    "Cataloguswijziging",
    "Collectief",
    "Doelgroep",
    "Foutmelding",
    "Gemis",
    "Interventie",
    "Interventiejaar",
    "Locatie",
    "Opkomst",
    "Organisatie",
    "Partner",
    "Synoniem",
    "Versie",
    "Voorstel",
    "Voorziening",
    "Zoekwoord",
]
