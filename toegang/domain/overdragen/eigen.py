"""The work at the front door that can go to a colleague."""

import datetime as dt

from django.db.models import QuerySet

from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker, Verlof
from toegang.domain.melding import reassign
from toegang.domain.overdragen.soorten import Gift, Werksoort
from toegang.enums import LOPEND, HuisbezoekStatus, SignaalzaakStatus, TerugbelStatus
from toegang.models import Huisbezoek, Melding, Overdracht, Signaalzaak, Terugbelverzoek


def _meldingen(wie: Medewerker, op: dt.date) -> QuerySet[Melding]:
    return Melding.objects.filter(consulent=wie, status__in=LOPEND)


def _give_melding(melding: Melding, gift: Gift) -> bool:
    given = reassign(melding, consulent=gift.naar, by=gift.by, at=gift.at)
    Overdracht.objects.create(
        melding=given,
        van=gift.van,
        naar=gift.naar,
        door=gift.by,
        notitie=gift.notitie,
        op=gift.at,
    )
    return True


def _visits(wie: Medewerker, op: dt.date) -> QuerySet[Huisbezoek]:
    return Huisbezoek.objects.filter(medewerker=wie, status=HuisbezoekStatus.GEPLAND)


def _give_visit(visit: Huisbezoek, gift: Gift) -> bool:
    visit.medewerker = gift.naar
    visit.raise_revision(["medewerker"])
    _log(visit, "huisbezoek", gift, huishouden_id=visit.huishouden_id)
    return True


def _calls(wie: Medewerker, op: dt.date) -> QuerySet[Terugbelverzoek]:
    return Terugbelverzoek.objects.filter(medewerker=wie, status=TerugbelStatus.OPEN)


def _give_call(call: Terugbelverzoek, gift: Gift) -> bool:
    call.medewerker = gift.naar
    call.save(update_fields=["medewerker"])
    _log(call, "terugbelverzoek", gift)
    return True


def _signals(wie: Medewerker, op: dt.date) -> QuerySet[Signaalzaak]:
    rows = Signaalzaak.objects.filter(consulent=wie, gewist_op__isnull=True)
    return rows.exclude(status=SignaalzaakStatus.AFGESLOTEN)


def _give_signal(zaak: Signaalzaak, gift: Gift) -> bool:
    zaak.consulent = gift.naar
    zaak.raise_revision(["consulent"])
    _log(zaak, "signaalzaak", gift, huishouden_id=zaak.huishouden_id)
    return True


def _substitutions(wie: Medewerker, op: dt.date) -> QuerySet[Verlof]:
    """Leave of others for which somebody stands in, now or later."""
    return Verlof.objects.filter(vervanger=wie, tot__gte=op)


def _give_substitution(verlof: Verlof, gift: Gift) -> bool:
    """Nobody stands in for themselves, for other work, or while they are away too."""
    absent, substitute = verlof.medewerker, gift.naar
    away = substitute.verloven.filter(van__lte=verlof.tot, tot__gte=verlof.van).exists()
    if absent.pk == substitute.pk or away or not set(absent.rollen) & set(substitute.rollen):
        return False
    verlof.vervanger = substitute
    verlof.save(update_fields=["vervanger"])
    _log(verlof, "verlof", gift)
    return True


def _log(row: object, soort: str, gift: Gift, **where: object) -> None:
    log_change(
        by=gift.by,
        handeling="werk overgedragen",
        soort=soort,
        object_id=row.pk,  # type: ignore[attr-defined]
        at=gift.at,
        wijziging={"van": gift.van.pk, "naar": gift.naar.pk},
        **where,  # type: ignore[arg-type]
    )


MELDINGEN = Werksoort(
    code="melding",
    enkelvoud="melding",
    meervoud="meldingen",
    van=_meldingen,
    geef=_give_melding,
)
BEZOEKEN = Werksoort(
    code="huisbezoek",
    enkelvoud="gepland huisbezoek",
    meervoud="geplande huisbezoeken",
    van=_visits,
    geef=_give_visit,
)
TERUGBELLEN = Werksoort(
    code="terugbelverzoek",
    enkelvoud="belofte om terug te bellen",
    meervoud="beloften om terug te bellen",
    van=_calls,
    geef=_give_call,
)
SIGNALEN = Werksoort(
    code="signaalzaak",
    enkelvoud="signaal over schulden",
    meervoud="signalen over schulden",
    van=_signals,
    geef=_give_signal,
)
VERVANGING = Werksoort(
    code="vervanging",
    enkelvoud="keer vervangen van een collega met verlof",
    meervoud="keer vervangen van collega's met verlof",
    van=_substitutions,
    geef=_give_substitution,
)
SOORTEN = (MELDINGEN, BEZOEKEN, TERUGBELLEN, SIGNALEN, VERVANGING)
