"""What can be bought: adding and changing products, and refusing what cannot be counted so."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aanbieders.exceptions import EenheidNietBijProduct
from aanbieders.models import Product
from aanbieders.rechten import CONTRACT_SCHRIJVEN
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from hengelo_sociaal.waarden.models import Taakveld, Wet
from voorzieningen.domain.controle import check
from voorzieningen.models import Voorziening
from voorzieningen.queries.codelijsten import product_categories


@dataclass(frozen=True)
class ProductGegevens:
    """All that is kept about a product but its code; `eenheden` are codes of WJ756."""

    naam: str
    categorie: str
    wet: Wet
    taakveld: str
    eenheden: Sequence[str]
    voorziening: Voorziening | None = None


def register_product(
    *, code: str, gegevens: ProductGegevens, by: Medewerker, at: dt.datetime
) -> Product:
    """Add a kind of help that can be bought, on a taakveld of the budget.

    Refused with GeenRecht, ProductBestaatAl, and OngeldigeInvoer: also for a taakveld that
    does not exist, a category of another law, and a unit that the category does not know.
    """
    toets(by, CONTRACT_SCHRIJVEN)
    with operation():
        product = Product(code=code)
        _fill(product, gegevens)
        product.save(force_insert=True)
        _log("product toegevoegd", product, by, at, {"code": code, "naam": product.naam})
    return product


def change_product(
    *, product: Product, gegevens: ProductGegevens, by: Medewerker, at: dt.datetime
) -> Product:
    """Change a product; refused as register_product, and when a unit is still in use.

    Nothing different: nothing written, no line in the log.
    """
    toets(by, CONTRACT_SCHRIJVEN)
    with operation():
        product = Product.objects.select_for_update(of=("self",), no_key=True).get(pk=product.pk)
        before = gegevens_of(product)
        if before == gegevens:
            return product
        _refuse_lost_units(product, gegevens.eenheden)
        _fill(product, gegevens)
        product.save()
        changes = {
            name: [str(old), str(new)]
            for (name, old), new in zip(vars(before).items(), vars(gegevens).values(), strict=True)
            if old != new
        }
        _log("product gewijzigd", product, by, at, changes)
    return product


def gegevens_of(product: Product) -> ProductGegevens:
    """What is kept now."""
    values = {name: getattr(product, name) for name in ProductGegevens.__dataclass_fields__}
    return ProductGegevens(**values)


def require_unit(product: Product, eenheid: str) -> None:
    """Refuse a unit in which this product is not counted (EenheidNietBijProduct)."""
    if eenheid not in product.eenheden:
        text = f"{product.naam} telt u in {product.eenheden_in_woorden}. Kies een andere eenheid."
        raise EenheidNietBijProduct(text, velden={"eenheid": text})


def _fill(product: Product, gegevens: ProductGegevens) -> None:
    if not Taakveld.objects.filter(code=gegevens.taakveld).exists():
        raise OngeldigeInvoer(velden={"taakveld": "Dit taakveld bestaat niet in de begroting."})
    for name, value in vars(gegevens).items():
        setattr(product, name, list(value) if name == "eenheden" else value)
    check(product)
    known = product_categories()
    if known and product.categorie not in known:
        text = "Deze categorie staat niet in de lijst van iWmo of iJw."
        raise OngeldigeInvoer(velden={"categorie": text})


def _refuse_lost_units(product: Product, eenheden: Sequence[str]) -> None:
    used = product.tarieven.exclude(eenheid__in=eenheden).first()
    if used:
        text = f"Er is een tarief per {used.get_eenheid_display()}. Laat die eenheid staan."
        raise EenheidNietBijProduct(text, velden={"eenheden": text})


def _log(
    handeling: str,
    product: Product,
    by: Medewerker,
    at: dt.datetime,
    wijziging: Mapping[str, object],
) -> None:
    log_change(
        by=by,
        handeling=handeling,
        soort="product",
        object_id=product.pk,
        at=at,
        wijziging=dict(wijziging),
    )
