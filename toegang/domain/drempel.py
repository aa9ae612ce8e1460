"""Keeping floods out of the public form without following anybody.

Of an address only a print with a key of the day is counted. The key is thrown away with
the first visit of the next day, and then nobody can tell whose prints they were.
"""

import datetime as dt
import hashlib
import hmac
import secrets

from django.db import connection

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.tijd import dag_van
from toegang.exceptions import TeVaak
from toegang.models import Dagsleutel

# A library or a school shares one address, so a day leaves room for many people.
MOST = {"kijken": 600, "versturen": 40}
_COUNT = """
    INSERT INTO toegang_drempel (dag_id, vingerafdruk, aantal) VALUES (%s, %s, 1)
    ON CONFLICT ON CONSTRAINT drempel_een_per_dag
    DO UPDATE SET aantal = toegang_drempel.aantal + 1
    RETURNING aantal
"""


def pass_threshold(*, adres: str, wat: str, at: dt.datetime) -> None:
    """Count one visit of an address. Refused with TeVaak (429) past the number of a day."""
    with operation():
        day = dag_van(at)
        key = _key_of(day)
        print_ = hmac.new(key, f"{wat}:{adres}".encode(), hashlib.sha256).digest()
        with connection.cursor() as cursor:
            cursor.execute(_COUNT, [day, print_])
            (number,) = cursor.fetchone()
    if number > MOST[wat]:
        raise TeVaak()


def _key_of(day: dt.date) -> bytes:
    found, made = Dagsleutel.objects.get_or_create(
        dag=day, defaults={"sleutel": secrets.token_bytes(32)}
    )
    if made:
        Dagsleutel.objects.filter(dag__lt=day).delete()
    return bytes(found.sleutel)
