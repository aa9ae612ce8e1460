"""The front door of the demo town: who lives where, what they asked and what became of it.

The volumes follow the papers (bronnen/volumes.csv): 1,100 contacts a month at the
Zorgloket, four in five by telephone, three in five information and advice, 300 to 400
meldingen Wmo, about a hundred for youth and for income, each from its own vindplaatsen.
"""

from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.demo.vullen import measure
from toegang.demo.aanbod import make_offers
from toegang.demo.contacten import Geregistreerd, make_contacts
from toegang.demo.eigen import own_chance
from toegang.demo.huishoudens import make_households
from toegang.demo.meldingen import make_meldingen
from toegang.demo.rondom import make_surroundings
from toegang.demo.samen import work_together
from toegang.demo.signalen import make_signals
from toegang.demo.uitvragen import make_uitvragen
from toegang.demo.waardering import make_waarderingen
from toegang.demo.website import make_webvragen


def vul(stad: Stad) -> None:
    """Fill the front door; leaves the households and meldingen in `stad.vondst`."""
    stad.vondst["huishoudens"] = make_households(stad)
    stad.vondst["meldingen"] = make_meldingen(stad, _register(stad))
    make_uitvragen(stad, stad.vondst["meldingen"])
    make_webvragen(stad)
    make_surroundings(stad)
    make_offers(stad)
    measure(stad)  # what follows goes through the operations, which read what was filled
    work_together(stad, stad.vondst["meldingen"])
    make_signals(stad)


def _register(stad: Stad) -> list[Geregistreerd]:
    """All contacts, with what was said about them; only those that led on are kept."""
    own = own_chance(stad)
    led_on = []
    for month in make_contacts(stad):
        make_waarderingen(own, month)
        led_on += [one for one in month if one.leidt_tot_melding]
    return led_on
