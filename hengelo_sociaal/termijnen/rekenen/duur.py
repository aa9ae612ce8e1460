"""A length of time as a law describes it, and the day that it leads to."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from hengelo_sociaal.termijnen.exceptions import DatumOnmogelijk, DuurOnleesbaar
from hengelo_sociaal.termijnen.rekenen.soorten import Eenheid

KALENDEREENHEDEN = frozenset({Eenheid.DAGEN, Eenheid.WEKEN, Eenheid.MAANDEN, Eenheid.JAREN})

_ENKELVOUD = {
    Eenheid.DAGEN: "dag",
    Eenheid.WEKEN: "week",
    Eenheid.MAANDEN: "maand",
    Eenheid.JAREN: "jaar",
    Eenheid.WERKDAGEN: "werkdag",
    Eenheid.UREN: "uur",
}
_ISO_LETTER = {
    "D": Eenheid.DAGEN,
    "W": Eenheid.WEKEN,
    "M": Eenheid.MAANDEN,
    "Y": Eenheid.JAREN,
}
_NEDERLANDS = {eenheid.value: eenheid for eenheid in _ENKELVOUD} | {
    woord: eenheid for eenheid, woord in _ENKELVOUD.items()
}


@dataclass(frozen=True, slots=True)
class Duur:
    """A number of units: `6 weken`, `3 werkdagen`; `onverwijld` has no number (0)."""

    aantal: int
    eenheid: Eenheid

    def __str__(self) -> str:
        if self.eenheid is Eenheid.ONVERWIJLD:
            return "onverwijld"
        if self.eenheid is Eenheid.UREN:
            return f"{self.aantal} uur"
        woord = _ENKELVOUD[self.eenheid] if self.aantal == 1 else self.eenheid.value
        return f"{self.aantal} {woord}"

    def maal(self, keren: int) -> "Duur":
        """Return this length `keren` times after another."""
        return Duur(self.aantal * keren, self.eenheid)


def read_duur(tekst: str, *, veld: str = "duur") -> Duur:
    """Read `6 weken`, `6-weken` or the ISO 8601 form `P6W`; otherwise DuurOnleesbaar."""
    kaal = tekst.strip()
    if iso := re.fullmatch(r"P(\d{1,4})([DWMY])", kaal):
        return Duur(int(iso[1]), _ISO_LETTER[iso[2]])
    woorden = re.fullmatch(r"(\d{1,4})[ -]([a-z]+)", kaal.lower())
    if woorden and woorden[2] in _NEDERLANDS:
        return Duur(int(woorden[1]), _NEDERLANDS[woorden[2]])
    raise DuurOnleesbaar(
        f"{tekst!r} is geen duur. Schrijf bijvoorbeeld '6 weken' of 'P6W'.",
        velden={veld: "Vul een duur in, bijvoorbeeld '6 weken' of 'P6W'."},
    )


def shift(dag: date, duur: Duur, *, terug: bool = False) -> date:
    """Return the day that lies `duur` after `dag` (or before it), the first day not counted.

    n weeks later is the same weekday; n months later is the same day of the month, or the
    last day of a shorter month. Working days need a calendar: see `werkdagen.py`.
    Refused with DatumOnmogelijk when the calendar has no such day.
    """
    richting = -1 if terug else 1
    try:
        match duur.eenheid:
            case Eenheid.DAGEN:
                return dag + timedelta(days=richting * duur.aantal)
            case Eenheid.WEKEN:
                return dag + timedelta(weeks=richting * duur.aantal)
            case Eenheid.MAANDEN:
                return dag + relativedelta(months=richting * duur.aantal)
            case Eenheid.JAREN:
                return dag + relativedelta(years=richting * duur.aantal)
    except (OverflowError, ValueError):
        raise DatumOnmogelijk(
            f"Vanaf {dag.isoformat()} is geen termijn van {duur} te rekenen. Controleer de datum.",
            velden={"start": "Deze datum ligt te ver weg."},
        ) from None
    raise DuurOnleesbaar(f"Met {duur} is geen dag op de kalender te rekenen.")
