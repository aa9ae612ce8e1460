"""The kinds of work that somebody can have, which apps register in their `receivers.py`."""

import datetime as dt
import uuid
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet

from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Recht
from hengelo_sociaal.werk.domain.berichten import notify
from hengelo_sociaal.werk.enums import Berichtsoort


@dataclass(frozen=True, kw_only=True)
class Gift:
    """Work of one colleague that another gets, by whom, with the words that go along.

    `zelfde_team`: whether the two share a team; to another team goes only what is `overal`.
    """

    by: Medewerker
    van: Medewerker
    naar: Medewerker
    notitie: str
    at: dt.datetime
    zelfde_team: bool

    @property
    def op(self) -> dt.date:
        """The day in Amsterdam."""
        return dag_van(self.at)


def always(stuk: Any, gift: Gift) -> str:
    """Nothing in this piece itself stands in the way."""
    return ""


def for_all(wie: Medewerker) -> "QuerySet[Any]":
    """No piece is kept from anybody."""
    return Medewerker.objects.none()


def in_silence(stuk: Any, gift: Gift) -> None:
    """A piece that stays asks nothing of others."""


def tell_jurists(
    stuk: Model,
    gift: Gift,
    *,
    soort: Berichtsoort,
    titel: str,
    adres: str,
    behalve: Collection[uuid.UUID | None],
) -> None:
    """Ask every jurist but these, and but who leaves, to see to a piece that stays; once."""
    for jurist in Medewerker.objects.filter(rollen__contains=["jurist"], is_active=True):
        if jurist.pk != gift.van.pk and jurist.pk not in behalve:
            notify(
                voor=jurist,
                by=gift.by,
                soort=soort,
                titel=titel,
                adres=adres,
                at=gift.at,
                sleutel=f"blijft:{stuk.pk}:{gift.van.pk}",
            )


@dataclass(frozen=True, kw_only=True)
class Werksoort:
    """One kind of work: what of it somebody has unfinished, and giving a piece of it away.

    Who takes it has the right `recht`, or where there is none that of any other kind;
    `zonder_recht` says in words of who has it not, as in "Karin behandelt geen klachten".
    `weiger` answers why one piece cannot go to this colleague, in a sentence that names no
    resident, or nothing. `geef` gets a locked row inside the transaction, `blijft` one that
    `weiger` refused: what only asks for another right or team can still go to the next.
    `huishouden` is the path to the household that is locked before the row. `overal`:
    colleagues outside the team may take it. `verborgen` finds what somebody may not learn of:
    it is in nothing that they see.
    """

    code: str
    enkelvoud: str
    meervoud: str
    van: Callable[[Medewerker, dt.date], "QuerySet[Any]"]
    geef: Callable[[Any, Gift], None]
    recht: Recht | None = None
    zonder_recht: str = ""
    weiger: Callable[[Any, Gift], str] = always
    blijft: Callable[[Any, Gift], None] = in_silence
    huishouden: str = ""
    overal: bool = False
    verborgen: Callable[[Medewerker], "QuerySet[Any]"] = for_all

    def woorden(self, aantal: int) -> str:
        """A number of them as people say it."""
        return f"{aantal} {self.enkelvoud if aantal == 1 else self.meervoud}"

    def shown(self, wie: Medewerker, op: dt.date, *, to: Medewerker) -> "QuerySet[Any]":
        """What somebody has unfinished of it, as far as another may know."""
        return self.van(wie, op).exclude(pk__in=self.verborgen(to).values("pk"))

    def refusal(self, stuk: Any, gift: Gift) -> str:
        """Why a piece cannot go to who takes, in a sentence; nothing when it can."""
        return self.barred(gift) or self.weiger(stuk, gift)

    def barred(self, gift: Gift) -> str:
        """Why nothing of this kind can go to who takes, whatever the piece."""
        if not self.may_take(gift.naar):
            return f"{gift.naar.naam} {self.zonder_recht}."
        if not (self.overal or gift.zelfde_team):
            return f"{gift.naar.naam} werkt in een ander team."
        return ""

    def may_take(self, wie: Medewerker) -> bool:
        """Whether the roles of somebody let them do this work.

        What asks for no right of its own is for who may do work of some other kind.
        """
        if self.recht is None:
            return any(one.may_take(wie) for one in WERKSOORTEN.values() if one.recht is not None)
        return self.recht.van(wie) is not None

    def households(self, wie: Medewerker, op: dt.date) -> "set[uuid.UUID]":
        """The households of what somebody has of it."""
        if not self.huishouden:
            return set()
        found = self.van(wie, op).order_by().values_list(self.huishouden, flat=True)
        return {pk for pk in found if pk is not None}


WERKSOORTEN: dict[str, Werksoort] = {}


def registreer_werksoort(*soorten: Werksoort) -> None:
    """Add kinds of work; the same code twice is a mistake."""
    for soort in soorten:
        if WERKSOORTEN.setdefault(soort.code, soort) != soort:
            raise ValueError(f"work {soort.code} is declared twice")
