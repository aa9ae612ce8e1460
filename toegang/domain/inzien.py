"""Looking at contacts and summaries, each look with its line in the log (contract.md, Log)."""

import datetime as dt
import uuid
from dataclasses import replace

from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_access
from hengelo_sociaal.logboek.models import Handeling
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from toegang.domain.melding import is_first_time
from toegang.domain.waarom import purpose_of_melding, purpose_of_visit
from toegang.models import Contact, Huisbezoek, Lidmaatschap, Melding
from toegang.queries.balie import Samenvatting, summarise
from toegang.queries.zicht import visible_contacts, visible_meldingen, visible_visits
from toegang.rechten import DOSSIER_SAMENVATTING

OPEN_CONTACT = "open contact"


def summary_of(*, by: Medewerker, inwoner_id: uuid.UUID, op: dt.date) -> Samenvatting | None:
    """The household of a resident in short, to reckon with and not to show: no line in the log.

    Refused with GeenRecht (403) for roles that see no household at all. None when there
    is no such resident.
    """
    toets(by, DOSSIER_SAMENVATTING)
    found = summarise(inwoner_id, op=op)
    if found is None or found.huishouden is None:
        return found
    return replace(found, eerste_keer=is_first_time(found.huishouden, op=op))


def look_at_summary(
    *, by: Medewerker, inwoner_id: uuid.UUID, at: dt.datetime
) -> Samenvatting | None:
    """The same, shown to somebody; the open contact is the purpose that stands in the log."""
    found = summary_of(by=by, inwoner_id=inwoner_id, op=dag_van(at))
    if found is not None:
        log_access(
            by=by,
            handeling=Handeling.INGEZIEN,
            soort="samenvatting",
            object_id=found.huishouden.pk if found.huishouden else None,
            inwoners=found.inwoners,
            doel=OPEN_CONTACT,
            at=at,
        )
    return found


def look_at_contact(*, by: Medewerker, contact_id: uuid.UUID, at: dt.datetime) -> Contact:
    """One contact that somebody may see; NietGevonden (404) when it is not theirs."""
    contact = (
        visible_contacts(by, op=dag_van(at))
        .select_related(
            "kanaal",
            "vindplaats",
            "namens",
            "vertegenwoordiger",
            "inwoner",
            "geregistreerd_door",
            "ingetrokken_door",
            "ingetrokken_reden",
        )
        .prefetch_related(
            "hulpvragen__soort",
            "hulpvragen__uitkomst",
            "hulpvragen__leefgebied",
            "hulpvragen__wet",
            "hulpvragen__meldingen",
            "hulpvragen__doorverwijzingen__organisatie",
        )
        .filter(pk=contact_id)
        .first()
    )
    if contact is None:
        raise NietGevonden()
    if contact.inwoner_id:
        log_access(
            by=by,
            handeling=Handeling.INGEZIEN,
            soort="contact",
            object_id=contact.pk,
            inwoners=[contact.inwoner_id],
            doel=OPEN_CONTACT,
            at=at,
        )
    return contact


def look_at_melding(*, by: Medewerker, melding_id: uuid.UUID, at: dt.datetime) -> Melding:
    """One melding with its terms; NietGevonden (404) when it is not theirs."""
    melding = (
        visible_meldingen(by, op=dag_van(at))
        .select_related(
            "wet",
            "inwoner",
            "huishouden__buurt__wijk",
            "consulent",
            "team",
            "verwijzer",
            "hulpvraag__soort",
            "hulpvraag__contact__kanaal",
            "hulpvraag__contact__vindplaats",
            "afgezien_reden",
            "ingetrokken_reden",
        )
        .prefetch_related(
            "termijnen__regel",
            "termijnen__opschortingen",
            "termijnen__verlengingen",
            "huisbezoeken__medewerker",
            "ingebrekestellingen",
            "consulten__van",
            "consulten__aan",
            "overdrachten__van",
            "overdrachten__naar",
            "hulpvraag__doorverwijzingen__organisatie",
        )
        .filter(pk=melding_id)
        .first()
    )
    if melding is None:
        raise NietGevonden()
    log_access(
        by=by,
        handeling=Handeling.INGEZIEN,
        soort="melding",
        object_id=melding.pk,
        inwoners=[melding.inwoner_id],
        doel=purpose_of_melding(by, melding, op=dag_van(at)),
        at=at,
    )
    return melding


def look_at_visit(*, by: Medewerker, huisbezoek_id: uuid.UUID, at: dt.datetime) -> Huisbezoek:
    """One home visit; NietGevonden (404) when it is not theirs."""
    today = dag_van(at)
    visit = (
        visible_visits(by, op=today)
        .select_related("huishouden__buurt__wijk", "melding__wet", "medewerker")
        .filter(pk=huisbezoek_id)
        .first()
    )
    if visit is None:
        raise NietGevonden()
    members = Lidmaatschap.objects.op(today).filter(huishouden=visit.huishouden_id)
    log_access(
        by=by,
        handeling=Handeling.INGEZIEN,
        soort="huisbezoek",
        object_id=visit.pk,
        inwoners=members.values_list("inwoner_id", flat=True),
        doel=purpose_of_visit(by, visit, op=today),
        at=at,
    )
    return visit
