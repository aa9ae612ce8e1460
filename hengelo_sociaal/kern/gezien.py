"""What somebody saw of a record when they began to change it, so that nobody overwrites blindly.

For records without a revision of their own: a print of the values themselves, which goes
along in the form and is compared under the lock.
"""

import hashlib
from collections.abc import Mapping

from hengelo_sociaal.kern.fouten import Verouderd


def print_of(values: Mapping[str, object]) -> str:
    """A short print of the values; the same values give the same print."""
    text = repr(sorted((name, repr(value)) for name, value in values.items()))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def require_seen(
    gezien: str | None, now: Mapping[str, object], filled_in: Mapping[str, object]
) -> None:
    """Refuse with Verouderd (412) when the record is no longer what `gezien` is a print of.

    `extra` carries the print it has now and, per field that differs, both values. Without
    `gezien` nothing was read before, and nothing is compared.
    """
    current = print_of(now)
    if not gezien or gezien == current:
        return
    differences = [
        {"veld": name, "nu": now[name], "ingevuld": value}
        for name, value in filled_in.items()
        if now[name] != value
    ]
    if differences:  # who sends the same twice overwrites nothing
        raise Verouderd(extra={"gezien": current, "verschillen": differences})
