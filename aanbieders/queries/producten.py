"""What can be bought, with its category in our own words."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from aanbieders.models import Product, Productcategorie
from voorzieningen.models import Voorziening


@dataclass(frozen=True)
class Inkoopbaar:
    """A product, and the category of iWmo or iJw it falls in."""

    product: Product
    categorie: Productcategorie | None


def list_producten(wet: str = "") -> list[Inkoopbaar]:
    """Every product in the order of the national categories, with `contracten` counted."""
    rows = Product.objects.select_related("wet", "voorziening")
    if wet:
        rows = rows.filter(wet=wet)
    return _with_categories(rows.annotate(contracten=Count("tarieven__contract", distinct=True)))


def products_of(voorziening: Voorziening) -> list[Inkoopbaar]:
    """The products with which a maatwerkvoorziening is bought."""
    return _with_categories(Product.objects.filter(voorziening=voorziening).select_related("wet"))


def _with_categories(rows: QuerySet[Product]) -> list[Inkoopbaar]:
    categories = Productcategorie.objects.in_bulk()
    return [Inkoopbaar(row, categories.get(row.categorie)) for row in rows]
