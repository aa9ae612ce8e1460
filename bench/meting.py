"""Measuring product and floor in turn, and dividing the two."""

import argparse
import statistics

from bench.cpu import Kosten, tree_seconds
from bench.herberekenen import measure_recounts
from bench.installatie import VLOER, Installatie
from bench.scenario import Scenario
from bench.scenarios import scenarios
from bench.tabel import Rij, as_text
from bench.verzoeken import Verzoek, send
from bench.vloer import kaal
from bench.vragen import count_statements

# The first hint to the worker reads a second's worth of code, beside the requests that follow.
_WARM = 25


def measure_all(installation: Installatie, keer: int, args: argparse.Namespace) -> list[Rij]:
    """Every scenario at this size."""
    rows = []
    for scenario in scenarios():
        if args.alleen in scenario.naam:
            rows.append(_measure(installation, scenario, keer, args))
            print(as_text(rows[-1]), flush=True)
    if args.alleen in "herberekenen":
        for row in measure_recounts(installation, keer):
            rows.append(row)
            print(as_text(row), flush=True)
    return rows


def _measure(
    installation: Installatie, scenario: Scenario, keer: int, args: argparse.Namespace
) -> Rij:
    send(installation.addresses["product"], scenario.verzoek, _WARM)
    _floor(installation, scenario, 5)
    product, floor = [], []
    for _ in range(args.ronden):
        product.append(_cost(installation, "product", scenario.verzoek, args.verzoeken))
        floor.append(_floor(installation, scenario, args.verzoeken))
    ratios = [a.samen / max(b.samen, 0.01) for a, b in zip(product, floor, strict=True)]
    return Rij(
        naam=scenario.naam,
        keer=keer,
        web_ms=statistics.median(one.web for one in product),
        database_ms=statistics.median(one.database for one in product),
        vloer_ms=statistics.median(one.samen for one in floor),
        verhouding=statistics.median(ratios),
        doel=scenario.doel,
        sql=count_statements(scenario.verzoek),
    )


def _floor(installation: Installatie, scenario: Scenario, times: int) -> Kosten:
    """The floor of a scenario: a bare request, or the plain SQL by itself."""
    if isinstance(scenario.vloer, Verzoek):
        return _cost(installation, VLOER, scenario.vloer, times)
    own, database = kaal.cost(scenario.vloer, times, database=installation.pids("postgres"))
    return Kosten(own, database)


def _cost(installation: Installatie, name: str, request: Verzoek, times: int) -> Kosten:
    web, database = installation.pids(name), installation.pids("postgres")
    before = tree_seconds(web), tree_seconds(database)
    send(installation.addresses[name], request, times)
    after = tree_seconds(web), tree_seconds(database)
    return Kosten(
        web=1000 * (after[0] - before[0]) / times,
        database=1000 * (after[1] - before[1]) / times,
    )
