"""All work of a colleague to another one: who leaves, or is ill for long."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TypeVar

from django.db.models import Exists, Q, QuerySet, Value
from django.db.models.functions import Greatest

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.domain import involve
from hengelo_sociaal.medewerkers.gronden import with_reason
from hengelo_sociaal.medewerkers.models import Betrokkenheid, Grond, Medewerker, Team
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from hengelo_sociaal.werk.domain.berichten import notify
from hengelo_sociaal.werk.enums import Berichtsoort
from toegang.domain.gemeen import lock, lock_all
from toegang.domain.overdragen.soorten import WERKSOORTEN, Gift, Werksoort
from toegang.exceptions import AlTeruggedraaid, NietsOverTeDragen
from toegang.models import Huishouden, Werkoverdracht
from toegang.rechten import DOSSIER_SCHRIJVEN, TEAM_VERDELEN

Stuk = tuple[str, str]  # the kind and the id
Blijver = tuple[str, str, str]  # the same, and why
Rij = TypeVar("Rij", bound=Sequence[str])


@dataclass(frozen=True, kw_only=True)
class Teruggave:
    """What came back of work that was handed over, and what stayed with who has it now.

    Counted without what who undoes it may not learn of.
    """

    overdracht: Werkoverdracht
    terug: int
    bleef: int


@dataclass(frozen=True, kw_only=True)
class Vooruitblik:
    """What would go to a colleague, and what would stay with why; nothing changed."""

    naar: Medewerker
    gaat: list[str]
    blijft: list[tuple[str, str]]


def preview_hand_over(
    *, by: Medewerker, van_id: uuid.UUID, naar_id: uuid.UUID, at: dt.datetime
) -> Vooruitblik:
    """What `hand_over_all` would do now; refused as that is, save for what it says of notes."""
    gift = _gift(by, van_id, naar_id, "", at=at)
    goes: list[Stuk] = []
    stays: list[Blijver] = []
    for soort in WERKSOORTEN.values():
        for row in soort.shown(gift.van, gift.op, to=by):
            why = soort.refusal(row, gift)
            if why:
                stays.append((soort.code, str(row.pk), why))
            else:
                goes.append((soort.code, str(row.pk)))
    return Vooruitblik(naar=gift.naar, gaat=work_in_words(goes), blijft=stayed_in_words(stays))


def hand_over_all(
    *,
    by: Medewerker,
    van_id: uuid.UUID,
    naar_id: uuid.UUID,
    notitie: str,
    at: dt.datetime,
) -> Werkoverdracht:
    """Give everything that a colleague of an own team has unfinished to another, at once.

    Meldingen, visits to come, promised calls, signals, questions for advice and to partners,
    complaints, standing in during leave, and what other apps add. Who treats meldingen and
    gets the work is involved with the households from today, the one before no longer. What
    cannot go to this colleague stays, with the reason in `gebleven`: it can go to somebody
    else after. Refused with GeenRecht (403) for a colleague of another team, NietGevonden
    (404), OngeldigeInvoer without a note or for somebody who is away or can take nothing of
    it, NietsOverTeDragen (409).
    """
    note = notitie.strip()
    gift = _gift(by, van_id, naar_id, note, at=at)
    if not note:
        raise OngeldigeInvoer(velden={"notitie": "Schrijf op wat uw collega moet weten."})
    with operation():
        # Of two who hand over the same work, the second finds none left. Households are
        # locked before what hangs on them, in the order of every operation that needs both.
        lock_all(Medewerker.objects.all(), [gift.van.pk, gift.naar.pk])
        _lock_households(gift)
        given, stayed = _give(gift, WERKSOORTEN.values())
        _refuse_nothing(gift, given, shown_to(by, stayed))
        made = Werkoverdracht.objects.create(
            van=gift.van,
            naar=gift.naar,
            door=by,
            notitie=note,
            op=at,
            stukken=given,
            gebleven=stayed,
            betrokken=_move_involvement(gift),
        )
        _log(made, "werk overgedragen", by=by, at=at)
        _tell(made, at=at)
    return made


def undo_hand_over(
    *, by: Medewerker, overdracht_id: uuid.UUID, reden: str, at: dt.datetime
) -> Teruggave:
    """Give back what is unfinished and still with who got it; the rest stays where it is.

    Refused with AlTeruggedraaid (409), OngeldigeInvoer when who had it can no longer log
    in, NietGevonden (404) or GeenRecht (403).
    """
    toets(by, TEAM_VERDELEN, minstens=Bereik.EIGEN)
    with operation():
        made = lock(Werkoverdracht.objects.all(), overdracht_id)
        _of_own_team(by, made.van_id)
        if made.is_teruggedraaid:
            raise AlTeruggedraaid()
        if not made.van.is_active:
            raise OngeldigeInvoer(
                f"{made.van.naam} werkt hier niet meer. Draag het werk over aan iemand anders."
            )
        # It was theirs, in the team of who undoes this: it comes back also from another team.
        gift = Gift(
            by=by,
            van=made.naar,
            naar=made.van,
            notitie=_back(reden),
            at=at,
            zelfde_team=True,
        )
        lock_all(Medewerker.objects.all(), [made.naar_id, made.van_id])
        _lock_households(gift, beside=_reopening(made))
        back, _ = _give(gift, WERKSOORTEN.values(), alleen=made.stukken)
        _give_involvement_back(made, op=gift.op)
        made.teruggedraaid_op, made.teruggedraaid_door = at, by
        made.save(update_fields=["teruggedraaid_op", "teruggedraaid_door"])
        _log(made, "overdracht van werk teruggedraaid", by=by, at=at, reden=reden)
    known, seen = shown_to(by, made.stukken), shown_to(by, back)
    return Teruggave(overdracht=made, terug=len(seen), bleef=len(known) - len(seen))


def work_in_words(stukken: Iterable[Iterable[str]]) -> list[str]:
    """What was handed over, such as "3 meldingen"; in the order of the kinds."""
    counted = Counter(code for code, _ in stukken)
    return [soort.woorden(counted[code]) for code, soort in WERKSOORTEN.items() if counted[code]]


def stayed_in_words(gebleven: Iterable[Iterable[str]]) -> list[tuple[str, str]]:
    """What stayed, such as "2 klachten", each with the reason; in the order of the kinds."""
    counted = Counter((code, why) for code, _, why in gebleven)
    order = list(WERKSOORTEN)
    found = sorted(counted.items(), key=lambda one: (order.index(one[0][0]), one[0][1]))
    return [(WERKSOORTEN[code].woorden(number), why) for (code, why), number in found]


def shown_to(by: Medewerker, stukken: Iterable[Rij]) -> list[Rij]:
    """What went or stayed, without what somebody may not learn of."""
    hidden = {
        (soort.code, str(pk))
        for soort in WERKSOORTEN.values()
        for pk in soort.verborgen(by).values_list("pk", flat=True)
    }
    return [one for one in stukken if (one[0], one[1]) not in hidden]


def takers(wie: Medewerker, *, op: dt.date, by: Medewerker) -> QuerySet[Medewerker]:
    """Who can take some of what somebody has, as far as who chooses knows of it: of a team
    of theirs, or of any where that may."""
    kinds = [soort for soort in WERKSOORTEN.values() if soort.shown(wie, op, to=by).exists()]
    active = Medewerker.objects.filter(is_active=True).exclude(pk=wie.pk)
    team = set(active.filter(teams__in=wie.teams.all()).values_list("pk", flat=True))
    found = [
        one.pk
        for one in active
        if any((soort.overal or one.pk in team) and soort.may_take(one) for soort in kinds)
    ]
    return active.filter(pk__in=found).order_by("naam")


def unfinished(wie: Medewerker, *, op: dt.date, by: Medewerker) -> list[str]:
    """What somebody has to hand over, in words for who looks; one query for each kind."""
    found = ((soort, soort.shown(wie, op, to=by).count()) for soort in WERKSOORTEN.values())
    return [soort.woorden(number) for soort, number in found if number]


def gone_with_work(team: Team, *, op: dt.date, by: Medewerker) -> list[Medewerker]:
    """Who of a team may no longer log in, but still has work to hand over."""
    gone = Medewerker.objects.filter(teams=team, is_active=False).order_by("naam")
    return [one for one in gone if _has_work(one, op=op, by=by)]


def _has_work(wie: Medewerker, *, op: dt.date, by: Medewerker) -> bool:
    """Whether any of it is theirs as far as who looks may know, in one query."""
    kinds = [Q(Exists(soort.shown(wie, op, to=by))) for soort in WERKSOORTEN.values()]
    return Medewerker.objects.filter(reduce(or_, kinds), pk=wie.pk).exists()


def share_team(one: Medewerker, other: Medewerker) -> bool:
    """Whether two colleagues are of one team at least."""
    return Team.objects.filter(leden=one).filter(leden=other).exists()


def _gift(
    by: Medewerker, van_id: uuid.UUID, naar_id: uuid.UUID, notitie: str, *, at: dt.datetime
) -> Gift:
    """From whom to whom, checked."""
    toets(by, TEAM_VERDELEN, minstens=Bereik.EIGEN)
    leaving = _of_own_team(by, van_id)
    taking = _who_takes(leaving, naar_id, op=dag_van(at))
    return Gift(
        by=by,
        van=leaving,
        naar=taking,
        notitie=notitie,
        at=at,
        zelfde_team=share_team(leaving, taking),
    )


def _lock_households(gift: Gift, *, beside: QuerySet[Betrokkenheid] | None = None) -> None:
    """Of all that may change hands, and of the dossiers that open `beside`, in one order."""
    opening = Betrokkenheid.objects.none() if beside is None else beside
    homes = {
        pk
        for rows in (_open_involvement(gift), opening)
        for pk in rows.values_list("huishouden_id", flat=True)
    }
    for soort in WERKSOORTEN.values():
        homes |= soort.households(gift.van, gift.op)
    lock_all(Huishouden.objects.all(), homes)


def _give(
    gift: Gift, soorten: Iterable[Werksoort], *, alleen: list[Stuk] | None = None
) -> tuple[list[Stuk], list[Blijver]]:
    """What went to the other colleague, and what could not go and why."""
    given: list[Stuk] = []
    stayed: list[Blijver] = []
    for soort in soorten:
        rows = soort.van(gift.van, gift.op)
        if alleen is not None:
            rows = rows.filter(pk__in=[pk for code, pk in alleen if code == soort.code])
        for row in rows.select_for_update(of=("self",), no_key=True).order_by("pk"):
            why = soort.refusal(row, gift)
            if why:
                if not soort.barred(gift):
                    soort.blijft(row, gift)
                stayed.append((soort.code, str(row.pk), why))
            else:
                soort.geef(row, gift)
                given.append((soort.code, str(row.pk)))
    return given, stayed


def _refuse_nothing(gift: Gift, given: list[Stuk], stayed: list[Blijver]) -> None:
    """Handing over nothing is no handing over: say whether there is none, or none for them."""
    if given:
        return
    if not stayed:
        raise NietsOverTeDragen()
    raise OngeldigeInvoer(
        velden={"naar_id": f"{gift.naar.naam} kan dit werk niet doen. Kies een andere collega."}
    )


def _of_own_team(by: Medewerker, wie: uuid.UUID) -> Medewerker:
    """A colleague of one of the teams that somebody leads; also one who left already."""
    found = Medewerker.objects.filter(pk=wie).first()
    if found is None:
        raise NietGevonden()
    if not share_team(by, found):
        raise GeenRecht("U kunt alleen het werk van uw eigen team overdragen.")
    return found


def _who_takes(leaving: Medewerker, naar_id: uuid.UUID, *, op: dt.date) -> Medewerker:
    found = Medewerker.objects.filter(pk=naar_id, is_active=True).exclude(pk=leaving.pk).first()
    if found is None or not any(soort.may_take(found) for soort in WERKSOORTEN.values()):
        raise OngeldigeInvoer(velden={"naar_id": "Kies een collega die dit werk kan doen."})
    away = found.verloven.filter(van__lte=op, tot__gte=op).first()
    if away is not None:
        raise OngeldigeInvoer(
            velden={
                "naar_id": f"{found.naam} is met verlof tot en met {away.tot:%d-%m-%Y}. "
                "Kies een andere collega."
            }
        )
    return found


def _move_involvement(gift: Gift) -> dict[str, list[int]]:
    """End what still opens dossiers for the one, and open them for the other.

    Joining in until a day ends on that day by itself. Who works in no dossiers, such as a
    jurist who takes a complaint, or in another team, gets none.
    """
    if not gift.zelfde_team or DOSSIER_SCHRIJVEN.van(gift.naar) is None:
        return {"geeindigd": [], "gemaakt": []}
    running = _open_involvement(gift)
    rows = list(running.order_by("huishouden_id", "pk"))
    # What ended earlier this day opens again: that is made as well, and undoing shuts it.
    mine = Betrokkenheid.objects.filter(medewerker=gift.naar, tot__isnull=True)
    before = set(mine.values_list("pk", flat=True))
    for row in rows:
        involve(
            medewerker=gift.naar,
            huishouden_id=row.huishouden_id,
            grond=Grond(row.grond),
            op=gift.op,
        )
    running.update(tot=Greatest("van", Value(gift.op)))
    made = mine.exclude(pk__in=before).values_list("pk", flat=True)
    return {"geeindigd": [row.pk for row in rows], "gemaakt": list(made)}


def _open_involvement(gift: Gift) -> QuerySet[Betrokkenheid]:
    return Betrokkenheid.objects.filter(medewerker=gift.van, tot__isnull=True)


def _give_involvement_back(made: Werkoverdracht, *, op: dt.date) -> None:
    """Dossiers open again for who has work there again, and close for who no longer has.

    From today: the days between stay as they were, and who was asked in since stays so. In a
    plan somebody works as long as it runs, so that goes back as a whole.
    """
    for row in _reopening(made).filter(with_reason()).select_related("medewerker"):
        involve(
            medewerker=row.medewerker,
            huishouden_id=row.huishouden_id,
            grond=Grond(row.grond),
            op=op,
        )
    given = Betrokkenheid.objects.filter(pk__in=made.betrokken["gemaakt"], tot__isnull=True)
    over = given.filter(Q(grond=Grond.PLAN) | ~with_reason())
    over.update(tot=Greatest("van", Value(op)))


def _reopening(made: Werkoverdracht) -> QuerySet[Betrokkenheid]:
    """What ended with the hand-over, also what went on from who got it to a third colleague."""
    return Betrokkenheid.objects.filter(pk__in=made.betrokken["geeindigd"])


def _back(reden: str) -> str:
    words = reden.strip()
    return (
        f"De overdracht is teruggedraaid: {words}" if words else "De overdracht is teruggedraaid."
    )


def stayed_for(made: Werkoverdracht, by: Medewerker) -> str:
    """That not all of it went, as far as who reads may know; nothing when all did."""
    return f"Een deel bleef bij {made.van.naam}." if shown_to(by, made.gebleven) else ""


def _tell(made: Werkoverdracht, *, at: dt.datetime) -> None:
    stayed = stayed_for(made, made.naar)
    words, rest = ("werk", f". {stayed}") if stayed else ("al het werk", "")
    notify(
        voor=made.naar,
        by=made.door,
        soort=Berichtsoort.OVERGEDRAGEN,
        titel=f"{made.door.naam} droeg {words} van {made.van.naam} aan u over{rest}",
        notitie=made.notitie,
        adres=f"/team/overdrachten/{made.pk}",
        at=at,
    )


def _log(
    made: Werkoverdracht, handeling: str, *, by: Medewerker, at: dt.datetime, reden: str = ""
) -> None:
    log_change(
        by=by,
        handeling=handeling,
        soort="werkoverdracht",
        object_id=made.pk,
        at=at,
        reden=reden.strip()[:200],
        wijziging={
            "van": made.van_id,
            "naar": made.naar_id,
            "stukken": len(made.stukken),
            "gebleven": len(made.gebleven),
        },
    )
