"""Measuring the product and the floor in turn, and dividing the two."""

import argparse
import statistics
import time
from collections.abc import Iterator

from bench.cpu import Kosten, tree_seconds
from bench.herberekenen import measure_recounts
from bench.installatie import VLOER, Installatie
from bench.scenario import Scenario
from bench.scenarios import scenarios
from bench.stad import Stad
from bench.tabel import Rij, as_text
from bench.verzoeken import Verzoek, send
from bench.vloer import kaal
from bench.vragen import count_statements

_WARM = 25
_REST = 0.2
Asked = tuple[Stad, Scenario]


def measure_all(installation: Installatie, args: argparse.Namespace) -> Iterator[Rij]:
    """Every scenario, in the town as it was made and in the grown one in turn."""
    towns = installation.towns()
    per_town = []
    for town in towns:
        with town.asked():
            per_town.append([(town, scenario) for scenario in scenarios()])
    for asked in zip(*per_town, strict=True):
        if args.alleen in asked[0][1].naam:
            yield from _measure(installation, asked, args)


def measure_recount(installation: Installatie, args: argparse.Namespace) -> Iterator[Rij]:
    """Counting the largest town again."""
    if args.alleen in "herberekenen":
        yield from measure_recounts(installation, installation.grown)


def shown(rows: Iterator[Rij]) -> list[Rij]:
    """The rows, each printed as soon as it is there."""
    kept = []
    for row in rows:
        print(as_text(row), flush=True)
        kept.append(row)
    return kept


def _measure(
    installation: Installatie, asked: tuple[Asked, ...], args: argparse.Namespace
) -> Iterator[Rij]:
    """One scenario in every town, and its floor there, round after round."""
    for town, scenario in asked:
        _warm_up(installation, town, scenario)
    rounds = [
        [_turn(installation, town, scenario, args.verzoeken) for town, scenario in asked]
        for _ in range(args.ronden)
    ]
    first = [turns[0][0].samen for turns in rounds]
    for (town, scenario), turns in zip(asked, zip(*rounds, strict=True), strict=True):
        product, floor = [turn[0] for turn in turns], [turn[1] for turn in turns]
        together = [one.samen for one in product]
        with town.asked():
            statements = count_statements(scenario.verzoek)
        yield Rij(
            naam=scenario.naam,
            keer=town.keer,
            web_ms=statistics.median(one.web for one in product),
            database_ms=statistics.median(one.database for one in product),
            vloer_ms=statistics.median(one.samen for one in floor),
            verhouding=_ratio(together, [one.samen for one in floor]),
            doel=scenario.doel,
            van_1x=None if town.keer == 1 else _ratio(together, first),
            sql=statements,
        )


def _warm_up(installation: Installatie, town: Stad, scenario: Scenario) -> None:
    """Until its server is at rest: the first hint to the worker reads a second's worth of code."""
    send(installation.addresses[town.server], scenario.verzoek, _WARM)
    with town.asked():
        _floor(installation, scenario, 5)
    web, used = installation.pids(town.server), 0.0
    while tree_seconds(web) - used > _REST / 20:
        used = tree_seconds(web)
        time.sleep(_REST)


def _turn(
    installation: Installatie, town: Stad, scenario: Scenario, times: int
) -> tuple[Kosten, Kosten]:
    """What the product and the floor cost in a town, one right after the other."""
    with town.asked():
        product = _cost(installation, town.server, scenario.verzoek, times)
        return product, _floor(installation, scenario, times)


def _ratio(these: list[float], those: list[float]) -> float:
    """The median of the ratios of every round."""
    return statistics.median(a / max(b, 0.01) for a, b in zip(these, those, strict=True))


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
