"""Whether a text can be read by most people: what makes it hard, in a sentence each.

Level B1 cannot be computed; long sentences, long words and official words can be found.
"""

import re

from hengelo_sociaal.papier.sjabloontaal import ONDERDEEL, VELD

LANGE_ZIN = 20
LANG_WOORD = 18
AMBTELIJK = {
    "betreffende": "over",
    "conform": "volgens",
    "derhalve": "daarom",
    "dient te": "moet",
    "gaarne": "graag",
    "hieromtrent": "hierover",
    "indien": "als",
    "middels": "met",
    "omtrent": "over",
    "reeds": "al",
    "teneinde": "om",
    "tevens": "ook",
    "uwerzijds": "van u",
    "voornoemde": "deze",
    "wederom": "weer",
}


def advice(text: str) -> list[str]:
    """What could be plainer in a text; an empty list when nothing was found."""
    plain = VELD.sub("iets", ONDERDEEL.sub("", text))
    return [*_long_sentences(plain), *_official_words(plain), *_long_words(plain)]


def _long_sentences(text: str) -> list[str]:
    found = []
    for sentence in re.split(r"[.?!:]\s|\n", text):
        words = sentence.split()
        if len(words) > LANGE_ZIN:
            start = " ".join(words[:6])
            found.append(f"Een zin van {len(words)} woorden: “{start} …”. Maak er twee van.")
    return found


def _official_words(text: str) -> list[str]:
    low = text.lower()
    return [
        f"“{hard}” is ambtelijk. Schrijf liever “{easy}”."
        for hard, easy in AMBTELIJK.items()
        if re.search(rf"\b{hard}\b", low)
    ]


def _long_words(text: str) -> list[str]:
    words = {word for word in re.findall(r"[^\W\d_]+", text) if len(word) > LANG_WOORD}
    return [f"“{word}” is een lang woord. Kan het korter?" for word in sorted(words)]
