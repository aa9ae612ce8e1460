"""Which text holds on a day, and whether we ship another than the municipality ever had."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.papier.laden import read_text
from hengelo_sociaal.papier.models import SjabloonVersie
from hengelo_sociaal.papier.soorten import Documentsoort, soort_van, soorten


@dataclass(frozen=True)
class Geleverd:
    """A text that came with the program and that no version of the municipality equals.

    `erbij` and `weg` are the lines that it has and has not, against the text that holds.
    """

    titel: str
    tekst: str
    erbij: tuple[str, ...]
    weg: tuple[str, ...]


@dataclass(frozen=True)
class Sjabloonrij:
    """A kind of document with its text of now, what comes after it and the concept.

    `geleverd` is a newer text of ours; nothing of it holds until `beheer` takes it over.
    """

    soort: Documentsoort
    huidig: SjabloonVersie | None
    straks: SjabloonVersie | None
    concept: SjabloonVersie | None
    geleverd: Geleverd | None


def kind(code: str) -> Documentsoort:
    """The kind of document with this code; NietGevonden when no app declared it."""
    found = soort_van(code)
    if found is None:
        raise NietGevonden("Dit document is niet gevonden.")
    return found


def version_on(code: str, *, op: dt.date) -> SjabloonVersie:
    """The text that holds on a day: the last that was put in force until then."""
    found = (
        SjabloonVersie.objects.filter(sjabloon=code, geldig_van__lte=op)
        .order_by("-geldig_van")
        .first()
    )
    if found is None:
        raise NietGevonden("Voor dit document is er nog geen tekst in gebruik.")
    return found


def overview(*, op: dt.date) -> list[Sjabloonrij]:
    """Every kind of document with its texts; one query."""
    versions: dict[str, list[SjabloonVersie]] = {}
    for version in SjabloonVersie.objects.select_related("gemaakt_door"):
        versions.setdefault(version.sjabloon_id, []).append(version)
    return [_row(soort, versions.get(soort.code, []), op=op) for soort in soorten()]


def row_of(code: str, *, op: dt.date) -> tuple[Sjabloonrij, list[SjabloonVersie]]:
    """One kind with its texts, and all its versions, the newest first; one query."""
    rows = SjabloonVersie.objects.filter(sjabloon=code).select_related("gemaakt_door")
    versions = list(rows.order_by("-nummer"))
    return _row(kind(code), versions, op=op), versions


def _row(soort: Documentsoort, versions: list[SjabloonVersie], *, op: dt.date) -> Sjabloonrij:
    dated = sorted(
        (version for version in versions if version.geldig_van),
        key=lambda version: version.geldig_van or op,
    )
    past = [version for version in dated if (version.geldig_van or op) <= op]
    future = [version for version in dated if (version.geldig_van or op) > op]
    now = past[-1] if past else None
    return Sjabloonrij(
        soort=soort,
        huidig=now,
        straks=future[0] if future else None,
        concept=next((version for version in versions if version.geldig_van is None), None),
        geleverd=_shipped(soort, versions, now),
    )


def _shipped(
    soort: Documentsoort, versions: Sequence[SjabloonVersie], now: SjabloonVersie | None
) -> Geleverd | None:
    titel, tekst = read_text(soort.bestand)
    if any((one.titel.strip(), one.tekst.strip()) == (titel, tekst.strip()) for one in versions):
        return None
    ours, theirs = _lines(titel, tekst), _lines(now.titel, now.tekst) if now else []
    return Geleverd(
        titel=titel,
        tekst=tekst,
        erbij=tuple(line for line in ours if line not in theirs),
        weg=tuple(line for line in theirs if line not in ours),
    )


def _lines(titel: str, tekst: str) -> list[str]:
    return [line.strip() for line in (titel, *tekst.splitlines()) if line.strip()]
