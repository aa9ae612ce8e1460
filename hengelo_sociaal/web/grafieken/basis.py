"""What all charts share: points, the table behind a chart, words for values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.template import loader
from django.utils.html import html_safe
from django.utils.safestring import SafeString
from django.utils.text import slugify

from hengelo_sociaal.web import opmaak
from hengelo_sociaal.web.opmaak import Getal

ONDERDRUKT = "niet getoond"
ONBEKEND = "geen cijfer"


@dataclass(frozen=True)
class Punt:
    """A value with its label; None is not known, `onderdrukt` is known but too small to show."""

    label: str
    waarde: Getal | None = None
    onderdrukt: bool = False

    @property
    def toonbaar(self) -> Getal | None:
        """The value when it may be shown."""
        return None if self.onderdrukt else self.waarde


@dataclass(frozen=True)
class Tabel:
    """The figures of a chart, for who does not see it; the first column names the row."""

    koppen: Sequence[str]
    rijen: Sequence[Sequence[str]]


@html_safe
@dataclass(frozen=True, kw_only=True)
class Grafiek:
    """A chart: `titel` names it, `bevinding` is the sentence that says what it shows.

    `code` keeps the ids apart when two charts on a page have the same title.
    """

    sjabloon: ClassVar[str]

    titel: str
    bevinding: str = ""
    eenheid: str = ""
    decimalen: int = 0
    code: str = ""

    @property
    def id(self) -> str:
        """The start of the ids in the drawing."""
        return f"g-{slugify(self.code or self.titel)}"

    def tekst(self, waarde: Getal | None, *, onderdrukt: bool = False) -> str:
        """A value in words: 87%, 9 werkdagen, niet getoond or geen cijfer."""
        if onderdrukt:
            return ONDERDRUKT
        if waarde is None:
            return ONBEKEND
        number = opmaak.getal(waarde, self.decimalen)
        return f"{number}%" if self.eenheid == "%" else f"{number} {self.eenheid}".rstrip()

    def tabel(self) -> Tabel | None:
        """The figures as a table; None when the chart is one already."""
        raise NotImplementedError

    def context(self) -> Mapping[str, Any]:
        """The places of everything, as text that is ready for SVG."""
        raise NotImplementedError

    def render(self) -> SafeString:
        """The drawing alone."""
        found = {"grafiek": self, **self.context()}
        return loader.render_to_string(self.sjabloon, found)

    def __str__(self) -> str:
        return self.render()
