"""Forms: how they are drawn, the fields of the house, and refusals beside their fields."""

from hengelo_sociaal.web.formulieren.gekozen import chosen_in_words
from hengelo_sociaal.web.formulieren.gelijktijdig import GezienForm
from hengelo_sociaal.web.formulieren.kiezen import name_empty_choices
from hengelo_sociaal.web.formulieren.renderer import Renderer
from hengelo_sociaal.web.formulieren.velden import DatumVeld, GeldVeld, JaNeeVeld, KeuzeVeld
from hengelo_sociaal.web.formulieren.weigering import formfout

__all__ = [
    "DatumVeld",
    "GeldVeld",
    "GezienForm",
    "JaNeeVeld",
    "KeuzeVeld",
    "Renderer",
    "chosen_in_words",
    "formfout",
    "name_empty_choices",
]
