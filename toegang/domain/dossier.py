"""Opening the dossier of a household: who may, why, and the line that is left of it."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Model

from hengelo_sociaal.kern.fouten import DoelNodig, GeenRecht, NietGevonden
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_access, log_access_to_each, log_list
from hengelo_sociaal.logboek.models import Handeling
from hengelo_sociaal.medewerkers.domain import is_involved
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.queries import replaced_at
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from toegang.models import Huisbezoek, Huishouden, Inwoner, Lidmaatschap
from toegang.queries.huishouden import members_of, registered_today
from toegang.rechten import (
    DOSSIER_LEZEN,
    DOSSIER_SAMENVATTING,
    PERSONEN_ZOEKEN,
)

BETROKKEN = "betrokken bij het huishouden"
SAMENVATTING = "samenvatting voor een contact"
ZELF_GEREGISTREERD = "vandaag zelf geregistreerd"


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """An opened dossier: how much of it somebody may see, and why they look."""

    huishouden: Huishouden
    leden: list[Lidmaatschap]
    volledig: bool
    doel: str


def open_dossier(
    *, by: Medewerker, huishouden_id: uuid.UUID, at: dt.datetime, doel: str = ""
) -> Dossier:
    """Open the dossier of a household and log one look per resident.

    The counter gets the summary. Who is involved needs no purpose, nor who registered the
    household today; others who may read dossiers state one in `doel`. Refused with GeenRecht
    or DoelNodig (403), NietGevonden (404). When the log cannot be written, nothing is shown.
    """
    today = dag_van(at)
    if DOSSIER_SAMENVATTING.van(by) is None and DOSSIER_LEZEN.van(by) is None:
        raise GeenRecht()
    household = (
        Huishouden.objects.select_related("buurt__wijk", "gemeente")
        .filter(pk=huishouden_id)
        .first()
    )
    if household is None:
        raise NietGevonden()
    full = (DOSSIER_LEZEN.van(by) or 0) >= Bereik.DOEL
    if not full:
        why = SAMENVATTING
    elif is_involved(by, huishouden_id, op=today):
        why = purpose_of_involved(by, huishouden_id, op=today)
    else:
        why = doel.strip()[:200] or _purpose_without_words(by, huishouden_id, op=today)
    members = members_of(household.pk, op=today)
    _log_each(household, members, by=by, at=at, doel=why)
    return Dossier(
        huishouden=household,
        leden=members,
        volledig=full,
        doel=why,
    )


def purpose_of_involved(by: Medewerker, huishouden_id: uuid.UUID, *, op: dt.date) -> str:
    """Why somebody who is involved looks; a substitute looks for the colleague who is away.

    Empty for who is not involved: that they may look has another ground.
    """
    absent = replaced_at(by, huishouden_id, op=op)
    if absent is not None:
        return for_whom(absent)
    return BETROKKEN if is_involved(by, huishouden_id, op=op) else ""


def for_whom(absent: Medewerker) -> str:
    """Why a substitute looks."""
    return f"vervangt {absent.naam}"


def _purpose_without_words(by: Medewerker, huishouden_id: uuid.UUID, *, op: dt.date) -> str:
    """Who registered a household reads it back that day; others are asked why they look."""
    if not registered_today(by, huishouden_id, op=op):
        raise DoelNodig()
    return ZELF_GEREGISTREERD


def _log_each(
    household: Huishouden,
    members: list[Lidmaatschap],
    *,
    by: Medewerker,
    at: dt.datetime,
    doel: str,
) -> None:
    """One line per resident, so that each can be told who looked (contract.md, Log)."""
    if members:
        log_access_to_each(
            by=by,
            soort="dossier",
            object_id=household.pk,
            inwoners=[member.inwoner_id for member in members],
            doel=doel,
            at=at,
        )
    else:
        log_access(
            by=by,
            handeling=Handeling.INGEZIEN,
            soort="dossier",
            object_id=household.pk,
            doel=doel,
            at=at,
        )


def look_up_inwoner(
    *, by: Medewerker, inwoner_id: uuid.UUID, at: dt.datetime, doel: str = SAMENVATTING
) -> Inwoner:
    """One resident, with the line in the access log. Refused with GeenRecht or NietGevonden."""
    toets(by, PERSONEN_ZOEKEN, minstens=Bereik.ALLES)
    found = Inwoner.objects.filter(pk=inwoner_id).first()
    if found is None:
        raise NietGevonden()
    log_look(by=by, thing=found, inwoner_id=found.pk, at=at, doel=doel)
    return found


def log_look(
    *, by: Medewerker, thing: Model, inwoner_id: uuid.UUID | None, at: dt.datetime, doel: str
) -> None:
    """Log a look at one record of a resident; an anonymous one is nobody's and is no line."""
    soort = str(thing._meta.model_name)
    log_look_at(by=by, soort=soort, pk=thing.pk, inwoner_id=inwoner_id, at=at, doel=doel)


def log_look_at(
    *,
    by: Medewerker,
    soort: str,
    pk: uuid.UUID,
    inwoner_id: uuid.UUID | None,
    at: dt.datetime,
    doel: str,
) -> None:
    """As `log_look`, of a record that was read as a row."""
    if inwoner_id is None:
        return
    log_access(
        by=by,
        handeling=Handeling.INGEZIEN,
        soort=soort,
        object_id=pk,
        inwoners=[inwoner_id],
        doel=doel,
        at=at,
    )


def log_visits(*, by: Medewerker, visits: Sequence[Huisbezoek], at: dt.datetime) -> None:
    """Log a look at home visits: one line, with everybody who lives there."""
    homes = {visit.huishouden_id for visit in visits}
    living = Lidmaatschap.objects.op(dag_van(at)).thuis().filter(huishouden__in=homes)
    log_list(
        by=by,
        soort="huisbezoek",
        inwoners=living.values_list("inwoner_id", flat=True) if homes else (),
        at=at,
        doel="huisbezoeken voorbereiden",
    )
