"""What was expected of something that was taken up beside what is measured, in careful words."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.models import Collectiefeffect
from dashboard.queries.namen import ALIAS
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.web import opmaak
from voorzieningen.models import Businesscase, Collectief
from voorzieningen.queries.bundels import GRENS, running

JAAR = 365
TE_VROEG = 28  # days in which nothing can be said about an expectation of a year


@dataclass(frozen=True)
class Vergelijking:
    """Something that was taken up: how long ago, what was expected by now, what is measured."""

    collectief: Collectief
    dagen: int
    verwacht: Businesscase | None
    effect: Collectiefeffect | None

    @property
    def deel(self) -> float:
        """How much of a year it runs, at most one year."""
        return min(self.dagen, JAAR) / JAAR

    @property
    def verwacht_bereik(self) -> int | None:
        """How many people it should have reached by now."""
        return round(self.verwacht.bereik * self.deel) if self.verwacht else None

    @property
    def verwacht_vermeden(self) -> int | None:
        """For how many households maatwerk should not have been needed by now."""
        return round(self.verwacht.vermeden * self.deel) if self.verwacht else None

    @property
    def bereik(self) -> int:
        """How many people came for the first time since."""
        return getattr(self.collectief, "nieuw", None) or 0

    @property
    def over_bereik(self) -> str:
        """The reach in a sentence."""
        if self.bereik < GRENS:
            return (
                f"Sinds de start kwamen er nog geen {GRENS} mensen voor het eerst. Dat is te "
                "weinig om iets over te zeggen."
            )
        measured = f"Sinds de start kwamen {opmaak.getal(self.bereik)} mensen voor het eerst."
        if self.verwacht_bereik is None:
            return f"{measured} Er is niet opgeschreven wat er werd verwacht."
        if self.dagen < TE_VROEG:
            return f"{measured} Het loopt te kort om dat te vergelijken met wat werd verwacht."
        expected = opmaak.getal(self.verwacht_bereik)
        reached = "Dat is genoeg" if self.bereik >= self.verwacht_bereik else "Dat is minder"
        return f"{measured} {reached}: tot nu toe werden er {expected} verwacht."

    @property
    def over_maatwerk(self) -> str:
        """What may be said about maatwerk, and no more than that."""
        most = self.effect.zonder_maatwerk if self.effect else None
        if most is None:
            return (
                "Nog geen tien huishoudens die wachtten namen het aan zonder daarna maatwerk te "
                "krijgen. Over vermeden maatwerk is dus niets te zeggen."
            )
        said = (
            f"Ongeveer {opmaak.getal(most)} huishoudens die wachtten namen het aan en kregen "
            "daarna geen maatwerk. Zoveel maatwerk is er hoogstens vermeden."
        )
        if self.verwacht_vermeden is None or self.dagen < TE_VROEG:
            return said
        expected = opmaak.getal(self.verwacht_vermeden)
        if most < self.verwacht_vermeden:
            return f"{said} Dat is minder dan de {expected} die tot nu toe werden verwacht."
        return (
            f"{said} De verwachting van {expected} tot nu toe kan kloppen, maar dit bewijst het "
            "niet: misschien hadden zij ook anders geen maatwerk gekregen."
        )


def comparisons(op: dt.date) -> list[Vergelijking]:
    """Everything that was taken up and runs, in three queries."""
    rows = list(running())
    cases = {each.collectief_id: each for each in Businesscase.objects.filter(collectief__in=rows)}
    effects = _effects(rows)
    return [
        Vergelijking(
            each,
            max(0, (op - dag_van(each.opgepakt_op)).days),
            cases.get(each.pk),
            effects.get(each.pk),
        )
        for each in rows
    ]


def _effects(rows: Iterable[Collectief]) -> dict[object, Collectiefeffect]:
    found = Collectiefeffect.objects.using(ALIAS).filter(
        collectief_id__in=[each.pk for each in rows]
    )
    return {each.collectief_id: each for each in found}
