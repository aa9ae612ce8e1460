"""Possible doubles: noted on every route in, judged later, never in the way of a registration."""

import datetime as dt
import uuid
from collections.abc import Iterable

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from toegang.domain.gemeen import lock
from toegang.enums import Herkomst
from toegang.models import Dubbelpaar, Inwoner
from toegang.queries.dubbel import Kandidaat, homes_of, unseen_pairs
from toegang.queries.gelijkenis import VERDACHT, compare
from toegang.rechten import DUBBELEN_BEOORDELEN

# Whoever says this looked and is sure; other reasons leave the pair to be judged.
ZEKER_IEMAND_ANDERS = {"andere-persoon", "tweeling", "naamgenoot"}
PER_NACHT = 20_000


def note_pairs(
    inwoner: Inwoner,
    alike: Iterable[Kandidaat],
    *,
    by: Medewerker,
    at: dt.datetime,
    reden: str = "",
    herkomst: Herkomst = Herkomst.REGISTRATIE,
) -> None:
    """Put who is alike on the work list, inside the caller's transaction.

    A colleague who said that it is another person judged the pair by that.
    """
    judged = reden in ZEKER_IEMAND_ANDERS
    Dubbelpaar.objects.bulk_create(
        [
            Dubbelpaar(
                **_in_order(inwoner.pk, other.inwoner_id),
                score=other.score,
                waarom=list(other.waarom),
                herkomst=herkomst,
                gevonden_op=at,
                beoordeeld_op=at if judged else None,
                beoordeeld_door=by if judged else None,
            )
            for other in alike
            if other.inwoner_id is not None and other.score >= VERDACHT
        ],
        ignore_conflicts=True,
    )


def judge_different(*, by: Medewerker, paar_id: uuid.UUID, at: dt.datetime) -> Dubbelpaar:
    """Say that two residents are two people; the pair leaves the work list for good.

    Judging twice is harmless. Refused with GeenRecht (403) or NietGevonden (404).
    """
    toets(by, DUBBELEN_BEOORDELEN, minstens=Bereik.ALLES)
    with operation():
        pair = lock(Dubbelpaar.objects.all(), paar_id)
        if pair.beoordeeld_op is None:
            pair.beoordeeld_op, pair.beoordeeld_door = at, by
            pair.save(update_fields=["beoordeeld_op", "beoordeeld_door"])
            log_change(
                by=by,
                handeling="geen dubbele inwoner",
                soort="inwoner",
                object_id=pair.eerste_id,
                inwoners=[pair.eerste_id, pair.tweede_id],
                at=at,
            )
    return pair


def find_pairs(*, at: dt.datetime) -> int:
    """Put side by side who was never compared, and return how many go on the work list.

    For residents that came in before, or in bulk; twice is harmless.
    """
    pairs = unseen_pairs(most=PER_NACHT)
    people = Inwoner.objects.in_bulk({pk for pair in pairs for pk in pair})
    homes = homes_of(people, op=dag_van(at))
    found = []
    for one, other in pairs:
        if one not in people or other not in people:  # merged since they were found
            continue
        together = bool(homes.get(one, set()) & homes.get(other, set()))
        alike = compare(people[one], people[other], zelfde_adres=together)
        if alike.score >= VERDACHT:
            found.append(
                Dubbelpaar(
                    **_in_order(one, other),
                    score=alike.score,
                    waarom=list(alike.waarom),
                    herkomst=Herkomst.NACHT,
                    gevonden_op=at,
                )
            )
    Dubbelpaar.objects.bulk_create(found, ignore_conflicts=True)
    return len(found)


def _in_order(one: uuid.UUID, other: uuid.UUID | None) -> dict[str, uuid.UUID | None]:
    """The smaller id first, as PostgreSQL sorts them."""
    first, second = sorted((one, other or one))
    return {"eerste_id": first, "tweede_id": second}
