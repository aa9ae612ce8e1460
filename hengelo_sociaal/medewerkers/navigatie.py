"""Where functional administrators keep users, lists and rules."""

from hengelo_sociaal.medewerkers.rechten import BEHEREN
from hengelo_sociaal.web.navigatie import Groep, Item, registreer

registreer(
    Item(
        Groep.BEHEER,
        "Beheer",
        "settings",
        "admin:index",
        90,
        rechten=(BEHEREN,),
        uitleg="Houd medewerkers, lijsten en regels bij.",
    )
)
