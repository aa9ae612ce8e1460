"""Plans: beginning one, reading it, and what belongs to the plan as a whole."""

import json
from typing import Any

from django.urls import reverse

from hengelo_sociaal.api.basis import Detail, Maak, Wijzig
from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van, nu
from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.api.invoer import (
    PlanInvoer,
    PlanWijziging,
    RegisseurInvoer,
    VaststellingInvoer,
)
from plannen.api.uitvoer import (
    PlanSamenvatting,
    PlanUitvoer,
    RegisseurUitvoer,
    VaststellingUitvoer,
)
from plannen.domain.concepten import open_draft
from plannen.domain.gemeen import lock_plan
from plannen.domain.inzage import (
    look_at_plan,
    look_at_summary,
    look_at_version,
    sees_only_summary,
)
from plannen.domain.plan import PlanGegevens, change_plan, open_plan
from plannen.domain.regie import appoint_regisseur
from plannen.domain.vaststelling import Instemming, adopt_plan
from plannen.models import Plan, Regisseurperiode, Vaststelling
from plannen.queries.concepten import only_drafts
from plannen.queries.laden import load_plan
from plannen.rechten import (
    PLAN_CONCEPT,
    PLAN_LEZEN,
    PLAN_PAPIER,
    PLAN_SAMENVATTING,
    PLAN_SCHRIJVEN,
)
from toegang.api.vragen import DOELEN

BEGINNEN = "een plan beginnen"  # the purpose in the log: the contract asks for a household only


class Plannen(Maak):
    """Een plan beginnen. Heeft het huishouden al een plan, dan is het antwoord 409 met dat plan.

    Wie niet betrokken is bij het huishouden, zegt met `doel` waarom; zonder `doel` staat in het
    logboek dat u het dossier opende om een plan te beginnen.

    Een vindplaats begint een concept, van een eigen contact of huishouden; of het huishouden
    al een plan heeft, is daar niet te zien.
    """

    uitleg = {"POST": "Een plan voor een huishouden beginnen"}
    rechten = {"POST": PLAN_CONCEPT}
    input_class, output_class = PlanInvoer, PlanUitvoer

    def create(self, data: dict[str, Any], **kwargs: Any) -> Plan:
        words = data.get("wat_telt", "")
        if only_drafts(self.by):
            made = open_draft(
                huishouden_id=data.get("huishouden"),
                contact_id=data.get("contact"),
                wat_telt=words,
                by=self.by,
                at=nu(),
            )
        elif "huishouden" in data:
            made = open_plan(
                huishouden_id=data["huishouden"],
                wat_telt=words,
                doel=DOELEN.get(data.get("doel", ""), BEGINNEN),
                by=self.by,
                at=nu(),
            )
        else:
            raise OngeldigeInvoer(velden={"huishouden": "Geef het huishouden op."})
        return load_plan(made.pk)

    def location(self, made: Plan) -> str:
        return reverse("api-plan", args=[made.pk])


class PlanDetail(Wijzig, Detail):
    """Een plan met alle onderdelen. De balie krijgt alleen een samenvatting."""

    uitleg = {"GET": "Een plan lezen", "PATCH": "De kern van een plan wijzigen"}
    rechten = {"GET": (PLAN_LEZEN, PLAN_SAMENVATTING), "PATCH": PLAN_CONCEPT}
    input_class, output_class = PlanWijziging, PlanUitvoer

    def find(self, **kwargs: Any) -> Plan:
        look = look_at_summary if sees_only_summary(self.by) else look_at_plan
        return look(plan_id=kwargs["id"], by=self.by, at=nu())

    def represent(self, thing: Plan) -> dict[str, Any]:
        shape = PlanSamenvatting if sees_only_summary(self.by) else PlanUitvoer
        return shape.represent(thing)

    def lock(self, **kwargs: Any) -> Plan:
        lock_plan(kwargs["id"], by=self.by, op=dag_van(nu()))
        return load_plan(kwargs["id"])

    def change(self, thing: Plan, data: dict[str, Any]) -> Plan:
        if data:
            change_plan(
                plan_id=thing.pk,
                gegevens=PlanGegevens(**data),
                verwacht=thing.wijzigingnummer,
                by=self.by,
                at=nu(),
            )
        return load_plan(thing.pk)


class Vaststellingen(Maak):
    """Het plan met het huishouden vaststellen: er komt een versie die niet meer verandert."""

    uitleg = {"POST": "Een versie van een plan vaststellen"}
    rechten = {"POST": PLAN_SCHRIJVEN}
    input_class, output_class = VaststellingInvoer, VaststellingUitvoer

    def create(self, data: dict[str, Any], **kwargs: Any) -> Vaststelling:
        answers = [
            Instemming(
                inwoner_id=one["inwoner"],
                wijze=one["wijze"],
                reden=one.get("reden", ""),
                handtekening=json.dumps(drawn) if (drawn := one.get("handtekening")) else "",
            )
            for one in data["akkoorden"]
        ]
        return adopt_plan(
            plan_id=kwargs["id"],
            akkoorden=answers,
            gezien=data.get("vingerafdruk"),
            by=self.by,
            at=nu(),
        )

    def location(self, made: Vaststelling) -> str:
        return reverse("api-vaststelling", args=[made.pk])


class VaststellingDetail(Detail):
    """Een vastgestelde versie met haar inhoud, wie hoe akkoord ging en de handtekeningen."""

    uitleg = {"GET": "Een vastgestelde versie van een plan lezen"}
    rechten = {"GET": PLAN_PAPIER}
    output_class = VaststellingUitvoer

    def find(self, **kwargs: Any) -> Vaststelling:
        return look_at_version(kwargs["id"], by=self.by, at=nu())


class Regisseurs(Maak):
    """Een regisseur aanwijzen; de vorige draagt vandaag over."""

    uitleg = {"POST": "Een regisseur aanwijzen"}
    rechten = {"POST": PLAN_SCHRIJVEN}
    input_class, output_class = RegisseurInvoer, RegisseurUitvoer

    def create(self, data: dict[str, Any], **kwargs: Any) -> Regisseurperiode:
        medewerker: Medewerker = data["medewerker"]
        return appoint_regisseur(
            plan_id=kwargs["id"],
            medewerker=medewerker,
            reden=data.get("reden", ""),
            by=self.by,
            at=nu(),
        )

    def location(self, made: Regisseurperiode) -> str:
        return reverse("api-plan", args=[made.plan_id])
