"""What is refused about accounts and leave."""

from hengelo_sociaal.kern.beperkingen import register_constraint
from hengelo_sociaal.kern.fouten import Conflict, OngeldigeInvoer


class VerlofOverlapt(Conflict):
    """Somebody is away once at a time, with one substitute."""

    code = "verlof-overlapt"
    melding = "In deze dagen staat al verlof. Pas dat verlof aan of kies andere dagen."


class GeenVervanger(OngeldigeInvoer):
    """A substitute does the same work and is there in those days."""

    code = "geen-vervanger"
    melding = "Deze collega kan u niet vervangen."


class AlBetrokken(Conflict):
    """On one ground somebody is involved with a household once at a time."""

    code = "al-betrokken"
    melding = (
        "Deze collega is in deze dagen al betrokken bij dit huishouden. "
        "Vernieuw de pagina en probeer het nog een keer."
    )


register_constraint("verlof_geen_overlap", VerlofOverlapt)
register_constraint("betrokkenheid_geen_overlap", AlBetrokken)
