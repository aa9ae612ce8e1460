"""CPU time of a process with all its children, from the kernel's own books."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass

_TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Kosten:
    """CPU milliseconds of some work, of our own process and of the database."""

    web: float
    database: float

    @property
    def samen(self) -> float:
        """Both together."""
        return self.web + self.database

    def __add__(self, other: "Kosten") -> "Kosten":
        return Kosten(self.web + other.web, self.database + other.database)


def tree_seconds(root: int) -> float:
    """CPU seconds used so far by a process and its living and reaped descendants.

    Of the living to the nanosecond, of those that ended in ticks of a hundredth.
    """
    known = dict(_processes())
    above = {pid: int(fields[1]) for pid, fields in known.items()}
    tree = [pid for pid in known if _is_below(pid, root, above)]
    ended = {pid: sum(map(int, known[pid][13:15])) / _TICK for pid in tree}
    return sum(ended[pid] + _own_seconds(pid) for pid in tree)


def parents() -> dict[int, int]:
    """The parent of every process there is."""
    return {pid: int(fields[1]) for pid, fields in _processes()}


def _processes() -> Iterator[tuple[int, list[str]]]:
    """Every process with the fields of its stat(5) behind its name."""
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            with open(f"/proc/{entry}/stat", encoding="utf-8", errors="replace") as handle:
                yield int(entry), handle.read().rpartition(")")[2].split()
        except OSError:
            continue


def _own_seconds(pid: int) -> float:
    """By the clock that Linux keeps for every process, of all its threads together."""
    try:
        return time.clock_gettime(~pid << 3 | 2)
    except OSError:  # it ended meanwhile; its parent has it in ticks from now on
        return 0.0


def _is_below(pid: int, root: int, parents: dict[int, int]) -> bool:
    while pid not in (0, root):
        pid = parents.get(pid, 0)
    return pid == root
