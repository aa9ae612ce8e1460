"""The calendar feed: a secret address that can be taken back, with days and never a name."""

import datetime as dt
import hashlib
import secrets

from django.conf import settings

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.werk.models import Agendasleutel
from hengelo_sociaal.werk.registers import Agendapunt, calendar_of


def make_feed_key(*, by: Medewerker, at: dt.datetime) -> str:
    """A new secret for somebody's own feed; the old address stops. Shown this once."""
    secret = secrets.token_urlsafe(32)
    with operation():
        key, _ = Agendasleutel.objects.update_or_create(
            medewerker=by,
            defaults={"afdruk": _print(secret), "gemaakt_op": at, "gebruikt_op": None},
        )
        log_change(by=by, handeling="agenda-adres gemaakt", soort="agenda", object_id=key.pk, at=at)
    return secret


def revoke_feed_key(*, by: Medewerker, at: dt.datetime) -> None:
    """Take the address of the own feed back; without one nothing happens."""
    with operation():
        for key in Agendasleutel.objects.filter(medewerker=by):
            log_change(
                by=by, handeling="agenda-adres ingetrokken", soort="agenda", object_id=key.pk, at=at
            )
            key.delete()


def read_feed(*, secret: str, at: dt.datetime) -> str:
    """The calendar behind a secret address, as iCalendar (RFC 5545).

    Refused with NietGevonden (404) for an address that was never made or taken back, and
    for a colleague who may no longer log in.
    """
    found = Agendasleutel.objects.select_related("medewerker").filter(
        afdruk=_print(secret), medewerker__is_active=True
    )
    key = found.first()
    if key is None:
        raise NietGevonden()
    Agendasleutel.objects.filter(pk=key.pk).update(gebruikt_op=at)
    return as_icalendar(calendar_of(key.medewerker, op=dag_van(at)), at=at)


def as_icalendar(punten: list[Agendapunt], *, at: dt.datetime) -> str:
    """The entries as text of a calendar; lines are folded at 75 octets."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Hengelo Sociaal//Agenda//NL",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Hengelo Sociaal",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    ]
    for punt in punten:
        lines += _event(punt, at)
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in _folded(line))


def _event(punt: Agendapunt, at: dt.datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{punt.kenmerk}@hengelo-sociaal",
        f"DTSTAMP:{_moment(at)}",
        *_when(punt),
        f"SUMMARY:{_escaped(punt.titel)}",
        f"URL:{settings.SITE_ADRES}{punt.adres}",
        "CLASS:PRIVATE",
        "END:VEVENT",
    ]


def _when(punt: Agendapunt) -> list[str]:
    if isinstance(punt.begin, dt.datetime):
        end = punt.einde or punt.begin + dt.timedelta(hours=1)
        return [f"DTSTART:{_moment(punt.begin)}", f"DTEND:{_moment(end)}"]
    following = punt.begin + dt.timedelta(days=1)
    return [
        f"DTSTART;VALUE=DATE:{punt.begin:%Y%m%d}",
        f"DTEND;VALUE=DATE:{following:%Y%m%d}",
        "TRANSP:TRANSPARENT",
    ]


def _moment(moment: dt.datetime) -> str:
    return f"{moment.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\r", "").replace("\n", "\\n")


def _folded(line: str) -> list[str]:
    """The line in parts of at most 75 octets; a part that goes on starts with a blank."""
    parts, part = [], ""
    for letter in line:
        if len((part + letter).encode()) > 75:
            parts.append(part)
            part = " "
        part += letter
    return [*parts, part]


def _print(secret: str) -> bytes:
    """What is kept of a secret: 256 random bits need no slow hash."""
    return hashlib.sha256(secret.encode()).digest()
