"""The parts of a plan that two people can edit: goals, afspraken, evaluations."""

import dataclasses
from typing import Any

from django.urls import reverse

from hengelo_sociaal.api.basis import Detail, Maak, Wijzig
from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.tijd import dag_van, nu
from plannen.api.invoer import (
    AfspraakInvoer,
    AfspraakWijziging,
    DoelInvoer,
    EvaluatieInvoer,
    EvaluatieWijziging,
    KeerInvoer,
    VoortgangInvoer,
    WetswisselingInvoer,
)
from plannen.api.uitvoer import (
    AfspraakUitvoer,
    DoelUitvoer,
    EvaluatieUitvoer,
    KeerUitvoer,
    VoortgangUitvoer,
    WetswisselingUitvoer,
)
from plannen.domain import afspraken, doelen
from plannen.domain.evaluaties import (
    EvaluatieGegevens,
    change_evaluatie,
    hold_evaluatie,
    plan_evaluatie,
)
from plannen.domain.gemeen import lock_with_part
from plannen.domain.inzage import look_at_part
from plannen.domain.keren import record_time
from plannen.domain.voortgang import record_progress
from plannen.domain.wetswisseling import switch_law
from plannen.models import Afspraak, Doel, Evaluatie, Keer, Voortgang, Wetswisselingregel
from plannen.rechten import PLAN_CONCEPT, PLAN_LEZEN, PLAN_SCHRIJVEN


class Doelen(Maak):
    """Een doel toevoegen aan het plan."""

    uitleg = {"POST": "Een doel aan een plan toevoegen"}
    rechten = {"POST": PLAN_CONCEPT}
    input_class, output_class = DoelInvoer, DoelUitvoer

    def create(self, data: dict[str, Any], **kwargs: Any) -> Doel:
        return doelen.add_doel(
            plan_id=kwargs["id"], gegevens=doelen.DoelGegevens(**data), by=self.by, at=nu()
        )

    def location(self, made: Doel) -> str:
        return reverse("api-doel", args=[made.pk])


class DoelDetail(Wijzig, Detail):
    """Een doel lezen of wijzigen, met de ETag in If-Match."""

    uitleg = {"GET": "Een doel lezen", "PATCH": "Een doel wijzigen"}
    rechten = {"GET": PLAN_LEZEN, "PATCH": PLAN_CONCEPT}
    input_class, output_class = DoelInvoer, DoelUitvoer

    def find(self, **kwargs: Any) -> Doel:
        return look_at_part(Doel, kwargs["id"], plan="plan_id", by=self.by, at=nu())

    def lock(self, **kwargs: Any) -> Doel:
        return lock_with_part(Doel, kwargs["id"], plan="plan_id", by=self.by, op=dag_van(nu()))[1]

    def change(self, thing: Doel, data: dict[str, Any]) -> Doel:
        return doelen.change_doel(
            doel_id=thing.pk,
            gegevens=dataclasses.replace(doelen.gegevens_van(thing), **data),
            verwacht=thing.wijzigingnummer,
            by=self.by,
            at=nu(),
        )


class Voortgangen(Maak):
    """Vastleggen hoe ver een doel is."""

    uitleg = {"POST": "De voortgang van een doel vastleggen"}
    rechten = {"POST": PLAN_CONCEPT}
    input_class, output_class = VoortgangInvoer, VoortgangUitvoer

    def create(self, data: dict[str, Any], **kwargs: Any) -> Voortgang:
        return record_progress(
            doel_id=kwargs["id"],
            stap=data["stap"],
            inwoner_id=data.get("inwoner"),
            toelichting=data.get("toelichting", ""),
            by=self.by,
            at=nu(),
        )

    def location(self, made: Voortgang) -> str:
        return reverse("api-doel", args=[made.doel_id])


class Afspraken(Maak):
    """Een afspraak toevoegen bij een doel van het plan."""

    uitleg = {"POST": "Een afspraak aan een plan toevoegen"}
    rechten = {"POST": PLAN_CONCEPT}
    input_class, output_class = AfspraakInvoer, AfspraakUitvoer

    def create(self, data: dict[str, Any], **kwargs: Any) -> Afspraak:
        doel: Doel = data.pop("doel")
        if doel.plan_id != kwargs["id"]:
            raise NietGevonden("Dit doel hoort niet bij dit plan.")
        return afspraken.add_afspraak(
            doel_id=doel.pk, gegevens=afspraken.AfspraakGegevens(**data), by=self.by, at=nu()
        )

    def location(self, made: Afspraak) -> str:
        return reverse("api-afspraak", args=[made.pk])


