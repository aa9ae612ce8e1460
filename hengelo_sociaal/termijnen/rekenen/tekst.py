"""Dates in words, and dates read from what someone typed."""

from datetime import date

from hengelo_sociaal.kern.datum import day_of
from hengelo_sociaal.termijnen.exceptions import DatumOnmogelijk

WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def in_woorden(dag: date) -> str:
    """Write a date as a letter to a resident does: `vrijdag 3 april 2026`."""
    return f"{WEEKDAGEN[dag.weekday()]} {dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def met_hoofdletter(zin: str) -> str:
    """Return the sentence with a capital first letter and the rest untouched."""
    return zin[:1].upper() + zin[1:]


def read_datum(tekst: str, *, veld: str = "start") -> date:
    """Read a date as `YYYY-MM-DD`; anything else is refused with DatumOnmogelijk."""
    dag = day_of(tekst)
    if dag is None:
        raise DatumOnmogelijk(
            f"{tekst!r} is geen bestaande datum. Schrijf de datum als jjjj-mm-dd, "
            "bijvoorbeeld 2026-01-05.",
            velden={veld: "Vul een bestaande datum in, als jjjj-mm-dd."},
        )
    return dag
