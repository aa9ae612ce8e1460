"""Dutch notation of dates, money and numbers: pure functions, for screens and exports alike."""

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal

from hengelo_sociaal.kern.tijd import AMSTERDAM, leeftijd_op

MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
MAANDEN_KORT = (
    "jan",
    "feb",
    "mrt",
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
DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
HARDE_SPATIE = "\u00a0"
MIN = "−"

Getal = int | float | Decimal


def als_dag(moment: dt.date | dt.datetime) -> dt.date:
    """The day; a moment counts on its day in Amsterdam."""
    if isinstance(moment, dt.datetime):
        return moment.astimezone(AMSTERDAM).date() if moment.tzinfo else moment.date()
    return moment


def datum(moment: dt.date | dt.datetime | None) -> str:
    """24 november 2026; nothing for nothing."""
    if moment is None:
        return ""
    dag = als_dag(moment)
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def dagdatum(moment: dt.date | dt.datetime | None) -> str:
    """dinsdag 24 november 2026."""
    if moment is None:
        return ""
    return f"{DAGEN[als_dag(moment).weekday()]} {datum(moment)}"


def datumkort(moment: dt.date | dt.datetime | None) -> str:
    """24-11-2026, for tables."""
    return "" if moment is None else als_dag(moment).strftime("%d-%m-%Y")


def tijd(moment: dt.datetime | None) -> str:
    """10.42 uur."""
    if moment is None:
        return ""
    return f"{moment.astimezone(AMSTERDAM):%H.%M} uur"


def tijdstip(moment: dt.datetime | None) -> str:
    """24 november 2026, 10.42 uur."""
    return "" if moment is None else f"{datum(moment)}, {tijd(moment)}"


def periode(maand: str) -> str:
    """`2026-03` as maart 2026; `2026-K2` as 2e kwartaal 2026; a year as itself."""
    if match := re.fullmatch(r"(\d{4})-(\d{2})", maand):
        return f"{MAANDEN[int(match[2]) - 1]} {match[1]}"
    if match := re.fullmatch(r"(\d{4})-[KQ](\d)", maand):
        return f"{match[2]}e kwartaal {match[1]}"
    return maand


def getal(waarde: Getal | None, decimalen: int = 0) -> str:
    """1.234,5: a point between thousands, a comma before decimals; halves go up."""
    if waarde is None:
        return ""
    exact = Decimal(str(waarde)).quantize(Decimal(1).scaleb(-decimalen), ROUND_HALF_UP)
    text = f"{abs(exact):,.{decimalen}f}".translate(str.maketrans(",.", ".,"))
    return f"{MIN}{text}" if exact < 0 else text


def passend(waarde: Getal | None) -> str:
    """A number with the decimals it has, at most two: 7, 7,5 or 7,25."""
    if waarde is None:
        return ""
    text = getal(waarde, 2)
    return text.rstrip("0").rstrip(",") if "," in text else text


def verschil(waarde: Getal | None, decimalen: int = 0) -> str:
    """A change with its sign: +2, −1, and 0 without one."""
    text = getal(waarde, decimalen)
    changed = text.strip("0,.") != ""
    return f"+{text}" if changed and not text.startswith(MIN) else text


def percentage(waarde: Getal | None, decimalen: int = 0) -> str:
    """87%; `waarde` is in per cents."""
    return "" if waarde is None else f"{getal(waarde, decimalen)}%"


def geld(centen: int | None, decimalen: int = 2) -> str:
    """Euro cents as € 1.234,56; with 0 decimals rounded to whole euros."""
    if centen is None:
        return ""
    text = getal(Decimal(centen) / 100, decimalen)
    sign, amount = (MIN, text[1:]) if text.startswith(MIN) else ("", text)
    return f"{sign}€{HARDE_SPATIE}{amount}"


def geldduizend(centen: int | None) -> str:
    """Euro cents as thousands of euros: € 1.235 duizend, the way budgets are printed."""
    if centen is None:
        return ""
    return f"{geld(round(Decimal(centen) / 1000), 0)}{HARDE_SPATIE}duizend"


def bsn_masker(bsn: str | None) -> str:
    """***** 782: only the last three digits of a BSN are ever shown in a list."""
    return f"*****{HARDE_SPATIE}{bsn[-3:]}" if bsn else ""


def leeftijd(geboortedatum: dt.date | None, op: dt.date) -> str:
    """40 jaar, on the given day."""
    return "" if geboortedatum is None else f"{leeftijd_op(geboortedatum, op)} jaar"


def kleine_letter(tekst: str) -> str:
    """A name in the middle of a sentence: "geen toestemming nodig"."""
    return tekst[:1].lower() + tekst[1:]


def initialen(naam: str) -> str:
    """Two letters for a name: MJ for Marieke Jansen-de Boer, JV for J. de Vries."""
    words = [word for word in re.sub(r"-[^,]*", "", naam).split() if word[:1].isupper()]
    if not words:
        return naam[:2].upper()
    return words[0][0] + (words[-1][0] if len(words) > 1 else "")


def resterend(einddatum: dt.date, vandaag: dt.date) -> str:
    """What is left of a term, in words and whole days."""
    days = (einddatum - vandaag).days
    if days < 0:
        return f"{-days} {'dag' if days == -1 else 'dagen'} te laat"
    return {0: "vandaag", 1: "morgen"}.get(days, f"nog {days} dagen")
