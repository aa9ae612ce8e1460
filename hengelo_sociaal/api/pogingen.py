"""Slowing down whoever keeps trying wrong tokens, counted by all web processes together."""

import datetime as dt
import hmac

from django.conf import settings
from django.db import connection

from hengelo_sociaal.api.models import VerkeerdToken

MOST = 30
WINDOW = dt.timedelta(minutes=5)
_COUNT = f"""
    INSERT INTO {VerkeerdToken._meta.db_table} (afdruk, venster, aantal) VALUES (%s, %s, 1)
    ON CONFLICT (afdruk, venster) DO UPDATE SET aantal = {VerkeerdToken._meta.db_table}.aantal + 1
    RETURNING aantal
"""  # noqa: S608


def count_failure(address: str, *, at: dt.datetime) -> int:
    """Count one more wrong token of an address, and say how many that makes in this window."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [_print_of(address), window_of(at)])
        (number,) = cursor.fetchone()
    return int(number)


def window_of(at: dt.datetime) -> dt.datetime:
    """The beginning of the window that a moment lies in."""
    seconds = int(at.timestamp())
    return dt.datetime.fromtimestamp(seconds - seconds % int(WINDOW.total_seconds()), dt.UTC)


def forget_failures(*, at: dt.datetime) -> int:
    """Forget the windows that are over, and return how many."""
    gone, _ = VerkeerdToken.objects.filter(venster__lt=window_of(at)).delete()
    return gone


def _print_of(address: str) -> bytes:
    return hmac.digest(settings.SECRET_KEY.encode(), address.encode(), "sha256")
