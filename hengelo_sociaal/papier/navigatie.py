"""The texts in the menu."""

from hengelo_sociaal.medewerkers.rechten import BEHEREN
from hengelo_sociaal.web.navigatie import Groep, Item, registreer

registreer(Item(Groep.BEHEER, "Teksten", "file-text", "sjablonen", 60, rechten=(BEHEREN,)))
