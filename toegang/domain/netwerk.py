"""Who stands around a household, and who speaks for whom: noted, ended, never removed."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from toegang.domain.gemeen import lock
from toegang.domain.wijzigen import require_may_change, require_may_change_resident
from toegang.enums import Bevoegdheid, Hechtheid, Vertegenwoordiging
from toegang.models import Inwoner, Lidmaatschap, Netwerklid, Vertegenwoordiger
from toegang.rechten import DOSSIER_SCHRIJVEN, HUISHOUDEN_WIJZIGEN

# What the law gives somebody; on screen this is filled in and may be narrowed.
GEWOONLIJK = {
    Vertegenwoordiging.GEZAG: ("gesprek", "zorg", "geld", "tekenen", "post"),
    Vertegenwoordiging.VOOGD: ("gesprek", "zorg", "tekenen", "post"),
    Vertegenwoordiging.MENTOR: ("gesprek", "zorg", "tekenen", "post"),
    Vertegenwoordiging.BEWINDVOERDER: ("gesprek", "geld", "post"),
    Vertegenwoordiging.CURATOR: ("gesprek", "zorg", "geld", "tekenen", "post"),
    Vertegenwoordiging.GEMACHTIGDE: ("gesprek", "tekenen"),
}


@dataclass(frozen=True, kw_only=True)
class NetwerkGegevens:
    """Somebody around a household."""

    naam: str
    relatie: str
    omschrijving: str = ""
    band: str = Hechtheid.GEWOON
    voor_id: uuid.UUID | None = None
    is_mantelzorger: bool = False
    mantelzorg_uren: int | None = None
    telefoon: str = ""


@dataclass(frozen=True, kw_only=True)
class VertegenwoordigerGegevens:
    """Somebody who speaks for a resident, in which matters and until when."""

    soort: str
    naam: str
    mag: Sequence[str] = ()
    organisatie: str = ""
    telefoon: str = ""
    email: str = ""
    grondslag: str = ""
    tot: dt.date | None = None


def add_netwerklid(
    *,
    by: Medewerker,
    huishouden_id: uuid.UUID,
    gegevens: NetwerkGegevens,
    van: dt.date,
    at: dt.datetime,
) -> Netwerklid:
    """Note somebody around a household, from a day.

    Refused with NietBetrokken (403) for who is not involved, with OngeldigeInvoer for a
    person who does not belong to the household.
    """
    op = dag_van(at)
    require_may_change(by, huishouden_id, op=op, recht=DOSSIER_SCHRIJVEN)
    members = Lidmaatschap.objects.op(op).filter(huishouden=huishouden_id)
    if gegevens.voor_id and not members.filter(inwoner=gegevens.voor_id).exists():
        raise OngeldigeInvoer(velden={"voor": "Kies iemand van dit huishouden."})
    with operation():
        made = Netwerklid.objects.create(huishouden_id=huishouden_id, van=van, **asdict(gegevens))
        _note("netwerk aangevuld", made, huishouden_id, by=by, at=at)
    return made


def end_netwerklid(
    *, by: Medewerker, netwerklid_id: uuid.UUID, tot: dt.date, at: dt.datetime
) -> Netwerklid:
    """Somebody is no longer part of the network after `tot`; they stay in its history."""
    toets(by, DOSSIER_SCHRIJVEN, minstens=Bereik.EIGEN)
    with operation():
        found = lock(Netwerklid.objects.all(), netwerklid_id)
        require_may_change(by, found.huishouden_id, op=dag_van(at), recht=DOSSIER_SCHRIJVEN)
        _end(found, tot)
        _note("netwerk beëindigd", found, found.huishouden_id, by=by, at=at)
    return found


def add_vertegenwoordiger(
    *,
    by: Medewerker,
    inwoner_id: uuid.UUID,
    gegevens: VertegenwoordigerGegevens,
    van: dt.date,
    at: dt.datetime,
) -> Vertegenwoordiger:
    """Note who speaks for a resident; without `mag` what the law usually gives.

    Refused with OngeldigeInvoer for an unknown matter, NietGevonden (404), GeenRecht (403),
    NietBetrokken (403) for who is not involved with a household of theirs.
    """
    require_may_change_resident(by, inwoner_id, op=dag_van(at))
    values: dict[str, Any] = asdict(gegevens)
    values["mag"] = list(gegevens.mag or GEWOONLIJK[Vertegenwoordiging(gegevens.soort)])
    if set(values["mag"]) - set(Bevoegdheid.values):
        raise OngeldigeInvoer(velden={"mag": "Kies uit de lijst."})
    if gegevens.tot is not None and gegevens.tot < van:
        raise OngeldigeInvoer(velden={"tot": "De einddatum ligt voor de begindatum."})
    with operation():
        if not Inwoner.objects.filter(pk=inwoner_id).exists():
            raise NietGevonden()
        made = Vertegenwoordiger.objects.create(inwoner_id=inwoner_id, van=van, **values)
        log_change(
            by=by,
            handeling="vertegenwoordiger toegevoegd",
            soort="vertegenwoordiger",
            object_id=made.pk,
            inwoners=[inwoner_id],
            at=at,
            wijziging={"soort": made.soort, "mag": made.mag},
        )
    return made


def end_vertegenwoordiger(
    *, by: Medewerker, vertegenwoordiger_id: uuid.UUID, tot: dt.date, at: dt.datetime
) -> Vertegenwoordiger:
    """Somebody no longer speaks for a resident after `tot`."""
    toets(by, HUISHOUDEN_WIJZIGEN, minstens=Bereik.EIGEN)
    with operation():
        found = lock(Vertegenwoordiger.objects.all(), vertegenwoordiger_id)
        require_may_change_resident(by, found.inwoner_id, op=dag_van(at))
        speak_until(found, tot, by=by, at=at)
    return found


def speak_until(found: Vertegenwoordiger, tot: dt.date, *, by: Medewerker, at: dt.datetime) -> None:
    """As `end_vertegenwoordiger`, of a locked record, in an act that decided that `by` may."""
    _end(found, tot)
    log_change(
        by=by,
        handeling="vertegenwoordiger beëindigd",
        soort="vertegenwoordiger",
        object_id=found.pk,
        inwoners=[found.inwoner_id],
        at=at,
        wijziging={"tot": tot},
    )


def _end(found: Netwerklid | Vertegenwoordiger, tot: dt.date) -> None:
    if tot < found.van:
        raise OngeldigeInvoer(velden={"tot": "De einddatum ligt voor de begindatum."})
    found.tot = tot
    found.save(update_fields=["tot"])


def _note(
    handeling: str,
    found: Netwerklid,
    huishouden_id: uuid.UUID,
    *,
    by: Medewerker,
    at: dt.datetime,
) -> None:
    log_change(
        by=by,
        handeling=handeling,
        soort="netwerk",
        object_id=found.pk,
        huishouden_id=huishouden_id,
        inwoners=[found.voor_id] if found.voor_id else (),
        at=at,
        wijziging={"relatie": found.relatie, "mantelzorg": found.is_mantelzorger},
    )
