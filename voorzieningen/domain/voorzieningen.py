"""Keeping the catalogue: adding, changing and checking a provision."""

import datetime as dt
from collections.abc import Collection
from copy import copy
from dataclasses import fields

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.kern.gezien import print_of, require_seen
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from voorzieningen.domain.activiteiten import require_keeper
from voorzieningen.domain.controle import check
from voorzieningen.domain.gegevens import (
    LIJSTEN,
    VoorzieningGegevens,
    as_json,
    differences,
    gegevens_of,
    plain,
)
from voorzieningen.models import Versie, Voorziening
from voorzieningen.queries.codelijsten import product_categories
from voorzieningen.rechten import SCHRIJVEN


def create_voorziening(
    *, gegevens: VoorzieningGegevens, by: Medewerker, at: dt.datetime
) -> Voorziening:
    """Add a provision to the catalogue.

    Refused with GeenRecht, with OngeldigeInvoer for what cannot be right, and with
    CodeBestaatAl when the code is taken.
    """
    toets(by, SCHRIJVEN)
    with operation():
        voorziening = Voorziening()
        _fill(voorziening, gegevens, by, at)
        log_change(
            by=by,
            handeling="voorziening toegevoegd",
            soort="voorziening",
            object_id=voorziening.pk,
            at=at,
            wijziging={"code": voorziening.code, "naam": voorziening.naam},
        )
    return voorziening


def require_right(
    gegevens: VoorzieningGegevens, *, voorziening: Voorziening | None, exclude: Collection[str]
) -> None:
    """Refuse, as create and change do, what cannot be right; nothing is kept.

    `voorziening` is the one that would be changed, and of `exclude` nothing is known.
    """
    would_be = copy(voorziening) if voorziening else Voorziening()
    _take_over(would_be, gegevens)
    _check(would_be, gegevens.wetten, exclude)


def seen_of(voorziening: Voorziening) -> str:
    """A print of what the catalogue says now, to hand back to `change_voorziening`."""
    return print_of(as_json(gegevens_of(voorziening)))


def change_voorziening(
    *,
    voorziening: Voorziening,
    gegevens: VoorzieningGegevens,
    by: Medewerker,
    at: dt.datetime,
    gezien: str | None = None,
) -> Voorziening:
    """Change a provision; the log keeps what each field was and became, and a version is kept.

    Refused as create_voorziening, and with Verouderd (412, both values) when it is no
    longer what `gezien` is a print of. Nothing different: nothing written, no line in the log.
    """
    toets(by, SCHRIJVEN)
    with operation():
        voorziening = lock_voorziening(voorziening)
        require_seen(gezien, as_json(gegevens_of(voorziening)), as_json(gegevens))
        changes = differences(voorziening, gegevens)
        if changes:
            if not voorziening.versies.exists():
                _keep(voorziening, gegevens_of(voorziening), by, voorziening.gewijzigd_op)
            _fill(voorziening, gegevens, by, at)
            log_change(
                by=by,
                handeling="voorziening gewijzigd",
                soort="voorziening",
                object_id=voorziening.pk,
                at=at,
                wijziging=changes,
            )
    return voorziening


def confirm_voorziening(
    *, voorziening: Voorziening, by: Medewerker, at: dt.datetime
) -> Voorziening:
    """Say that an entry was checked today and is right; also by the organisation's own partner.

    Nothing but the day changes, so nobody has to look at it again. Refused with GeenRecht, and
    with NietUwOrganisatie for a partner of another organisation.
    """
    require_keeper(by, voorziening)
    with operation():
        voorziening = lock_voorziening(voorziening)
        voorziening.gecontroleerd_op = dag_van(at)
        voorziening.gewijzigd_op = at
        voorziening.save(update_fields=["gecontroleerd_op", "gewijzigd_op"])
        log_change(
            by=by,
            handeling="voorziening nagekeken",
            soort="voorziening",
            object_id=voorziening.pk,
            at=at,
        )
    return voorziening


def lock_voorziening(voorziening: Voorziening) -> Voorziening:
    """The record as it is now; of two people changing it the second waits for the first."""
    locked = Voorziening.objects.select_for_update(of=("self",), no_key=True)
    return locked.get(pk=voorziening.pk)


def _fill(
    voorziening: Voorziening, gegevens: VoorzieningGegevens, by: Medewerker, at: dt.datetime
) -> None:
    voorziening.gewijzigd_op = at
    _take_over(voorziening, gegevens)
    _check(voorziening, gegevens.wetten)
    voorziening.save()
    for name in LIJSTEN:
        getattr(voorziening, name).set(getattr(gegevens, name))
    _keep(voorziening, gegevens, by, at)


def _take_over(voorziening: Voorziening, gegevens: VoorzieningGegevens) -> None:
    for each in fields(gegevens):
        if each.name not in LIJSTEN:
            setattr(voorziening, each.name, plain(getattr(gegevens, each.name)))


def _check(
    voorziening: Voorziening, wetten: Collection[str], exclude: Collection[str] = ()
) -> None:
    """Refuse what cannot be right, all of it at once."""
    product = _product_faults(voorziening, wetten)
    try:
        check(voorziening, exclude=set(exclude))
    except OngeldigeInvoer as refusal:
        refusal.velden |= product
        raise
    if product:
        raise OngeldigeInvoer(velden=product)


def _product_faults(voorziening: Voorziening, wetten: Collection[str]) -> dict[str, str]:
    """What is wrong with a product category that is on no list of the laws, if there is a list."""
    known = product_categories(wetten)
    if voorziening.productcategorie and known and voorziening.productcategorie not in known:
        text = "Deze categorie staat niet in de lijst van iWmo of iJw die bij de wet hoort."
        return {"productcategorie": text}
    return {}


def _keep(
    voorziening: Voorziening, gegevens: VoorzieningGegevens, by: Medewerker, at: dt.datetime
) -> None:
    """Keep a version; the row of the provision is locked or new, so the number is free."""
    Versie.objects.create(
        voorziening=voorziening,
        nummer=voorziening.versies.count() + 1,
        inhoud=as_json(gegevens),
        door=by,
        op=at,
    )
