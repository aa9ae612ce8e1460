"""GET /begroting."""

from typing import Any

from rest_framework.request import Request
from rest_framework.response import Response

from dashboard.api.vormen import BegrotingUitvoer, BegrotingVragen
from dashboard.queries.begroting import Bedragen, Begroting, Onderdeel, Totaal, read_budget
from dashboard.rechten import BEGROTING_LEZEN
from hengelo_sociaal.api.basis import ApiView


class Begrotingen(ApiView):
    """The budget per year and taakveld, with the printed totals."""

    uitleg = {"GET": "De begroting per jaar en taakveld, met gedrukte totalen"}
    rechten = {"GET": BEGROTING_LEZEN}
    query_class, output_class = BegrotingVragen, BegrotingUitvoer

    def get(self, request: Request) -> Response:
        return Response(self.output_class.represent(as_json(read_budget(**self.query))))


def as_json(begroting: Begroting) -> dict[str, Any]:
    """The budget as the API speaks of it."""
    return {
        "resultaten": [_line(line) for line in begroting.regels],
        "totaal": [_total(total) for total in begroting.totalen],
    }


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
