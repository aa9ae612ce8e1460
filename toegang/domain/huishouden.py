"""Households: an address, who lives there, and who belongs to it from elsewhere."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.core.exceptions import ValidationError
from django.db.models import F

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden, OngeldigeInvoer
from hengelo_sociaal.kern.nummers import normalise_postcode
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from toegang.domain.gemeen import fill, lock, lock_all, require_unchanged
from toegang.domain.wijzigen import require_may_change
from toegang.enums import Aard, Band, Rol
from toegang.exceptions import AlLid, AlThuisElders, LidmaatschapBeeindigd
from toegang.models import Huishouden, Inwoner, Lidmaatschap
from toegang.queries.huishouden import GEREGISTREERD
from toegang.queries.plaats import resolve_address
from toegang.rechten import HUISHOUDEN_SCHRIJVEN, HUISHOUDEN_WIJZIGEN


@dataclass(frozen=True, kw_only=True)
class Adres:
    """An address as it is on the envelope."""

    straat: str = ""
    huisnummer: int | None = None
    toevoeging: str = ""
    postcode: str = ""
    woonplaats: str = ""
    geheim: bool = False


@dataclass(frozen=True, kw_only=True)
class Lid:
    """Who belongs to the household, as what."""

    inwoner_id: uuid.UUID
    rol: str = Rol.ANDERS
    band: str = Band.THUIS
    aard: str = Aard.GEWOON


def register_huishouden(
    *,
    by: Medewerker,
    adres: Adres,
    at: dt.datetime,
    leden: Sequence[Lid] = (),
    van: dt.date | None = None,
) -> Huishouden:
    """Register a household, from `van` (today when not given); buurt and gemeente follow.

    Refused with OngeldigeInvoer for a wrong postcode or an unknown resident, with
    AlThuisElders (409) when one of them lives in another household.
    """
    toets(by, HUISHOUDEN_SCHRIJVEN, minstens=Bereik.EIGEN)
    with operation():
        made = create_huishouden(adres)
        _join(made, leden, van=van or dag_van(at))
        log_change(
            by=by,
            handeling=GEREGISTREERD,
            soort="huishouden",
            object_id=made.pk,
            huishouden_id=made.pk,
            inwoners=[lid.inwoner_id for lid in leden],
            at=at,
        )
    return made


def create_huishouden(adres: Adres) -> Huishouden:
    """Store a household with its buurt and gemeente, inside the caller's transaction."""
    return Huishouden.objects.create(**_located(adres))


def change_address(
    *,
    by: Medewerker,
    huishouden_id: uuid.UUID,
    adres: Adres,
    revisie: int | None,
    at: dt.datetime,
) -> Huishouden:
    """Give a household another address; what was registered before keeps its wijk.

    Refused with Verouderd (412) when somebody else changed it meanwhile, with NietBetrokken
    (403) for who may only read it.
    """
    require_may_change(by, huishouden_id, op=dag_van(at))
    values = _located(adres)
    with operation():
        # Two colleagues who correct the same address come one after the other.
        huishouden = lock(Huishouden.objects.all(), huishouden_id)
        require_unchanged(huishouden, revisie, values)
        changed = fill(huishouden, values)
        huishouden.raise_revision(list(values))
        log_change(
            by=by,
            handeling="adres gewijzigd",
            soort="huishouden",
            object_id=huishouden.pk,
            huishouden_id=huishouden.pk,
            at=at,
            wijziging=changed,
        )
    return huishouden


def add_member(
    *,
    by: Medewerker,
    huishouden_id: uuid.UUID,
    lid: Lid,
    van: dt.date,
    at: dt.datetime,
    tot: dt.date | None = None,
) -> Lidmaatschap:
    """Let somebody belong to a household from `van`, up to and including `tot`.

    Refused with AlThuisElders (409) when they live elsewhere in that period, with AlLid
    when they already belong here, with NietBetrokken (403) for who may only read it.
    """
    require_may_change(by, huishouden_id, op=dag_van(at))
    with operation():
        return enrol(by=by, huishouden_id=huishouden_id, lid=lid, van=van, tot=tot, at=at)


def enrol(
    *,
    by: Medewerker,
    huishouden_id: uuid.UUID,
    lid: Lid,
    van: dt.date,
    at: dt.datetime,
    tot: dt.date | None = None,
) -> Lidmaatschap:
    """As `add_member`, within the transaction of an act that decided that `by` may."""
    if not Huishouden.objects.filter(pk=huishouden_id).exists():
        raise NietGevonden()
    (made,) = _join(Huishouden(pk=huishouden_id), [lid], van=van, tot=tot)
    log_change(
        by=by,
        handeling="lid toegevoegd",
        soort="huishouden",
        object_id=huishouden_id,
        huishouden_id=huishouden_id,
        inwoners=[lid.inwoner_id],
        at=at,
        wijziging={"rol": lid.rol, "band": lid.band, "van": van, "tot": tot},
    )
    return made


