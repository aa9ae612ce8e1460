"""Two entries about the same: one stays, the other points to it; and back again."""

import datetime as dt
from dataclasses import replace
from typing import Any

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from voorzieningen.domain.gegevens import (
    EMPTY_IS_ALL,
    VoorzieningGegevens,
    from_json,
    gegevens_of,
)
from voorzieningen.domain.voorzieningen import change_voorziening
from voorzieningen.exceptions import GeenDubbel, VerdwijntUitBeeld
from voorzieningen.models import Voorziening
from voorzieningen.rechten import SCHRIJVEN

_JOINED = ("leefgebieden", "locaties", "wetten")


def merge_voorzieningen(
    *, dubbel: Voorziening, blijft: Voorziening, by: Medewerker, at: dt.datetime
) -> Voorziening:
    """Let `dubbel` go up in `blijft`, which gets the places, words and target groups it lacks.

    Whom either was for, or where, it is for then; for everybody when one of them was. What
    points at the double, such as an afspraak in a plan, goes on pointing at it. Refused with
    GeenRecht, with GeenDubbel for an entry and itself, or one that already went up, and with
    VerdwijntUitBeeld when what is there now would go up in a draft, in something that is not
    there now, or in another kind.
    """
    toets(by, SCHRIJVEN)
    with operation():
        dubbel, blijft = _locked(dubbel, blijft)
        if dubbel.pk == blijft.pk or dubbel.opgegaan_in_id or blijft.opgegaan_in_id:
            raise GeenDubbel()
        _refuse_to_lose(dubbel, blijft, dag_van(at))
        blijft = change_voorziening(
            voorziening=blijft, gegevens=_joined(blijft, dubbel), by=by, at=at
        )
        _point(dubbel, blijft, by, at, "voorziening samengevoegd")
    return blijft


def split_voorziening(*, dubbel: Voorziening, by: Medewerker, at: dt.datetime) -> Voorziening:
    """Undo the merging: the double is on its own again.

    The other gets back what it was, unless somebody changed it since: then it stays so.
    Refused with GeenRecht, and with GeenDubbel when the entry went up in nothing.
    """
    toets(by, SCHRIJVEN)
    with operation():
        if dubbel.opgegaan_in is None:
            raise GeenDubbel()
        dubbel, blijft = _locked(dubbel, dubbel.opgegaan_in)
        last, before = [*blijft.versies.all()[:2], None, None][:2]
        if last and before and last.op == dubbel.gewijzigd_op:
            change_voorziening(voorziening=blijft, gegevens=from_json(before.inhoud), by=by, at=at)
        _point(dubbel, None, by, at, "samenvoegen ongedaan gemaakt")
    return dubbel


def _locked(one: Voorziening, other: Voorziening) -> tuple[Voorziening, Voorziening]:
    # Both rows, always in the same order, so that two merges cannot wait for each other.
    rows = Voorziening.objects.select_for_update(of=("self",), no_key=True)
    found = rows.filter(pk__in=[one.pk, other.pk]).order_by("pk").in_bulk()
    return found[one.pk], found[other.pk]


def _refuse_to_lose(dubbel: Voorziening, blijft: Voorziening, op: dt.date) -> None:
    there = Voorziening.objects.geldig(op).filter(pk__in=[dubbel.pk, blijft.pk])
    found = set(there.values_list("pk", flat=True))
    if dubbel.pk in found and blijft.pk not in found:
        raise VerdwijntUitBeeld(
            f"{blijft.naam} is een concept of is er nu niet. Dan vinden inwoners {dubbel.naam} "
            f"niet meer. Voeg {blijft.naam} samen in {dubbel.naam}, of publiceer het eerst."
        )
    if dubbel.soort != blijft.soort:
        raise VerdwijntUitBeeld(
            f"{dubbel.naam} en {blijft.naam} zijn niet van dezelfde soort. Maak eerst de soort "
            "gelijk."
        )


def _joined(blijft: Voorziening, dubbel: Voorziening) -> VoorzieningGegevens:
    kept, other = gegevens_of(blijft), gegevens_of(dubbel)
    lists: dict[str, Any] = {
        name: list(dict.fromkeys([*getattr(kept, name), *getattr(other, name)])) for name in _JOINED
    }
    for name in EMPTY_IS_ALL:
        both = [getattr(kept, name), getattr(other, name)]
        lists[name] = list(dict.fromkeys([*both[0], *both[1]])) if all(both) else []
    words = dict.fromkeys(f"{kept.zoekwoorden} {other.naam} {other.zoekwoorden}".lower().split())
    return replace(kept, zoekwoorden=" ".join(words)[:300], **lists)


def _point(
    dubbel: Voorziening,
    blijft: Voorziening | None,
    by: Medewerker,
    at: dt.datetime,
    handeling: str,
) -> None:
    dubbel.opgegaan_in, dubbel.gewijzigd_op = blijft, at
    dubbel.save(update_fields=["opgegaan_in", "gewijzigd_op"])
    log_change(
        by=by,
        handeling=handeling,
        soort="voorziening",
        object_id=dubbel.pk,
        at=at,
        wijziging={"opgegaan_in": blijft.code if blijft else None},
    )
