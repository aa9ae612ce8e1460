"""When something happens, and counting who came."""

import datetime as dt
from dataclasses import dataclass

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from voorzieningen.domain.controle import check
from voorzieningen.exceptions import NietUwOrganisatie
from voorzieningen.models import Activiteit, Locatie, Opkomst, Organisatie, Voorziening
from voorzieningen.queries.bijhouden import is_partner
from voorzieningen.rechten import SCHRIJVEN, VOORSTELLEN


@dataclass(frozen=True)
class ActiviteitGegevens:
    """All that is kept about an activity; times are local."""

    naam: str
    herhaling: str
    eerste_keer: dt.date
    begint: dt.time
    eindigt: dt.time
    locatie: Locatie | None = None
    tot_en_met: dt.date | None = None
    plaatsen: int | None = None


def save_activiteit(
    *,
    voorziening: Voorziening,
    gegevens: ActiviteitGegevens,
    by: Medewerker,
    at: dt.datetime,
    activiteit: Activiteit | None = None,
) -> Activiteit:
    """Add an activity to an entry, or change one.

    Refused with GeenRecht, NietUwOrganisatie for a partner of another organisation, and
    with OngeldigeInvoer.
    """
    require_keeper(by, voorziening)
    with operation():
        activiteit = activiteit or Activiteit(voorziening=voorziening)
        for name in ("naam", "herhaling", "eerste_keer", "begint", "eindigt"):
            setattr(activiteit, name, getattr(gegevens, name))
        activiteit.locatie, activiteit.plaatsen = gegevens.locatie, gegevens.plaatsen
        activiteit.tot_en_met = gegevens.tot_en_met
        check(activiteit)
        activiteit.save()
        _touch(voorziening, at)
        _log("activiteit bewaard", voorziening, by, at, _shown(gegevens))
    return activiteit


def count_turnout(
    *,
    activiteit: Activiteit,
    dag: dt.date,
    aantal: int,
    nieuw: int,
    by: Medewerker,
    at: dt.datetime,
) -> Opkomst:
    """Note how many people came on a day, and how many for the first time; no names.

    Counting again replaces the count. Refused with GeenRecht, NietUwOrganisatie, and with
    OngeldigeInvoer on a day that has yet to come or on which it did not happen.
    """
    require_keeper(by, activiteit.voorziening)
    if dag > dag_van(at):
        raise OngeldigeInvoer(
            velden={"dag": "Deze dag moet nog komen. Tel pas als het is geweest."}
        )
    if dag not in activiteit.dagen(vanaf=dag, tot=dag):
        raise OngeldigeInvoer(velden={"dag": "Op deze dag is de activiteit er niet."})
    with operation():
        # The activity is the owner of its days: two people counting do not make two counts.
        Activiteit.objects.select_for_update(of=("self",)).get(pk=activiteit.pk)
        opkomst = activiteit.opkomsten.filter(dag=dag).first() or Opkomst(
            activiteit=activiteit, dag=dag
        )
        opkomst.aantal, opkomst.nieuw, opkomst.gemeld_door = aantal, nieuw, by
        check(opkomst)
        opkomst.save()
        _log("opkomst geteld", activiteit.voorziening, by, at, {"aantal": aantal, "nieuw": nieuw})
    return opkomst


def require_keeper(by: Medewerker, voorziening: Voorziening) -> None:
    """Refuse whoever neither keeps the catalogue nor is a partner of the organisation.

    With GeenRecht, or with NietUwOrganisatie for a partner of another organisation.
    """
    require_keeper_of(by, voorziening.organisatie)


def require_keeper_of(by: Medewerker, organisatie: Organisatie | None) -> None:
    """The same, of what belongs to an organisation itself."""
    if organisatie and VOORSTELLEN.van(by) is not None and is_partner(by, organisatie):
        return
    if by.partnerschappen.exists() and SCHRIJVEN.van(by) is None:
        raise NietUwOrganisatie()
    toets(by, SCHRIJVEN)


def _touch(voorziening: Voorziening, at: dt.datetime) -> None:
    Voorziening.objects.filter(pk=voorziening.pk).update(gewijzigd_op=at)


def _shown(gegevens: ActiviteitGegevens) -> dict[str, object]:
    return {name: str(value) for name, value in vars(gegevens).items() if value is not None}


def _log(
    handeling: str,
    voorziening: Voorziening,
    by: Medewerker,
    at: dt.datetime,
    wijziging: dict[str, object],
) -> None:
    log_change(
        by=by,
        handeling=handeling,
        soort="voorziening",
        object_id=voorziening.pk,
        at=at,
        wijziging=wijziging,
    )