def end_member(
    *, by: Medewerker, lidmaatschap_id: int, tot: dt.date, at: dt.datetime
) -> Lidmaatschap:
    """Somebody no longer belongs to a household after `tot`, that day included.

    Refused with LidmaatschapBeeindigd (409) when it ended already, with OngeldigeInvoer
    when `tot` lies before the beginning, with NietBetrokken (403) for who may only read it.
    """
    toets(by, HUISHOUDEN_WIJZIGEN, minstens=Bereik.EIGEN)
    with operation():
        found = lock_membership(lidmaatschap_id)
        require_may_change(by, found.huishouden_id, op=dag_van(at))
        return leave(found, by=by, tot=tot, at=at)


def lock_membership(lidmaatschap_id: int) -> Lidmaatschap:
    """The membership, locked: of two who end it, the second sees that it ended."""
    rows = Lidmaatschap.objects.select_for_update(of=("self",), no_key=True)
    found = rows.filter(pk=lidmaatschap_id).first()
    if found is None:
        raise NietGevonden()
    return found


def leave(found: Lidmaatschap, *, by: Medewerker, tot: dt.date, at: dt.datetime) -> Lidmaatschap:
    """As `end_member`, of a locked membership, within an act that decided that `by` may."""
    if found.tot is not None:
        raise LidmaatschapBeeindigd()
    if tot < found.van:
        raise OngeldigeInvoer(velden={"tot": "De einddatum ligt voor de begindatum."})
    found.tot = tot
    found.save(update_fields=["tot"])
    log_change(
        by=by,
        handeling="lid beëindigd",
        soort="huishouden",
        object_id=found.huishouden_id,
        huishouden_id=found.huishouden_id,
        inwoners=[found.inwoner_id],
        at=at,
        wijziging={"tot": tot},
    )
    return found


def _located(adres: Adres) -> dict[str, object]:
    """The fields of an address, with the buurt and gemeente in which it lies."""
    try:
        postcode = normalise_postcode(adres.postcode) if adres.postcode else ""
    except ValidationError as error:
        reason = str(error.message)
        raise OngeldigeInvoer(reason, velden={"postcode": reason}) from error
    buurt, gemeente = resolve_address(postcode, adres.huisnummer)
    return asdict(adres) | {"postcode": postcode, "buurt_id": buurt, "gemeente_id": gemeente}


def _join(
    huishouden: Huishouden, leden: Sequence[Lid], *, van: dt.date, tot: dt.date | None = None
) -> list[Lidmaatschap]:
    """Make the memberships, after the residents who own the rule of one home are locked.

    Two colleagues who put the same person in two households come one after the other, and
    the second gets a sentence instead of a deadlock; the exclusion constraint is the net.
    """
    ids = [lid.inwoner_id for lid in leden]
    if not ids:
        return []
    if set(ids) - set(lock_all(Inwoner.objects.all(), ids)) or len(set(ids)) < len(ids):
        raise OngeldigeInvoer(
            "Een van deze inwoners bestaat niet, of staat er dubbel in.",
            velden={"leden": "Zoek de inwoner op en kies die een keer."},
        )
    _refuse_overlap(huishouden.pk, leden, van=van, tot=tot)
    return Lidmaatschap.objects.bulk_create(
        Lidmaatschap(
            huishouden=huishouden,
            inwoner_id=lid.inwoner_id,
            rol=lid.rol,
            band=lid.band,
            aard=lid.aard,
            van=van,
            tot=tot,
        )
        for lid in leden
    )


def _refuse_overlap(
    huishouden_id: uuid.UUID, leden: Sequence[Lid], *, van: dt.date, tot: dt.date | None
) -> None:
    at_home = {lid.inwoner_id for lid in leden if lid.band == Band.THUIS}
    existing = Lidmaatschap.objects.filter(inwoner__in=[lid.inwoner_id for lid in leden])
    for other in existing.exclude(tot__lt=van).order_by(F("van").asc()):
        if tot is not None and other.van > tot:
            continue
        if other.huishouden_id == huishouden_id:
            raise AlLid()
        if other.band == Band.THUIS and other.inwoner_id in at_home:
            raise AlThuisElders(extra={"huishouden": str(other.huishouden_id)})
