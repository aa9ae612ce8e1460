"""What changed since a file was made, laid beside what the file says.

A file that is taken out names the version of every provision. The version tells what the file
began with: only what was changed in the file is taken over, what a colleague changed since stays.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import Max

from voorzieningen.domain.gegevens import (
    VoorzieningGegevens,
    as_json,
    gegevens_of,
    key_of,
    plain,
)
from voorzieningen.domain.samenleggen import merge
from voorzieningen.models import Organisatie, Versie, Voorziening


@dataclass(frozen=True)
class Intussen:
    """The number of the last version of each provision; one that never changed has the first."""

    laatste: Mapping[UUID, int]

    @classmethod
    def read(cls, voorzieningen: Iterable[Voorziening]) -> "Intussen":
        """Of these provisions, in one query."""
        rows = Versie.objects.filter(voorziening__in=[each.pk for each in voorzieningen])
        numbers = rows.order_by().values_list("voorziening").annotate(Max("nummer"))
        return cls(dict(numbers))

    def is_version(self, now: Voorziening, version: int) -> bool:
        """Whether there is, or would be, such a version."""
        return 1 <= version <= self.laatste.get(now.pk, 1)

    def beside(
        self, now: Voorziening, version: int, gegevens: VoorzieningGegevens
    ) -> tuple[VoorzieningGegevens, dict[str, tuple[str, str]]]:
        """What a file of that version makes of it, and per field that clashes both values.

        The last day on which somebody checked it stays, as that is no version.
        """
        kept = gegevens_of(now)
        checked = _last(kept.gecontroleerd_op, gegevens.gecontroleerd_op)
        gegevens = replace(gegevens, gecontroleerd_op=checked)
        if version == self.laatste.get(now.pk, 1):
            return gegevens, {}
        before = Versie.objects.get(voorziening=now, nummer=version).inhoud
        basis = {name: plain(value) for name, value in before.items()}
        theirs, mine = as_json(kept), as_json(gegevens)
        basis["gecontroleerd_op"] = theirs["gecontroleerd_op"]
        found = merge(basis, mine, theirs)
        clashes = {
            name: (_told(getattr(kept, name)), _told(getattr(gegevens, name)))
            for name in sorted(found.botsingen)
        }
        return _of(found.inhoud, kept, gegevens), clashes


def _of(
    inhoud: Mapping[str, Any], kept: VoorzieningGegevens, gegevens: VoorzieningGegevens
) -> VoorzieningGegevens:
    """The same with the records of what is kept and of the file, which it was made of."""
    theirs, mine = as_json(kept), as_json(gegevens)
    places = {key_of(each): each for each in (*kept.locaties, *gegevens.locaties)}
    values: dict[str, Any] = {}
    for name, value in inhoud.items():
        if value == theirs[name]:
            values[name] = getattr(kept, name)
        elif value == mine[name]:
            values[name] = getattr(gegevens, name)
        else:
            values[name] = [places[key] for key in value] if name == "locaties" else value
    return replace(gegevens, **values)


def _last(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    return max((day for day in (one, other) if day), default=None)


def _told(value: object) -> str:
    """As it would stand in a cell."""
    if isinstance(value, Organisatie):
        return value.code
    if isinstance(value, list | tuple):
        return "|".join(str(each) for each in value) or "leeg"
    return "leeg" if value in (None, "") else str(value)
