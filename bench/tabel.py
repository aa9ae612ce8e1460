"""What was measured, as a table."""

import re
from dataclasses import dataclass

_HEAD = (
    f"{'scenario':<40}{'keer':>5}{'web ms':>9}{'db ms':>8}{'floor ms':>10}{'ratio':>8}"
    f"{'van 1x':>8}{'SQL':>5}  {'aim':<10}{'met'}"
)


@dataclass(frozen=True)
class Rij:
    """One scenario at one size: CPU milliseconds per request, and the ratio to the floor.

    `sql` is the number of statements of one request, None where that says nothing.
    """

    naam: str
    keer: int
    web_ms: float
    database_ms: float
    vloer_ms: float
    verhouding: float
    doel: str
    sql: int | None = None

    @property
    def samen_ms(self) -> float:
        """CPU of web process and database together."""
        return self.web_ms + self.database_ms

    @property
    def gehaald(self) -> str:
        """Whether the ratio is within the aim, where the aim is a number."""
        number = re.search(r"[\d.]+", self.doel)
        if number is None:
            return "-"
        return "yes" if self.verhouding <= float(number[0]) else "NO"


def print_table(rows: list[Rij]) -> None:
    """Print the rows, with those of several sizes under each other."""
    print(f"\n{_HEAD}\n{'-' * len(_HEAD)}")
    order = list(dict.fromkeys(row.naam for row in rows))
    first = {row.naam: row for row in reversed(rows)}
    for row in sorted(rows, key=lambda row: (order.index(row.naam), row.keer)):
        print(as_text(row, first[row.naam]))


def as_text(row: Rij, first: Rij | None = None) -> str:
    """One line of the table; `first` is the same scenario at the smallest size."""
    grown = ""
    if first is not None and first.keer != row.keer:
        grown = f"{row.samen_ms / max(first.samen_ms, 0.01):.2f}"
    return (
        f"{row.naam:<40}{row.keer:>5}{row.web_ms:>9.2f}{row.database_ms:>8.2f}"
        f"{row.vloer_ms:>10.2f}{row.verhouding:>8.2f}{grown:>8}"
        f"{'' if row.sql is None else row.sql:>5}  {row.doel:<10}{row.gehaald}"
    )
