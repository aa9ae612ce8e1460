"""Activities as a calendar file (iCalendar, RFC 5545), to keep on a telephone."""

import datetime as dt
from collections.abc import Iterator, Sequence

from hengelo_sociaal.kern.tijd import AMSTERDAM
from voorzieningen.models import Activiteit

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FOLD = 73  # of the 75 octets a line may have
# The rules of summer time in the Netherlands, as RFC 5545 wants them beside local times.
_TIMEZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Amsterdam",
    "BEGIN:DAYLIGHT",
    "DTSTART:19810329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def as_calendar(activiteiten: Sequence[Activiteit], *, adres: str, stempel: dt.datetime) -> str:
    """The activities of one provision; `adres` is its page, `stempel` when it last changed.

    Each begins with the next time where that was worked out: nobody wants what has been.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Hengelo Sociaal//Sociale kaart//NL",
        "CALSCALE:GREGORIAN",
        *_TIMEZONE,
    ]
    for activiteit in activiteiten:
        lines += _event(activiteit, adres, stempel)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(activiteit: Activiteit, adres: str, stempel: dt.datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{activiteit.pk}@sociale-kaart"
    yield f"DTSTAMP:{_utc(stempel)}"
    yield f"SUMMARY:{_text(activiteit.naam)}"
    first = activiteit.eerstvolgende or activiteit.eerste_keer
    yield f"DTSTART;TZID=Europe/Amsterdam:{_local(first, activiteit.begint)}"
    yield f"DTEND;TZID=Europe/Amsterdam:{_local(first, activiteit.eindigt)}"
    yield from _rule(activiteit)
    if activiteit.locatie:
        place = ", ".join(
            part for part in (activiteit.locatie.naam, activiteit.locatie.adres) if part
        )
        yield f"LOCATION:{_text(place)}"
    yield f"URL:{adres}"
    yield "END:VEVENT"


def _rule(activiteit: Activiteit) -> Iterator[str]:
    if activiteit.weken is None:
        return
    rule = f"RRULE:FREQ=WEEKLY;INTERVAL={activiteit.weken}"
    rule += f";BYDAY={_DAYS[activiteit.eerste_keer.weekday()]}"
    if activiteit.tot_en_met:
        end = dt.datetime.combine(activiteit.tot_en_met, dt.time(23, 59, 59), AMSTERDAM)
        rule += f";UNTIL={_utc(end)}"
    yield rule


def _utc(moment: dt.datetime) -> str:
    return f"{moment.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"


def _local(dag: dt.date, tijd: dt.time) -> str:
    return f"{dag:%Y%m%d}T{tijd:%H%M%S}"


def _text(text: str) -> str:
    """Text with what has a meaning in the format escaped."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "")


def _folded(line: str) -> Iterator[str]:
    """The line in parts of at most 75 octets, cut between letters; a space begins the rest."""
    part, size = "", 0
    for letter in line:
        length = len(letter.encode())
        if size + length > _FOLD:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + length
    yield part
