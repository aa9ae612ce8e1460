"""The catalogue in the menu."""

from hengelo_sociaal.web.navigatie import Groep, Item, registreer
from voorzieningen.rechten import LEZEN

registreer(
    Item(
        Groep.UITVOERING,
        "Voorzieningen",
        "package",
        "voorzieningen",
        40,
        rechten=(LEZEN,),
        uitleg="Zoek hulp die past, de lichtste eerst.",
    )
)
