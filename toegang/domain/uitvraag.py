"""Asking once: beginning an uitvraag, keeping answers, going on with a colleague's, finishing."""

import datetime as dt
import uuid
from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from django.db.models import Model

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden, OngeldigeInvoer, Verouderd
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_access, log_change
from hengelo_sociaal.logboek.models import Handeling
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.domain.gemeen import lock
from toegang.domain.waarom import purpose_of_uitvraag
from toegang.enums import UitvraagStatus
from toegang.exceptions import UitvraagAfgerond
from toegang.models import (
    Lidmaatschap,
    Uitvraag,
    UitvraagStand,
    VragenlijstVersie,
)
from toegang.queries.antwoorden import Plat, dictionary, faults_in, flatten, join, nest, people_in
from toegang.queries.uitvragen import (
    earlier_of,
    visible_uitvragen,
    with_names,
    writable_uitvragen,
)
from toegang.rechten import UITVRAAG_SCHRIJVEN

M = TypeVar("M", bound=Model)
USUAL_PLACE = "zorgloket"


def save_answers(
    *,
    by: Medewerker,
    uitvraag_id: uuid.UUID,
    antwoorden: Mapping[str, str],
    revisie: int,
    at: dt.datetime,
) -> Uitvraag:
    """Keep answers, flat (see queries.antwoorden); what is not in `antwoorden` stays.

    `revisie` is what was read before. What a colleague changed meanwhile is joined with
    it; refused with Verouderd (412, both values in `extra`) where both changed the same
    answer. Refused with UitvraagAfgerond (409), OngeldigeInvoer by place for what does
    not fit the questions or a person who does not belong to the household.
    """
    with operation():
        # Two who write come one after the other: the second is joined with the first.
        uitvraag = lock(writable_uitvragen(by, op=dag_van(at)), uitvraag_id)
        if not uitvraag.is_concept:
            raise UitvraagAfgerond()
        joined = _joined(uitvraag, antwoorden, revisie, by=by)
        _check(uitvraag, joined)
        if joined == uitvraag.antwoorden:
            return uitvraag
        same_sitting = uitvraag.bewaard_door_id == by.pk and uitvraag.revisie > 1
        uitvraag.antwoorden = joined
        uitvraag.bewaard_op, uitvraag.bewaard_door = at, by
        uitvraag.raise_revision(["antwoorden", "bewaard_op", "bewaard_door"])
        UitvraagStand.objects.create(
            uitvraag=uitvraag, revisie=uitvraag.revisie, antwoorden=joined, door=by
        )
        if not same_sitting:  # a draft is kept at every pause; who wrote in it is one line each
            log_uitvraag(uitvraag, "uitvraag ingevuld", by=by, at=at)
    return uitvraag


def take_over(
    *,
    by: Medewerker,
    uitvraag_id: uuid.UUID,
    revisie: int,
    at: dt.datetime,
    paden: Collection[str] | None = None,
) -> Uitvraag:
    """Keep what was answered the previous time: these answers, or all that are still open."""
    uitvraag = writable_uitvragen(by, op=dag_van(at)).filter(pk=uitvraag_id).first()
    if uitvraag is None:
        raise NietGevonden()
    earlier = earlier_of(uitvraag, by=by, op=dag_van(at))
    known = fitting(uitvraag.versie, flatten(earlier.antwoorden)) if earlier else {}
    now = flatten(uitvraag.antwoorden)
    wanted = [path for path in known if path not in now] if paden is None else paden
    kept = {path: known[path] for path in wanted if path in known}
    return save_answers(by=by, uitvraag_id=uitvraag_id, antwoorden=kept, revisie=revisie, at=at)


def finish_uitvraag(
    *, by: Medewerker, uitvraag_id: uuid.UUID, revisie: int, at: dt.datetime
) -> Uitvraag:
    """Everything was asked; the answers stay as they are from now on.

    Refused with UitvraagAfgerond (409) when that was done already, with Verouderd (412)
    when somebody wrote in it meanwhile, with OngeldigeInvoer when nothing was answered.
    """
    with operation():
        uitvraag = lock(writable_uitvragen(by, op=dag_van(at)), uitvraag_id)
        if not uitvraag.is_concept:
            raise UitvraagAfgerond()
        if uitvraag.revisie != revisie:
            raise Verouderd(extra={"revisie": uitvraag.revisie, "verschillen": []})
        if not uitvraag.antwoorden:
            raise OngeldigeInvoer("Er is nog niets ingevuld. Vul eerst een antwoord in.")
        uitvraag.status, uitvraag.afgerond_op = UitvraagStatus.AFGEROND, at
        uitvraag.bewaard_op, uitvraag.bewaard_door = at, by
        uitvraag.raise_revision(["status", "afgerond_op", "bewaard_op", "bewaard_door"])
        uitvraag.standen.all().delete()
        log_uitvraag(uitvraag, "uitvraag afgerond", by=by, at=at)
    return uitvraag


