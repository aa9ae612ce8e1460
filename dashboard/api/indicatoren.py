"""GET /indicatoren, /indicatoren/{code} and /indicatoren/{code}/metingen."""

from collections.abc import Sequence
from typing import Any

from dashboard.api.vormen import (
    IndicatorUitvoer,
    MetingUitvoer,
    MetingVragen,
    UitgesplitsteMetingUitvoer,
)
from dashboard.enums import Dimensie, Per
from dashboard.exceptions import OnmogelijkeVraag, onmogelijk
from dashboard.models import Indicator
from dashboard.queries.cijfers import (
    Cijfer,
    Filter,
    Vraag,
    find_indicator,
    indicators,
    read_figures,
)
from dashboard.queries.ingelezen import GedruktCijfer, printed_measurements
from dashboard.queries.namen import names_of
from dashboard.queries.perioden import eerste_van_maand, verschuif
from dashboard.rechten import LEZEN
from hengelo_sociaal.api.basis import Detail, Geheel
from hengelo_sociaal.kern.tijd import vandaag

_TERUG = -11


class Indicatoren(Geheel):
    """All indicators, computed and imported."""

    uitleg = {"GET": "Alle indicatoren, berekend en ingelezen"}
    rechten = {"GET": LEZEN}
    output_class = IndicatorUitvoer

    def things(self, **kwargs: Any) -> Sequence[Indicator]:
        return list(indicators())


class IndicatorDetail(Detail):
    """One indicator."""

    uitleg = {"GET": "Een indicator met definitie en streefwaarden"}
    rechten = {"GET": LEZEN}
    output_class = IndicatorUitvoer

    def find(self, **kwargs: Any) -> Indicator:
        return find_indicator(kwargs["code"])


class Metingen(Geheel):
    """The figures of an indicator."""

    uitleg = {"GET": "Cijfers van een indicator, per periode en uitgesplitst"}
    rechten = {"GET": LEZEN}
    query_class, output_class = MetingVragen, UitgesplitsteMetingUitvoer

    def things(self, **kwargs: Any) -> Sequence[Cijfer | GedruktCijfer]:
        indicator = find_indicator(kwargs["code"])
        if indicator.is_berekend:
            return self.computed(indicator.code)
        return self.printed(indicator)

    def represent_all(self, things: Sequence[Any]) -> list[dict[str, Any]]:
        """The figures; a split adds its value under its own name."""
        split = self.query.get("uitgesplitst")
        return [
            ({split: one.categorie} if split else {}) | MetingUitvoer.represent(one)
            for one in things
        ]

    def printed(self, indicator: Indicator) -> list[GedruktCijfer]:
        """What the papers print: a value a year, and never divided."""
        given = self.request.query_params
        for name in ("uitgesplitst", *Dimensie.values):
            if name in given:
                raise OnmogelijkeVraag(
                    velden={name: "Dit ingelezen cijfer is er alleen als geheel."}
                )
        if given.get("per", Per.JAAR) != Per.JAAR:
            raise OnmogelijkeVraag(velden={"per": "Dit ingelezen cijfer is er alleen per jaar."})
        van, tot = self.query.get("van"), self.query.get("tot")
        return printed_measurements(indicator, van and van.year, tot and tot.year)

    def computed(self, code: str) -> list[Cijfer]:
        """What was counted."""
        last = self.query.get("tot") or eerste_van_maand(vandaag())
        vraag = Vraag(
            indicator=code,
            van=self.query.get("van") or verschuif(last, _TERUG),
            tot=last,
            per=Per(self.query["per"]),
            uitgesplitst=self.query.get("uitgesplitst"),
            filter=self.chosen_filter(),
        )
        return read_figures(vraag)

    def chosen_filter(self) -> Filter | None:
        """The one filter, or OnmogelijkeVraag for two or for a value nobody knows."""
        given = [(name, self.query[name]) for name in Dimensie.values if name in self.query]
        if len(given) > 1:
            names = [name for name, _ in given]
            raise onmogelijk("Kies hoogstens een filter, naast een uitsplitsing.", *names)
        for name, value in given:
            if value not in names_of(name):
                raise onmogelijk(f"De waarde '{value}' kennen we niet bij {name}.", name)
        return given[0] if given else None
