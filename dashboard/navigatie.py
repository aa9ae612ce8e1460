"""Figures and budgets in the menu."""

from dashboard.rechten import BEGROTING_LEZEN, LEZEN
from hengelo_sociaal.web.navigatie import Groep, Item, registreer

registreer(
    Item(
        Groep.STURING,
        "Dashboard",
        "chart-bar",
        "dashboard",
        10,
        rechten=(LEZEN,),
        uitleg="Bekijk de cijfers, streefwaarden en trends.",
    ),
    Item(
        Groep.STURING,
        "Wijken",
        "map-pin",
        "wijken",
        12,
        rechten=(LEZEN,),
        uitleg="Vergelijk wijken en buurten: wat er is, wat ontbreekt.",
    ),
    Item(
        Groep.STURING,
        "Preventie",
        "target",
        "preventie",
        14,
        rechten=(LEZEN,),
        uitleg="Zie wat interventies bereiken en wat de wijk oppakt.",
    ),
    Item(
        Groep.STURING,
        "Begroting",
        "coin",
        "begroting",
        20,
        rechten=(BEGROTING_LEZEN,),
        uitleg="Vergelijk begroting, verplichtingen en realisatie.",
    ),
)
