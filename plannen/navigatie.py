"""What plannen brings to the menu."""

from hengelo_sociaal.medewerkers.rechten import Bereik
from hengelo_sociaal.web.navigatie import Groep, Item, registreer
from plannen.rechten import PLAN_LEZEN

registreer(
    Item(
        groep=Groep.UITVOERING,
        label="Plannen",
        icoon="target",
        url="plannen",
        volgorde=10,
        rechten=(PLAN_LEZEN,),
        minstens=Bereik.EIGEN,
        uitleg="Werk aan de doelen en afspraken van een huishouden.",
    )
)
