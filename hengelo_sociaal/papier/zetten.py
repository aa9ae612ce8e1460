"""From a document to a PDF: checked, bounded, and the same bytes for the same content."""

import calendar
import hashlib
import json
import logging
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hengelo_sociaal.papier.document import Document
from hengelo_sociaal.papier.exceptions import PapierMislukt, PapierTeGroot
from hengelo_sociaal.papier.tekens import breakable, printable

logger = logging.getLogger(__name__)
ZETTER = Path(__file__).with_name("zetter.py")
MEESTE_TEKENS = 400_000
WACHTTIJD = 60
_GEEN_TEKST = {"soort", "toon", "paden", "taal", "datum"}


@dataclass(frozen=True)
class Pdf:
    """A finished document with the hash of its bytes."""

    bytes: bytes
    sha256: str


def make_pdf(document: Document, *, groot: bool = False) -> Pdf:
    """The document as tagged PDF (PDF/UA-1), in large print with `groot`.

    Refused with PapierTeGroot over 400,000 characters, and with PapierMislukt (503) when
    setting it takes over 20 seconds of processor time or 2 GB of memory.
    """
    inhoud = _prepare(document.as_data())
    given = json.dumps(inhoud)
    if len(given) > MEESTE_TEKENS:
        raise PapierTeGroot()
    order = {
        "inhoud": inhoud,
        "maat": "groot" if groot else "gewoon",
        "tijd": calendar.timegm(document.datum.timetuple()),
    }
    made = _run(json.dumps(order).encode())
    return Pdf(made, hashlib.sha256(made).hexdigest())


def _run(order: bytes) -> bytes:
    """What the setter made of it; its complaint goes to the server's log without the text."""
    try:
        done = subprocess.run(  # noqa: S603 (our own program, nothing of a user in the command)
            [sys.executable, "-I", str(ZETTER)],
            input=order,
            capture_output=True,
            timeout=WACHTTIJD,
            check=False,
            env={"PATH": os.environ.get("PATH", ""), "RAYON_NUM_THREADS": "1"},
        )
    except subprocess.TimeoutExpired as late:
        logger.exception("setting a document took more than %s seconds", WACHTTIJD)
        raise PapierMislukt() from late
    if done.returncode or not done.stdout.startswith(b"%PDF"):
        logger.error("setting a document ended with %s", done.returncode)
        raise PapierMislukt()
    return done.stdout


def _prepare(value: Any, name: str = "") -> Any:
    """Every text in the data as it can be printed."""
    if isinstance(value, str):
        return value if name in _GEEN_TEKST else breakable(printable(value))
    if isinstance(value, dict):
        return {key: _prepare(one, key) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_prepare(one, name) for one in value]
    return value
