"""Who takes part, whom the household can call, and who of outside may see goals."""

from typing import Any

from django.urls import reverse

from hengelo_sociaal.api.basis import Maak
from hengelo_sociaal.kern.tijd import nu
from plannen.api.invoer import AanspreekpuntInvoer, DeelnemerInvoer, PartijInvoer
from plannen.api.uitvoer import AanspreekpuntUitvoer, DeelnameUitvoer, PartijUitvoer
from plannen.domain.partijen import PartijGegevens, admit_partij
from plannen.domain.plan import add_deelnemer
from plannen.domain.regie import appoint_aanspreekpunt
from plannen.enums import Hoedanigheid
from plannen.models import Aanspreekpunt, Deelname, Partij
from plannen.rechten import PLAN_SCHRIJVEN


class Deelnemers(Maak):
    """Iemand laten meedoen in het plan, ook een kind dat ergens anders woont."""

    uitleg = {"POST": "Iemand laten meedoen in een plan"}
    rechten = {"POST": PLAN_SCHRIJVEN}
    input_class, output_class = DeelnemerInvoer, DeelnameUitvoer

    def create(self, data: dict[str, Any], **kwargs: Any) -> Deelname:
        return add_deelnemer(
            plan_id=kwargs["id"],
            inwoner_id=data["inwoner"],
            hoedanigheid=data.get("hoedanigheid", Hoedanigheid.LID),
            by=self.by,
            at=nu(),
        )

    def location(self, made: Deelname) -> str:
        return reverse("api-plan", args=[made.plan_id])


class Aanspreekpunten(Maak):
    """Zeggen wie het huishouden vanaf vandaag kan bellen."""

    uitleg = {"POST": "Een aanspreekpunt kiezen"}
    rechten = {"POST": PLAN_SCHRIJVEN}
    input_class, output_class = AanspreekpuntInvoer, AanspreekpuntUitvoer

    def create(self, data: dict[str, Any], **kwargs: Any) -> Aanspreekpunt:
        return appoint_aanspreekpunt(plan_id=kwargs["id"], by=self.by, at=nu(), **data)

    def location(self, made: Aanspreekpunt) -> str:
        return reverse("api-plan", args=[made.plan_id])


class Partijen(Maak):
    """Iemand van buiten doelen laten zien, met toestemming of omdat een wet het voorschrijft."""

    uitleg = {"POST": "Iemand laten meekijken in een plan"}
    rechten = {"POST": PLAN_SCHRIJVEN}
    input_class, output_class = PartijInvoer, PartijUitvoer

    def create(self, data: dict[str, Any], **kwargs: Any) -> Partij:
        return admit_partij(
            plan_id=kwargs["id"], gegevens=PartijGegevens(**data), by=self.by, at=nu()
        )

    def location(self, made: Partij) -> str:
        return reverse("api-plan", args=[made.plan_id])
