"""Keeping what is done to prevent problems, and what it reached."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, fields

from hengelo_sociaal.gebieden.models import Wijk
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from hengelo_sociaal.waarden.models import Leefgebied
from voorzieningen.domain.activiteiten import require_keeper_of
from voorzieningen.domain.controle import check
from voorzieningen.models import (
    Doelgroep,
    Interventie,
    Interventiejaar,
    Organisatie,
    Voorziening,
)
from voorzieningen.rechten import SCHRIJVEN


@dataclass(frozen=True, kw_only=True)
class InterventieGegevens:
    """All that is kept about an intervention; amounts in euro cents, a result in per cents."""

    code: str
    naam: str
    soort: str
    organisatie: Organisatie
    leefgebied: Leefgebied
    preventieniveau: str
    doel: str
    van: dt.date
    status: str = "loopt"
    voorziening: Voorziening | None = None
    resultaat: str = ""
    streefbereik: int | None = None
    streefresultaat: int | None = None
    kosten_per_jaar: int | None = None
    bewijskracht: str = "onbekend"
    tot: dt.date | None = None
    bron: str = ""
    doelgroepen: Sequence[Doelgroep] = ()
    wijken: Sequence[Wijk] = ()


@dataclass(frozen=True, kw_only=True)
class Jaarcijfers:
    """What was reached in a year: people, and of how many the result is known and good."""

    jaar: int
    bereik: int
    gevraagd: int = 0
    gelukt: int = 0
    kosten: int | None = None
    toelichting: str = ""


_MEER = ("doelgroepen", "wijken")


def save_interventie(
    *,
    gegevens: InterventieGegevens,
    by: Medewerker,
    at: dt.datetime,
    interventie: Interventie | None = None,
) -> Interventie:
    """Add an intervention, or change one: only by who keeps the catalogue.

    Refused with GeenRecht and OngeldigeInvoer.
    """
    toets(by, SCHRIJVEN)
    with operation():
        interventie = interventie or Interventie()
        for each in fields(gegevens):
            if each.name not in _MEER:
                setattr(interventie, each.name, getattr(gegevens, each.name))
        check(interventie)
        interventie.save()
        interventie.doelgroepen.set(gegevens.doelgroepen)
        interventie.wijken.set(gegevens.wijken)
        _log("interventie bewaard", interventie, by, at, {"naam": gegevens.naam})
    return interventie


def note_year(
    *, interventie: Interventie, cijfers: Jaarcijfers, by: Medewerker, at: dt.datetime
) -> Interventiejaar:
    """Note what an intervention reached in a year, without names; noting again replaces it.

    By who keeps the catalogue or a partner of the organisation. Refused with GeenRecht,
    NietUwOrganisatie, and OngeldigeInvoer when the numbers cannot be right.
    """
    require_keeper_of(by, interventie.organisatie)
    with operation():
        # The intervention owns its years: two colleagues do not make one year twice.
        Interventie.objects.select_for_update(of=("self",), no_key=True).get(pk=interventie.pk)
        year = interventie.jaren.filter(jaar=cijfers.jaar).first() or Interventiejaar(
            interventie=interventie, jaar=cijfers.jaar
        )
        for each in fields(cijfers):
            setattr(year, each.name, getattr(cijfers, each.name))
        year.gemeld_door, year.gemeld_op = by, at
        check(year)
        year.save()
        shown = {each.name: getattr(cijfers, each.name) for each in fields(cijfers)}
        _log("cijfers van interventie bewaard", interventie, by, at, shown)
    return year


def _log(
    handeling: str,
    interventie: Interventie,
    by: Medewerker,
    at: dt.datetime,
    wijziging: dict[str, object],
) -> None:
    log_change(
        by=by,
        handeling=handeling,
        soort="interventie",
        object_id=interventie.pk,
        at=at,
        wijziging=wijziging,
    )
