"""A tile: one figure with its target, its change and how it stands, in words."""

from dataclasses import dataclass

from django.template import loader
from django.utils.html import html_safe

from hengelo_sociaal.web.grafieken.balken import Bullet

OORDELEN = {"goed": "Op koers", "let": "Aandacht", "fout": "Achter op doel", "": ""}


@html_safe
@dataclass(frozen=True, kw_only=True)
class Tegel:
    """All texts are ready made: `waarde` "87%", `doel` "Streefwaarde: 90%", `verandering`
    "+2 punten t.o.v. september". `toon` follows the indicator's wanted direction only;
    without one there is no judgement.
    """

    naam: str
    waarde: str
    eenheid: str = ""
    adres: str = ""
    bullet: Bullet | None = None
    doel: str = ""
    verandering: str = ""
    toon: str = ""
    oordeel: str = ""

    def __str__(self) -> str:
        words = self.oordeel or OORDELEN[self.toon]
        return loader.render_to_string("web/_tegel.html", {"tegel": self, "oordeel": words})
