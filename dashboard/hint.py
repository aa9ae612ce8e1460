"""A hint to the worker after a registration. It may be lost: the sweep finds the marks.

Redis may be gone or frozen; the person at the counter must never notice. So the hint is
sent from a thread of its own, at most one at a time and one a second, and after a failure
none for some seconds.
"""

import logging
import threading
import time

logger = logging.getLogger(__name__)

PAUZE_NA_FOUT = 10.0
PAUZE = 1.0


class Hint:
    """Sends hints, without ever keeping anybody waiting."""

    def __init__(self) -> None:
        self._quiet_until = 0.0
        self._busy = threading.Lock()

    def give(self) -> bool:
        """Start sending a hint; False when one is on its way or the broker failed just now."""
        if time.monotonic() < self._quiet_until or not self._busy.acquire(blocking=False):
            return False
        self._quiet_until = time.monotonic() + PAUZE
        threading.Thread(target=self._send, name="hint", daemon=True).start()
        return True

    def _send(self) -> None:
        from dashboard.tasks import herbereken_vuil  # noqa: PLC0415 - tasks are above this

        try:
            herbereken_vuil.apply_async(retry=False, ignore_result=True, expires=60)
        except Exception as error:  # whatever the broker does, the sweep comes by
            self._quiet_until = time.monotonic() + PAUZE_NA_FOUT
            logger.warning("no hint to the worker: %s", type(error).__name__)
        finally:
            self._busy.release()


HINT = Hint()
