"""Reading the published numbers of wijken and buurten, with the dashboard's own log-in."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dashboard.enums import Gebiedsmaat
from dashboard.models import Gebiedscijfer, Gebiedsjaar
from dashboard.queries.namen import ALIAS


@dataclass(frozen=True)
class Gebiedscijfers:
    """The numbers of one measure and year; `berekend_op` is None when never counted."""

    jaar: int
    berekend_op: dt.datetime | None = None
    per_gebied: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def van(self, gebied: str, categorie: str = "") -> int | None:
        """A number, or None when it is hidden or was never counted."""
        return self.per_gebied.get(gebied, {}).get(categorie)

    def rijen(self, gebied: str) -> list[tuple[str, int]]:
        """The categories of an area with their number, most first; not the total."""
        found = self.per_gebied.get(gebied, {}).items()
        return sorted(((c, n) for c, n in found if c), key=lambda row: (-row[1], row[0]))


def read_areas(maat: Gebiedsmaat, jaar: int, gebieden: Iterable[str]) -> Gebiedscijfers:
    """The numbers of these areas in a year; two queries."""
    year = Gebiedsjaar.objects.using(ALIAS).filter(maat=maat, jaar=jaar).first()
    if year is None:
        return Gebiedscijfers(jaar)
    rows = Gebiedscijfer.objects.using(ALIAS).filter(jaar=year, gebied__in=list(gebieden))
    found: dict[str, dict[str, int]] = {}
    for gebied, categorie, aantal in rows.values_list("gebied", "categorie", "aantal"):
        found.setdefault(gebied, {})[categorie] = aantal
    return Gebiedscijfers(jaar, year.berekend_op, found)
