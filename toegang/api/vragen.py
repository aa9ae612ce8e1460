"""What the lists of the front door can be narrowed by."""

import datetime as dt
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, ValidationError

from hengelo_sociaal.api.velden import CodeField, DatumField
from hengelo_sociaal.api.vragen import LijstVragen, Vragen
from hengelo_sociaal.kern.tijd import begin_van
from hengelo_sociaal.waarden.models import Wet
from toegang.enums import HuisbezoekStatus, MeldingStatus
from toegang.models import (
    Contact,
    Hulpvraag,
    Kanaal,
    Soort,
    Uitkomst,
    Verwijzer,
    Vindplaats,
)


class ContactVragen(LijstVragen):
    """Both days are part of the period; days are those of Amsterdam."""

    plaatsgevonden_van = DatumField()
    plaatsgevonden_tot = DatumField()
    kanaal = CodeField(Kanaal)
    vindplaats = CodeField(Vindplaats)
    soort = CodeField(Soort)
    uitkomst = CodeField(Uitkomst)
    wijk = serializers.CharField(max_length=10, help_text="CBS-code, of onbekend.")
    inwoner = serializers.UUIDField()

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        return in_order(attrs, "plaatsgevonden_van", "plaatsgevonden_tot", "plaatsgevondenTot")


class HulpvraagVragen(ContactVragen):
    """As for contacts, and the law."""

    wet = CodeField(Wet)


class MeldingVragen(LijstVragen):
    """Both days are part of the period."""

    ontvangen_van = DatumField()
    ontvangen_tot = DatumField()
    wet = CodeField(Wet)
    status = serializers.ChoiceField(choices=MeldingStatus.choices)
    verwijzer = CodeField(Verwijzer)
    team = serializers.UUIDField()
    huishouden = serializers.UUIDField()
    consulent = serializers.UUIDField()

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        return in_order(attrs, "ontvangen_van", "ontvangen_tot", "ontvangenTot")


class HuisbezoekVragen(LijstVragen):
    """Both days are part of the period; days are those of Amsterdam."""

    gepland_van = DatumField()
    gepland_tot = DatumField()
    status = serializers.ChoiceField(choices=HuisbezoekStatus.choices)
    huishouden = serializers.UUIDField()
    medewerker = serializers.UUIDField()

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        return in_order(attrs, "gepland_van", "gepland_tot", "geplandTot")


DOELEN = {
    "contact": "vraag van de inwoner beantwoorden",
    "vervanging": "collega vervangen",
    "advies": "advies aan een collega",
    "kwaliteit": "kwaliteit van het werk toetsen",
    "klacht": "klacht of bezwaar behandelen",
}


class DossierVragen(Vragen):
    """Why somebody who is not involved looks: a code, never free words in an address."""

    doel = serializers.ChoiceField(choices=list(DOELEN.items()))


def narrow_contacts(rows: QuerySet[Contact], query: dict[str, Any]) -> QuerySet[Contact]:
    """The contacts that fit; kind and outcome hold for one and the same question."""
    rows = rows.filter(**_on_contact(query))
    asked = {f"{key}_id": query[key] for key in ("soort", "uitkomst") if key in query}
    if asked:
        rows = rows.filter(Exists(Hulpvraag.objects.filter(contact=OuterRef("pk"), **asked)))
    return rows


def narrow_questions(rows: QuerySet[Hulpvraag], query: dict[str, Any]) -> QuerySet[Hulpvraag]:
    """The questions that fit, by themselves or by their contact."""
    own = {f"{key}_id": query[key] for key in ("soort", "uitkomst", "wet") if key in query}
    on_contact = {f"contact__{key}": value for key, value in _on_contact(query).items()}
    return rows.filter(**own, **on_contact)


def period(query: dict[str, Any], van: str, tot: str, field: str) -> dict[str, dt.datetime]:
    """Conditions on a moment for days of Amsterdam, so that its index is used."""
    found = {}
    if van in query:
        found[f"{field}__gte"] = begin_van(query[van])
    if tot in query and query[tot] < dt.date.max:
        found[f"{field}__lt"] = begin_van(query[tot] + dt.timedelta(days=1))
    return found


def _on_contact(query: dict[str, Any]) -> dict[str, Any]:
    codes = {f"{key}_id": query[key] for key in ("kanaal", "vindplaats") if key in query}
    plain = {key: query[key] for key in ("wijk", "inwoner") if key in query}
    moments = period(query, "plaatsgevonden_van", "plaatsgevonden_tot", "plaatsgevonden_op")
    return codes | plain | moments


def in_order(attrs: dict[str, Any], van: str, tot: str, name: str) -> dict[str, Any]:
    """The filters as they are, or 400 when the period ends before it begins."""
    if van in attrs and tot in attrs and attrs[tot] < attrs[van]:
        reason = "Deze dag ligt voor het begin van de periode."
        raise ValidationError({name: [ErrorDetail(reason, "periode")]})
    return attrs
