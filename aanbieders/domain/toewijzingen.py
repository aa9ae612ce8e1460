"""Granting help to a person under a contract, stretching it and ending it."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from aanbieders.domain.producten import require_period, require_unit
from aanbieders.enums import (
    Frequentie,
    Grondslag,
    RedenBeeindiging,
    ToewijzingStatus,
    Uitvoeringsvariant,
)
from aanbieders.exceptions import (
    BuitenContract,
    EenheidPastNiet,
    GeenTarief,
    GeenToewijzingBijTaak,
    NietActief,
    NietInHuishouden,
    NietTeVerlengen,
    VerwijzingNodig,
)
from aanbieders.models import Contract, Product, Tarief, Toewijzing
from aanbieders.rechten import TOEWIJZING_SCHRIJVEN
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.kern.nummers import next_number
from hengelo_sociaal.kern.registers import Stappen
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from toegang.models import Huishouden, Inwoner, Lidmaatschap
from voorzieningen.domain.controle import check

# Higher floors know the besluit: a step registered here says on which one the toewijzing rests,
# and refuses what rests on none. Called with `toewijzing`, `besluit_id`, `by` and `at`.
RUST_OP_BESLUIT: Stappen[Toewijzing, uuid.UUID | None, Medewerker, dt.datetime] = Stappen(
    "toewijzing rust op besluit"
)


@dataclass(frozen=True)
class Verwijzing:
    """Who referred or decided instead of us, and when: a doctor, a GI or the court."""

    door: str
    op: dt.date


@dataclass(frozen=True)
class Omvang:
    """How much, per what, in which period; a whole number of units, both days included."""

    volume: int
    eenheid: str
    frequentie: str
    van: dt.date
    tot: dt.date | None = None
    herziening_op: dt.date | None = None


def create_toewijzing(
    *,
    inwoner: Inwoner,
    contract: Contract,
    product: Product,
    grondslag: str,
    omvang: Omvang,
    by: Medewerker,
    at: dt.datetime,
    huishouden: Huishouden | None = None,
    besluit_id: uuid.UUID | None = None,
    verwijzing: Verwijzing | None = None,
) -> Toewijzing:
    """Grant a product to a person; without `huishouden` it is the one they live in.

    It rests on the besluit `besluit_id`, or on a `verwijzing` (VerwijzingNodig without
    one). Refused with GeenRecht, OngeldigeInvoer, NietInHuishouden, BuitenContract,
    BuitenProduct, GeenToewijzingBijTaak, EenheidPastNiet, EenheidNietBijProduct, GeenTarief,
    what the step for the besluit refuses, and with Stapeling when the person has this product
    in that period already (OP259).
    """
    toets(by, TOEWIJZING_SCHRIJVEN)
    ground = _ground(Grondslag(grondslag), verwijzing)
    with operation():
        # The person owns the rule against stacking: a second grant at the same moment
        # waits here, so that exactly one of two gets in.
        inwoner = Inwoner.objects.select_for_update(of=("self",), no_key=True).get(pk=inwoner.pk)
        # The contract owns its period, the product when it may be bought: either may be made
        # shorter at this moment.
        contract = _locked_contract(contract)
        product = Product.objects.select_for_update(of=("self",), no_key=True).get(pk=product.pk)
        toewijzing = Toewijzing(
            nummer=next_number("T", omvang.van.year),
            inwoner=inwoner,
            huishouden=_household(inwoner, huishouden, omvang.van),
            contract=contract,
            product=product,
            geregistreerd_op=at,
            **ground,
            **asdict(omvang),
        )
        _refuse_outside_contract(toewijzing)
        check(toewijzing)
        toewijzing.save(force_insert=True)
        if toewijzing.grondslag == Grondslag.BESLUIT:
            RUST_OP_BESLUIT.run(toewijzing, besluit_id, by, at)
        _log(toewijzing, "toewijzing gemaakt", by, at, {"omvang": toewijzing.omvang})
    return toewijzing


def change_toewijzing(
    *,
    toewijzing: Toewijzing,
    tot: dt.date | None,
    herziening_op: dt.date | None,
    by: Medewerker,
    at: dt.datetime,
) -> Toewijzing:
    """Move the agreed last day or the day on which we look again.

    Another volume is another toewijzing. Refused with GeenRecht, OngeldigeInvoer,
    NietActief, BuitenContract, Stapeling, and with NietTeVerlengen when the end has passed
    or the volume is a total (OP033, OP257).
    """
    toets(by, TOEWIJZING_SCHRIJVEN)
    with operation():
        toewijzing = _locked(toewijzing)
        if tot != toewijzing.tot and not _can_stretch(toewijzing, dag_van(at)):
            raise NietTeVerlengen(velden={"tot": NietTeVerlengen.melding})
        changes = {
            "tot": [toewijzing.tot, tot],
            "herziening_op": [toewijzing.herziening_op, herziening_op],
        }
        toewijzing.tot, toewijzing.herziening_op = tot, herziening_op
        toewijzing.contract = _locked_contract(toewijzing.contract)
        _refuse_outside_period(toewijzing)
        check(toewijzing)
        toewijzing.save(update_fields=["tot", "herziening_op"])
        _log(toewijzing, "toewijzing gewijzigd", by, at, changes)
    return toewijzing


def end_toewijzing(
    *,
    toewijzing: Toewijzing,
    reden: str,
    by: Medewerker,
    at: dt.datetime,
    laatste_dag: dt.date | None = None,
) -> Toewijzing:
    """End a toewijzing early, with its last day and the reason.

    With the reason `niet-gestart` it lapses as if it had never been, without a last day.
    Refused with GeenRecht, NietActief, and OngeldigeInvoer when the day is missing or lies
    outside the period.
    """
    toets(by, TOEWIJZING_SCHRIJVEN)
    with operation():
        toewijzing = _locked(toewijzing)
        toewijzing.reden = RedenBeeindiging(reden)
        if toewijzing.reden == RedenBeeindiging.FOUT:
            toewijzing.status = ToewijzingStatus.VERVALLEN
        else:
            toewijzing.status = ToewijzingStatus.BEEINDIGD
            toewijzing.beeindigd_op = _last_day(toewijzing, laatste_dag)
        check(toewijzing)
        toewijzing.save(update_fields=["status", "reden", "beeindigd_op"])
        changes = {"laatste_dag": toewijzing.beeindigd_op, "reden": toewijzing.reden}
        _log(toewijzing, "toewijzing beëindigd", by, at, changes)
    return toewijzing


def end_because(
    *, toewijzing: Toewijzing, reden: str, per: dt.date, by: Medewerker, at: dt.datetime
) -> Toewijzing:
    """End a toewijzing because what it rests on ends: `per` is the first day without it.

    Has no right of its own: called inside the operation that ended the ground, which
    checked who may. What would not have begun by then lapses; what ended before `per` or
    lapsed stays as it was.
    """
    with operation():
        Inwoner.objects.select_for_update(of=("self",), no_key=True).get(pk=toewijzing.inwoner_id)
        now = Toewijzing.objects.select_related("contract", "product").get(pk=toewijzing.pk)
        ended = now.laatste_dag is not None and now.laatste_dag < per
        if now.status == ToewijzingStatus.VERVALLEN or ended:
            return now
        before = now.laatste_dag
        now.reden = RedenBeeindiging(reden)
        begun = now.van < per
        now.status = ToewijzingStatus.BEEINDIGD if begun else ToewijzingStatus.VERVALLEN
        now.beeindigd_op = per - dt.timedelta(days=1) if begun else None
        now.save(update_fields=["status", "reden", "beeindigd_op"])
        changes = {"laatste_dag": [before, now.beeindigd_op], "reden": now.reden}
        _log(now, "toewijzing beëindigd", by, at, changes)
    return now


def _ground(grondslag: Grondslag, verwijzing: Verwijzing | None) -> dict[str, object]:
    """The ground as the fields that hold it."""
    if grondslag == Grondslag.BESLUIT:
        return {"grondslag": grondslag}
    if verwijzing is None or not verwijzing.door.strip():
        raise VerwijzingNodig(velden={"verwezen_door": VerwijzingNodig.melding})
    return {
        "grondslag": grondslag,
        "verwezen_door": verwijzing.door.strip(),
        "verwezen_op": verwijzing.op,
    }


def _household(inwoner: Inwoner, huishouden: Huishouden | None, op: dt.date) -> Huishouden | None:
    memberships = Lidmaatschap.objects.op(op).filter(inwoner=inwoner)
    if huishouden is None:
        home = memberships.thuis().select_related("huishouden").first()
        return home.huishouden if home else None
    if not memberships.filter(huishouden=huishouden).exists():
        raise NietInHuishouden(velden={"huishouden": NietInHuishouden.melding})
    return huishouden


def _refuse_outside_contract(toewijzing: Toewijzing) -> None:
    allowed = Uitvoeringsvariant(toewijzing.contract.uitvoeringsvariant).eenheden
    if not allowed:
        raise GeenToewijzingBijTaak()
    if toewijzing.eenheid not in allowed:
        raise EenheidPastNiet(velden={"eenheid": EenheidPastNiet.melding})
    require_unit(toewijzing.product, toewijzing.eenheid)
    require_period(toewijzing.product, toewijzing.van, "van")
    _refuse_outside_period(toewijzing)
    priced = Tarief.objects.op(toewijzing.van).filter(
        contract=toewijzing.contract, product=toewijzing.product, eenheid=toewijzing.eenheid
    )
    if not priced.exists():
        raise GeenTarief(velden={"product": GeenTarief.melding})


def _refuse_outside_period(toewijzing: Toewijzing) -> None:
    contract = toewijzing.contract
    period = f"Het contract loopt van {contract.van:%d-%m-%Y} tot en met {contract.tot:%d-%m-%Y}."
    if not contract.loopt_op(toewijzing.van):
        raise BuitenContract(velden={"van": period})
    if toewijzing.tot and toewijzing.tot > contract.tot:
        raise BuitenContract(velden={"tot": period})


def _can_stretch(toewijzing: Toewijzing, vandaag: dt.date) -> bool:
    if toewijzing.frequentie == Frequentie.TOTAAL:
        return False
    return toewijzing.tot is None or toewijzing.tot >= vandaag


def _last_day(toewijzing: Toewijzing, laatste_dag: dt.date | None) -> dt.date:
    if laatste_dag is None:
        raise OngeldigeInvoer(velden={"laatste_dag": "Vul de laatste dag in."})
    if laatste_dag < toewijzing.van or (toewijzing.tot and laatste_dag > toewijzing.tot):
        text = "De laatste dag ligt buiten de periode van de toewijzing."
        raise OngeldigeInvoer(velden={"laatste_dag": text})
    return laatste_dag


def _locked_contract(contract: Contract) -> Contract:
    """The contract as it is now; whoever shortens it waits, and then sees this toewijzing."""
    return Contract.objects.select_for_update(of=("self",), no_key=True).get(pk=contract.pk)


def _locked(toewijzing: Toewijzing) -> Toewijzing:
    """The toewijzing as it is now, with its person locked as in create_toewijzing."""
    Inwoner.objects.select_for_update(of=("self",), no_key=True).get(pk=toewijzing.inwoner_id)
    now = Toewijzing.objects.select_related("contract", "product").get(pk=toewijzing.pk)
    if now.status != ToewijzingStatus.ACTIEF:
        raise NietActief()
    return now


def _log(
    toewijzing: Toewijzing,
    handeling: str,
    by: Medewerker,
    at: dt.datetime,
    changes: Mapping[str, object],
) -> None:
    log_change(
        by=by,
        handeling=handeling,
        soort="toewijzing",
        object_id=toewijzing.pk,
        huishouden_id=toewijzing.huishouden_id,
        inwoners=[toewijzing.inwoner_id],
        at=at,
        wijziging={"nummer": toewijzing.nummer, "product": toewijzing.product.code, **changes},
    )
