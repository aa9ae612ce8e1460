"""All work of a colleague to another one: who leaves, or is ill for long."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Value
from django.db.models.functions import Greatest

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.domain import involve
from hengelo_sociaal.medewerkers.models import Betrokkenheid, Grond, Medewerker, Team
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from hengelo_sociaal.werk.domain.berichten import notify
from hengelo_sociaal.werk.enums import Berichtsoort
from toegang.domain.gemeen import lock, lock_all
from toegang.domain.melding import BEHANDELAARS
from toegang.domain.overdragen.soorten import WERKSOORTEN, Gift, Werksoort
from toegang.exceptions import AlTeruggedraaid, NietsOverTeDragen
from toegang.models import Huishouden, Werkoverdracht
from toegang.rechten import TEAM_VERDELEN

Stuk = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Teruggave:
    """What came back of work that was handed over, and what stayed with who has it now."""

    overdracht: Werkoverdracht
    terug: int
    bleef: int


def hand_over_all(
    *,
    by: Medewerker,
    van_id: uuid.UUID,
    naar_id: uuid.UUID,
    notitie: str,
    at: dt.datetime,
) -> Werkoverdracht:
    """Give everything that a colleague of an own team has unfinished to another, at once.

    Meldingen, visits to come, promised calls, signals, standing in during leave, and what
    other apps add. The new colleague is involved with the households from today, the one
    before no longer. Leave that the new colleague cannot stand in for stays, and is counted
    in `bleef`. Refused with GeenRecht (403) for a colleague of another team, NietGevonden
    (404), OngeldigeInvoer without a note or for somebody who is away or does other work,
    NietsOverTeDragen (409).
    """
    toets(by, TEAM_VERDELEN, minstens=Bereik.EIGEN)
    note = notitie.strip()
    if not note:
        raise OngeldigeInvoer(velden={"notitie": "Schrijf op wat uw collega moet weten."})
    leaving = _of_own_team(by, van_id)
    taking = _who_takes(leaving, naar_id, op=dag_van(at))
    gift = Gift(by=by, van=leaving, naar=taking, notitie=note, at=at)
    with operation():
        # Of two who hand over the same work, the second finds none left.
        lock_all(Medewerker.objects.all(), [leaving.pk, taking.pk])
        given, stayed = _give(gift, WERKSOORTEN.values())
        if not given:
            raise NietsOverTeDragen()
        made = Werkoverdracht.objects.create(
            van=leaving,
            naar=taking,
            door=by,
            notitie=note,
            op=at,
            stukken=given,
            bleef=len(stayed),
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
        gift = Gift(by=by, van=made.naar, naar=made.van, notitie=_back(reden), at=at)
        back, _ = _give(gift, WERKSOORTEN.values(), alleen=made.stukken)
        _give_involvement_back(made, op=gift.op)
        made.teruggedraaid_op, made.teruggedraaid_door = at, by
        made.save(update_fields=["teruggedraaid_op", "teruggedraaid_door"])
        _log(made, "overdracht van werk teruggedraaid", by=by, at=at, reden=reden)
    return Teruggave(overdracht=made, terug=len(back), bleef=len(made.stukken) - len(back))


def work_in_words(stukken: Iterable[Iterable[str]]) -> list[str]:
    """What was handed over, such as "3 meldingen"; in the order of the kinds."""
    counted = Counter(code for code, _ in stukken)
    return [soort.woorden(counted[code]) for code, soort in WERKSOORTEN.items() if counted[code]]


def unfinished(wie: Medewerker, *, op: dt.date) -> list[str]:
    """What somebody has to hand over, in words; one query for each kind."""
    found = ((soort, soort.van(wie, op).count()) for soort in WERKSOORTEN.values())
    return [soort.woorden(number) for soort, number in found if number]


def _give(
    gift: Gift, soorten: Iterable[Werksoort], *, alleen: list[Stuk] | None = None
) -> tuple[list[Stuk], list[Stuk]]:
    """What went to the other colleague, and what could not go."""
    given: list[Stuk] = []
    stayed: list[Stuk] = []
    for soort in soorten:
        rows = soort.van(gift.van, gift.op)
        if alleen is not None:
            rows = rows.filter(pk__in=[pk for code, pk in alleen if code == soort.code])
        for row in rows.select_for_update(of=("self",), no_key=True).order_by("pk"):
            went = soort.geef(row, gift)
            (given if went else stayed).append((soort.code, str(row.pk)))
    return given, stayed


def _of_own_team(by: Medewerker, wie: uuid.UUID) -> Medewerker:
    """A colleague of one of the teams that somebody leads; also one who left already."""
    found = Medewerker.objects.filter(pk=wie).first()
    if found is None:
        raise NietGevonden()
    if not Team.objects.filter(leden=by).filter(leden=found).exists():
        raise GeenRecht("U kunt alleen het werk van uw eigen team overdragen.")
    return found


def _who_takes(leaving: Medewerker, naar_id: uuid.UUID, *, op: dt.date) -> Medewerker:
    found = Medewerker.objects.filter(pk=naar_id, is_active=True).exclude(pk=leaving.pk).first()
    if found is None or not BEHANDELAARS & set(found.rolcodes):
        raise OngeldigeInvoer(velden={"naar_id": "Kies een collega die meldingen behandelt."})
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

    What was asked until a day (advice, joining in) ends on that day by itself.
    """
    running = Betrokkenheid.objects.filter(medewerker=gift.van, tot__isnull=True)
    rows = list(running.order_by("huishouden_id", "pk"))
    lock_all(Huishouden.objects.all(), {row.huishouden_id for row in rows})
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


def _give_involvement_back(made: Werkoverdracht, *, op: dt.date) -> None:
    ended, opened = made.betrokken["geeindigd"], made.betrokken["gemaakt"]
    day = dag_van(made.op)
    Betrokkenheid.objects.filter(pk__in=ended, tot=day).update(tot=None)
    Betrokkenheid.objects.filter(pk__in=opened, tot__isnull=True).update(tot=op)


def _back(reden: str) -> str:
    words = reden.strip()
    return (
        f"De overdracht is teruggedraaid: {words}" if words else "De overdracht is teruggedraaid."
    )


def _tell(made: Werkoverdracht, *, at: dt.datetime) -> None:
    notify(
        voor=made.naar,
        by=made.door,
        soort=Berichtsoort.OVERGEDRAGEN,
        titel=f"{made.door.naam} droeg al het werk van {made.van.naam} aan u over",
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
        wijziging={"van": made.van_id, "naar": made.naar_id, "stukken": len(made.stukken)},
    )
