"""What somebody looks for in the catalogue."""

import datetime as dt
from dataclasses import dataclass, field

from hengelo_sociaal.kern.tijd import vandaag


@dataclass(frozen=True)
class Zoekvraag:
    """What somebody looks for; codes of leefgebied, wijk (CBS) and doelgroep, age in years."""

    tekst: str = ""
    leefgebied: str | None = None
    wijk: str | None = None
    doelgroep: str | None = None
    leeftijd: int | None = None
    soort: str | None = None
    alleen_algemeen: bool = False
    op: dt.date = field(default_factory=vandaag)
