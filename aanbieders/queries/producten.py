"""What can be bought, with its category in our own words, what hangs on it and its history."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from aanbieders.enums import ToewijzingStatus
from aanbieders.models import Product, Productcategorie, Tarief
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.models import Medewerker
from voorzieningen.models import Voorziening

HOOGSTENS = 50


@dataclass(frozen=True)
class Inkoopbaar:
    """A product, and the category of iWmo or iJw it falls in."""

    product: Product
    categorie: Productcategorie | None


@dataclass(frozen=True)
class Stap:
    """One change of a product: when, by whom, and per field what it was and became."""

    op: dt.datetime
    wie: str
    handeling: str
    verschillen: list[tuple[str, str, str]]


@dataclass(frozen=True)
class Gebruik:
    """What hangs on a product now: contracts with a price, and grants that run."""

    contracten: int
    toewijzingen: int


def list_producten(wet: str = "") -> list[Inkoopbaar]:
    """Every product in the order of the national categories, with `contracten` counted."""
    rows = Product.objects.select_related("wet", "voorziening").order_by("wet", "categorie", "code")
    if wet:
        rows = rows.filter(wet=wet)
    return _with_categories(rows.annotate(contracten=Count("tarieven__contract", distinct=True)))


def products_of(voorziening: Voorziening) -> list[Inkoopbaar]:
    """The products with which a maatwerkvoorziening is bought."""
    return _with_categories(Product.objects.filter(voorziening=voorziening).select_related("wet"))


def with_category(product: Product) -> Inkoopbaar:
    """One product with its category."""
    return _with_categories(Product.objects.filter(pk=product.pk).select_related("wet"))[0]


def prices_of(product: Product) -> QuerySet[Tarief]:
    """Every price of a product, newest first, with its contract."""
    return product.tarieven.select_related("contract__aanbieder").order_by("-van", "contract")


def use_of(product: Product, *, op: dt.date) -> Gebruik:
    """What a change of the product touches."""
    running = product.toewijzingen.filter(status=ToewijzingStatus.ACTIEF).exclude(tot__lt=op)
    contracten = product.tarieven.filter(contract__tot__gte=op)
    return Gebruik(contracten.values("contract").distinct().count(), running.count())


def history_of(product: Product) -> list[Stap]:
    """The changes of a product, newest first, from the log."""
    lines = Wijzigingsregel.objects.filter(soort="product", object_id=product.pk)
    found = list(lines.order_by("-id")[:HOOGSTENS])
    people = Medewerker.objects.in_bulk([line.medewerker_id for line in found])
    return [
        Stap(
            line.op,
            people[line.medewerker_id].naam if line.medewerker_id in people else "Een collega",
            line.handeling,
            _differences(line.wijziging),
        )
        for line in found
    ]


def _differences(wijziging: dict[str, object]) -> list[tuple[str, str, str]]:
    """Per field what it was and became; what was there from the start has no before.

    A line of beheer holds the same under `velden`.
    """
    labels = {field.name: str(field.verbose_name) for field in Product._meta.concrete_fields}
    rows = []
    velden = wijziging.get("velden")
    for name, value in (velden if isinstance(velden, dict) else wijziging).items():
        old, new = value if isinstance(value, list) else ("", value)
        if name in labels and (old or new):
            rows.append((labels[name], str(old), str(new)))
    return rows


def _with_categories(rows: QuerySet[Product]) -> list[Inkoopbaar]:
    categories = Productcategorie.objects.in_bulk()
    return [Inkoopbaar(row, categories.get(row.categorie)) for row in rows]
