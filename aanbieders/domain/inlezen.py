"""Providers, contracts and products from rows of a file; a second time changes nothing.

The caller keeps nothing when the report holds faults: these functions run inside its
transaction.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from aanbieders.domain.aanbieders import change_aanbieder, register_aanbieder
from aanbieders.domain.contracten import ContractGegevens, change_contract, make_contract
from aanbieders.domain.producten import (
    ProductGegevens,
    change_product,
    gegevens_of,
    register_product,
)
from aanbieders.models import Aanbieder, Contract, Product
from aanbieders.rechten import CONTRACT_SCHRIJVEN
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from hengelo_sociaal.waarden.models import Wet
from voorzieningen.models import Voorziening

Rijen = Sequence[tuple[int, Mapping[str, Any]]]
_DEFAULTS = {"verlengopties": 0, "verlenging_maanden": 12}


@dataclass
class Inleesverslag:
    """Counts, and per refused line the reason."""

    nieuw: int = 0
    gewijzigd: int = 0
    gelijk: int = 0
    fouten: list[tuple[int, str]] = field(default_factory=list)


def load_aanbieders(
    *, rijen: Rijen, by: Medewerker, at: dt.datetime, voortgang: Callable[[int], object]
) -> Inleesverslag:
    """Add or change providers by their KvK number; refused with GeenRecht."""
    toets(by, CONTRACT_SCHRIJVEN)
    known = {each.kvk: each for each in Aanbieder.objects.all()}

    def save(row: Mapping[str, Any], report: Inleesverslag) -> None:
        values = {name: row[name] for name in ("naam", "agb", "plaats")}
        now = known.get(row["kvk"])
        if now is None:
            register_aanbieder(kvk=row["kvk"], **values, by=by, at=at)
            report.nieuw += 1
        elif any(getattr(now, name) != value for name, value in values.items()):
            change_aanbieder(aanbieder=now, **values, by=by, at=at)
            report.gewijzigd += 1
        else:
            report.gelijk += 1

    return _load(rijen, save, voortgang)


def load_contracten(
    *, rijen: Rijen, by: Medewerker, at: dt.datetime, voortgang: Callable[[int], object]
) -> Inleesverslag:
    """Add or change contracts by their number; refused with GeenRecht."""
    toets(by, CONTRACT_SCHRIJVEN)
    providers = {each.kvk: each for each in Aanbieder.objects.all()}
    known = {each.nummer: each for each in Contract.objects.all()}

    def save(row: Mapping[str, Any], report: Inleesverslag) -> None:
        gegevens = _agreed(row)
        now = known.get(row["nummer"])
        if now is None:
            make_contract(
                aanbieder=providers[row["kvk"]],
                nummer=row["nummer"],
                gegevens=gegevens,
                by=by,
                at=at,
            )
            report.nieuw += 1
        elif _agreed_now(now) != gegevens:
            change_contract(contract=now, gegevens=gegevens, by=by, at=at)
            report.gewijzigd += 1
        else:
            report.gelijk += 1

    return _load(rijen, save, voortgang)


def load_producten(
    *, rijen: Rijen, by: Medewerker, at: dt.datetime, voortgang: Callable[[int], object]
) -> Inleesverslag:
    """Add or change products by their law and code; refused with GeenRecht."""
    toets(by, CONTRACT_SCHRIJVEN)
    wetten = Wet.objects.in_bulk()
    provisions = {each.code: each for each in Voorziening.objects.all()}
    known = {(each.wet_id, each.code): each for each in Product.objects.select_related("wet")}

    def save(row: Mapping[str, Any], report: Inleesverslag) -> None:
        now = known.get((row["wet"], row["code"]))
        gegevens = ProductGegevens(
            **{name: row[name] for name in ("naam", "categorie", "taakveld", "eenheden")},
            wet=wetten[row["wet"]],
            voorziening=provisions[row["voorziening"]] if row["voorziening"] else None,
            # The file says nothing of the period: what is on the screen stays.
            geldig_van=now.geldig_van if now else None,
            geldig_tot=now.geldig_tot if now else None,
        )
        if now is None:
            register_product(code=row["code"], gegevens=gegevens, by=by, at=at)
            report.nieuw += 1
        elif gegevens_of(now) != gegevens:
            change_product(product=now, gegevens=gegevens, by=by, at=at)
            report.gewijzigd += 1
        else:
            report.gelijk += 1

    return _load(rijen, save, voortgang)


def _load(
    rijen: Rijen,
    save: Callable[[Mapping[str, Any], Inleesverslag], None],
    voortgang: Callable[[int], object],
) -> Inleesverslag:
    report = Inleesverslag()
    for line, row in rijen:
        try:
            with operation():
                save(row, report)
        except DomeinFout as refused:
            report.fouten.append((line, "; ".join(refused.velden.values()) or refused.melding))
        voortgang(1)
    return report


def _agreed(row: Mapping[str, Any]) -> ContractGegevens:
    names = ("omschrijving", "schaal", "van", "tot", "uitvoeringsvariant", "bekostiging")
    values: dict[str, Any] = {name: row[name] for name in names}
    for name, default in _DEFAULTS.items():
        values[name] = default if row[name] is None else row[name]
    return ContractGegevens(**values, plafond_cent=row["plafond"], opzegdatum=row["opzegdatum"])


def _agreed_now(contract: Contract) -> ContractGegevens:
    return ContractGegevens(
        **{name: getattr(contract, name) for name in ContractGegevens.__dataclass_fields__}
    )
