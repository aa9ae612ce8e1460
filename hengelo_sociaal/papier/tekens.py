"""Which characters our fonts can draw, and what becomes of the others.

A PDF/UA refuses a character without a picture; a resident's words may hold any. What
cannot be drawn is printed as □, what cannot be seen is left out.
"""

import bisect
import functools
import re
import unicodedata
from pathlib import Path

LETTERTYPEN = Path(__file__).parent / "lettertypen"
ONBEKEND = "□"
BREEK = "\u200b"
LANG_WOORD = 24
_LANG = re.compile(rf"\S{{{LANG_WOORD + 1},}}")
_ONZICHTBAAR = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_SPATIES = str.maketrans({"\t": " ", "\r": "\n", "\x0b": "\n", "\x0c": "\n", "\u2028": "\n"})


def printable(text: str) -> str:
    """The text as it can be printed: composed, without what is invisible, lines kept."""
    whole = unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(_SPATIES))
    return "".join(_as_drawn(char) for char in whole)


def breakable(text: str) -> str:
    """The same text with invisible places where a very long word may go on the next line."""
    return _LANG.sub(lambda found: BREEK.join(_pieces(found[0])), text)


def _as_drawn(char: str) -> str:
    if char == "\n":
        return char
    if unicodedata.category(char) in _ONZICHTBAAR:
        return ""
    return char if _is_drawn(ord(char)) else ONBEKEND


def _pieces(word: str) -> list[str]:
    """Pieces of a word; a mark that belongs to the letter before it stays with it."""
    pieces, current = [], ""
    for char in word:
        if len(current) >= LANG_WOORD and not unicodedata.combining(char):
            pieces.append(current)
            current = ""
        current += char
    return [*pieces, current]


def _is_drawn(point: int) -> bool:
    starts, ends = _ranges()
    index = bisect.bisect_right(starts, point) - 1
    return index >= 0 and point <= ends[index]


@functools.cache
def _ranges() -> tuple[list[int], list[int]]:
    lines = (LETTERTYPEN / "tekens.txt").read_text(encoding="ascii").split()
    pairs = [line.split("-") for line in lines]
    return [int(pair[0], 16) for pair in pairs], [int(pair[-1], 16) for pair in pairs]
