"""GET /termijnregels and GET /termijnregels/{code}/berekening."""

from typing import Any

from django.db.models import QuerySet

from hengelo_sociaal.api.basis import Detail, Lijst
from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.termijnen.api.vormen import (
    BerekeningUitvoer,
    BerekeningVragen,
    RegelUitvoer,
    RegelVragen,
)
from hengelo_sociaal.termijnen.exceptions import FeestdagenOnbekend
from hengelo_sociaal.termijnen.models import Termijnregel
from hengelo_sociaal.termijnen.queries import bereken_opgave, regelrijen_op
from hengelo_sociaal.termijnen.rechten import TERMIJNREGELS_LEZEN
from hengelo_sociaal.termijnen.rekenen.regel import Berekening


class Termijnregels(Lijst):
    """The legal terms as they are on a day."""

    uitleg = {"GET": "De wettelijke termijnen, zoals ze op een dag gelden"}
    rechten = {"GET": TERMIJNREGELS_LEZEN}
    query_class, output_class = RegelVragen, RegelUitvoer
    ordering = "code"

    def rows(self) -> QuerySet[Termijnregel]:
        return regelrijen_op(self.query.get("op") or vandaag(), wet=self.query.get("wet"))


class Termijnberekening(Detail):
    """The end of a term, explained step by step."""

    uitleg = {"GET": "De einddatum van een termijn, stap voor stap uitgelegd"}
    rechten = {"GET": TERMIJNREGELS_LEZEN}
    query_class, output_class = BerekeningVragen, BerekeningUitvoer
    problemen = frozenset({409})  # what the law does not let happen to this term

    def find(self, **kwargs: Any) -> Berekening:
        try:
            return bereken_opgave(kwargs["code"], self.query["opgave"])
        except FeestdagenOnbekend as error:
            raise FeestdagenOnbekend(error.melding, velden={"start": error.melding}) from error
