"""What is there to help, who offers it, where, and what people miss."""

from voorzieningen.models.gemis import Gemis
from voorzieningen.models.organisaties import Locatie, Organisatie
from voorzieningen.models.voorzieningen import Doelgroep, Voorziening
from voorzieningen.models.woorden import Synoniem

__all__ = ["Doelgroep", "Gemis", "Locatie", "Organisatie", "Synoniem", "Voorziening"]
