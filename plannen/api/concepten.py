"""Drafts of vindplaatsen: the list, offering, taking over, and saying why not."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet
from rest_framework import serializers

from hengelo_sociaal.api.basis import Actie, Lijst
from hengelo_sociaal.api.serializers import Serializer
from hengelo_sociaal.api.vragen import LijstVragen
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.logboek.domain import log_list
from plannen.api.besluitinvoer import LeegInvoer
from plannen.api.invoer import AanbodInvoer, AfwijzingInvoer
from plannen.api.uitvoer import ConceptUitvoer, PlanUitvoer
from plannen.domain.concepten import (
    decline_draft,
    offer_draft,
    take_over_draft,
    withdraw_draft,
)
from plannen.domain.inzage import EIGEN_CONCEPT, OPPAKKEN, answer_with_plan
from plannen.enums import Conceptstand
from plannen.models import Plan
from plannen.queries.concepten import as_list, drafts_for, in_state, only_drafts, own_drafts
from plannen.rechten import PLAN_CONCEPT, PLAN_SCHRIJVEN


class ConceptVragen(LijstVragen):
    """What the list of drafts can be narrowed by."""

    stand = serializers.ChoiceField(choices=Conceptstand.choices)


class Conceptplannen(Lijst):
    """Een vindplaats ziet de eigen concepten, een consulent de concepten die wachten."""

    uitleg = {"GET": "Concepten van vindplaatsen"}
    rechten = {"GET": PLAN_CONCEPT}
    query_class, output_class = ConceptVragen, ConceptUitvoer

    def rows(self) -> QuerySet[Plan]:
        today = vandaag()
        own = only_drafts(self.by)
        found = as_list(own_drafts(self.by, op=today)) if own else drafts_for(self.by, op=today)
        return in_state(found, self.query["stand"]) if "stand" in self.query else found

    def seen(self, things: Sequence[Any]) -> None:
        log_list(
            by=self.by,
            soort="plannen",
            inwoners=[one.inwoner_id for plan in things for one in plan.deelnames.all()],
            doel="concepten van vindplaatsen",
            at=nu(),
        )


class _Stap(Actie):
    """One act on a draft; answers with the plan as it is then."""

    input_class: ClassVar[type[Serializer] | None] = LeegInvoer
    output_class = PlanUitvoer
    act: ClassVar[Callable[..., Plan]]
    doel: ClassVar[str] = EIGEN_CONCEPT

    def create(self, data: dict[str, Any], **kwargs: Any) -> Plan:
        done = type(self).act(plan_id=kwargs["id"], by=self.by, at=nu(), **data)
        return answer_with_plan(plan_id=done.pk, by=self.by, at=nu(), doel=self.doel)


class Aanbieding(_Stap):
    """Een eigen concept aanbieden aan de gemeente. Daarna verandert het niet meer."""

    uitleg = {"POST": "Een concept aanbieden"}
    rechten = {"POST": PLAN_CONCEPT}
    input_class = AanbodInvoer
    act = staticmethod(offer_draft)


class Intrekking(_Stap):
    """Een eigen concept intrekken, zolang het niet is overgenomen."""

    uitleg = {"POST": "Een concept intrekken"}
    rechten = {"POST": PLAN_CONCEPT}
    act = staticmethod(withdraw_draft)


class Overname(_Stap):
    """Een concept overnemen in het plan van het huishouden; het antwoord is dat plan."""

    uitleg = {"POST": "Een concept overnemen"}
    rechten = {"POST": PLAN_SCHRIJVEN}
    act = staticmethod(take_over_draft)
    doel = OPPAKKEN


class Afwijzing(_Stap):
    """Een concept niet overnemen, met de reden die de vindplaats leest."""

    uitleg = {"POST": "Een concept niet overnemen"}
    rechten = {"POST": PLAN_SCHRIJVEN}
    input_class = AfwijzingInvoer
    act = staticmethod(decline_draft)
    doel = OPPAKKEN
