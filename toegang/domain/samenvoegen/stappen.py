"""What higher apps may do and ask when two records become one."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hengelo_sociaal.kern.grootboek import Grootboek
from hengelo_sociaal.kern.registers import Bijdragen, Stappen
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker


@dataclass(frozen=True, kw_only=True)
class Verhuizing:
    """Everything of `vervalt_id` goes to `blijft_id`; changes go through the ledger.

    `keuzes` are the answers to the questions that apps asked in the preview, by code.
    """

    by: Medewerker
    at: dt.datetime
    blijft_id: uuid.UUID
    vervalt_id: uuid.UUID
    keuzes: Mapping[str, str] = field(default_factory=dict)
    grootboek: Grootboek = field(default_factory=Grootboek)

    @property
    def op(self) -> dt.date:
        """The day in Amsterdam."""
        return dag_van(self.at)


@dataclass(frozen=True, kw_only=True)
class Keuze:
    """A question that has to be answered before the merge, with its answers."""

    code: str
    label: str
    opties: Sequence[tuple[str, str]]
    uitleg: str = ""


@dataclass(frozen=True, kw_only=True)
class Voorbeelddeel:
    """What an app says beforehand: sentences about what will happen, and what it asks."""

    zinnen: Sequence[str] = ()
    keuzes: Sequence[Keuze] = ()


INWONERS = Stappen[[Verhuizing]]("inwoners samenvoegen")
HUISHOUDENS = Stappen[[Verhuizing]]("huishoudens samenvoegen")
# Asked with the id of what stays and of what goes.
VOORBEELD_INWONERS = Bijdragen[[uuid.UUID, uuid.UUID], Voorbeelddeel]("inwoners samenvoegen")
VOORBEELD_HUISHOUDENS = Bijdragen[[uuid.UUID, uuid.UUID], Voorbeelddeel]("huishoudens samenvoegen")
