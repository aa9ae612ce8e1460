"""Waiting for what another process does.

No test says how quick something must be: it asks until it is so. The patience is only there to
end a run that hangs, and is long because a machine can be busy.
"""

from collections.abc import Callable

from django.db import connection

from hengelo_sociaal.dienst.readiness import wait_until

PATIENCE = 900


def eventually(ready: Callable[[], bool]) -> bool:
    """Whether it became so."""
    return wait_until(ready, seconds=PATIENCE, pause=0.05)


def somebody_waits() -> bool:
    """Whether a session of the database waits for a lock that another one holds."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return bool(cursor.fetchone()[0])
