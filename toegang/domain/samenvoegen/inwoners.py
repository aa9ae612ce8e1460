"""Two registrations of one person become one."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import fields

from django.db.models import Q

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from toegang.domain.inwoner import InwonerGegevens
from toegang.domain.samenvoegen.stappen import INWONERS, Verhuizing
from toegang.domain.samenvoegen.vastleggen import record, refuse_missing
from toegang.domain.samenvoegen.verhuizen import make_room, move_pointers
from toegang.domain.sleutels import move_bsn
from toegang.enums import Samenvoegsoort
from toegang.exceptions import TweeBsns, ZelfdeRecord
from toegang.models import Dubbelpaar, Inwoner, Lidmaatschap, Samenvoeging
from toegang.rechten import SAMENVOEGEN

# Where both are known, secret goes before open.
STRENGSTE = {"geheim"}


def merge_inwoners(
    *,
    by: Medewerker,
    blijft_id: uuid.UUID,
    vervalt_id: uuid.UUID,
    reden: str,
    at: dt.datetime,
    overnemen: Sequence[str] = (),
    keuzes: Mapping[str, str] | None = None,
) -> Samenvoeging:
    """Make two residents one: contacts, meldingen, memberships and plans go along.

    What is not known of who stays comes from the other; of what differs only the fields
    in `overnemen` do. Where they lived at two places at once, the home of who stays
    counts. Refused with TweeBsns (409) when each has a BSN of their own, with
    ZelfdeRecord, AlSamengevoegd (409) when a colleague was first, NietGevonden (404),
    GeenRecht (403).
    """
    toets(by, SAMENVOEGEN, minstens=Bereik.ALLES)
    with operation():
        stays, goes = lock_both(blijft_id, vervalt_id)
        move = Verhuizing(by=by, at=at, blijft_id=stays.pk, vervalt_id=goes.pk, keuzes=keuzes or {})
        bsn_print = _take_over(stays, goes, overnemen, move)
        INWONERS.run(move)
        _drop_pairs(move)
        _join_memberships(move)
        move_pointers(goes, stays, move.grootboek)
        move.grootboek.verwijder(goes)
        made = record(move, Samenvoegsoort.INWONER, reden=reden, bsn_zoek=bsn_print)
        _log(made, by=by, at=at)
    return made


def lock_both(one: uuid.UUID, other: uuid.UUID) -> tuple[Inwoner, Inwoner]:
    """Both residents, locked in the order of their ids; whoever adds something waits."""
    if one == other:
        raise ZelfdeRecord()
    rows = Inwoner.objects.select_for_update(of=("self",)).filter(pk__in=[one, other])
    found = {row.pk: row for row in rows.order_by("pk")}
    if len(found) < 2:
        refuse_missing(one, other)
    return found[one], found[other]


def differences(stays: Inwoner, goes: Inwoner) -> tuple[list[str], list[str]]:
    """The fields that will be filled in from who goes, and those in which they differ."""
    names = [field.name for field in fields(InwonerGegevens) if field.name not in STRENGSTE]
    filled: list[str] = []
    different: list[str] = []
    for name in names:
        here, there = getattr(stays, name), getattr(goes, name)
        if there in EMPTY or here == there:
            continue
        (filled if here in EMPTY else different).append(name)
    return filled, different


EMPTY: tuple[str | None, ...] = (None, "", "onbekend")


def _take_over(
    stays: Inwoner, goes: Inwoner, overnemen: Sequence[str], move: Verhuizing
) -> bytes | None:
    """Fill in what was not known; the print of the BSN when that came along."""
    if stays.heeft_bsn and goes.heeft_bsn:
        raise TweeBsns()
    filled, different = differences(stays, goes)
    values = {name: getattr(goes, name) for name in [*filled, *set(different) & set(overnemen)]}
    values |= {name: True for name in STRENGSTE if getattr(goes, name)}
    bsn_print = bytes(goes.bsn_zoek) if goes.bsn_zoek is not None else None
    if bsn_print is not None:
        move_bsn(goes, stays)
    if values:
        move.grootboek.zet(Inwoner.objects.filter(pk=stays.pk), **values)
    stays.refresh_from_db()
    stays.raise_revision([])
    return bsn_print


def _drop_pairs(move: Verhuizing) -> None:
    """The pair itself is settled; the others of who goes are found again by who stays."""
    of_gone = Q(eerste=move.vervalt_id) | Q(tweede=move.vervalt_id)
    for pair in Dubbelpaar.objects.filter(of_gone):
        move.grootboek.verwijder(pair)


def _join_memberships(move: Verhuizing) -> None:
    make_room(
        Lidmaatschap.objects.filter(inwoner=move.vervalt_id),
        Lidmaatschap.objects.filter(inwoner=move.blijft_id),
        lambda one, other: one.huishouden_id == other.huishouden_id,
        move.grootboek,
    )


def _log(made: Samenvoeging, *, by: Medewerker, at: dt.datetime) -> None:
    """A line on both, so that the overview of either tells it."""
    for pk in (made.blijft_id, made.vervalt_id):
        log_change(
            by=by,
            handeling="inwoners samengevoegd",
            soort="inwoner",
            object_id=pk,
            inwoners=[made.blijft_id, made.vervalt_id],
            at=at,
            reden=made.reden,
            wijziging={"samenvoeging": str(made.pk), "blijft": str(made.blijft_id)},
        )
