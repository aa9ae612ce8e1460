"""Two registrations of one household become one."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Betrokkenheid, Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from toegang.domain.samenvoegen.stappen import HUISHOUDENS, Verhuizing
from toegang.domain.samenvoegen.vastleggen import record, refuse_missing
from toegang.domain.samenvoegen.verhuizen import make_room, move_pointers, shorten
from toegang.enums import Samenvoegsoort
from toegang.exceptions import ZelfdeRecord
from toegang.models import Huishouden, Lidmaatschap, Samenvoeging
from toegang.rechten import SAMENVOEGEN


def merge_huishoudens(
    *,
    by: Medewerker,
    blijft_id: uuid.UUID,
    vervalt_id: uuid.UUID,
    reden: str,
    at: dt.datetime,
    keuzes: Mapping[str, str] | None = None,
) -> Samenvoeging:
    """Make two households one, at the address of the one that stays.

    Members with their periods, contacts, meldingen, visits, plans, and who is involved go
    along. Apps may ask a choice in the preview (`keuzes`): refused with KeuzeNodig (400)
    without it. Refused with ZelfdeRecord or AlSamengevoegd (409), NietGevonden (404),
    GeenRecht (403).
    """
    toets(by, SAMENVOEGEN, minstens=Bereik.ALLES)
    with operation():
        stays, goes = lock_both(blijft_id, vervalt_id)
        move = Verhuizing(by=by, at=at, blijft_id=stays.pk, vervalt_id=goes.pk, keuzes=keuzes or {})
        HUISHOUDENS.run(move)
        if goes.geheim and not stays.geheim:
            move.grootboek.zet(Huishouden.objects.filter(pk=stays.pk), geheim=True)
        _join_memberships(move)
        _join_involvement(move)
        move_pointers(goes, stays, move.grootboek)
        move.grootboek.verwijder(goes)
        stays.refresh_from_db()
        stays.raise_revision([])
        made = record(move, Samenvoegsoort.HUISHOUDEN, reden=reden)
        _log(made, by=by, at=at)
    return made


def lock_both(one: uuid.UUID, other: uuid.UUID) -> tuple[Huishouden, Huishouden]:
    """Both households, locked in the order of their ids; whoever adds something waits."""
    if one == other:
        raise ZelfdeRecord()
    rows = Huishouden.objects.select_for_update(of=("self",)).filter(pk__in=[one, other])
    found = {row.pk: row for row in rows.order_by("pk")}
    if len(found) < 2:
        refuse_missing(one, other)
    return found[one], found[other]


def _join_memberships(move: Verhuizing) -> None:
    moving = _by_person(Lidmaatschap.objects.filter(huishouden=move.vervalt_id))
    staying = _by_person(Lidmaatschap.objects.filter(huishouden=move.blijft_id))
    for inwoner_id, rows in moving.items():
        make_room(rows, staying[inwoner_id], lambda one, other: True, move.grootboek)


def _by_person(rows: Iterable[Lidmaatschap]) -> dict[uuid.UUID, list[Lidmaatschap]]:
    found: dict[uuid.UUID, list[Lidmaatschap]] = defaultdict(list)
    for row in rows:
        found[row.inwoner_id].append(row)
    return found


def _join_involvement(move: Verhuizing) -> None:
    """Who was involved with either is involved with the one, each period once."""
    staying = list(Betrokkenheid.objects.filter(huishouden_id=move.blijft_id))
    for row in list(Betrokkenheid.objects.filter(huishouden_id=move.vervalt_id)):
        same = [
            (other.van, other.tot)
            for other in staying
            if (other.medewerker_id, other.grond) == (row.medewerker_id, row.grond)
        ]
        shorten(row, same, move.grootboek)
    rest = Betrokkenheid.objects.filter(huishouden_id=move.vervalt_id)
    move.grootboek.zet(rest, huishouden_id=move.blijft_id)


def _log(made: Samenvoeging, *, by: Medewerker, at: dt.datetime) -> None:
    """A line on both households, so that the history of either tells it."""
    for pk in (made.blijft_id, made.vervalt_id):
        log_change(
            by=by,
            handeling="huishoudens samengevoegd",
            soort="huishouden",
            object_id=pk,
            huishouden_id=pk,
            at=at,
            reden=made.reden,
            wijziging={"samenvoeging": str(made.pk), "blijft": str(made.blijft_id)},
        )
