"""A set of provisions as one whole number, with a bit for each.

Python joins, divides and counts ten thousand of them as one sum.
"""

from collections.abc import Collection, Iterator

Verzameling = int


def together(numbers: Collection[int]) -> Verzameling:
    """The set of these numbers."""
    octets = bytearray(max(numbers, default=0) // 8 + 1)
    for number in numbers:
        octets[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(octets, "little")


def numbers_of(found: Verzameling) -> Iterator[int]:
    """The numbers in a set, in order."""
    bits = bin(found)[:1:-1]
    at = bits.find("1")
    while at >= 0:
        yield at
        at = bits.find("1", at + 1)
