"""The providers of the demo town: contracts with their prices, and help that is granted.

About 50 providers with some 60 contracts (volumes.csv: aanbieders_actief_in_hengelo); every
name and number is invented, products carry the national category codes (standaarden.md 1.3).
"""

from aanbieders.demo.contracten import make_contracts
from aanbieders.demo.toewijzingen import make_toewijzingen
from hengelo_sociaal.demo.stad import Stad


def vul(stad: Stad) -> None:
    """Fill the providers; leaves `aanbod` by product code and `toewijzingen` in `stad.vondst`."""
    stad.vondst["aanbod"] = make_contracts(stad)
    stad.vondst["toewijzingen"] = make_toewijzingen(stad)
