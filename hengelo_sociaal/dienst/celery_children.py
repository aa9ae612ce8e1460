"""Loaded by the Celery worker of `make run`: its children end when it is killed."""

import os
import signal
from typing import Any

from celery.signals import worker_process_init

from hengelo_sociaal.dienst.processes import die_with_parent

_MAIN = os.getpid()


@worker_process_init.connect
def tie_to_main(**kwargs: Any) -> None:
    """Called in each child; a task that is cut off is run again (acks_late)."""
    die_with_parent(signal.SIGKILL, _MAIN)
