"""Sealing the log in batches, outside the requests, and checking the seals.

A chain of prints inside every request cost nine tenths of the throughput; a task that
seals what is an hour old costs nothing that anybody notices.
"""

import datetime as dt
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.logboek.models import Tabel, Toegangsregel, Wijzigingsregel, Zegel

# Longer than any request or task may take: what is this old is committed, so that no line
# with a lower number can still come.
WACHTTIJD = dt.timedelta(hours=1)
MEESTE = 10_000
_MODELS: dict[str, type[Toegangsregel] | type[Wijzigingsregel]] = {
    Tabel.TOEGANG: Toegangsregel,
    Tabel.WIJZIGING: Wijzigingsregel,
}


@dataclass(frozen=True)
class Bevinding:
    """A seal that no longer fits what lies under it."""

    zegel: str
    wat: str


def seal_log(*, at: dt.datetime) -> int:
    """Seal every line that is older than an hour; how many seals were made.

    The seal is written to the file before the database keeps it: a file with one seal too
    many is harmless, one too few is a hole.
    """
    made = 0
    for tabel in Tabel.values:
        while _seal_batch(tabel, at=at):
            made += 1
    return made


def _seal_batch(tabel: str, *, at: dt.datetime) -> bool:
    with operation(), connection.cursor() as cursor:
        # One sealer at a time: two would both continue from the same last seal.
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('logboek.zegel'))")
        last = Zegel.objects.filter(tabel=tabel).last()
        van = last.tot + 1 if last else 1
        tot = _settled_until(tabel, van, at=at)
        if tot is None:
            return False
        vorige = last.zegel if last else ""
        aantal, print_ = _print(tabel, van, tot, vorige)
        seal = Zegel(
            tabel=tabel, van=van, tot=tot, aantal=aantal, vorige=vorige, zegel=print_, op=at
        )
        _write_outside(seal)
        seal.save(force_insert=True)
    return True


def _settled_until(tabel: str, van: int, *, at: dt.datetime) -> int | None:
    """The last line to seal: before the first recent one, and no more than a batch."""
    rows = _MODELS[tabel].objects.filter(id__gte=van).order_by("id")
    batch = list(rows.values_list("id", "op")[:MEESTE])
    settled = None
    for number, op in batch:
        if op > at - WACHTTIJD:
            break
        settled = number
    return settled


def _print(tabel: str, van: int, tot: int, vorige: str) -> tuple[int, str]:
    """How many lines lie there, and the print of them after the seal before."""
    digest = hashlib.sha256(vorige.encode())
    aantal = 0
    for line in _lines(tabel, van, tot):
        digest.update(line)
        aantal += 1
    return aantal, digest.hexdigest()


def _lines(tabel: str, van: int, tot: int) -> Iterator[bytes]:
    model = _MODELS[tabel]
    names = [field.attname for field in model._meta.concrete_fields]
    rows = model.objects.filter(id__range=(van, tot)).order_by("id").values(*names)
    for row in rows.iterator(chunk_size=2000):
        row["op"] = row["op"].astimezone(dt.UTC).isoformat()
        yield json.dumps(row, sort_keys=True, cls=DjangoJSONEncoder).encode() + b"\n"


def folder() -> Path:
    """Where the seals are kept outside the database."""
    return Path(settings.DATA_DIR) / "zegels"


def _as_written(seal: Zegel) -> dict[str, Any]:
    return {
        "tabel": seal.tabel,
        "van": seal.van,
        "tot": seal.tot,
        "aantal": seal.aantal,
        "vorige": seal.vorige,
        "zegel": seal.zegel,
    }


def _write_outside(seal: Zegel) -> None:
    folder().mkdir(parents=True, exist_ok=True)
    with (folder() / f"{seal.tabel}.jsonl").open("a") as file:
        file.write(json.dumps(_as_written(seal)) + "\n")
        file.flush()
        os.fsync(file.fileno())


def check_seals() -> list[Bevinding]:
    """Every seal that no longer fits: with its lines, the seal before it, or the file."""
    return [finding for tabel in Tabel.values for finding in _check(tabel)]


def _check(tabel: str) -> Iterator[Bevinding]:
    outside = _read_outside(tabel)
    vorige, expected = "", 1
    for seal in Zegel.objects.filter(tabel=tabel).order_by("van"):
        if seal.van != expected or seal.vorige != vorige:
            yield Bevinding(str(seal), "sluit niet aan op het zegel ervoor")
        if _print(tabel, seal.van, seal.tot, seal.vorige) != (seal.aantal, seal.zegel):
            yield Bevinding(str(seal), "past niet meer bij de regels eronder")
        written = _as_written(seal)
        if outside.pop(seal.van, None) != written:
            yield Bevinding(str(seal), "staat niet zo in het bestand buiten de database")
        vorige, expected = seal.zegel, seal.tot + 1
    for missing in outside.values():
        if missing["tot"] >= expected:
            yield Bevinding(
                f"{tabel} {missing['van']} tot en met {missing['tot']}",
                "staat in het bestand maar niet in de database",
            )


def _read_outside(tabel: str) -> dict[int, dict[str, Any]]:
    """What was written outside, by the first line it covers; of a repeated one the last.

    A seal whose transaction failed after it was written here is made again.
    """
    file = folder() / f"{tabel}.jsonl"
    if not file.is_file():
        return {}
    seals = (json.loads(line) for line in file.read_text().splitlines() if line)
    return {seal["van"]: seal for seal in seals}
