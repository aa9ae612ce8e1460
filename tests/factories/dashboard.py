"""Files of figures, and people who may bring them in."""

import datetime as dt
from pathlib import Path

from hengelo_sociaal.invoer.domain import Verslag, import_file
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.medewerkers.models import Medewerker

NU = dt.datetime(2026, 11, 17, 10, 42, tzinfo=AMSTERDAM)
BESTANDEN = Path(__file__).resolve().parents[2] / "dashboard" / "bestanden"
ONZE_BESTANDEN = {
    "begroting.csv": "begroting",
    "begroting_taakveld_6.1.csv": "begroting",
    "beleidsindicatoren.csv": "beleidsindicatoren",
    "kengetallen.csv": "kengetallen",
    "maatschappelijke_doelen.csv": "doelen",
}


def take_in(soort: str, inhoud: str | bytes, *, naam: str = "proef.csv", **more: object) -> Verslag:
    """Take a file in as the system; text goes in as UTF-8."""
    content = inhoud.encode() if isinstance(inhoud, str) else inhoud
    by = more.pop("by", None) or Medewerker.objects.systeem()
    return import_file(soort=soort, inhoud=content, naam=naam, by=by, at=NU, **more)


def take_in_ours(naam: str, **more: object) -> Verslag:
    """Take in one of the municipality's own files."""
    content = (BESTANDEN / naam).read_bytes()
    return take_in(ONZE_BESTANDEN[naam], content, naam=naam, **more)
