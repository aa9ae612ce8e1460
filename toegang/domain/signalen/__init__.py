"""Early signals of debts: taken in, followed up, and forgotten in time."""

from toegang.domain.signalen.inlezen import Signaalregel, load_signalen
from toegang.domain.signalen.opvolgen import (
    assign_zaak,
    close_zaak,
    link_resident,
    look_at_zaak,
    record_attempt,
)
from toegang.domain.signalen.wissen import forget_signalen

__all__ = [
    "Signaalregel",
    "assign_zaak",
    "close_zaak",
    "forget_signalen",
    "link_resident",
    "load_signalen",
    "look_at_zaak",
    "record_attempt",
]
