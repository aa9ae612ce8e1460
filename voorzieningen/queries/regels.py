"""The published provisions as searching needs them: words, name, and what filters look at."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import NamedTuple

from django.db.models import Value
from django.db.models.functions import Collate

from voorzieningen.models import Voorziening
from voorzieningen.models.voorzieningen import VoorzieningQuerySet

# What a provision has that a filter looks at: its kind ("leefgebied") and the value ("geld").
Waarde = str | int | dt.date | uuid.UUID
Kenmerk = tuple[str, Waarde]
ELKE: Kenmerk = ("elke", "")
_COLUMNS = {
    "soort": "soort",
    "vanaf_leeftijd": "leeftijd_van",
    "tot_leeftijd": "leeftijd_tot",
    "vanaf": "geldig_van",
    "tot": "geldig_tot",
    "aanbieder": "organisatie_id",
}
_CODES = {"leefgebied": "leefgebieden", "doelgroep": "doelgroepen", "wijk": "wijken"}


class Regel(NamedTuple):
    """One published provision that is no double of another."""

    id: uuid.UUID
    naam: str
    woorden: str
    kenmerken: list[Kenmerk]


def read_lines(ids: Collection[uuid.UUID] | None = None) -> Iterator[Regel]:
    """These as they are now, or all of them: in the order of their names, letter for letter."""
    found = Voorziening.objects.gepubliceerd().filter(opgegaan_in=None)
    if ids is not None:
        found = found.filter(pk__in=ids)
    related = _related(found.order_by())
    rows = found.order_by(Collate("naam", "C"), "pk")
    columns = rows.values_list("pk", "naam", "zoekvector", *_COLUMNS.values())
    for pk, naam, woorden, *values in columns.iterator():
        own = zip(_COLUMNS, values, strict=True)
        kenmerken = [(kind, value) for kind, value in own if value is not None]
        yield Regel(pk, naam, woorden, [ELKE, *kenmerken, *related.get(pk, ())])


def _related(found: VoorzieningQuerySet) -> dict[uuid.UUID, list[Kenmerk]]:
    """What these provisions have in other tables, in two queries."""
    related: dict[uuid.UUID, list[Kenmerk]] = defaultdict(list)
    first, *others = (
        found.filter(**{f"{relation}__isnull": False}).values_list("pk", Value(kind), relation)
        for kind, relation in _CODES.items()
    )
    for pk, kind, code in first.union(*others, all=True).iterator():
        related[pk].append((kind, code))
    places = found.filter(locaties__isnull=False)
    for pk, place, wijk in places.values_list("pk", "locaties", "locaties__buurt__wijk").iterator():
        related[pk] += [("plek", place), *([("plek_in", wijk)] if wijk else [])]
    return related
