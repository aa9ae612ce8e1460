"""Every word that the catalogue uses, remembered until the catalogue changes.

After a change only what the change touched is read again (`lezen.py`).
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock

from django.db import Error, OperationalError

from voorzieningen.queries.lezen import Woordenschat, read_all, read_changes
from voorzieningen.queries.stand import Merk, Stand, current_marks, current_state

# A change past every trigger, as when a backup is put back, is seen after an hour at last.
SECONDEN = 3600


@dataclass(frozen=True)
class _Gelezen:
    """The words with the state that they were read in, and until when they are kept."""

    stand: Stand
    merken: Mapping[int, Merk]
    woorden: Woordenschat
    tot: float


class _Lezer:
    """Of all who ask after a change one reads, and the others get what it read.

    Whoever had its turn asks anew what the state is: waiting for another it may have become
    another, and then all that wait need only one reading. So the words are as they were when
    they were asked for or as they became since, never older. A reading that fails, fails for
    all that wait for it: each would only find out the same, one after the other.
    """

    def __init__(self) -> None:
        self._turn = Lock()
        self._gelezen: _Gelezen | None = None
        self._failures = 0

    def get(self, stand: Stand | None) -> Woordenschat:
        """The words in this state or a later one; without a state as they are now."""
        failures = self._failures
        known = self._in_state(stand or current_state())
        if known:
            return known
        with self._turn:
            if failures != self._failures:
                raise OperationalError("De woorden van de catalogus konden niet worden gelezen.")
            try:
                return self._read_again()
            except Error:
                self._failures += 1
                raise

    def _in_state(self, stand: Stand) -> Woordenschat | None:
        """What is remembered, when it was read in just this state and not too long ago."""
        known = self._gelezen
        if known and known.stand == stand and time.monotonic() < known.tot:
            return known.woorden
        return None

    def _read_again(self) -> Woordenschat:
        now, marks = current_marks()
        if known := self._in_state(now):
            return known
        before = self._gelezen
        new = _new_marks(before, marks)
        if before is None or new is None:
            words, until = read_all(), time.monotonic() + SECONDEN
        else:
            words, until = read_changes(before.woorden, new) or read_all(), before.tot
        self._gelezen = _Gelezen(now, marks, words, until)
        return words


def _new_marks(before: _Gelezen | None, marks: Mapping[int, Merk]) -> list[Merk] | None:
    """The marks that came since; None when they cannot tell all that changed.

    A mark that was there and is gone, was thrown away with others that were never seen, or it
    was of a change that did not go through.
    """
    if before is None or time.monotonic() >= before.tot or not before.merken.keys() <= marks.keys():
        return None
    return [mark for pk, mark in marks.items() if pk not in before.merken]


_LEZER = _Lezer()


def vocabulary(stand: Stand | None = None) -> Woordenschat:
    """The words as they are in this state or have become since; read again after a change."""
    return _LEZER.get(stand)
