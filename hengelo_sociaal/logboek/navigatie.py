"""The log in the menu."""

from hengelo_sociaal.medewerkers.rechten import TOEGANGSLOG_LEZEN
from hengelo_sociaal.web.navigatie import Groep, Item, registreer

registreer(
    Item(
        Groep.BEHEER,
        "Toegangslog",
        "history",
        "toegangslog",
        80,
        rechten=(TOEGANGSLOG_LEZEN,),
        uitleg="Zie wie waarom in een dossier keek.",
    )
)
