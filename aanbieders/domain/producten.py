"""What can be bought: adding and changing products, and refusing what cannot be counted so."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aanbieders.exceptions import BuitenProduct, EenheidNietBijProduct
from aanbieders.models import Product
from aanbieders.models.producten import units_in_words
from aanbieders.rechten import CONTRACT_SCHRIJVEN
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.kern.gezien import print_of, require_seen
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from hengelo_sociaal.waarden.models import Taakveld, Wet
from voorzieningen.domain.controle import check
from voorzieningen.models import Voorziening
from voorzieningen.queries.codelijsten import product_categories


@dataclass(frozen=True)
class ProductGegevens:
    """All that is kept about a product but its code; `eenheden` are codes of WJ756.

    From `geldig_van` to `geldig_tot`, both included, it may be priced and granted.
    """

    naam: str
    categorie: str
    wet: Wet
    taakveld: str
    eenheden: Sequence[str]
    voorziening: Voorziening | None = None
    geldig_van: dt.date | None = None
    geldig_tot: dt.date | None = None


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
        _log("product toegevoegd", product, by, at, {"code": code} | _in_words(gegevens))
    return product


def seen_of(product: Product) -> str:
    """A print of what is kept now, to hand back to `change_product`."""
    return print_of(_comparable(gegevens_of(product)))


def change_product(
    *,
    product: Product,
    gegevens: ProductGegevens,
    by: Medewerker,
    at: dt.datetime,
    gezien: str | None = None,
) -> Product:
    """Change a product; what was granted runs on.

    Refused as register_product, when a unit is still in use, and when a tarief begins on a
    day on which it could not be bought any more; with Verouderd (412, both values) when it
    is no longer what `gezien` is a print of. Nothing different: nothing written, no line in
    the log.
    """
    toets(by, CONTRACT_SCHRIJVEN)
    with operation():
        product = Product.objects.select_for_update(of=("self",), no_key=True).get(pk=product.pk)
        before = gegevens_of(product)
        require_seen(gezien, _comparable(before), _comparable(gegevens))
        if _comparable(before) == _comparable(gegevens):
            return product
        _refuse_lost_units(product, gegevens.eenheden)
        _fill(product, gegevens)
        _refuse_stranded_prices(product)
        product.save()
        old, new = _in_words(before), _in_words(gegevens)
        changes = {name: [old[name], new[name]] for name in old if old[name] != new[name]}
        _log("product gewijzigd", product, by, at, changes)
    return product


def gegevens_of(product: Product) -> ProductGegevens:
    """What is kept now."""
    values = {name: getattr(product, name) for name in ProductGegevens.__dataclass_fields__}
    return ProductGegevens(**values)


def require_unit(product: Product, eenheid: str) -> None:
    """Refuse a unit in which this product is not counted (EenheidNietBijProduct)."""
    if eenheid not in product.eenheden:
        units = product.eenheden_in_woorden
        text = f"{product.naam} wordt geteld per {units}. Kies een andere eenheid."
        raise EenheidNietBijProduct(text, velden={"eenheid": text})


def require_period(product: Product, dag: dt.date, veld: str) -> None:
    """Refuse a day on which this product may not be bought (BuitenProduct)."""
    if not product.geldig_op(dag):
        text = f"{product.naam} is in te kopen {product.geldigheid}. Kies een dag in die periode."
        raise BuitenProduct(text, velden={veld: text})


def _comparable(gegevens: ProductGegevens) -> dict[str, object]:
    """The values as they compare and print: codes for records, units in order."""
    linked = {
        "wet": gegevens.wet.pk,
        "eenheden": sorted(gegevens.eenheden),
        "voorziening": gegevens.voorziening and gegevens.voorziening.pk,
    }
    return vars(gegevens) | linked


def _in_words(gegevens: ProductGegevens) -> dict[str, str]:
    """The values as people read them in the history."""
    days = {name: getattr(gegevens, name) for name in ("geldig_van", "geldig_tot")}
    return {
        "naam": gegevens.naam,
        "categorie": gegevens.categorie,
        "wet": gegevens.wet.label,
        "taakveld": gegevens.taakveld,
        "eenheden": units_in_words(gegevens.eenheden),
        "voorziening": gegevens.voorziening.naam if gegevens.voorziening else "",
        **{name: f"{day:%d-%m-%Y}" if day else "" for name, day in days.items()},
    }


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


def _refuse_stranded_prices(product: Product) -> None:
    """A price that begins outside the period could never be used."""
    begins = product.tarieven.values_list("van", flat=True)
    outside = sorted(day for day in begins if not product.geldig_op(day))
    if outside:
        text = f"Er is een tarief dat ingaat op {outside[-1]:%d-%m-%Y}. Laat die dag erin vallen."
        field = "geldig_tot" if product.geldig_tot and outside[-1] > product.geldig_tot else ""
        raise BuitenProduct(text, velden={field or "geldig_van": text})


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
