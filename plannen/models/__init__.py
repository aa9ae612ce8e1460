"""Facts and constraints of the plan."""

from plannen.models.afspraak import Afspraak, Wetswisselingregel
from plannen.models.besluit import Besluit, BesluitQuerySet
from plannen.models.besluittoets import Beoordeling, Besluittoets
from plannen.models.bezwaar import Bezwaar, BezwaarQuerySet
from plannen.models.bezwaarbrief import Bezwaarbrief
from plannen.models.doel import Doel, Voortgang
from plannen.models.evaluatie import Evaluatie
from plannen.models.grond import Toewijzinggrond
from plannen.models.keer import Keer
from plannen.models.papieropdracht import Papieropdracht
from plannen.models.partij import Partij
from plannen.models.plan import Deelname, Plan, PlanQuerySet
from plannen.models.regels import Besluitreden, Bijdragetarief, Meeleesgrens
from plannen.models.regie import Aanspreekpunt, Regisseurperiode
from plannen.models.vaststelling import Akkoord, Vaststelling

__all__ = [
    "Aanspreekpunt",
    "Afspraak",
    "Akkoord",
    "Beoordeling",
    "Besluit",
    "BesluitQuerySet",
    "Besluitreden",
    "Besluittoets",
    "Bezwaar",
    "BezwaarQuerySet",
    "Bezwaarbrief",
    "Bijdragetarief",
    "Deelname",
    "Doel",
    "Evaluatie",
    "Keer",
    "Meeleesgrens",
    "Papieropdracht",
    "Partij",
    "Plan",
    "PlanQuerySet",
    "Regisseurperiode",
    "Toewijzinggrond",
    "Vaststelling",
    "Voortgang",
    "Wetswisselingregel",
]
