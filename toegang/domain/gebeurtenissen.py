"""What happens to a household: a birth, moving in, moving house, parting, out-of-home placement.

Each is one operation over the operations on residents and memberships, all or nothing, so
that who lived where on which day stays true.
"""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.kern.grootboek import Grootboek
from hengelo_sociaal.kern.registers import Bijdragen, Stappen
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.domain.gemeen import lock
from toegang.domain.huishouden import (
    Adres,
    Lid,
    add_member,
    change_address,
    create_huishouden,
    enrol,
    leave,
    lock_membership,
)
from toegang.domain.inwoner import InwonerGegevens, register_inwoner
from toegang.domain.samenvoegen.stappen import Voorbeelddeel
from toegang.domain.splitsing import record_split
from toegang.domain.wijzigen import require_may_change
from toegang.enums import Aard, Band, Rol
from toegang.models import Huishouden, Inwoner, Lidmaatschap, VroegerAdres

DAY = dt.timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Vertrek:
    """Who leaves (ids of memberships), from which day they live where.

    `band` is why they still belong to the household they leave (a child placed out of
    home), empty when they do not. `ook_daar` are the children who stay and live there too
    (co-ouderschap). `keuzes` answers what apps asked.
    """

    leden: Sequence[int]
    op: dt.date
    adres: Adres
    band: str = ""
    ook_daar: Sequence[int] = ()
    keuzes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Splitsing:
    """A household of which some live elsewhere now, for the steps of higher apps."""

    by: Medewerker
    at: dt.datetime
    op: dt.date
    oud_id: uuid.UUID
    nieuw_id: uuid.UUID
    vertrokken: Sequence[uuid.UUID]
    ook_daar: Sequence[uuid.UUID]
    band: str
    keuzes: Mapping[str, str]
    grootboek: Grootboek


SPLITSEN = Stappen[[Splitsing]]("huishouden splitsen")
# Asked with who looks and the household of which some will leave.
VOORBEELD_SPLITSEN = Bijdragen[[Medewerker, uuid.UUID], Voorbeelddeel]("huishouden splitsen")


def register_birth(
    *, by: Medewerker, huishouden_id: uuid.UUID, gegevens: InwonerGegevens, at: dt.datetime
) -> Inwoner:
    """A child is born into a household: registered, and living there from that day.

    A child that looks like another one is registered all the same; the pair waits on the
    work list. Refused as `register_inwoner` and `add_member` refuse.
    """
    if gegevens.geboortedatum is None:
        raise OngeldigeInvoer(velden={"geboortedatum": "Vul de geboortedatum in."})
    require_may_change(by, huishouden_id, op=dag_van(at))
    with operation():
        child = register_inwoner(by=by, gegevens=gegevens, at=at, negeer_dubbel="gegevens-onzeker")
        add_member(
            by=by,
            huishouden_id=huishouden_id,
            lid=Lid(inwoner_id=child.pk, rol=Rol.KIND),
            van=gegevens.geboortedatum,
            at=at,
        )
    return child


def move_in(
    *, by: Medewerker, huishouden_id: uuid.UUID, lid: Lid, van: dt.date, at: dt.datetime
) -> Lidmaatschap:
    """Somebody comes to live here from `van`; the home they had ends the day before.

    Refused as `add_member` refuses, and as `end_member` for the home before.
    """
    require_may_change(by, huishouden_id, op=dag_van(at))
    homes = Lidmaatschap.objects.thuis().filter(inwoner=lid.inwoner_id, tot__isnull=True)
    with operation():
        for home in homes.exclude(huishouden=huishouden_id):
            leave(lock_membership(home.pk), by=by, tot=van - DAY, at=at)
        return add_member(by=by, huishouden_id=huishouden_id, lid=lid, van=van, at=at)


def move_house(
    *,
    by: Medewerker,
    huishouden_id: uuid.UUID,
    adres: Adres,
    op: dt.date,
    revisie: int | None,
    at: dt.datetime,
) -> Huishouden:
    """The whole household lives at another address from `op`; the old one stays to be found.

    Refused as `change_address` refuses, with OngeldigeInvoer for a day that is not after
    an earlier move.
    """
    require_may_change(by, huishouden_id, op=dag_van(at))
    with operation():
        home = lock(Huishouden.objects.all(), huishouden_id)
        latest = home.vroegere_adressen.first()
        if latest is not None and op <= latest.tot + DAY:
            raise OngeldigeInvoer(velden={"op": "Het huishouden verhuisde later nog een keer."})
        names = Adres.__dataclass_fields__
        VroegerAdres.objects.create(
            huishouden=home, tot=op - DAY, **{name: getattr(home, name) for name in names}
        )
        return change_address(
            by=by, huishouden_id=huishouden_id, adres=adres, revisie=revisie, at=at
        )


