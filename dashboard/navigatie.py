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
        "Begroting",
        "coin",
        "begroting",
        20,
        rechten=(BEGROTING_LEZEN,),
        uitleg="Vergelijk begroting, verplichtingen en realisatie.",
    ),
)
