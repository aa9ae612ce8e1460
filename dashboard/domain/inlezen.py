"""What files of figures put in the tables; called by the importers, within their transaction."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from dashboard.domain.versie import raise_version
from dashboard.enums import Herkomst, Lijst, Metingsoort
from dashboard.models import Begrotingsregel, Indicator, IngelezenMeting, Streefwaarde
from hengelo_sociaal.invoer.bewaren import upsert
from hengelo_sociaal.invoer.register import Invoer, Telling


@dataclass(frozen=True)
class GedrukteMeting:
    """One printed value, with the indicator it belongs to."""

    code: str
    kolom: str
    soort: str
    jaar: int | None
    waarde: Decimal | None
    eenheid: str
    opmerking: str
    bron: str
    meetperiode: str = ""

    @property
    def gedrukt(self) -> str:
        """The value with a Dutch comma; what the source left open stays open."""
        if self.waarde is None:
            return ""
        return f"{self.waarde:f}".replace(".", ",")


def store_budget(regels: Iterable[Mapping[str, Any]], invoer: Invoer) -> Telling:
    """Keep these lines of the budget as printed, totals and all."""
    counted = upsert(
        Begrotingsregel, regels, sleutel=["programma", "onderdeel", "soort", "jaar", "bron"]
    )
    return _with_new_version(counted, invoer)


def store_indicators(
    lijst: Lijst,
    indicatoren: Iterable[Mapping[str, Any]],
    metingen: Iterable[GedrukteMeting],
    invoer: Invoer,
) -> Telling:
    """Keep imported indicators, every value as printed, and the targets among them."""
    fixed = {"herkomst": Herkomst.INGELEZEN, "lijst": lijst}
    counted = upsert(Indicator, ({**row, **fixed} for row in indicatoren), sleutel=["code"])
    printed = list(metingen)
    counted += upsert(
        IngelezenMeting,
        (_as_row(number, one) for number, one in enumerate(printed, start=1)),
        sleutel=["indicator_id", "kolom", "bron"],
    )
    upsert(Streefwaarde, _targets(printed), sleutel=["indicator_id", "jaar"])
    return _with_new_version(counted, invoer)


def _as_row(number: int, meting: GedrukteMeting) -> dict[str, Any]:
    row = asdict(meting) | {"gedrukt": meting.gedrukt, "volgorde": number}
    row["indicator_id"] = row.pop("code")
    return row


def _targets(metingen: Iterable[GedrukteMeting]) -> Iterable[dict[str, Any]]:
    for one in metingen:
        if one.soort == Metingsoort.STREEFWAARDE and one.waarde is not None and one.jaar:
            yield {
                "indicator_id": one.code,
                "jaar": one.jaar,
                "waarde": one.waarde,
                "bron": one.bron,
            }


def _with_new_version(counted: Telling, invoer: Invoer) -> Telling:
    """Pages that were kept show the new figures at once."""
    if counted.verandert:
        raise_version(at=invoer.at)
    return counted