def look_at_uitvraag(*, by: Medewerker, uitvraag_id: uuid.UUID, at: dt.datetime) -> Uitvraag:
    """One uitvraag, with the line in the access log; NietGevonden (404) when not theirs."""
    mine = with_names(visible_uitvragen(by, op=dag_van(at)))
    uitvraag = mine.filter(pk=uitvraag_id).first()
    if uitvraag is None:
        raise NietGevonden()
    seen = people_of(uitvraag)
    if seen:
        log_access(
            by=by,
            handeling=Handeling.INGEZIEN,
            soort="uitvraag",
            object_id=uitvraag.pk,
            inwoners=seen,
            doel=purpose_of_uitvraag(by, uitvraag, op=dag_van(at)),
            at=at,
        )
    return uitvraag


def may_go_on(by: Medewerker, uitvraag: Uitvraag, *, op: dt.date) -> bool:
    """Whether somebody may fill in this uitvraag, now that it is open."""
    if not uitvraag.is_concept or UITVRAAG_SCHRIJVEN.van(by) is None:
        return False
    return writable_uitvragen(by, op=op).filter(pk=uitvraag.pk).exists()


def people_of(uitvraag: Uitvraag) -> list[uuid.UUID]:
    """The residents of whom answers are or may be in it."""
    members = Lidmaatschap.objects.filter(huishouden=uitvraag.huishouden_id)
    found = set(members.values_list("inwoner_id", flat=True)) if uitvraag.huishouden_id else set()
    return sorted(found | ({uitvraag.inwoner_id} if uitvraag.inwoner_id else set()))


def fitting(version: VragenlijstVersie, flat: Plat) -> Plat:
    """The answers that also fit the questions of another version."""
    return {
        path: text
        for path, text in flat.items()
        if not faults_in(nest({path: text}), version.schema)
    }


# -- the answers -----------------------------------------------------------------------
def _joined(
    uitvraag: Uitvraag, sent: Mapping[str, str], revisie: int, *, by: Medewerker
) -> dict[str, Any]:
    """What was sent put on what is stored; a stale revision is joined from where it began.

    Somebody who kept a draft a moment ago is no colleague: then what was sent last counts.
    """
    clean = {path: text.strip() for path, text in sent.items()}
    now = flatten(uitvraag.antwoorden)
    if revisie == uitvraag.revisie:
        return nest(now | clean)
    since = uitvraag.standen.filter(revisie__gt=revisie)
    begin = uitvraag.standen.filter(revisie=revisie).first()
    together = join(basis=flatten(begin.antwoorden) if begin else {}, nu=now, gestuurd=clean)
    mine = {path: clean[path] for path in together.botst}
    if mine and since.exclude(door=by).exists():
        raise Verouderd(extra=_both(uitvraag, together.antwoorden, mine))
    return nest(together.antwoorden | mine)


def _both(uitvraag: Uitvraag, now: Plat, sent: Plat) -> dict[str, Any]:
    """Of every answer that two people changed: what stands there and what was sent.

    `antwoorden` is everything joined, with what was sent where the two differ.
    """
    words = dictionary(uitvraag.versie.inhoud, uitvraag.antwoorden, nest(sent))
    rows = [
        {
            "pad": path,
            "veld": ", ".join(part for part in (words.over(path), words.wie(path)) if part),
            "nu": words.antwoord(path, now.get(path, "")),
            "ingevuld": words.antwoord(path, answer),
        }
        for path, answer in sent.items()
    ]
    return {"revisie": uitvraag.revisie, "verschillen": rows, "antwoorden": now | sent}


def _check(uitvraag: Uitvraag, antwoorden: Mapping[str, Any]) -> None:
    found = faults_in(antwoorden, uitvraag.versie.schema)
    if found:
        raise OngeldigeInvoer(velden=found)
    strangers = people_in(antwoorden) - set(people_of(uitvraag))
    if strangers:
        raise OngeldigeInvoer(
            velden={"leefgebieden": "Deze persoon hoort niet bij dit huishouden."}
        )


def log_uitvraag(uitvraag: Uitvraag, handeling: str, *, by: Medewerker, at: dt.datetime) -> None:
    log_change(
        by=by,
        handeling=handeling,
        soort="uitvraag",
        object_id=uitvraag.pk,
        huishouden_id=uitvraag.huishouden_id,
        inwoners=[uitvraag.inwoner_id] if uitvraag.inwoner_id else (),
        at=at,
        wijziging={"versie": uitvraag.versie_id, "kanaal": uitvraag.kanaal_id},
    )
