"""What an event in a life means under the laws: read from `bestanden/levensregels.json`.

Only what the law says for certain is `zeker`; the rest names its law and asks the worker to
check. A step has its last day in weeks from the day of the event, negative when before it.
"""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from hengelo_sociaal.web.gevolgen import Gebied, Gevolg, Soort, Stap

BESTAND = Path(__file__).parent.parent / "bestanden" / "levensregels.json"


def rules_for(
    soort: Soort, *, naam: str, op: dt.date, met_kinderen: bool = True
) -> Iterable[Gevolg]:
    """What shifts for `naam` when this happens on `op`, in the order of the file.

    Without children what is only about them is left out.
    """
    for rule in _rules().get(soort, ()):
        if rule.get("alleen_met_kinderen") and not met_kinderen:
            continue
        step = rule.get("stap")
        yield Gevolg(
            gebied=Gebied[rule["gebied"].upper()],
            tekst=rule["tekst"].format(naam=naam),
            bron=rule["bron"],
            zeker=rule["zeker"],
            stap=_step(step, naam=naam, op=op) if step else None,
        )


@lru_cache(maxsize=1)
def _rules() -> Mapping[str, list[dict[str, Any]]]:
    found: Mapping[str, list[dict[str, Any]]] = json.loads(BESTAND.read_text(encoding="utf-8"))
    return found


def _step(step: Mapping[str, Any], *, naam: str, op: dt.date) -> Stap:
    return Stap(
        code=step["code"],
        omschrijving=step["omschrijving"].format(naam=naam),
        doel=step["doel"],
        leefgebied=step["leefgebied"],
        uiterlijk=op + dt.timedelta(weeks=step["weken"]),
        door_inwoner=step["door_inwoner"],
    )
