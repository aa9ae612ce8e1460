"""Looking at toewijzingen, with the line in the access log that belongs to it."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from aanbieders.models import Toewijzing
from aanbieders.queries.zicht import sees_names, visible_toewijzingen
from aanbieders.rechten import CONTRACT_LEZEN, TOEWIJZING_SCHRIJVEN
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_access, log_list
from hengelo_sociaal.logboek.models import Handeling
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from toegang.models import Inwoner

MET_NAAM = "toewijzingen uitvoeren"
ONDER_PSEUDONIEM = "contractbeheer en toezicht, onder pseudoniem"


def look_at_toewijzing(*, id: uuid.UUID, by: Medewerker, at: dt.datetime) -> Toewijzing:
    """One toewijzing, with a line in the log about whose it is.

    Refused with GeenRecht (403), and NietGevonden (404) for one that is not theirs.
    """
    with operation():
        found = visible_toewijzingen(by=by, op=dag_van(at)).filter(pk=id).first()
        if found is None:
            raise NietGevonden("Deze toewijzing is niet gevonden of hoort niet bij uw werk.")
        log_access(
            by=by,
            handeling=Handeling.INGEZIEN,
            soort="toewijzing",
            object_id=found.pk,
            inwoners=[found.inwoner_id],
            doel=purpose(by),
            at=at,
        )
    return found


def look_at_inwoner(*, id: uuid.UUID, by: Medewerker, at: dt.datetime) -> Inwoner:
    """Somebody to grant help to, with a line in the log.

    Refused with GeenRecht (403), and NietGevonden (404).
    """
    toets(by, TOEWIJZING_SCHRIJVEN)
    with operation():
        inwoner = Inwoner.objects.filter(pk=id).first()
        if inwoner is None:
            raise NietGevonden("Deze inwoner is niet gevonden. Zoek opnieuw.")
        log_access(
            by=by,
            handeling=Handeling.INGEZIEN,
            soort="inwoner",
            object_id=inwoner.pk,
            inwoners=[inwoner.pk],
            doel="toewijzing maken",
            at=at,
        )
    return inwoner


def note_list(*, toewijzingen: Sequence[Toewijzing], by: Medewerker, at: dt.datetime) -> None:
    """Note that these stood in a list on somebody's screen or in their system."""
    people = [each.inwoner_id for each in toewijzingen]
    log_list(by=by, soort="toewijzing", inwoners=people, doel=purpose(by), at=at)


def note_export(
    *, by: Medewerker, at: dt.datetime, filters: Mapping[str, Any], aantal: int
) -> None:
    """Note that contracts were exported, with the filter; refused with GeenRecht."""
    toets(by, CONTRACT_LEZEN)
    log_access(
        by=by,
        handeling=Handeling.UITGEVOERD,
        soort="contract",
        doel="contracten uitvoeren naar een bestand",
        at=at,
        bijzonderheden={"filter": dict(filters), "aantal": aantal},
    )


def purpose(by: Medewerker) -> str:
    """Why somebody looks, which follows from what they may see."""
    return MET_NAAM if sees_names(by) else ONDER_PSEUDONIEM
