"""Who referred exactly, beside the kind of referrer."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Verwezen:
    """The name of who referred, of their practice or organisation, and the day; all optional."""

    naam: str = ""
    organisatie: str = ""
    op: dt.date | None = None
