"""A rule, what may happen to its term, and the date that comes out, as plain values."""

from dataclasses import dataclass, field
from datetime import date

from hengelo_sociaal.termijnen.exceptions import OpschortingOnmogelijk
from hengelo_sociaal.termijnen.rekenen.duur import Duur
from hengelo_sociaal.termijnen.rekenen.feestdagen import EEN_DAG, volgende
from hengelo_sociaal.termijnen.rekenen.soorten import (
    Opschortgrond,
    Soort,
    Telling,
    Verlengwijze,
)
from hengelo_sociaal.termijnen.rekenen.tekst import in_woorden


@dataclass(frozen=True, slots=True, kw_only=True)
class Opschortregel:
    """That a term may stand still, by which article and for which reasons."""

    artikel: str
    gronden: frozenset[Opschortgrond]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verlengregel:
    """That a term may be extended: how, at most how long each time, and how often."""

    artikel: str
    wijze: Verlengwijze
    maximum: Duur | None = None
    keren: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One legal term: how long after which event, and what the law lets happen to it."""

    code: str
    wet: str
    artikel: str
    omschrijving: str
    gebeurtenis: str
    duur: Duur
    soort: Soort
    telling: Telling
    geldig_van: date
    geldig_tot: date | None = None
    variant: str = ""
    terug: bool = False
    herhaalt: bool = False
    opschorting: Opschortregel | None = None
    verlenging: Verlengregel | None = None

    @property
    def bron(self) -> str:
        """Return law and article in one line, as an explanation cites them."""
        woord = "artikel " if self.artikel[:1].isdigit() else ""
        return f"{self.wet}, {woord}{self.artikel}"

    def geldt_op(self, dag: date) -> bool:
        """Say whether the rule applied on this day; both ends included."""
        return self.geldig_van <= dag and (self.geldig_tot is None or dag <= self.geldig_tot)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stilstand:
    """The days that a term stands still, first and last included; may be none at all."""

    van: date
    tot_en_met: date
    grond: Opschortgrond | None = None

    def __post_init__(self) -> None:
        if self.dagen < 0:
            raise OpschortingOnmogelijk(
                f"De opschorting eindigt op {in_woorden(self.tot_en_met)}, maar begint pas op "
                f"{in_woorden(self.van)}. Controleer deze datums.",
                velden={"opgeschortTot": "Deze dag ligt voor het begin van de opschorting."},
            )

    @property
    def dagen(self) -> int:
        """Return how many whole days the term stands still."""
        return (self.tot_en_met - self.van).days + 1


def stilstand_na_uitnodiging(
    *,
    uitgenodigd_op: date,
    hersteltermijn_tot: date | None = None,
    aangevuld_op: date | None = None,
    grond: Opschortgrond = Opschortgrond.AANVULLING,
) -> Stilstand:
    """Return the days that a term stands still after an invitation (Awb 4:15 lid 1, 7:10 lid 2).

    From the day after the invitation, up to the day of completion or the day on which the
    recovery term lapses unused, whichever comes first; that day itself counts again.
    At least one of the two must be known; otherwise OpschortingOnmogelijk.
    """
    einden = [dag for dag in (aangevuld_op, hersteltermijn_tot) if dag is not None]
    if not einden or min(einden) < uitgenodigd_op:
        raise OpschortingOnmogelijk(
            "Geef de dag van aanvullen of het einde van de hersteltermijn. Die dag ligt op of na "
            f"de dag van de uitnodiging ({in_woorden(uitgenodigd_op)})."
        )
    begin = volgende(uitgenodigd_op)
    return Stilstand(van=begin, tot_en_met=max(min(einden), begin) - EEN_DAG, grond=grond)


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitstel:
    """An extension of a term; `kennisgeving` is the day on which it was told."""

    duur: Duur
    kennisgeving: date | None = None


@dataclass(frozen=True, slots=True)
class Stap:
    """One step of the explanation: a day and, in plain Dutch, why it is in it."""

    datum: date
    waarom: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Berekening:
    """The end of a term and how it came about.

    `einddatum` is the last day of the statutory term, suspension and extension included, or
    None for a rule without a date. `oorspronkelijk` is that date without them. `streefdatum`
    is the earlier date under the strictest reading, `toegezegd` the date that the applicant
    was told where the statutory date stays (Awb 4:14 lid 1), `voorstel` a working day where
    a self-set term ends on a day that is none.
    """

    regel: Regel
    start: date
    einddatum: date | None
    stappen: tuple[Stap, ...]
    oorspronkelijk: date | None = None
    streefdatum: date | None = None
    toegezegd: date | None = None
    voorstel: date | None = None
    waarschuwingen: tuple[str, ...] = field(default_factory=tuple)
