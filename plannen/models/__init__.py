"""Facts and constraints of the plan."""

from plannen.models.afspraak import Afspraak, Wetswisselingregel
from plannen.models.doel import Doel, Voortgang
from plannen.models.evaluatie import Evaluatie
from plannen.models.partij import Partij
from plannen.models.plan import Deelname, Plan, PlanQuerySet
from plannen.models.regie import Aanspreekpunt, Regisseurperiode
from plannen.models.vaststelling import Akkoord, Vaststelling

__all__ = [
    "Aanspreekpunt",
    "Afspraak",
    "Akkoord",
    "Deelname",
    "Doel",
    "Evaluatie",
    "Partij",
    "Plan",
    "PlanQuerySet",
    "Regisseurperiode",
    "Vaststelling",
    "Voortgang",
    "Wetswisselingregel",
]