def split_huishouden(
    *, by: Medewerker, huishouden_id: uuid.UUID, vertrek: Vertrek, at: dt.datetime
) -> Huishouden:
    """Some of a household live elsewhere from a day: parted, left home, placed out of home.

    They make a new household at the new address. Contacts and meldingen stay where they
    were; apps do what belongs to them (the plan). All of it is in a ledger, so that
    `undo_split` puts it back. Refused with OngeldigeInvoer when nobody or somebody who does
    not live here leaves, or nobody stays behind, with NietBetrokken (403) for who may only
    read the household.
    """
    book = Grootboek()
    require_may_change(by, huishouden_id, op=dag_van(at))
    with operation():
        # Of two who split the same household, the second sees who left.
        lock(Huishouden.objects.all(), huishouden_id)
        leaving, children = _who(huishouden_id, vertrek)
        made = create_huishouden(vertrek.adres)
        book.gemaakt(made)
        for member in leaving:
            _let_go(member, made, vertrek, book, by=by, at=at)
        for child in children:
            tie = _tie(child, made.pk, Aard.CO_OUDERSCHAP, van=vertrek.op, by=by, at=at)
            book.gemaakt(tie)
        _log(huishouden_id, made, leaving, by=by, at=at)
        SPLITSEN.run(
            Splitsing(
                by=by,
                at=at,
                op=vertrek.op,
                oud_id=huishouden_id,
                nieuw_id=made.pk,
                vertrokken=[member.inwoner_id for member in leaving],
                ook_daar=[child.inwoner_id for child in children],
                band=vertrek.band,
                keuzes=vertrek.keuzes,
                grootboek=book,
            )
        )
        record_split(book, huishouden_id, made, aantal=len(leaving), by=by, at=at)
    return made


def _who(
    huishouden_id: uuid.UUID, vertrek: Vertrek
) -> tuple[list[Lidmaatschap], list[Lidmaatschap]]:
    living = {
        member.pk: member
        for member in Lidmaatschap.objects.thuis()
        .filter(huishouden=huishouden_id, tot__isnull=True)
        .select_related("inwoner")
    }
    leaving, children = set(vertrek.leden), set(vertrek.ook_daar)
    if not leaving or leaving - set(living):
        raise OngeldigeInvoer(velden={"leden": "Kies wie er weggaat."})
    if leaving == set(living):
        raise OngeldigeInvoer(
            velden={"leden": "Iedereen gaat weg. Kies dan 'Het hele huishouden verhuist'."}
        )
    if children & leaving or children - set(living):
        raise OngeldigeInvoer(velden={"ook_daar": "Kies alleen kinderen die hier blijven wonen."})
    return [living[pk] for pk in vertrek.leden], [living[pk] for pk in vertrek.ook_daar]


def _let_go(
    member: Lidmaatschap,
    made: Huishouden,
    vertrek: Vertrek,
    book: Grootboek,
    *,
    by: Medewerker,
    at: dt.datetime,
) -> None:
    ended = leave(lock_membership(member.pk), by=by, tot=vertrek.op - DAY, at=at)
    book.gewijzigd(ended, tot=None)
    lid = Lid(inwoner_id=member.inwoner_id, rol=member.rol)
    book.gemaakt(enrol(by=by, huishouden_id=made.pk, lid=lid, van=vertrek.op, at=at))
    if vertrek.band:
        kind = Aard(vertrek.band)
        book.gemaakt(_tie(member, member.huishouden_id, kind, van=vertrek.op, by=by, at=at))


def _tie(
    member: Lidmaatschap,
    huishouden_id: uuid.UUID,
    aard: Aard,
    *,
    van: dt.date,
    by: Medewerker,
    at: dt.datetime,
) -> Lidmaatschap:
    lid = Lid(inwoner_id=member.inwoner_id, rol=member.rol, band=Band.FAMILIE, aard=aard)
    return enrol(by=by, huishouden_id=huishouden_id, lid=lid, van=van, at=at)


def _log(
    oud_id: uuid.UUID,
    made: Huishouden,
    leaving: list[Lidmaatschap],
    *,
    by: Medewerker,
    at: dt.datetime,
) -> None:
    for pk, other in ((oud_id, made.pk), (made.pk, oud_id)):
        log_change(
            by=by,
            handeling="huishouden gesplitst",
            soort="huishouden",
            object_id=pk,
            huishouden_id=pk,
            inwoners=[member.inwoner_id for member in leaving],
            at=at,
            wijziging={"ander": str(other)},
        )
