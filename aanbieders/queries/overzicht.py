"""Lists of providers and contracts, with what somebody who manages them must see."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, F, Min, Q, QuerySet

from aanbieders.enums import ToewijzingStatus
from aanbieders.models import Aanbieder, Contract, Product, Tarief, Toewijzing
from aanbieders.rechten import TOEWIJZING_LEZEN
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik

KLEINSTE_GROEP = 10


@dataclass(frozen=True)
class Aantal:
    """A number of clients; under ten nobody without names in their work may see it."""

    waarde: int | None
    onderdrukt: bool = False

    def __str__(self) -> str:
        return "minder dan 10" if self.onderdrukt else str(self.waarde)


def list_aanbieders(*, op: dt.date, zoek: str = "") -> QuerySet[Aanbieder]:
    """Providers with the number of contracts that run on a day and the first that ends."""
    running = Q(contracten__van__lte=op, contracten__tot__gte=op)
    rows = Aanbieder.objects.annotate(
        lopende_contracten=Count("contracten", filter=running),
        eerste_einde=Min("contracten__tot", filter=running),
    )
    if zoek:
        rows = rows.filter(Q(naam__icontains=zoek) | Q(kvk=zoek) | Q(agb=zoek))
    return rows.order_by("naam", "pk")


def list_contracten(*, op: dt.date) -> QuerySet[Contract]:
    """Contracts with their provider, and how many products have a price on a day."""
    priced = Q(tarieven__van__lte=op) & (Q(tarieven__tot__isnull=True) | Q(tarieven__tot__gte=op))
    return Contract.objects.select_related("aanbieder").annotate(
        producten=Count("tarieven__product", filter=priced, distinct=True)
    )


def clients(*, by: Medewerker, op: dt.date) -> dict[object, Aantal]:
    """How many people each provider (by id) helps on a day; one query.

    Empty for whoever may know nothing of toewijzingen; suppressed under ten for whoever
    sees figures or pseudonyms only.
    """
    reach = TOEWIJZING_LEZEN.van(by)
    if reach is None or reach is Bereik.EIGEN:
        return {}
    rows = (
        Toewijzing.objects.op(op)
        .filter(status=ToewijzingStatus.ACTIEF)
        .values_list("contract__aanbieder")
        .annotate(aantal=Count("inwoner", distinct=True))
    )
    hide = reach < Bereik.ALLES
    return {
        aanbieder: Aantal(None, onderdrukt=True)
        if hide and aantal < KLEINSTE_GROEP
        else Aantal(aantal)
        for aanbieder, aantal in rows
    }


@dataclass(frozen=True)
class Tariefgevolg:
    """What a new tarief would change: how many running grants, and how much a year."""

    toewijzingen: int
    was_cent: int | None
    wordt_cent: int

    @property
    def verschil_procent(self) -> float | None:
        """The change in percent; None without an earlier price."""
        if not self.was_cent:
            return None
        return 100 * (self.wordt_cent - self.was_cent) / self.was_cent


def effect_of_tarief(
    *, contract: Contract, product: Product, eenheid: str, bedrag_cent: int, van: dt.date
) -> Tariefgevolg:
    """What agreeing this price from a day on would affect, before it is agreed."""
    before = (
        Tarief.objects.op(van - dt.timedelta(days=1))
        .filter(contract=contract, product=product, eenheid=eenheid)
        .first()
    )
    affected = (
        Toewijzing.objects.geldig()
        .filter(contract=contract, product=product, eenheid=eenheid)
        .filter(Q(beeindigd_op__isnull=True) | Q(beeindigd_op__gte=van))
        .filter(Q(tot__isnull=True) | Q(tot__gte=van))
    )
    return Tariefgevolg(affected.count(), before.bedrag_cent if before else None, bedrag_cent)


def first_to_end(*, op: dt.date, dagen: int = 180) -> QuerySet[Contract]:
    """Contracts that end, or whose last day to give notice comes, within so many days."""
    horizon = op + dt.timedelta(days=dagen)

    return (
        list_contracten(op=op)
        .filter(tot__gte=op)
        .filter(Q(tot__lte=horizon) | Q(opzegdatum__range=(op, horizon)))
        .order_by(F("opzegdatum").asc(nulls_last=True), "tot", "pk")
    )
