"""The record of a merge, and putting it back."""

import datetime as dt
import uuid
from collections import defaultdict
from typing import Any, NoReturn

from django.apps import apps
from django.db.models import F

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.grootboek import Grootboek, IntussenVeranderd
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from toegang.domain.gemeen import lock
from toegang.domain.samenvoegen.stappen import Verhuizing
from toegang.enums import Samenvoegsoort
from toegang.exceptions import AlSamengevoegd, AlTeruggedraaid
from toegang.models import Huishouden, Inwoner, Samenvoeging
from toegang.rechten import SAMENVOEGEN

_MODEL = {Samenvoegsoort.INWONER.value: Inwoner, Samenvoegsoort.HUISHOUDEN.value: Huishouden}


def record(
    move: Verhuizing, soort: Samenvoegsoort, *, reden: str, bsn_zoek: bytes | None = None
) -> Samenvoeging:
    """Keep what was merged with its ledger, inside the caller's transaction."""
    return Samenvoeging.objects.create(
        soort=soort,
        blijft_id=move.blijft_id,
        vervalt_id=move.vervalt_id,
        reden=reden.strip()[:200],
        verplaatst=_in_words(move),
        grootboek=move.grootboek.regels,
        bsn_zoek=bsn_zoek,
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
        bsn = _take_bsn_out(made)
        Grootboek(made.grootboek).terug()
        _give_bsn_back(made, bsn)
        _MODEL[made.soort]._default_manager.filter(pk=made.blijft_id).update(
            revisie=F("revisie") + 1
        )
        made.teruggedraaid_op, made.teruggedraaid_door = at, by
        made.save(update_fields=["teruggedraaid_op", "teruggedraaid_door"])
        _log(made, by=by, reden=reden, at=at)
    return made


def refuse_missing(one: uuid.UUID, other: uuid.UUID) -> NoReturn:
    """Refuse two records of which one is gone: a colleague merged them, or it never was."""
    pair = [one, other]
    merged = Samenvoeging.objects.filter(
        blijft_id__in=pair, vervalt_id__in=pair, teruggedraaid_op__isnull=True
    ).first()
    if merged is None:
        raise NietGevonden()
    raise AlSamengevoegd(extra={"samenvoeging": str(merged.pk)})


def _take_bsn_out(made: Samenvoeging) -> str | None:
    """The BSN that came along, taken from who stayed; refused when it changed since."""
    if made.bsn_zoek is None:
        return None
    stays = lock(Inwoner.objects.all(), made.blijft_id)
    if stays.bsn_zoek is None or bytes(stays.bsn_zoek) != bytes(made.bsn_zoek):
        raise IntussenVeranderd(extra={"soort": "het BSN"})
    bsn = stays.bsn
    stays.set_bsn(None)
    stays.save(update_fields=["bsn_versleuteld", "bsn_zoek"])
    return bsn


def _give_bsn_back(made: Samenvoeging, bsn: str | None) -> None:
    """The BSN under the newest key, whichever key it was under when they were merged."""
    if bsn is None:
        return
    back = Inwoner.objects.get(pk=made.vervalt_id)
    back.set_bsn(bsn)
    back.save(update_fields=["bsn_versleuteld", "bsn_zoek"])


def _in_words(move: Verhuizing) -> list[str]:
    """What went along, such as "3 contacten"; what has a number is named by it."""
    moved: dict[str, list[Any]] = defaultdict(list)
    for line in move.grootboek.regels:
        pointing = [old for old in line.get("oud", {}).values() if old == str(move.vervalt_id)]
        if line["wat"] == "gezet" and pointing:
            moved[line["model"]] += line["rijen"]
    return [words_for(label, len(pks)) + _numbers(label, pks) for label, pks in moved.items()]


def _numbers(label: str, pks: list[Any]) -> str:
    """The numbers by which people know these records, so that they find them again."""
    model = apps.get_model(label)
    if not any(field.name == "nummer" for field in model._meta.concrete_fields):
        return ""
    rows = model._base_manager.filter(pk__in=pks).order_by("nummer")
    return f" ({', '.join(rows.values_list('nummer', flat=True))})"


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
