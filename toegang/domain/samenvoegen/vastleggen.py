"""The record of a merge, and putting it back."""

import datetime as dt
import uuid
from collections import Counter

from django.apps import apps
from django.db.models import F

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.grootboek import Grootboek
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from toegang.domain.gemeen import lock
from toegang.domain.samenvoegen.stappen import Verhuizing
from toegang.enums import Samenvoegsoort
from toegang.exceptions import AlTeruggedraaid
from toegang.models import Huishouden, Inwoner, Samenvoeging
from toegang.rechten import SAMENVOEGEN

_MODEL = {Samenvoegsoort.INWONER.value: Inwoner, Samenvoegsoort.HUISHOUDEN.value: Huishouden}


def record(move: Verhuizing, soort: Samenvoegsoort, *, reden: str) -> Samenvoeging:
    """Keep what was merged with its ledger, inside the caller's transaction."""
    return Samenvoeging.objects.create(
        soort=soort,
        blijft_id=move.blijft_id,
        vervalt_id=move.vervalt_id,
        reden=reden.strip()[:200],
        verplaatst=_in_words(move),
        grootboek=move.grootboek.regels,
        door=move.by,
        op=move.at,
    )


def undo_merge(
    *, by: Medewerker, samenvoeging_id: uuid.UUID, reden: str, at: dt.datetime
) -> Samenvoeging:
    """Make two of one again, as they were; what was registered since stays with who stayed.

    Refused with AlTeruggedraaid (409), with IntussenVeranderd (409) when somebody worked
    on with what moved, NietGevonden (404), GeenRecht (403).
    """
    toets(by, SAMENVOEGEN, minstens=Bereik.ALLES)
    with operation():
        # Of two who undo the same merge, the second sees that it was done.
        made = lock(Samenvoeging.objects.all(), samenvoeging_id)
        if made.is_teruggedraaid:
            raise AlTeruggedraaid()
        Grootboek(made.grootboek).terug()
        _MODEL[made.soort]._default_manager.filter(pk=made.blijft_id).update(
            revisie=F("revisie") + 1
        )
        made.teruggedraaid_op, made.teruggedraaid_door = at, by
        made.save(update_fields=["teruggedraaid_op", "teruggedraaid_door"])
        _log(made, by=by, reden=reden, at=at)
    return made


def _in_words(move: Verhuizing) -> list[str]:
    """What went along, such as "3 contacten"; without what has no name for people."""
    counted: Counter[str] = Counter()
    for line in move.grootboek.regels:
        pointing = [old for old in line.get("oud", {}).values() if old == str(move.vervalt_id)]
        if line["wat"] == "gezet" and pointing:
            counted[line["model"]] += len(line["rijen"])
    return [words_for(label, number) for label, number in counted.items()]


def words_for(label: str, number: int) -> str:
    """A number of records as people say it: "1 contact", "3 contacten"."""
    meta = apps.get_model(label)._meta
    return f"{number} {meta.verbose_name if number == 1 else meta.verbose_name_plural}"


def _log(made: Samenvoeging, *, by: Medewerker, reden: str, at: dt.datetime) -> None:
    is_home = made.soort == Samenvoegsoort.HUISHOUDEN
    for pk in (made.blijft_id, made.vervalt_id):
        log_change(
            by=by,
            handeling="samenvoeging teruggedraaid",
            soort=made.soort,
            object_id=pk,
            huishouden_id=pk if is_home else None,
            inwoners=[] if is_home else [made.blijft_id, made.vervalt_id],
            at=at,
            reden=reden.strip()[:200],
            wijziging={"samenvoeging": str(made.pk)},
        )
