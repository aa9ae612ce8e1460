"""What plannen brings to the menu."""

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik
from hengelo_sociaal.web.navigatie import Groep, Item, registreer
from plannen.queries.besluit.lijst import to_judge
from plannen.rechten import BESLUIT_LEZEN, BESLUIT_NEMEN, PLAN_LEZEN


def waiting_besluiten(by: Medewerker) -> int:
    """How many besluiten wait for a second reader who may decide."""
    return to_judge(by, op=vandaag()).count() if BESLUIT_NEMEN.van(by) else 0


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
registreer(
    Item(
        groep=Groep.UITVOERING,
        label="Besluiten",
        icoon="gavel",
        url="besluiten",
        volgorde=15,
        rechten=(BESLUIT_LEZEN,),
        minstens=Bereik.EIGEN,
        teller=waiting_besluiten,
        uitleg="Besluiten opstellen, beoordelen en verzenden.",
    )
)
registreer(
    Item(
        groep=Groep.UITVOERING,
        label="Bezwaren",
        icoon="scale",
        url="bezwaren",
        volgorde=16,
        rechten=(BESLUIT_LEZEN,),
        minstens=Bereik.EIGEN,
        uitleg="Bezwaren tegen besluiten, met hun termijnen.",
    )
)
