"""The catalogue in the menu."""

from hengelo_sociaal.web.navigatie import Groep, Item, Voordeur, registreer, registreer_voordeur
from voorzieningen.rechten import LEZEN, VOORSTELLEN

registreer(
    Item(
        Groep.UITVOERING,
        "Voorzieningen",
        "package",
        "voorzieningen",
        40,
        rechten=(LEZEN,),
        uitleg="Zoek hulp die past, de lichtste eerst.",
    ),
    Item(
        Groep.UITVOERING,
        "Mijn organisatie",
        "building",
        "mijn-organisatie",
        41,
        rechten=(VOORSTELLEN,),
        uitleg="Houd bij wat inwoners over uw aanbod lezen.",
    ),
)
registreer_voordeur(Voordeur("Sociale kaart", "sociale-kaart", 10))
