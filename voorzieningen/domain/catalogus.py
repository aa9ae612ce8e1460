"""The examples that the municipality's own papers name, shipped with the program.

Loaded by the demo and by an explicit act of `beleid`, never by a migration: a real
municipality starts with an empty catalogue.
"""

import csv
import datetime as dt
from pathlib import Path

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.medewerkers.models import Medewerker
from voorzieningen.domain.inlezen import (
    Inleesverslag,
    load_locaties,
    load_organisaties,
    load_voorzieningen,
)
from voorzieningen.models import Synoniem

BESTANDEN = Path(__file__).parent.parent / "bestanden"


def load_catalogus(*, by: Medewerker, at: dt.datetime, op: dt.date) -> Inleesverslag:
    """Load organisations, locations, synonyms and provisions; a second time changes nothing.

    `op` is the first day of the provisions. Refused with GeenRecht.
    """
    with operation():
        load_organisaties(rijen=read_rows("organisaties"), by=by)
        load_locaties(rijen=read_rows("locaties"), by=by)
        Synoniem.objects.bulk_create(
            [Synoniem(**rij) for rij in read_rows("synoniemen")], ignore_conflicts=True
        )
        return load_voorzieningen(rijen=read_rows("voorzieningen"), by=by, at=at, op=op)


def read_rows(name: str) -> list[dict[str, str]]:
    """The rows of a shipped file, by its name without extension."""
    with (BESTANDEN / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle, delimiter=";"))
