"""Agreeing a price, with the history kept."""

import datetime as dt

from django.db.models import QuerySet

from aanbieders.domain.producten import require_period, require_unit
from aanbieders.enums import Uitvoeringsvariant
from aanbieders.exceptions import BuitenContract, EenheidPastNiet, TariefOverlapt
from aanbieders.models import Contract, Product, Tarief
from aanbieders.rechten import CONTRACT_SCHRIJVEN
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from voorzieningen.domain.controle import check

_DAY = dt.timedelta(days=1)


def set_tarief(
    *,
    contract: Contract,
    product: Product,
    eenheid: str,
    bedrag_cent: int,
    van: dt.date,
    by: Medewerker,
    at: dt.datetime,
) -> Tarief:
    """Agree what one unit costs from `van` on, in euro cents.

    The tarief that runs then ends the day before, and the new one lasts as long as that
    would have. Refused with GeenRecht, OngeldigeInvoer, BuitenContract, EenheidPastNiet,
    EenheidNietBijProduct (the product is not counted so), BuitenProduct (not to be bought
    then), and with TariefOverlapt when another begins on that same day.
    """
    toets(by, CONTRACT_SCHRIJVEN)
    with operation():
        # The contract owns the rule that tarieven never overlap: whoever is second waits
        # here and then sees what the first agreed, instead of a deadlock on the constraint.
        contract = Contract.objects.select_for_update(of=("self",), no_key=True).get(pk=contract.pk)
        # Nobody takes the unit from the product in the meantime.
        product = Product.objects.select_for_update(of=("self",), no_key=True).get(pk=product.pk)
        require_possible(contract=contract, product=product, eenheid=eenheid, van=van)
        tarief = Tarief(
            contract=contract, product=product, eenheid=eenheid, bedrag_cent=bedrag_cent, van=van
        )
        before = _make_room(tarief)
        check(tarief)
        tarief.save(force_insert=True)
        log_change(
            by=by,
            handeling="tarief vastgesteld",
            soort="tarief",
            object_id=tarief.pk,
            at=at,
            wijziging={
                "contract": contract.nummer,
                "product": product.code,
                "eenheid": eenheid,
                "bedrag_cent": [before.bedrag_cent if before else None, bedrag_cent],
                "van": van,
            },
        )
    return tarief


def require_possible(*, contract: Contract, product: Product, eenheid: str, van: dt.date) -> None:
    """Refuse what can never be agreed, also to who only asks what it would affect.

    With EenheidNietBijProduct, BuitenProduct, BuitenContract, EenheidPastNiet and TariefOverlapt.
    """
    require_unit(product, eenheid)
    require_period(product, van, "van")
    if not contract.loopt_op(van):
        raise BuitenContract(velden={"van": _period(contract)})
    if eenheid not in Uitvoeringsvariant(contract.uitvoeringsvariant).eenheden:
        raise EenheidPastNiet(velden={"eenheid": EenheidPastNiet.melding})
    if _same(contract, product, eenheid).filter(van=van).exists():
        raise TariefOverlapt(velden={"van": TariefOverlapt.melding})


def _same(contract: Contract, product: Product, eenheid: str) -> QuerySet[Tarief]:
    """The prices that never overlap."""
    return Tarief.objects.filter(contract=contract, product=product, eenheid=eenheid)


def _period(contract: Contract) -> str:
    return f"Kies een dag van {contract.van:%d-%m-%Y} tot en met {contract.tot:%d-%m-%Y}."


def _make_room(tarief: Tarief) -> Tarief | None:
    """End the running tarief the day before; gives it back, and the new one its last day."""
    same = _same(tarief.contract, tarief.product, tarief.eenheid)
    following = same.filter(van__gt=tarief.van).order_by("van").first()
    tarief.tot = following.van - _DAY if following else None
    running = same.filter(van__lt=tarief.van).order_by("-van").first()
    if running and (running.tot is None or running.tot >= tarief.van):
        tarief.tot = running.tot
        running.tot = tarief.van - _DAY
        running.save(update_fields=["tot"])
    return running
