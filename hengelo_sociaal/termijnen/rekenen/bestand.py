"""Rules and decree days as they are delivered, read from our own data files."""

import json
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from hengelo_sociaal.termijnen.rekenen.duur import Duur, read_duur
from hengelo_sociaal.termijnen.rekenen.feestdagen import Kalender
from hengelo_sociaal.termijnen.rekenen.regel import Opschortregel, Regel, Verlengregel
from hengelo_sociaal.termijnen.rekenen.soorten import (
    Eenheid,
    Opschortgrond,
    Soort,
    Telling,
    Verlengwijze,
)

MAP = Path(__file__).parent.parent / "bestanden"


def _read(naam: str) -> dict[str, Any]:
    gelezen: dict[str, Any] = json.loads((MAP / naam).read_text(encoding="utf-8"))
    return gelezen


def duur_of_onverwijld(tekst: str) -> Duur:
    """Read a length as the files write it, `onverwijld` included."""
    if tekst == Eenheid.ONVERWIJLD:
        return Duur(0, Eenheid.ONVERWIJLD)
    return read_duur(tekst)


def regelrijen() -> list[dict[str, Any]]:
    """Return the delivered rules as they stand in the file."""
    rijen: list[dict[str, Any]] = _read("regels.json")["regels"]
    return rijen


def kalenderrijen() -> list[dict[str, Any]]:
    """Return the covered years with their decree days as they stand in the file."""
    rijen: list[dict[str, Any]] = _read("gelijkgestelde_dagen.json")["jaren"]
    return rijen


def to_regel(rij: dict[str, Any]) -> Regel:
    """Turn a row of the file into a rule."""
    opschorting, verlenging = rij["opschorting"], rij["verlenging"]
    return Regel(
        code=rij["code"],
        variant=rij["variant"],
        wet=rij["wet"],
        artikel=rij["artikel"],
        omschrijving=rij["omschrijving"],
        gebeurtenis=rij["gebeurtenis"],
        duur=duur_of_onverwijld(rij["duur"]),
        soort=Soort(rij["soort"]),
        telling=Telling(rij["telling"]),
        terug=rij["terug"],
        herhaalt=rij["herhaalt"],
        geldig_van=date.fromisoformat(rij["geldig_van"]),
        geldig_tot=date.fromisoformat(rij["geldig_tot"]) if rij["geldig_tot"] else None,
        opschorting=opschorting and to_opschortregel(opschorting),
        verlenging=verlenging and to_verlengregel(verlenging),
    )


def to_opschortregel(rij: dict[str, Any]) -> Opschortregel:
    """Turn the suspension part of a row into what the arithmetic uses."""
    return Opschortregel(
        artikel=rij["artikel"],
        gronden=frozenset(Opschortgrond(grond) for grond in rij["gronden"]),
    )


def to_verlengregel(rij: dict[str, Any]) -> Verlengregel:
    """Turn the extension part of a row into what the arithmetic uses."""
    return Verlengregel(
        artikel=rij["artikel"],
        wijze=Verlengwijze(rij["wijze"]),
        maximum=read_duur(rij["maximum"]) if rij["maximum"] else None,
        keren=rij["keren"],
    )


@lru_cache(maxsize=1)
def geleverde_regels() -> dict[tuple[str, str], Regel]:
    """Return the delivered rules by code and variant."""
    return {(rij["code"], rij["variant"]): to_regel(rij) for rij in regelrijen()}


@lru_cache(maxsize=1)
def geleverde_kalender() -> Kalender:
    """Return the delivered decree days with the years they cover."""
    rijen = kalenderrijen()
    return Kalender.van(
        (date.fromisoformat(dag) for rij in rijen for dag in rij["dagen"]),
        (rij["jaar"] for rij in rijen),
    )
