"""Charts as SVG made on the server: no JavaScript, no inline style, Dutch numbers, prints.

Every chart is a frozen dataclass that says what it shows; `{% grafiek g %}` draws it with
its finding as a sentence above and itself as a table below. Figures that are suppressed
are never drawn as a value: they are hatched and called "niet getoond".
"""

from hengelo_sociaal.web.grafieken.balken import Balk, Balken, Bullet
from hengelo_sociaal.web.grafieken.basis import Punt, Tabel
from hengelo_sociaal.web.grafieken.ecogram import Ecogram
from hengelo_sociaal.web.grafieken.kaart import Choropleet, Gebied, Tegelkaart
from hengelo_sociaal.web.grafieken.lijn import Lijn
from hengelo_sociaal.web.grafieken.mini import Mini, Minis
from hengelo_sociaal.web.grafieken.tegel import Tegel

__all__ = [
    "Balk",
    "Balken",
    "Bullet",
    "Choropleet",
    "Ecogram",
    "Gebied",
    "Lijn",
    "Mini",
    "Minis",
    "Punt",
    "Tabel",
    "Tegel",
    "Tegelkaart",
]
