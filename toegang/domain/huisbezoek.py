"""Home visits: planned, made, cancelled, or not made for a reason (BP 5.1, decision 10)."""

import datetime as dt
import uuid

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.domain import end_involvement, involve, is_involved
from hengelo_sociaal.medewerkers.models import Betrokkenheid, Grond, Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from toegang.domain.gemeen import lock, require_unchanged
from toegang.domain.melding import BEHANDELAARS, lock_melding, log_melding
from toegang.enums import HuisbezoekDoel, HuisbezoekStatus
from toegang.exceptions import HuisbezoekNietGepland, StapNietMogelijk, ToestemmingNodig
from toegang.models import AfgezienReden, Huisbezoek, Huishouden, Melding
from toegang.queries.waarden import value_of
from toegang.queries.zicht import visible_meldingen, visible_visits
from toegang.rechten import HUISBEZOEK_PLANNEN, MELDING_SCHRIJVEN

FURTHEST = dt.timedelta(days=366)
TIME_FOR_REPORT = dt.timedelta(weeks=6)  # after a visit, to write it down and talk it over


def plan_huisbezoek(
    *,
    by: Medewerker,
    huishouden_id: uuid.UUID,
    medewerker_id: uuid.UUID,
    gepland_op: dt.datetime,
    at: dt.datetime,
    melding_id: uuid.UUID | None = None,
    doel: str = HuisbezoekDoel.LEEFWERELD,
) -> Huisbezoek:
    """Plan a visit; who goes is from then on involved with the household.

    Refused with NietGevonden (404) for a household that is not theirs, OngeldigeInvoer
    for a day that has passed, somebody who makes no visits, or a melding of others.
    """
    reach = toets(by, HUISBEZOEK_PLANNEN, minstens=Bereik.EIGEN)
    today = dag_van(at)
    if not today <= dag_van(gepland_op) <= today + FURTHEST:
        raise OngeldigeInvoer(velden={"gepland_op": "Kies een dag van nu tot over een jaar."})
    visitor = _visitor(medewerker_id)
    with operation():
        # The household is locked before its involvements change.
        household = lock(Huishouden.objects.all(), huishouden_id)
        melding = _melding_of(household, melding_id)
        if reach < Bereik.ALLES and not _is_own(by, household, melding, op=today):
            raise NietGevonden()
        visit = Huisbezoek.objects.create(
            huishouden=household,
            melding=melding,
            medewerker=visitor,
            gepland_op=gepland_op,
            doel=doel,
        )
        _involve_visitor(visit, op=today)
        _log(visit, "huisbezoek gepland", by=by, at=at)
    return visit


def carry_out_huisbezoek(
    *,
    by: Medewerker,
    huisbezoek_id: uuid.UUID,
    uitgevoerd_op: dt.datetime,
    at: dt.datetime,
    verslag: str = "",
    toestemming: bool | None = None,
    revisie: int | None = None,
) -> Huisbezoek:
    """Record a visit that was made.

    Refused with HuisbezoekNietGepland (409) when it was made or cancelled already, with
    ToestemmingNodig (400) when under the Participatiewet nobody recorded whether the
    resident agrees, with Verouderd (412) when somebody changed it meanwhile.
    """
    if uitgevoerd_op > at:
        raise OngeldigeInvoer(velden={"uitgevoerd_op": "Dit moment moet nog komen."})
    values = {"verslag": verslag, "toestemming": toestemming}
    with operation():
        visit = _lock_planned(by, huisbezoek_id, at=at)
        require_unchanged(visit, revisie, values)
        if toestemming is None and _needs_consent(visit):
            raise ToestemmingNodig(velden={"toestemming": "Kies ja of nee."})
        visit.status = HuisbezoekStatus.UITGEVOERD
        visit.uitgevoerd_op = uitgevoerd_op
        visit.verslag, visit.toestemming = verslag, toestemming
        visit.raise_revision(["status", "uitgevoerd_op", "verslag", "toestemming"])
        _release_visitor(visit, op=dag_van(at) + TIME_FOR_REPORT)
        _log(visit, "huisbezoek uitgevoerd", by=by, at=at)
    return visit


def cancel_huisbezoek(
    *, by: Medewerker, huisbezoek_id: uuid.UUID, reden: str, at: dt.datetime
) -> Huisbezoek:
    """A planned visit does not go on. Refused with HuisbezoekNietGepland (409) afterwards."""
    with operation():
        visit = _lock_planned(by, huisbezoek_id, at=at)
        visit.status = HuisbezoekStatus.VERVALLEN
        visit.vervallen_reden = reden
        visit.raise_revision(["status", "vervallen_reden"])
        _release_visitor(visit, op=dag_van(at))
        _log(visit, "huisbezoek vervallen", by=by, at=at)
    return visit


