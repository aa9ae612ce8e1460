"""What somebody typed in the one search box, taken apart."""

import datetime as dt
import re
from dataclasses import dataclass

_NUMMER = re.compile(r"\bM-?(\d{4})-?(\d{5,})\b", re.IGNORECASE)
_POSTCODE = re.compile(r"\b([1-9]\d{3}) ?([A-Za-z]{2})\b(?:[ ,]*(\d{1,5})[ -]?([A-Za-z]{0,2})\b)?")
_BSN = re.compile(r"\b\d(?:[ .]?\d){8}\b")
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_CIJFERS = re.compile(r"\b(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})\b")
_AANEEN = re.compile(r"\b(\d{2})(\d{2})((?:19|20)\d{2})\b")
_MAANDEN = (
    "jan",
    "feb",
    "m(?:aa)?rt",
    "apr",
    "mei",
    "jun",
    "jul",
    "aug",
    "sep",
    "okt",
    "nov",
    "dec",
)
_WOORDEN = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MAANDEN)})[a-z]*\.? (\d{{4}})\b", re.IGNORECASE)
_HUISNUMMER = re.compile(r"\b(\d{1,5}) ?([A-Za-z]{0,2})$")
MOST_WORDS = 6


@dataclass(frozen=True, kw_only=True)
class Zoekopdracht:
    """What to look for; what was not typed is empty. A BSN is nine digits, right or wrong."""

    bsn: str = ""
    nummer: str = ""
    geboortedatum: dt.date | None = None
    postcode: str = ""
    huisnummer: int | None = None
    woorden: tuple[str, ...] = ()

    @property
    def soort(self) -> str:
        """What kind of search this is, for the log: never what was typed."""
        kinds = {
            "bsn": self.bsn,
            "nummer": self.nummer,
            "adres": self.postcode or self.huisnummer,
            "geboortedatum": self.geboortedatum,
            "naam": self.woorden,
        }
        return "+".join(name for name, given in kinds.items() if given)

    @property
    def is_leeg(self) -> bool:
        """Whether there is nothing to look for."""
        return not self.soort


def parse(text: str, *, op: dt.date) -> Zoekopdracht:
    """Take apart `jansen 9-3-1970`, `7551 AB 12`, `Deldenerstraat 12`, a BSN or a case number.

    A year of two digits is the latest one that is not after `op`.
    """
    text = " ".join(text.split())[:200]
    if match := _NUMMER.search(text):
        return Zoekopdracht(nummer=f"M-{match[1]}-{match[2]}")
    born, text = _take_date(text, op)
    bsn, text = _take_bsn(text)
    postcode, number, text = _take_address(text)
    words = re.findall(r"[^\W\d_][\w'’-]*", text)
    return Zoekopdracht(
        bsn=bsn,
        geboortedatum=born,
        postcode=postcode,
        huisnummer=number,
        woorden=tuple(words[:MOST_WORDS]),
    )


def _take_date(text: str, op: dt.date) -> tuple[dt.date | None, str]:
    for pattern, order in ((_ISO, "ymd"), (_CIJFERS, "dmy"), (_WOORDEN, "dny"), (_AANEEN, "dmy")):
        match = pattern.search(text)
        found = match and _date(dict(zip(order, match.groups(), strict=True)), op)
        if match and found:
            return found, text[: match.start()] + " " + text[match.end() :]
    return None, text


def _date(parts: dict[str, str], op: dt.date) -> dt.date | None:
    year = int(parts["y"])
    if len(parts["y"]) == 2:
        year += 2000 if year + 2000 <= op.year else 1900
    month = int(parts["m"]) if "m" in parts else _month(parts["n"])
    try:
        return dt.date(year, month, int(parts["d"]))
    except ValueError:
        return None


def _month(word: str) -> int:
    patterns = enumerate(_MAANDEN, start=1)
    return next(nr for nr, pattern in patterns if re.match(pattern, word, re.IGNORECASE))


def _take_bsn(text: str) -> tuple[str, str]:
    match = _BSN.search(text)
    if match is None:
        return "", text
    return re.sub(r"\D", "", match[0]), text[: match.start()] + " " + text[match.end() :]


def _take_address(text: str) -> tuple[str, int | None, str]:
    if match := _POSTCODE.search(text):
        rest = text[: match.start()] + " " + text[match.end() :]
        number = int(match[3]) if match[3] else None
        return match[1] + match[2].upper(), number, rest
    if match := _HUISNUMMER.search(text.strip()):
        return "", int(match[1]), text.strip()[: match.start()]
    return "", None, text
