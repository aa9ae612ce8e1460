"""Numbers that people and registers use: BSN, postcode, KvK, AGB, and our own case numbers."""

import re
from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import connection

_POSTCODE = re.compile(r"([1-9][0-9]{3}) ?([A-Za-z]{2})")
_BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def voldoet_aan_elfproef(bsn: str) -> bool:
    """Whether nine digits pass the elfproef of a BSN (weights 9 to 2, then -1)."""
    if not re.fullmatch(r"[0-9]{9}", bsn) or bsn == "000000000":
        return False
    return sum(w * int(d) for w, d in zip(_BSN_WEIGHTS, bsn, strict=True)) % 11 == 0


def validate_bsn(bsn: str) -> None:
    """Refuse what cannot be a BSN."""
    if not voldoet_aan_elfproef(bsn):
        raise ValidationError("Dit is geen geldig BSN. Controleer de negen cijfers.", code="bsn")


def normalise_postcode(text: str) -> str:
    """`7551 ab` becomes `7551AB`; what is no postcode is refused."""
    match = _POSTCODE.fullmatch(text.strip())
    if not match:
        raise ValidationError(
            "Dit is geen postcode. Vul vier cijfers en twee letters in, zoals 7551 AB.",
            code="postcode",
        )
    return match[1] + match[2].upper()


def readable_postcode(postcode: str) -> str:
    """`7551AB` as people write it: `7551 AB`; nothing stays nothing."""
    return f"{postcode[:4]} {postcode[4:]}".strip()


def validate_kvk(number: str) -> None:
    """Refuse what cannot be a number of the Kamer van Koophandel (eight digits)."""
    if not re.fullmatch(r"[0-9]{8}", number):
        raise ValidationError("Een KvK-nummer heeft acht cijfers.", code="kvk")


def validate_agb(code: str) -> None:
    """Refuse what cannot be an AGB code (eight digits, iStandaarden LDT_AgbCode)."""
    if not re.fullmatch(r"[0-9]{8}", code):
        raise ValidationError("Een AGB-code heeft acht cijfers.", code="agb")


def next_number(letter: str, year: int) -> str:
    """The next case number, such as `M-2026-00042`.

    The count runs on over the years, never blocks another registration and may skip a
    number when a registration is refused. The sequence `nummer_<letter>` is made by the
    migration of the app that owns the numbers.
    """
    return next_numbers(letter, [year])[0]


def next_numbers(letter: str, years: Sequence[int]) -> list[str]:
    """The next case numbers for many records at once, each with its own year."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(%s) FROM generate_series(1, %s)",
            [f"nummer_{letter.lower()}", len(years)],
        )
        numbers = [row[0] for row in cursor.fetchall()]
    return [f"{letter}-{year}-{number:05d}" for year, number in zip(years, numbers, strict=True)]
