"""Waiting for what another process does.

No test says how quick something must be: it asks until it is so. The patience is only there to
end a run that hangs, and is long because a machine can be busy.
"""

from collections.abc import Callable

from hengelo_sociaal.dienst.readiness import wait_until

PATIENCE = 900


def eventually(ready: Callable[[], bool]) -> bool:
    """Whether it became so."""
    return wait_until(ready, seconds=PATIENCE, pause=0.05)
