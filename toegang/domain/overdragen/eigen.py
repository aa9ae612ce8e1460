"""The work at the front door that can go to a colleague."""

import datetime as dt

from django.db.models import QuerySet

from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Grond, Medewerker, Verlof
from hengelo_sociaal.werk.domain.berichten import notify
from hengelo_sociaal.werk.enums import Berichtsoort
from toegang.domain.melding import log_melding, reassign
from toegang.domain.overdragen.soorten import Gift, Werksoort, tell_jurists
from toegang.domain.samen import NA_CONSULT, end_consulting, involve_until
from toegang.enums import (
    LOPEND,
    ConsultStatus,
    HuisbezoekStatus,
    KlachtStatus,
    SignaalzaakStatus,
    TerugbelStatus,
)
from toegang.models import (
    Consult,
    Doorverwijzing,
    Huisbezoek,
    Klacht,
    Melding,
    Overdracht,
    Signaalzaak,
    Terugbelverzoek,
)
from toegang.rechten import (
    DOORVERWIJZEN,
    HUISBEZOEK_DOEN,
    KLACHT_BEHANDELEN,
    MELDING_SCHRIJVEN,
    SIGNAAL_SCHRIJVEN,
    TERUGBELLEN,
)


def _meldingen(wie: Medewerker, op: dt.date) -> QuerySet[Melding]:
    return Melding.objects.filter(consulent=wie, status__in=LOPEND)


def _give_melding(melding: Melding, gift: Gift) -> None:
    given = reassign(melding, consulent=gift.naar, by=gift.by, at=gift.at)
    Overdracht.objects.create(
        melding=given,
        van=gift.van,
        naar=gift.naar,
        door=gift.by,
        notitie=gift.notitie,
        op=gift.at,
    )


def _visits(wie: Medewerker, op: dt.date) -> QuerySet[Huisbezoek]:
    return Huisbezoek.objects.filter(medewerker=wie, status=HuisbezoekStatus.GEPLAND)


def _give_visit(visit: Huisbezoek, gift: Gift) -> None:
    visit.medewerker = gift.naar
    visit.raise_revision(["medewerker"])
    _log(visit, "huisbezoek", gift, huishouden_id=visit.huishouden_id)


def _calls(wie: Medewerker, op: dt.date) -> QuerySet[Terugbelverzoek]:
    return Terugbelverzoek.objects.filter(medewerker=wie, status=TerugbelStatus.OPEN)


def _give_call(call: Terugbelverzoek, gift: Gift) -> None:
    call.medewerker = gift.naar
    call.save(update_fields=["medewerker"])
    _log(call, "terugbelverzoek", gift)


def _signals(wie: Medewerker, op: dt.date) -> QuerySet[Signaalzaak]:
    rows = Signaalzaak.objects.filter(consulent=wie, gewist_op__isnull=True)
    return rows.exclude(status=SignaalzaakStatus.AFGESLOTEN)


def _give_signal(zaak: Signaalzaak, gift: Gift) -> None:
    zaak.consulent = gift.naar
    zaak.raise_revision(["consulent"])
    _log(zaak, "signaalzaak", gift, huishouden_id=zaak.huishouden_id)


def _substitutions(wie: Medewerker, op: dt.date) -> QuerySet[Verlof]:
    """Leave of others for which somebody stands in, now or later."""
    return Verlof.objects.filter(vervanger=wie, tot__gte=op).select_related("medewerker")


def _refuse_substitution(verlof: Verlof, gift: Gift) -> str:
    """Nobody stands in for themselves, for other work, or while they are away too."""
    absent, substitute = verlof.medewerker, gift.naar
    if absent.pk == substitute.pk:
        return f"{substitute.naam} is dan zelf met verlof."
    if not set(absent.rollen) & set(substitute.rollen):
        return f"{substitute.naam} doet ander werk dan {absent.naam}."
    if substitute.verloven.filter(van__lte=verlof.tot, tot__gte=verlof.van).exists():
        return f"{substitute.naam} is dan ook met verlof."
    return ""


def _give_substitution(verlof: Verlof, gift: Gift) -> None:
    verlof.vervanger = gift.naar
    verlof.save(update_fields=["vervanger"])
    _log(verlof, "verlof", gift)


def _complaints(wie: Medewerker, op: dt.date) -> QuerySet[Klacht]:
    return Klacht.objects.filter(behandelaar=wie).exclude(status=KlachtStatus.AFGEHANDELD)


def _refuse_complaint(klacht: Klacht, gift: Gift) -> str:
    """Who is complained about neither handles it nor chooses who does (Awb 9:7).

    The reason is the same for both: it does not tell whom the complaint is about.
    """
    if klacht.over_id in {gift.by.pk, gift.naar.pk}:
        return "Deze klacht kan niet naar deze collega; de jurist kiest verder."
    return ""


def _about(wie: Medewerker) -> QuerySet[Klacht]:
    return Klacht.objects.filter(over=wie)


def _give_complaint(klacht: Klacht, gift: Gift) -> None:
    klacht.behandelaar = gift.naar
    klacht.raise_revision(["behandelaar"])
    _log(klacht, "klacht", gift, huishouden_id=klacht.huishouden_id, inwoners=[klacht.inwoner_id])


