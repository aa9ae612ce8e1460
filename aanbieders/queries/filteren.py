"""Narrowing the lists of contracts and toewijzingen."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet

from aanbieders.enums import Bekostiging, Uitvoeringsvariant
from aanbieders.models import Contract
from aanbieders.models.toewijzingen import ToewijzingQuerySet

HALF_JAAR = dt.timedelta(days=183)
SORTEER = ("nummer", "aanbieder", "omschrijving", "van", "tot", "opzegdatum", "plafond_cent")


def mismatched() -> Q:
    """Contracts whose way of paying does not fit their uitvoeringsvariant."""
    fits = Q()
    for variant in Uitvoeringsvariant:
        fits |= Q(uitvoeringsvariant=variant, bekostiging__in=variant.bekostigingen)
    return ~fits & Q(bekostiging__in=Bekostiging.values)


def filter_contracten(
    rows: QuerySet[Contract], filters: Mapping[str, Any], *, op: dt.date
) -> QuerySet[Contract]:
    """Contracts that fit `zoek`, `schaal` and `stand`."""
    if text := filters.get("zoek"):
        rows = rows.filter(
            Q(nummer__icontains=text)
            | Q(omschrijving__icontains=text)
            | Q(aanbieder__naam__icontains=text)
        )
    if schaal := filters.get("schaal"):
        rows = rows.filter(schaal=schaal)
    match filters.get("stand"):
        case "lopend":
            rows = rows.filter(van__lte=op, tot__gte=op)
        case "eindigt":
            rows = rows.filter(van__lte=op, tot__range=(op, op + HALF_JAAR))
        case "komt":
            rows = rows.filter(van__gt=op)
        case "voorbij":
            rows = rows.filter(tot__lt=op)
        case "past-niet":
            rows = rows.filter(mismatched())
    return rows


def sort_contracten(rows: QuerySet[Contract], sorteer: str) -> QuerySet[Contract]:
    """By a column, `-` for descending; what cannot be sorted by is by last day."""
    name = sorteer.lstrip("-")
    if name not in SORTEER:
        return rows.order_by("tot", "nummer")
    field = "aanbieder__naam" if name == "aanbieder" else name
    return rows.order_by(f"-{field}" if sorteer.startswith("-") else field, "nummer")


def filter_toewijzingen(
    rows: ToewijzingQuerySet, filters: Mapping[str, Any], *, op: dt.date
) -> ToewijzingQuerySet:
    """Toewijzingen that fit `nummer`, `status`, `aanbieder` and `contract`.

    As the badge beside each says on day `op`: what is over is not to be looked at again.
    """
    if nummer := filters.get("nummer"):
        rows = rows.filter(nummer__iexact=nummer.strip())
    if aanbieder := filters.get("aanbieder"):
        rows = rows.filter(contract__aanbieder=aanbieder)
    if contract := filters.get("contract"):
        rows = rows.filter(contract=contract)
    match filters.get("status"):
        case "actief":
            rows = rows.actief(op)
        case "herzien":
            rows = rows.te_herzien(op)
        case "afgelopen":
            rows = rows.voorbij(op)
        case str() as status if status:
            rows = rows.filter(status=status)
    return rows
