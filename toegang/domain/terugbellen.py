"""Promising a call, trying, and having spoken."""

import datetime as dt
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker, Team
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from toegang.domain.gemeen import lock
from toegang.enums import TerugbelStatus
from toegang.exceptions import AlTeruggebeld
from toegang.models import Belpoging, Contact, Terugbelverzoek
from toegang.rechten import TERUGBELLEN

ROLLEN = {"loket", "consulent", "teamleider"}


@dataclass(frozen=True, kw_only=True)
class TerugbelGegevens:
    """Whom to call, about what, by whom (a colleague or a team), at the latest when."""

    telefoon: str
    uiterlijk: dt.datetime
    medewerker_id: uuid.UUID | None = None
    team_id: uuid.UUID | None = None
    naam: str = ""
    waarover: str = ""
    inwoner_id: uuid.UUID | None = None


def request_call(
    *,
    by: Medewerker,
    gegevens: TerugbelGegevens,
    at: dt.datetime,
    contact: Contact | None = None,
) -> Terugbelverzoek:
    """Promise a call by a colleague or a team.

    Refused with OngeldigeInvoer without number, without or with both a colleague and a
    team, for somebody who does not call residents, or for a moment that has passed.
    """
    toets(by, TERUGBELLEN, minstens=Bereik.ALLES)
    _check(gegevens, at)
    with operation():
        made = Terugbelverzoek.objects.create(
            contact=contact,
            inwoner_id=gegevens.inwoner_id,
            naam=gegevens.naam.strip(),
            telefoon=gegevens.telefoon.strip(),
            waarover=gegevens.waarover.strip(),
            medewerker_id=gegevens.medewerker_id,
            team_id=gegevens.team_id,
            uiterlijk=gegevens.uiterlijk,
            gemaakt_door=by,
            gemaakt_op=at,
        )
        _log(made, "terugbelverzoek gemaakt", by=by, at=at)
    return made


def note_call(
    *, by: Medewerker, verzoek_id: uuid.UUID, gelukt: bool, at: dt.datetime, opmerking: str = ""
) -> Terugbelverzoek:
    """Somebody called: having spoken ends the request, nobody answering leaves it open.

    Refused with AlTeruggebeld (409) when a colleague spoke already, NietGevonden (404).
    """
    with _open_request(by, verzoek_id) as found:
        Belpoging.objects.create(
            verzoek=found, gelukt=gelukt, opmerking=opmerking.strip()[:200], door=by, op=at
        )
        if gelukt:
            _end(found, TerugbelStatus.GEDAAN, at)
        _log(found, "teruggebeld" if gelukt else "niet bereikt", by=by, at=at)
    return found


def drop_request(*, by: Medewerker, verzoek_id: uuid.UUID, at: dt.datetime) -> Terugbelverzoek:
    """The call is not needed any more."""
    with _open_request(by, verzoek_id) as found:
        _end(found, TerugbelStatus.VERVALLEN, at)
        _log(found, "terugbelverzoek vervallen", by=by, at=at)
    return found


@contextmanager
def _open_request(by: Medewerker, verzoek_id: uuid.UUID) -> Iterator[Terugbelverzoek]:
    """The request, locked: of two who call at once, the second sees that it was done."""
    toets(by, TERUGBELLEN, minstens=Bereik.ALLES)
    with operation():
        found = lock(Terugbelverzoek.objects.all(), verzoek_id)
        if found.status != TerugbelStatus.OPEN:
            raise AlTeruggebeld()
        yield found


def _end(found: Terugbelverzoek, status: TerugbelStatus, at: dt.datetime) -> None:
    found.status, found.afgerond_op = status, at
    found.save(update_fields=["status", "afgerond_op"])


def _check(gegevens: TerugbelGegevens, at: dt.datetime) -> None:
    if not gegevens.telefoon.strip():
        raise OngeldigeInvoer(velden={"telefoon": "Vul het telefoonnummer in."})
    if (gegevens.medewerker_id is None) == (gegevens.team_id is None):
        raise OngeldigeInvoer(velden={"voor": "Kies een collega of een team."})
    if gegevens.uiterlijk <= at:
        raise OngeldigeInvoer(velden={"uiterlijk": "Dit moment is al voorbij."})
    if gegevens.team_id and not Team.objects.filter(pk=gegevens.team_id).exists():
        raise OngeldigeInvoer(velden={"voor": "Kies een team uit de lijst."})
    if gegevens.medewerker_id is not None:
        colleague = Medewerker.objects.filter(pk=gegevens.medewerker_id, is_active=True).first()
        if colleague is None or not ROLLEN & set(colleague.rolcodes):
            raise OngeldigeInvoer(velden={"voor": "Kies een collega die inwoners belt."})


def _log(found: Terugbelverzoek, handeling: str, *, by: Medewerker, at: dt.datetime) -> None:
    log_change(
        by=by,
        handeling=handeling,
        soort="terugbelverzoek",
        object_id=found.pk,
        inwoners=[found.inwoner_id] if found.inwoner_id else (),
        at=at,
    )
