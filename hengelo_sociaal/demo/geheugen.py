"""When dead records are looked for: not all the time, with a whole town alive."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Nobody looks for rings of records that refer to each other and to nothing else.

    There are few, and each search walks through the whole town: a quarter of all work.
    """
    was_busy = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.unfreeze()
        if was_busy:
            gc.enable()


@contextmanager
def short_lived() -> Iterator[None]:
    """For records that are read back, in rings, and let go: they are taken away at the end.

    What is alive at the beginning is not walked through.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.collect()
