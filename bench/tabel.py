"""What was measured, as a table."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rij:
    """One scenario at one size: CPU milliseconds per request, and the ratio to the floor."""

    naam: str
    keer: int
    web_ms: float
    database_ms: float
    vloer_ms: float
    verhouding: float
    doel: str


def print_table(rows: list[Rij]) -> None:
    """Print the rows, with those of several sizes under each other."""
    head = f"{'scenario':<44}{'keer':>5}{'web ms':>9}{'db ms':>8}{'floor ms':>10}{'ratio':>8}  aim"
    print(f"\n{head}\n{'-' * len(head)}")
    order = list(dict.fromkeys(row.naam for row in rows))
    for row in sorted(rows, key=lambda row: (order.index(row.naam), row.keer)):
        print(as_text(row))


def as_text(row: Rij) -> str:
    """One line of the table."""
    return (
        f"{row.naam:<44}{row.keer:>5}{row.web_ms:>9.2f}{row.database_ms:>8.2f}"
        f"{row.vloer_ms:>10.2f}{row.verhouding:>8.2f}  {row.doel}"
    )
