"""Which text holds on a day."""

import datetime as dt
from dataclasses import dataclass

from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.papier.models import SjabloonVersie
from hengelo_sociaal.papier.soorten import Documentsoort, soort_van, soorten


@dataclass(frozen=True)
class Sjabloonrij:
    """A kind of document with its text of now, what comes after it and the concept."""

    soort: Documentsoort
    huidig: SjabloonVersie | None
    straks: SjabloonVersie | None
    concept: SjabloonVersie | None


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
    for version in SjabloonVersie.objects.defer("tekst").select_related("gemaakt_door"):
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
    return Sjabloonrij(
        soort=soort,
        huidig=past[-1] if past else None,
        straks=future[0] if future else None,
        concept=next((version for version in versions if version.geldig_van is None), None),
    )
