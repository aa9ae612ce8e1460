"""The slow, obvious way to every figure: walk over the records and count.

Written from the definitions, not from the SQL; kept so plain that anybody can check it.
"""

import datetime as dt
from collections import defaultdict
from typing import Any

from django.conf import settings

from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.termijnen.models import Termijn
from plannen.models import Afspraak, Plan
from toegang.models import Contact, Huisbezoek, Hulpvraag, Melding, Signaalzaak, Waardering

Feit = tuple[dt.date, dict[str, str], dict[str, bool]]


def feiten(bron: str) -> list[Feit]:
    """Everything that counts of a source: the day, its values, and what it counts in."""
    return list(_FEITEN[bron]())


def count(bron: str, *, van: dt.date, tot: dt.date, teller: str, **where: str) -> int:
    """How many facts between two days count in `teller` and have these values."""
    return sum(
        1
        for day, values, counts in feiten(bron)
        if van <= day <= tot
        and (teller == "aantal" or counts[teller])
        and all(values[name] == wanted for name, wanted in where.items())
    )


def cells(bron: str) -> dict[tuple[str, tuple[tuple[str, str], ...]], int]:
    """How many per month, for the total, every value and every pair of values."""
    found: dict[Any, int] = defaultdict(int)
    for day, values, _ in feiten(bron):
        month = f"{day:%Y-%m}"
        pairs = sorted(values.items())
        found[month, ()] += 1
        for place, one in enumerate(pairs):
            found[month, (one,)] += 1
            for other in pairs[place + 1 :]:
                found[month, (one, other)] += 1
    return dict(found)


def _place(contact: Contact) -> dict[str, str]:
    elsewhere = contact.gemeente not in ("onbekend", settings.GEMEENTECODE)
    return {
        "vindplaats": contact.vindplaats_id,
        "kanaal": contact.kanaal_id,
        "wijk": contact.gemeente if contact.wijk == "onbekend" and elsewhere else contact.wijk,
        "gemeente": contact.gemeente,
        "leeftijdsgroep": contact.leeftijdsgroep,
    }


def _only(values: dict[str, str], *names: str) -> dict[str, str]:
    return {name: values[name] for name in names}


def _hulpvragen() -> Any:
    for question in Hulpvraag.objects.select_related("contact"):
        if question.contact.is_ingetrokken:
            continue
        referrer = "geen"
        for melding in question.meldingen.all():
            if melding.status != "ingetrokken" and melding.verwijzer_id:
                referrer = melding.verwijzer_id
        own = {
            "soort": question.soort_id,
            "wet": question.wet_id or "geen",
            "uitkomst": question.uitkomst_id,
            "verwijzer": referrer,
        }
        yield question.contact.dag, _place(question.contact) | own, {}


def _contacten() -> Any:
    for contact in Contact.objects.all():
        questions = list(contact.hulpvragen.select_related("uitkomst"))
        if contact.is_ingetrokken or not questions:
            continue
        advice = all(one.uitkomst.telt_als_informatie_en_advies for one in questions)
        counts = {"telefoon": contact.kanaal_id == "telefoon", "informatie": advice}
        yield contact.dag, _place(contact), counts


def _running_meldingen() -> Any:
    for melding in Melding.objects.select_related("hulpvraag__contact"):
        if melding.status != "ingetrokken":
            yield melding, _place(melding.hulpvraag.contact) | {"wet": melding.wet_id}


def _meldingen() -> Any:
    for melding, values in _running_meldingen():
        own = {
            "soort": melding.hulpvraag.soort_id,
            "verwijzer": melding.verwijzer_id or "geen",
        }
        yield melding.ontvangen_op, values | own, {}


def _onderzoeken() -> Any:
    for melding, values in _running_meldingen():
        for term in Termijn.objects.filter(melding_termijn__melding=melding):
            if term.regel.code != "wmo_onderzoek":
                continue
            where = _only(values, "vindplaats", "wijk", "gemeente", "leeftijdsgroep")
            if term.status == "gehaald":
                yield term.gehaald_op, where, {"op_tijd": True}
            elif term.status == "verlopen":
                yield term.einddatum, where, {"op_tijd": False}


def _huisbezoeken() -> Any:
    for melding, values in _running_meldingen():
        if not (melding.eerste_keer and melding.ondersteuning_nodig):
            continue
        visited = any(
            visit.melding_id == melding.pk or dag_van(visit.uitgevoerd_op) >= melding.ontvangen_op
            for visit in Huisbezoek.objects.filter(
                huishouden=melding.huishouden_id, status="uitgevoerd"
            )
        )
        where = _only(values, "wet", "vindplaats", "wijk", "gemeente", "leeftijdsgroep")
        yield melding.ontvangen_op, where, {"bezocht": visited}


def _plannen() -> Any:
    for melding, values in _running_meldingen():
        if not melding.ondersteuning_nodig:
            continue
        agreed = any(
            plan.status != "concept"
            and plan.vindplaats_id is None
            and (plan.beeindigd_op is None or plan.beeindigd_op >= melding.ontvangen_op)
            for plan in Plan.objects.filter(huishouden=melding.huishouden_id)
        )
        where = _only(values, "wet", "wijk", "gemeente", "leeftijdsgroep")
        yield melding.ontvangen_op, where, {"met_plan": agreed}


def _afspraken() -> Any:
    for agreed in Afspraak.objects.all():
        if agreed.trede in ("algemeen", "maatwerk") and agreed.status != "vervallen":
            light = {"algemeen": agreed.trede == "algemeen"}
            yield dag_van(agreed.gemaakt_op), {"wet": agreed.wet_id or "geen"}, light


def _waarderingen() -> Any:
    for said in Waardering.objects.all():
        values = {"vindplaats": said.vindplaats_id, "kanaal": said.kanaal_id}
        counts = {
            "tevreden": said.oordeel == "goed",
            "over_luisteren": said.geluisterd is not None,
            "geluisterd": said.geluisterd is True,
        }
        yield said.maand, values, counts


def _signalen() -> Any:
    for case in Signaalzaak.objects.select_related("termijn"):
        term, closed = case.termijn, case.status == "afgesloten" and case.uitkomst != "onterecht"
        judged = term.status in ("gehaald", "verlopen")
        in_time = term.gehaald_op is not None and term.gehaald_op <= term.einddatum
        counts = {
            "beoordeeld": judged,
            "op_tijd": judged and in_time,
            "afgesloten": closed,
            "geholpen": closed and case.uitkomst in ("aanvaard", "al-hulp"),
        }
        yield case.ontvangen_op, {"wet": "wgs"}, counts


_FEITEN = {
    "hulpvragen": _hulpvragen,
    "contacten": _contacten,
    "meldingen": _meldingen,
    "onderzoeken": _onderzoeken,
    "huisbezoeken": _huisbezoeken,
    "plannen": _plannen,
    "afspraken": _afspraken,
    "waarderingen": _waarderingen,
    "signalen": _signalen,
}
