"""Making and changing contracts."""

import datetime as dt
from dataclasses import asdict, dataclass, fields
from typing import Any

from aanbieders.exceptions import BuitenContract
from aanbieders.models import Aanbieder, Contract
from aanbieders.rechten import CONTRACT_SCHRIJVEN
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.gezien import print_of, require_seen
from hengelo_sociaal.kern.nummers import next_number
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from voorzieningen.domain.controle import check


@dataclass(frozen=True)
class ContractGegevens:
    """What is agreed; `plafond_cent` in euro cents per calendar year, days included."""

    omschrijving: str
    schaal: str
    van: dt.date
    tot: dt.date
    uitvoeringsvariant: str
    bekostiging: str
    verlengopties: int = 0
    verlenging_maanden: int = 12
    plafond_cent: int | None = None
    opzegdatum: dt.date | None = None


def make_contract(
    *,
    aanbieder: Aanbieder,
    gegevens: ContractGegevens,
    by: Medewerker,
    at: dt.datetime,
    nummer: str = "",
) -> Contract:
    """Make a contract; without a number of its own it gets the next one, such as C-2026-00042.

    A way of paying that does not fit is kept and flagged (BP 4.2 point 4). Refused with
    GeenRecht, OngeldigeInvoer, or ContractnummerBestaatAl.
    """
    toets(by, CONTRACT_SCHRIJVEN)
    with operation():
        contract = Contract(
            aanbieder=aanbieder,
            nummer=nummer or next_number("C", gegevens.van.year),
            **asdict(gegevens),
        )
        check(contract)
        contract.save(force_insert=True)
        log_change(
            by=by,
            handeling="contract gesloten",
            soort="contract",
            object_id=contract.pk,
            at=at,
            wijziging={"nummer": contract.nummer, "aanbieder": aanbieder.naam} | asdict(gegevens),
        )
    return contract


def seen_of(contract: Contract) -> str:
    """A print of what is agreed now, to hand back to `change_contract`."""
    return print_of(_agreed(contract))


def change_contract(
    *,
    contract: Contract,
    gegevens: ContractGegevens,
    by: Medewerker,
    at: dt.datetime,
    gezien: str | None = None,
) -> Contract:
    """Change what is agreed, such as an extension; the log keeps what it was.

    Refused with GeenRecht, OngeldigeInvoer, and with BuitenContract when a toewijzing or
    tarief would fall outside the new period; with Verouderd (412, both values) when it
    is no longer what `gezien` is a print of.
    """
    toets(by, CONTRACT_SCHRIJVEN)
    with operation():
        # The contract owns its period: tarieven and other changes wait for this one.
        contract = Contract.objects.select_for_update(of=("self",), no_key=True).get(pk=contract.pk)
        before, after = _agreed(contract), asdict(gegevens)
        require_seen(gezien, before, after)
        changes = {n: [before[n], new] for n, new in after.items() if before[n] != new}
        if changes:
            for name, (_, new) in changes.items():
                setattr(contract, name, new)
            check(contract)
            _refuse_what_falls_outside(contract)
            contract.save()
            log_change(
                by=by,
                handeling="contract gewijzigd",
                soort="contract",
                object_id=contract.pk,
                at=at,
                wijziging=changes,
            )
    return contract


def _agreed(contract: Contract) -> dict[str, Any]:
    return {field.name: getattr(contract, field.name) for field in fields(ContractGegevens)}


def _refuse_what_falls_outside(contract: Contract) -> None:
    toewijzingen = contract.toewijzingen.lopend_buiten(contract.van, contract.tot)
    told = "Er zijn toewijzingen of tarieven buiten deze periode. Beëindig die eerst."
    if contract.tarieven.filter(van__lt=contract.van).exists():
        raise BuitenContract(told, velden={"van": "Er zijn tarieven van voor deze dag."})
    if toewijzingen.exists() or contract.tarieven.filter(van__gt=contract.tot).exists():
        raise BuitenContract(
            told, velden={"tot": "Er zijn toewijzingen of tarieven buiten deze periode."}
        )
