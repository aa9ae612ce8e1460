"""Making and changing contracts."""

import datetime as dt
from dataclasses import asdict, dataclass, fields
from typing import Any

from django.db.models import Max, Min

from aanbieders.enums import ToewijzingStatus
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
    wrong = {"van": _too_late(contract), "tot": _too_early(contract)}
    velden = {veld: told for veld, told in wrong.items() if told}
    if velden:
        raise BuitenContract(
            "Er vallen toewijzingen of tarieven buiten deze periode. Kijk bij de velden wat er "
            "anders moet.",
            velden=velden,
        )


def _too_late(contract: Contract) -> str:
    """Why the contract cannot begin so late; what began cannot be made to begin later."""
    known = [contract.tarieven.all(), contract.toewijzingen.geldig()]
    firsts = [rows.aggregate(dag=Min("van"))["dag"] for rows in known]
    first = min((dag for dag in firsts if dag and dag < contract.van), default=None)
    if first is None:
        return ""
    return f"Er is een tarief of toewijzing vanaf {first:%d-%m-%Y}. Kies die dag of een eerdere."


def _too_early(contract: Contract) -> str:
    """Why the contract cannot end so early, with what can be done about it."""
    price = contract.tarieven.filter(van__gt=contract.tot).order_by("-van").first()
    if price:
        return f"Er is een tarief vanaf {price.van:%d-%m-%Y}. Kies die dag of een latere."
    beyond = contract.toewijzingen.lopend_na(contract.tot)
    ended = beyond.exclude(status=ToewijzingStatus.ACTIEF).aggregate(dag=Max("laatste"))["dag"]
    if ended:
        return (
            f"Er is een toewijzing die op {ended:%d-%m-%Y} is beëindigd. Kies die dag of een "
            "latere."
        )
    last = beyond.aggregate(dag=Max("laatste"))["dag"]
    if last is None:
        return ""
    return (
        "Er lopen toewijzingen door na deze dag, de laatste tot en met "
        f"{last:%d-%m-%Y}. Kies die dag of een latere, of beëindig deze toewijzingen eerst."
    )
