"""What somebody gives up to have a term calculated, turned into values of the arithmetic."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from hengelo_sociaal.termijnen.exceptions import OpschortingOnmogelijk
from hengelo_sociaal.termijnen.rekenen.duur import Duur
from hengelo_sociaal.termijnen.rekenen.regel import (
    Stilstand,
    Uitstel,
    stilstand_na_uitnodiging,
)

COMMISSIE = "commissie"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opgave:
    """A question about a term: the day of the event, and what happened on the way.

    Suspensions are given as first and last day (`opgeschort_van`, `opgeschort_tot`, both
    included, in pairs), or as the events themselves (`uitnodiging_op` and so on).
    """

    start: date
    commissie: bool = False
    opgeschort_van: Sequence[date] = field(default_factory=tuple)
    opgeschort_tot: Sequence[date] = field(default_factory=tuple)
    uitnodiging_op: date | None = None
    hersteltermijn_tot: date | None = None
    aangevuld_op: date | None = None
    verlengd_met: Sequence[Duur] = field(default_factory=tuple)
    herhaling: int = 1

    @property
    def variant(self) -> str:
        """The variant of the rule that is asked for."""
        return COMMISSIE if self.commissie else ""

    def stilstanden(self) -> list[Stilstand]:
        """Return the suspensions; OpschortingOnmogelijk when the days do not come in pairs."""
        if len(self.opgeschort_van) != len(self.opgeschort_tot):
            raise OpschortingOnmogelijk(
                "Geef bij elke opschorting de eerste en de laatste dag.",
                velden={"opgeschortTot": "Geef evenveel laatste als eerste dagen."},
            )
        paren = zip(self.opgeschort_van, self.opgeschort_tot, strict=True)
        gegeven = [Stilstand(van=van, tot_en_met=tot) for van, tot in paren]
        return gegeven + self._na_uitnodiging()

    def _na_uitnodiging(self) -> list[Stilstand]:
        if self.uitnodiging_op is None:
            if self.hersteltermijn_tot or self.aangevuld_op:
                raise OpschortingOnmogelijk(
                    "Geef ook de dag van de uitnodiging om aan te vullen.",
                    velden={"uitnodigingOp": "Vul deze dag in."},
                )
            return []
        return [
            stilstand_na_uitnodiging(
                uitgenodigd_op=self.uitnodiging_op,
                hersteltermijn_tot=self.hersteltermijn_tot,
                aangevuld_op=self.aangevuld_op,
            )
        ]

    def uitstel(self) -> list[Uitstel]:
        """Return the extensions."""
        return [Uitstel(duur=duur) for duur in self.verlengd_met]
