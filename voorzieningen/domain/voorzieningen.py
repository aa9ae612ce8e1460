"""Keeping the catalogue: adding, changing and ending a provision."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, fields

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from voorzieningen.domain.controle import check
from voorzieningen.models import Locatie, Organisatie, Voorziening
from voorzieningen.rechten import SCHRIJVEN

_LISTS = ("leefgebieden", "wetten", "doelgroepen", "wijken", "locaties")


@dataclass(frozen=True)
class VoorzieningGegevens:
    """All that is kept about a provision; lists hold codes (locaties: records)."""

    code: str
    naam: str
    omschrijving: str
    soort: str
    vorm: str
    geldig_van: dt.date
    leefgebieden: Sequence[str]
    gefinancierd: bool = True
    preventieniveau: str | None = None
    leeftijd_van: int | None = None
    leeftijd_tot: int | None = None
    aanmelden: str = ""
    kosten: str = ""
    wanneer: str = ""
    organisatie: Organisatie | None = None
    wachttijd_dagen: int | None = None
    plaatsen: int | None = None
    productcategorie: str = ""
    productcode: str = ""
    leveringsvormen: Sequence[str] = ()
    geldig_tot: dt.date | None = None
    gecontroleerd_op: dt.date | None = None
    bron: str = ""
    zoekwoorden: str = ""
    wetten: Sequence[str] = ()
    doelgroepen: Sequence[str] = ()
    wijken: Sequence[str] = ()
    locaties: Sequence[Locatie] = ()


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
        _fill(voorziening, gegevens, at)
        log_change(
            by=by,
            handeling="voorziening toegevoegd",
            soort="voorziening",
            object_id=voorziening.pk,
            at=at,
            wijziging={"code": voorziening.code, "naam": voorziening.naam},
        )
    return voorziening


def change_voorziening(
    *, voorziening: Voorziening, gegevens: VoorzieningGegevens, by: Medewerker, at: dt.datetime
) -> Voorziening:
    """Change a provision; the log keeps what each field was and became.

    Refused as create_voorziening. Nothing different: nothing written, no line in the log.
    """
    toets(by, SCHRIJVEN)
    with operation():
        # Two people changing one record: the second waits, and logs what it really changed.
        voorziening = Voorziening.objects.select_for_update(of=("self",), no_key=True).get(
            pk=voorziening.pk
        )
        changes = differences(voorziening, gegevens)
        if changes:
            _fill(voorziening, gegevens, at)
            log_change(
                by=by,
                handeling="voorziening gewijzigd",
                soort="voorziening",
                object_id=voorziening.pk,
                at=at,
                wijziging=changes,
            )
    return voorziening


def _fill(voorziening: Voorziening, gegevens: VoorzieningGegevens, at: dt.datetime) -> None:
    voorziening.gewijzigd_op = at
    for each in fields(gegevens):
        if each.name not in _LISTS:
            setattr(voorziening, each.name, _plain(getattr(gegevens, each.name)))
    check(voorziening)
    voorziening.save()
    for name in _LISTS:
        getattr(voorziening, name).set(getattr(gegevens, name))


def differences(voorziening: Voorziening, gegevens: VoorzieningGegevens) -> dict[str, list[object]]:
    """Per field what it is and would become; empty when nothing differs."""
    changes: dict[str, list[object]] = {}
    for each in fields(gegevens):
        old, new = getattr(voorziening, each.name), getattr(gegevens, each.name)
        if each.name in _LISTS:
            old, new = sorted(_key(i) for i in old.all()), sorted(_key(i) for i in new)
        new = _plain(new)
        if old != new:
            changes[each.name] = [_shown(old), _shown(new)]
    return changes


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _key(item: object) -> str:
    return str(getattr(item, "pk", item))


def _shown(value: object) -> object:
    return value.naam if isinstance(value, Organisatie) else value
