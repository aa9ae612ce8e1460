"""The examples that were worked out by hand, apart from the code."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hengelo_sociaal.termijnen.rekenen.berekenen import bereken
from hengelo_sociaal.termijnen.rekenen.bestand import geleverde_kalender, geleverde_regels
from hengelo_sociaal.termijnen.rekenen.duur import read_duur
from hengelo_sociaal.termijnen.rekenen.feestdagen import feestdagen
from hengelo_sociaal.termijnen.rekenen.regel import (
    Berekening,
    Uitstel,
    stilstand_na_uitnodiging,
)

GEGEVENS = json.loads((Path(__file__).parent / "bestanden/voorbeelden.json").read_text())


def _bereken(voorbeeld: dict[str, Any]) -> Berekening:
    opschorting = {
        wat: date.fromisoformat(dag) for wat, dag in voorbeeld.get("opschorting", {}).items()
    }
    return bereken(
        geleverde_regels()[voorbeeld["regel"], voorbeeld.get("variant", "")],
        date.fromisoformat(voorbeeld["start"]),
        kalender=geleverde_kalender(),
        stilstanden=[stilstand_na_uitnodiging(**opschorting)] if opschorting else [],
        uitstel=[Uitstel(duur=read_duur(voorbeeld["uitstel"]))] if "uitstel" in voorbeeld else [],
    )


@pytest.mark.parametrize("voorbeeld", GEGEVENS["voorbeelden"], ids=lambda een: een["regel"])
def test_the_worked_example_comes_out(voorbeeld: dict[str, Any]) -> None:
    uitkomst = _bereken(voorbeeld)

    assert uitkomst.einddatum == date.fromisoformat(voorbeeld["verwacht"])


@pytest.mark.parametrize(
    "voorbeeld",
    [een for een in GEGEVENS["voorbeelden"] if "streefdatum" in een],
    ids=lambda een: een["regel"],
)
def test_the_strict_reading_gives_the_inner_target_date(voorbeeld: dict[str, Any]) -> None:
    uitkomst = _bereken(voorbeeld)

    assert uitkomst.streefdatum == date.fromisoformat(voorbeeld["streefdatum"])


def test_a_self_set_term_on_a_holiday_warns_and_proposes_a_working_day() -> None:
    voorbeeld = next(een for een in GEGEVENS["voorbeelden"] if "voorstel" in een)

    uitkomst = _bereken(voorbeeld)

    assert uitkomst.voorstel == date.fromisoformat(voorbeeld["voorstel"])
    assert "Eerste Kerstdag" in uitkomst.waarschuwingen[0]


@pytest.mark.parametrize("jaar", [2026, 2027, 2028])
def test_computed_holidays_and_decree_days_are_those_of_the_list(jaar: int) -> None:
    verwacht = {
        date.fromisoformat(dag): naam
        for dag, naam in GEGEVENS["feestdagen"].items()
        if dag.startswith(str(jaar))
    }

    gevonden = {dag: feestdag.naam for dag, feestdag in feestdagen(jaar).items()} | {
        dag: "gelijkgestelde dag" for dag in geleverde_kalender().gelijkgesteld if dag.year == jaar
    }

    assert gevonden == verwacht
