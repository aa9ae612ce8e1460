"""Windows: the months between which unseen people could have been counted differently.

Hiding one number is not enough: it must be possible that it was another number, with
everything that is shown the same. Such another possibility lives in a window:

- two months of one quarter: one more here, one fewer there, the quarter stays the same;
- two months of two quarters next to each other, with both quarters hidden;
- one month, with its quarter and its year hidden.

A mask has a bit for each of the seventeen periods of a year; a set of windows has a bit for
each of `VENSTERS`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from dashboard.onderdrukking.jaar import HEEL_JAAR, kwartaal_van, maanden_van

ALLES = (1 << 17) - 1
JAAR_BIT = 1 << HEEL_JAAR
JAARMAANDEN = (1 << 12) - 1
KWARTAALBITS = 0b1111 << 12


@cache
def kwartaal_bit(kwartaal: int) -> int:
    """The bit of a quarter (0 to 3)."""
    return 1 << (12 + kwartaal)


@cache
def maand_bits(kwartaal: int) -> int:
    """The bits of the months of a quarter."""
    return sum(1 << maand for maand in maanden_van(kwartaal))


@cache
def kwartaal_masker(*kwartalen: int) -> int:
    """Quarters hidden with their months."""
    return sum(kwartaal_bit(q) | maand_bits(q) for q in kwartalen)


@lru_cache(maxsize=4096)
def with_their_quarter(maanden: int) -> int:
    """These months with the others of their quarters, as bits."""
    return sum(maand_bits(q) for q in range(4) if maanden & maand_bits(q))


@dataclass(frozen=True, eq=False)
class Venster:
    """A window: its months, what must be hidden in it, and what to hide to be part of it.

    `bewijst` are the periods whose number it keeps from being worked out.
    """

    maanden: tuple[int, ...]
    nodig: int
    masker: int
    bewijst: int
    maandbits: int


def _window(maanden: tuple[int, ...], masker: int) -> Venster:
    months = sum(1 << m for m in maanden)
    quarters = sum(kwartaal_bit(q) for q in {kwartaal_van(m) for m in maanden})
    proven = months
    if masker == ALLES:
        proven |= quarters | JAAR_BIT
    elif masker & quarters:
        proven |= quarters
    return Venster(maanden, proven, masker, proven, months)


def _within(kwartaal: int) -> list[Venster]:
    first, second, third = maanden_van(kwartaal)
    mask = maand_bits(kwartaal)
    return [_window(pair, mask) for pair in ((first, second), (second, third), (first, third))]


def _across(kwartaal: int) -> list[Venster]:
    mask = kwartaal_masker(kwartaal, kwartaal + 1)
    earlier, later = reversed(maanden_van(kwartaal)), maanden_van(kwartaal + 1)
    return [_window((m, n), mask) for m in earlier for n in later]


BINNEN = [venster for q in range(4) for venster in _within(q)]
TUSSEN = [venster for q in range(3) for venster in _across(q)]
ALLEEN = [_window((maand,), ALLES) for maand in range(12)]
# From what hides least to what hides most.
VENSTERS = [*BINNEN, *TUSSEN, *ALLEEN]
ALLE_VENSTERS = (1 << len(VENSTERS)) - 1


@lru_cache(maxsize=10_000)
def hidden_windows(masker: int) -> int:
    """The windows for which this mask hides enough."""
    return sum(1 << n for n, one in enumerate(VENSTERS) if masker & one.nodig == one.nodig)


@lru_cache(maxsize=4096)
def open_windows(maanden: int) -> int:
    """The windows of which all months are among these (bits)."""
    return sum(1 << n for n, one in enumerate(VENSTERS) if maanden & one.maandbits == one.maandbits)


@lru_cache(maxsize=10_000)
def proving_windows(perioden: int) -> int:
    """The windows that prove at least one of these periods."""
    return sum(1 << n for n, one in enumerate(VENSTERS) if perioden & one.bewijst)


def numbers(vensters: int) -> Iterator[int]:
    """The places in `VENSTERS` of a set of windows, from what hides least."""
    while vensters:
        lowest = vensters & -vensters
        yield lowest.bit_length() - 1
        vensters ^= lowest