def skip_huisbezoek(
    *,
    by: Medewerker,
    melding_id: uuid.UUID,
    reden: str,
    at: dt.datetime,
    toelichting: str = "",
) -> Melding:
    """Say why no visit is made for a melding; it is counted. Planned visits are cancelled.

    `reden` is a code of AfgezienReden. Refused with NietGevonden (404) for a melding of
    others, StapNietMogelijk (409) when it has ended.
    """
    mine = visible_meldingen(by, op=dag_van(at), recht=MELDING_SCHRIJVEN)
    why = value_of(AfgezienReden, reden, veld="reden")
    with operation():
        # Of two colleagues who decide about the same visit, one comes second.
        melding = lock_melding(mine, melding_id)
        if not melding.is_lopend:
            raise StapNietMogelijk("Deze melding is al klaar.")
        melding.afgezien_reden, melding.afgezien_toelichting = why, toelichting
        melding.raise_revision(["afgezien_reden", "afgezien_toelichting"])
        for visit in melding.huisbezoeken.filter(status=HuisbezoekStatus.GEPLAND):
            visit.status, visit.vervallen_reden = HuisbezoekStatus.VERVALLEN, why.label
            visit.raise_revision(["status", "vervallen_reden"])
            _release_visitor(visit, op=dag_van(at))
        log_melding(melding, "afgezien van huisbezoek", by=by, at=at, reden=reden)
    return melding


def _visitor(medewerker_id: uuid.UUID) -> Medewerker:
    found = Medewerker.objects.filter(pk=medewerker_id, is_active=True).first()
    if found is None or not BEHANDELAARS & set(found.rolcodes):
        raise OngeldigeInvoer(velden={"medewerker": "Kies een collega die op huisbezoek gaat."})
    return found


def _melding_of(household: Huishouden, melding_id: uuid.UUID | None) -> Melding | None:
    if melding_id is None:
        return None
    found = Melding.objects.filter(pk=melding_id, huishouden=household).first()
    if found is None:
        raise OngeldigeInvoer(velden={"melding": "Deze melding hoort niet bij dit huishouden."})
    return found


def _is_own(by: Medewerker, household: Huishouden, melding: Melding | None, *, op: dt.date) -> bool:
    """Involved with the household, or treating the melding that the visit is for."""
    if is_involved(by, household.pk, op=op):
        return True
    if melding is None:
        return False
    return visible_meldingen(by, op=op, recht=MELDING_SCHRIJVEN).filter(pk=melding.pk).exists()


def _lock_planned(by: Medewerker, huisbezoek_id: uuid.UUID, *, at: dt.datetime) -> Huisbezoek:
    """The visit, locked, so that it is made or cancelled once."""
    visit = lock(visible_visits(by, op=dag_van(at)), huisbezoek_id)
    if visit.status != HuisbezoekStatus.GEPLAND:
        raise HuisbezoekNietGepland()
    return visit


def _involve_visitor(visit: Huisbezoek, *, op: dt.date) -> None:
    """Who goes may open the dossier; an involvement that was about to end goes on."""
    Betrokkenheid.objects.filter(
        medewerker=visit.medewerker,
        huishouden_id=visit.huishouden_id,
        grond=Grond.HUISBEZOEK,
        tot__gte=op,
    ).update(tot=None)
    involve(
        medewerker=visit.medewerker,
        huishouden_id=visit.huishouden_id,
        grond=Grond.HUISBEZOEK,
        op=op,
    )


def _release_visitor(visit: Huisbezoek, *, op: dt.date) -> None:
    """Who went is involved until `op`, unless another visit of theirs is planned there."""
    planned = Huisbezoek.objects.filter(
        huishouden=visit.huishouden_id,
        medewerker=visit.medewerker_id,
        status=HuisbezoekStatus.GEPLAND,
    ).exclude(pk=visit.pk)
    if not planned.exists():
        end_involvement(
            medewerker=visit.medewerker,
            huishouden_id=visit.huishouden_id,
            grond=Grond.HUISBEZOEK,
            op=op,
        )


def _needs_consent(visit: Huisbezoek) -> bool:
    if visit.doel == HuisbezoekDoel.RECHTMATIGHEID:
        return True
    return visit.melding is not None and visit.melding.wet_id == "participatiewet"


def _log(visit: Huisbezoek, handeling: str, *, by: Medewerker, at: dt.datetime) -> None:
    log_change(
        by=by,
        handeling=handeling,
        soort="huisbezoek",
        object_id=visit.pk,
        huishouden_id=visit.huishouden_id,
        at=at,
        wijziging={"melding": visit.melding_id, "gepland_op": visit.gepland_op},
    )