class AfspraakDetail(Wijzig, Detail):
    """Een afspraak lezen, wijzigen of afvinken, met de ETag in If-Match."""

    uitleg = {"GET": "Een afspraak lezen", "PATCH": "Een afspraak wijzigen"}
    rechten = {"GET": PLAN_LEZEN, "PATCH": PLAN_CONCEPT}
    input_class, output_class = AfspraakWijziging, AfspraakUitvoer

    def find(self, **kwargs: Any) -> Afspraak:
        return look_at_part(Afspraak, kwargs["id"], plan="doel__plan_id", by=self.by, at=nu())

    def lock(self, **kwargs: Any) -> Afspraak:
        op = dag_van(nu())
        return lock_with_part(Afspraak, kwargs["id"], plan="doel__plan_id", by=self.by, op=op)[1]

    def change(self, thing: Afspraak, data: dict[str, Any]) -> Afspraak:
        status = data.pop("status", None)
        if data:
            thing = afspraken.change_afspraak(
                afspraak_id=thing.pk,
                gegevens=dataclasses.replace(afspraken.gegevens_van(thing), **data),
                verwacht=thing.wijzigingnummer,
                by=self.by,
                at=nu(),
            )
        if status is not None:
            thing = afspraken.tick_afspraak(
                afspraak_id=thing.pk, status=status, by=self.by, at=nu()
            )
        return thing


class Keren(Maak):
    """Vastleggen wat er van een afspraak kwam op een van haar dagen."""

    uitleg = {"POST": "Een keer van een afspraak vastleggen"}
    rechten = {"POST": PLAN_CONCEPT}
    input_class, output_class = KeerInvoer, KeerUitvoer

    def create(self, data: dict[str, Any], **kwargs: Any) -> Keer:
        return record_time(afspraak_id=kwargs["id"], **data, by=self.by, at=nu())

    def location(self, made: Keer) -> str:
        return reverse("api-afspraak", args=[made.afspraak_id])


class Wetswisselingen(Maak):
    """Een afspraak laten overstappen naar een andere wet; doel en geschiedenis blijven."""

    uitleg = {"POST": "Een afspraak onder een andere wet brengen"}
    rechten = {"POST": PLAN_SCHRIJVEN}
    input_class, output_class = WetswisselingInvoer, WetswisselingUitvoer

    def create(self, data: dict[str, Any], **kwargs: Any) -> Wetswisselingregel:
        at, via = nu(), data.get("melding_via")
        return switch_law(
            afspraak_id=kwargs["id"],
            naar=data["wet"],
            per=data.get("per") or dag_van(at),
            reden=data.get("reden", ""),
            melding_via=via.pk if via else "",
            sluit=data.get("sluit", ()),
            by=self.by,
            at=at,
        )

    def location(self, made: Wetswisselingregel) -> str:
        return reverse("api-afspraak", args=[made.afspraak_id])


class Evaluaties(Maak):
    """Een evaluatie plannen."""

    uitleg = {"POST": "Een evaluatie plannen"}
    rechten = {"POST": PLAN_SCHRIJVEN}
    input_class, output_class = EvaluatieInvoer, EvaluatieUitvoer

    def create(self, data: dict[str, Any], **kwargs: Any) -> Evaluatie:
        return plan_evaluatie(
            plan_id=kwargs["id"], gepland_op=data["gepland_op"], by=self.by, at=nu()
        )

    def location(self, made: Evaluatie) -> str:
        return reverse("api-evaluatie", args=[made.pk])


class EvaluatieDetail(Wijzig, Detail):
    """Een evaluatie lezen, verzetten, of met een uitkomst vastleggen."""

    uitleg = {"GET": "Een evaluatie lezen", "PATCH": "Een evaluatie vastleggen"}
    rechten = {"GET": PLAN_LEZEN, "PATCH": PLAN_SCHRIJVEN}
    input_class, output_class = EvaluatieWijziging, EvaluatieUitvoer

    def find(self, **kwargs: Any) -> Evaluatie:
        return look_at_part(Evaluatie, kwargs["id"], plan="plan_id", by=self.by, at=nu())

    def lock(self, **kwargs: Any) -> Evaluatie:
        return lock_with_part(
            Evaluatie, kwargs["id"], plan="plan_id", by=self.by, op=dag_van(nu())
        )[1]

    def change(self, thing: Evaluatie, data: dict[str, Any]) -> Evaluatie:
        planned = data.pop("gepland_op", None)
        if planned is not None:
            thing = change_evaluatie(
                evaluatie_id=thing.pk,
                gegevens=EvaluatieGegevens(gepland_op=planned),
                verwacht=thing.wijzigingnummer,
                by=self.by,
                at=nu(),
            )
        if data:
            thing = hold_evaluatie(
                evaluatie_id=thing.pk,
                uitkomst=data.get("uitkomst", ""),
                verslag=data.get("verslag", ""),
                gehouden_op=data.get("gehouden_op"),
                volgende_op=data.get("volgende_op"),
                by=self.by,
                at=nu(),
            )
        return thing
