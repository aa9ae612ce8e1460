"""Looking beforehand at what a merge will do: two records side by side, each look logged."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from django.db.models import Model

from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_access
from hengelo_sociaal.logboek.models import Handeling
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from toegang.domain.samenvoegen.inwoners import differences
from toegang.domain.samenvoegen.stappen import (
    VOORBEELD_HUISHOUDENS,
    VOORBEELD_INWONERS,
    Keuze,
    Voorbeelddeel,
)
from toegang.domain.samenvoegen.vastleggen import refuse_missing, words_for
from toegang.domain.samenvoegen.verhuizen import pointers
from toegang.exceptions import ZelfdeRecord
from toegang.models import Huishouden, Inwoner, Lidmaatschap
from toegang.queries.gelijkenis import Gelijkenis, compare
from toegang.queries.huishouden import members_of
from toegang.rechten import SAMENVOEGEN

M = TypeVar("M", bound=Model)
DOEL = "beoordelen of het om dezelfde gaat"
NIET_NOEMEN = {"toegang.dubbelpaar"}


@dataclass(frozen=True, kw_only=True)
class Verschil:
    """A field in which two residents differ, with both values."""

    naam: str
    label: str
    hier: str
    daar: str


@dataclass(frozen=True, kw_only=True)
class Voorbeeld:
    """What a merge will do, before it is done."""

    gaat_mee: list[str]
    delen: Sequence[Voorbeelddeel] = ()
    gelijkenis: Gelijkenis = field(default_factory=lambda: Gelijkenis(0, ()))
    aangevuld: Sequence[Verschil] = ()
    verschilt: Sequence[Verschil] = ()
    leden: Sequence[Lidmaatschap] = ()
    andere_leden: Sequence[Lidmaatschap] = ()
    mag_niet: str = ""

    @property
    def zinnen(self) -> list[str]:
        """What the apps say about it."""
        return [sentence for part in self.delen for sentence in part.zinnen]

    @property
    def keuzes(self) -> list[Keuze]:
        """What the apps ask."""
        return [choice for part in self.delen for choice in part.keuzes]


def preview_inwoners(
    *, by: Medewerker, blijft_id: uuid.UUID, vervalt_id: uuid.UUID, at: dt.datetime
) -> tuple[Inwoner, Inwoner, Voorbeeld]:
    """Two residents with what will move, be filled in or differ; logged on both.

    Refused with GeenRecht (403), NietGevonden (404) or ZelfdeRecord (409).
    """
    toets(by, SAMENVOEGEN, minstens=Bereik.ALLES)
    stays, goes = _both(Inwoner, blijft_id, vervalt_id)
    _log(by, "inwoner", blijft_id, [stays.pk, goes.pk], at)
    filled, different = differences(stays, goes)
    both_bsn = stays.heeft_bsn and goes.heeft_bsn
    return (
        stays,
        goes,
        Voorbeeld(
            gaat_mee=_what_moves(goes),
            delen=VOORBEELD_INWONERS.collect(stays.pk, goes.pk),
            gelijkenis=compare(stays, goes),
            aangevuld=[_side_by_side(stays, goes, name) for name in filled],
            verschilt=[_side_by_side(stays, goes, name) for name in different],
            mag_niet="Deze inwoners hebben elk een eigen BSN: het zijn twee mensen."
            if both_bsn
            else "",
        ),
    )


def preview_huishoudens(
    *, by: Medewerker, blijft_id: uuid.UUID, vervalt_id: uuid.UUID, at: dt.datetime
) -> tuple[Huishouden, Huishouden, Voorbeeld]:
    """Two households with who lives there and what will move; logged on both."""
    toets(by, SAMENVOEGEN, minstens=Bereik.ALLES)
    stays, goes = _both(Huishouden, blijft_id, vervalt_id)
    here, there = (members_of(home.pk, op=dag_van(at)) for home in (stays, goes))
    for home, members in ((stays, here), (goes, there)):
        _log(by, "dossier", home.pk, [member.inwoner_id for member in members], at)
    found = Voorbeeld(
        gaat_mee=_what_moves(goes),
        delen=VOORBEELD_HUISHOUDENS.collect(stays.pk, goes.pk),
        leden=here,
        andere_leden=there,
    )
    return stays, goes, found


def _both(model: type[M], one: uuid.UUID, other: uuid.UUID) -> tuple[M, M]:
    if one == other:
        raise ZelfdeRecord()
    found = model._default_manager.in_bulk([one, other])
    if len(found) < 2:
        refuse_missing(one, other)
    return found[one], found[other]


def _what_moves(goes: Model) -> list[str]:
    """How many of what will go along, in words."""
    counted: dict[str, int] = {}
    for rows, _ in pointers(goes):
        label = rows.model._meta.label_lower
        if not rows.model._meta.auto_created and label not in NIET_NOEMEN:
            counted[label] = counted.get(label, 0) + rows.count()
    return [words_for(label, number) for label, number in counted.items() if number]


def _side_by_side(stays: Inwoner, goes: Inwoner, name: str) -> Verschil:
    label = str(Inwoner._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
    hier, daar = (_in_words(person, name) for person in (stays, goes))
    return Verschil(naam=name, label=label.capitalize(), hier=hier, daar=daar)


def _in_words(person: Inwoner, name: str) -> str:
    shown = getattr(person, f"get_{name}_display", None)
    value = shown() if shown else getattr(person, name)
    return f"{value:%d-%m-%Y}" if isinstance(value, dt.date) else str(value or "")


def _log(
    by: Medewerker, soort: str, pk: uuid.UUID, inwoners: list[uuid.UUID], at: dt.datetime
) -> None:
    log_access(
        by=by,
        handeling=Handeling.INGEZIEN,
        soort=soort,
        object_id=pk,
        inwoners=inwoners,
        doel=DOEL,
        at=at,
    )