def _leave_complaint(klacht: Klacht, gift: Gift) -> None:
    """Who handles complaints hears that this one needs somebody else."""
    tell_jurists(
        klacht,
        gift,
        soort=Berichtsoort.KLACHT,
        titel=f"Klacht {klacht.nummer} heeft een andere behandelaar nodig",
        adres=f"/klachten/{klacht.pk}",
        behalve={klacht.over_id},
    )


def _questions(wie: Medewerker, op: dt.date) -> QuerySet[Consult]:
    waiting = Consult.objects.filter(aan=wie, status=ConsultStatus.GEVRAAGD)
    return waiting.select_related("melding", "van")


def _refuse_question(consult: Consult, gift: Gift) -> str:
    asks = consult.van_id == gift.naar.pk
    return f"{gift.naar.naam} vroeg dit advies zelf." if asks else ""


def _give_question(consult: Consult, gift: Gift) -> None:
    """The dossier opens for who answers now; who asked hears from whom the advice comes."""
    melding = consult.melding
    consult.aan = gift.naar
    consult.save(update_fields=["aan"])
    until = max(consult.uiterlijk_op, gift.op) + NA_CONSULT
    involve_until(melding, gift.naar, Grond.CONSULT, van=gift.op, tot=until)
    end_consulting(melding, gift.van, op=gift.op)
    wijziging: dict[str, object] = {"van": gift.van.pk, "aan": gift.naar.pk}
    log_melding(melding, "consult overgedragen", by=gift.by, at=gift.at, wijziging=wijziging)
    notify(
        voor=consult.van,
        by=gift.by,
        soort=Berichtsoort.CONSULT,
        titel=f"{gift.naar.naam} adviseert u nu bij melding {melding.nummer}",
        adres=f"/meldingen/{melding.pk}#samen",
        at=gift.at,
    )


def _referrals(wie: Medewerker, op: dt.date) -> QuerySet[Doorverwijzing]:
    """Questions to partners of which the answer is still to come."""
    return Doorverwijzing.objects.filter(volgt=wie, antwoord_op__isnull=True)


def _give_referral(verwijzing: Doorverwijzing, gift: Gift) -> None:
    verwijzing.volgt = gift.naar
    verwijzing.save(update_fields=["volgt"])
    _log(
        verwijzing,
        "doorverwijzing",
        gift,
        huishouden_id=verwijzing.huishouden_id,
        inwoners=[verwijzing.inwoner_id],
    )


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


SOORTEN = (
    Werksoort(
        code="melding",
        enkelvoud="melding",
        meervoud="meldingen",
        van=_meldingen,
        geef=_give_melding,
        recht=MELDING_SCHRIJVEN,
        zonder_recht="behandelt geen meldingen",
        huishouden="huishouden_id",
    ),
    Werksoort(
        code="huisbezoek",
        enkelvoud="gepland huisbezoek",
        meervoud="geplande huisbezoeken",
        van=_visits,
        geef=_give_visit,
        recht=HUISBEZOEK_DOEN,
        zonder_recht="gaat niet op huisbezoek",
        huishouden="huishouden_id",
    ),
    Werksoort(
        code="terugbelverzoek",
        enkelvoud="belofte om terug te bellen",
        meervoud="beloften om terug te bellen",
        van=_calls,
        geef=_give_call,
        recht=TERUGBELLEN,
        zonder_recht="belt geen inwoners terug",
    ),
    Werksoort(
        code="signaalzaak",
        enkelvoud="signaal over schulden",
        meervoud="signalen over schulden",
        van=_signals,
        geef=_give_signal,
        recht=SIGNAAL_SCHRIJVEN,
        zonder_recht="volgt geen signalen over schulden op",
        huishouden="huishouden_id",
    ),
    Werksoort(
        code="consult",
        enkelvoud="vraag om advies",
        meervoud="vragen om advies",
        van=_questions,
        geef=_give_question,
        recht=MELDING_SCHRIJVEN,
        zonder_recht="geeft geen advies bij meldingen",
        weiger=_refuse_question,
        huishouden="melding__huishouden_id",
    ),
    Werksoort(
        code="doorverwijzing",
        enkelvoud="vraag aan een partner",
        meervoud="vragen aan partners",
        van=_referrals,
        geef=_give_referral,
        recht=DOORVERWIJZEN,
        zonder_recht="verwijst niet naar partners",
        huishouden="huishouden_id",
    ),
    Werksoort(
        code="klacht",
        enkelvoud="klacht",
        meervoud="klachten",
        van=_complaints,
        geef=_give_complaint,
        recht=KLACHT_BEHANDELEN,
        zonder_recht="behandelt geen klachten",
        weiger=_refuse_complaint,
        blijft=_leave_complaint,
        overal=True,
        verborgen=_about,
    ),
    Werksoort(
        code="vervanging",
        enkelvoud="keer vervangen van een collega met verlof",
        meervoud="keer vervangen van collega's met verlof",
        van=_substitutions,
        geef=_give_substitution,
        zonder_recht="doet hier geen werk van een ander",
        weiger=_refuse_substitution,
    ),
)
