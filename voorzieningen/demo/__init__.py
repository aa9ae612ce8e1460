"""The catalogue of the demo town: what is there, where, when, who comes, and what is missed."""

from hengelo_sociaal.demo.stad import Stad
from voorzieningen.demo import aanbod, activiteiten, bijhouden, contact, interventies, wijkaanbod


def vul(stad: Stad) -> None:
    """Load the catalogue by its own operation; leaves `stad.vondst["voorzieningen"]` by code."""
    aanbod.vul(stad)
    contact.vul(stad)
    activiteiten.vul(stad)
    bijhouden.vul(stad)
    interventies.vul(stad)
    wijkaanbod.vul(stad)
