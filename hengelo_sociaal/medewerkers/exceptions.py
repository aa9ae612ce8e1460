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


register_constraint("verlof_geen_overlap", VerlofOverlapt)
