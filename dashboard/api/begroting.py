"""GET /begroting."""

from collections.abc import Sequence
from typing import Any

from dashboard.api.vormen import (
    BegrotingsregelUitvoer,
    BegrotingstotaalUitvoer,
    BegrotingUitvoer,
    BegrotingVragen,
)
from dashboard.queries.begroting import Bedragen, Onderdeel, Totaal, read_budget
from dashboard.rechten import BEGROTING_LEZEN
from hengelo_sociaal.api.basis import Geheel


class Begrotingen(Geheel):
    """The budget per year and taakveld, with the printed totals."""

    uitleg = {"GET": "De begroting per jaar en taakveld, met gedrukte totalen"}
    rechten = {"GET": BEGROTING_LEZEN}
    query_class, output_class = BegrotingVragen, BegrotingUitvoer
    shape = "een"

    def things(self, **kwargs: Any) -> Sequence[Onderdeel]:
        self.budget = read_budget(**self.query)
        return self.budget.regels

    def represent_all(self, things: Sequence[Onderdeel]) -> list[dict[str, Any]]:
        return BegrotingsregelUitvoer.represent_all(map(_line, things))

    def beside(self) -> dict[str, Any]:
        """The totals, which are those of the whole."""
        totals = BegrotingstotaalUitvoer.represent_all(map(_total, self.budget.totalen))
        return {"totaal": totals}


def _line(line: Onderdeel) -> dict[str, Any]:
    return {
        "jaar": line.jaar,
        "taakveld": line.code,
        "omschrijving": line.omschrijving,
        "begroot": line.begroot,
        "verplicht": line.verplicht,
        "verplicht_onderdrukt": line.verplicht_onderdrukt,
        "gerealiseerd": line.gerealiseerd,
        "prognose": line.prognose,
        "subtaakvelden": [
            {
                "subtaakveld": part.code,
                "omschrijving": part.omschrijving,
                "begroot": part.begroot,
                "gerealiseerd": part.gerealiseerd,
            }
            for part in line.delen
        ],
    }


def _total(total: Totaal) -> dict[str, Any]:
    return {
        "jaar": total.jaar,
        "programma": total.programma,
        "begroot": _amounts(total.gedrukt),
        "gerealiseerd": total.gedrukt.get("rekening"),
        "eigen_som": _amounts(total.eigen_som),
        "verschil": _amounts(total.verschil),
    }


def _amounts(amounts: Bedragen) -> dict[str, int | None]:
    return {
        "lasten": amounts.get("lasten"),
        "baten": amounts.get("baten"),
        "saldo": amounts.get("saldo", amounts.get("begroting")),
    }
