"""What was measured, as a table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

HOOGSTENS_VAN_1X = 1.2
HEAD = (
    f"{'scenario':<36}{'keer':>5}{'SQL':>5}{'web ms':>9}{'db ms':>9}{'floor ms':>10}"
    f"{'ratio':>8}  {'aim':<8}{'met':<5}{'van 1x':>8}  {'aim':<8}{'met'}"
)


@dataclass(frozen=True)
class Rij:
    """One scenario in one town: CPU milliseconds per request, and the ratio to the floor.

    `van_1x` is what it costs beside the same in the town as it was made, measured in turn;
    None in that town itself. `sql` is the number of statements of one request, None where that
    says nothing.
    """

    naam: str
    keer: int
    web_ms: float
    database_ms: float
    vloer_ms: float
    verhouding: float
    doel: str
    van_1x: float | None = None
    sql: int | None = None

    @property
    def gehaald(self) -> str:
        """Whether the ratio is within the aim, where there is one."""
        number = re.search(r"[\d.]+", self.doel)
        return "-" if number is None else _word(self.verhouding, float(number[0]))

    @property
    def groeit_niet(self) -> str:
        """Whether a larger town costs no more than a fifth more."""
        return "" if self.van_1x is None else _word(self.van_1x, HOOGSTENS_VAN_1X)


def print_table(rows: Sequence[Rij]) -> None:
    """Print the rows in the order in which they were measured."""
    print(f"\n{HEAD}\n{'-' * len(HEAD)}")
    for row in rows:
        print(as_text(row))


def as_text(row: Rij) -> str:
    """One line of the table."""
    grown = "" if row.van_1x is None else f"{row.van_1x:>8.2f}  {f'<= {HOOGSTENS_VAN_1X}':<8}"
    return (
        f"{row.naam:<36}{row.keer:>5}{'' if row.sql is None else row.sql:>5}"
        f"{row.web_ms:>9.2f}{row.database_ms:>9.2f}{row.vloer_ms:>10.2f}{row.verhouding:>8.2f}"
        f"  {row.doel:<8}{row.gehaald:<5}{grown}{row.groeit_niet}"
    ).rstrip()


def _word(value: float, most: float) -> str:
    return "yes" if value <= most else "NO"
