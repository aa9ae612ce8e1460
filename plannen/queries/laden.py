"""A plan with everything in it, in a fixed number of queries however many goals it has."""

import uuid
from typing import Any

from django.db.models import Prefetch, QuerySet

from plannen.models import (
    Aanspreekpunt,
    Afspraak,
    Deelname,
    Doel,
    Evaluatie,
    Plan,
    Regisseurperiode,
    Vaststelling,
    Voortgang,
    Wetswisselingregel,
)


def with_everything(plannen: QuerySet[Plan]) -> QuerySet[Plan]:
    """All parts of each plan; of the versions everything but their content."""
    return plannen.select_related("huishouden", "gemaakt_door", "gewijzigd_door").prefetch_related(
        *_who_and_what(),
        Prefetch("doelen__afspraken", _afspraken()),
        Prefetch("doelen__voortgang", Voortgang.objects.select_related("inwoner", "medewerker")),
        Prefetch("evaluaties", Evaluatie.objects.select_related("gehouden_door")),
        Prefetch("vaststellingen", _versions()),
        "partijen__doelen",
        "partijen__toestemming_van",
    )


def with_content(plannen: QuerySet[Plan]) -> QuerySet[Plan]:
    """Of each plan only what can be agreed on: what `inhoud.content` reads."""
    agreed = Afspraak.objects.select_related("inwoner", "medewerker", "wet", "voorziening")
    return plannen.select_related("huishouden").prefetch_related(
        *_who_and_what(), Prefetch("doelen__afspraken", agreed), "evaluaties"
    )


def load_plan(plan_id: uuid.UUID) -> Plan:
    """One plan with everything in it; Plan.DoesNotExist when it is not there."""
    return with_everything(Plan.objects.filter(pk=plan_id)).get()


def _who_and_what() -> "tuple[Prefetch[Any], ...]":
    return (
        Prefetch("deelnames", Deelname.objects.select_related("inwoner")),
        Prefetch("doelen", Doel.objects.select_related("leefgebied", "inwoner")),
        Prefetch("regisseurs", Regisseurperiode.objects.select_related("medewerker")),
        Prefetch("aanspreekpunten", Aanspreekpunt.objects.select_related("medewerker")),
    )


def _afspraken() -> QuerySet[Afspraak]:
    switched = Wetswisselingregel.objects.select_related("van_wet", "naar_wet", "door")
    return Afspraak.objects.select_related(
        "inwoner", "medewerker", "wet", "voorziening", "toewijzing", "gedaan_door"
    ).prefetch_related(Prefetch("wetswisselingen", switched))


def _versions() -> QuerySet[Vaststelling]:
    return (
        Vaststelling.objects.defer("inhoud")
        .select_related("door")
        .prefetch_related("akkoorden__inwoner")
    )
