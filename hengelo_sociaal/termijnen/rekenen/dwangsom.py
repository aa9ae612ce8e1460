"""What a municipality owes for a decision that does not come (Awb 4:17): pure arithmetic."""

from dataclasses import dataclass
from datetime import date, timedelta

from hengelo_sociaal.termijnen.rekenen.regel import Stap
from hengelo_sociaal.termijnen.rekenen.tekst import in_woorden

TREDEN = (14, 14, 14)  # lid 2: the first fortnight, the next, and the rest of the 42 days
HOOGSTENS = sum(TREDEN)  # lid 1
EEN_DAG = timedelta(days=1)


@dataclass(frozen=True)
class Tarief:
    """Euro cents a day in each fortnight, as they hold for a period (Awb 4:17 lid 2)."""

    eerste: int
    tweede: int
    derde: int

    @property
    def maximum(self) -> int:
        """What it can become at most, in euro cents."""
        return sum(days * cents for days, cents in zip(TREDEN, self.per_dag, strict=True))

    @property
    def per_dag(self) -> tuple[int, int, int]:
        """The three amounts in order."""
        return (self.eerste, self.tweede, self.derde)


@dataclass(frozen=True)
class Dwangsom:
    """How a dwangsom stands on a day, explained step by step; amounts in euro cents."""

    eerste_dag: date
    laatste_dag: date
    dagen: int
    bedrag: int
    maximum: int
    stappen: tuple[Stap, ...]


def bereken_dwangsom(eerste_dag: date, op: date, tarief: Tarief) -> Dwangsom:
    """What is owed over the days from `eerste_dag` up to and including `op`.

    Every calendar day counts, because the Atw does not hold for the 42 days (lid 1). Before
    the first day nothing is owed; after 42 days it stands still.
    """
    days = min(max((op - eerste_dag).days + 1, 0), HOOGSTENS)
    last = eerste_dag + (HOOGSTENS - 1) * EEN_DAG
    steps = [
        Stap(
            eerste_dag,
            f"De eerste dag waarover wij betalen is {in_woorden(eerste_dag)}: twee weken na de "
            "ingebrekestelling zijn dan voorbij (Awb artikel 4:17 lid 3).",
        )
    ]
    owed, left, start = 0, days, eerste_dag
    for number, (length, cents) in enumerate(zip(TREDEN, tarief.per_dag, strict=True), start=1):
        counted = min(left, length)
        if counted:
            owed += counted * cents
            steps.append(_step(number, start, counted, cents, owed))
        left, start = left - counted, start + length * EEN_DAG
    if days == HOOGSTENS:
        steps.append(
            Stap(last, f"Na {HOOGSTENS} dagen loopt het bedrag niet verder op (4:17 lid 1).")
        )
    return Dwangsom(eerste_dag, last, days, owed, tarief.maximum, tuple(steps))


def _step(number: int, start: date, counted: int, cents: int, owed: int) -> Stap:
    ordinal = ("De eerste", "De tweede", "De derde")[number - 1]
    days = "1 dag" if counted == 1 else f"{counted} dagen"
    return Stap(
        start + (counted - 1) * EEN_DAG,
        f"{ordinal} twee weken: {days} van {_euro(cents)}. Samen is dat {_euro(owed)} "
        "(Awb artikel 4:17 lid 2).",
    )


def _euro(cents: int) -> str:
    whole, rest = divmod(cents, 100)
    amount = f"{whole:,}".replace(",", ".")
    return f"€ {amount}" if rest == 0 else f"€ {amount},{rest:02d}"
