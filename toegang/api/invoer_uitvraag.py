"""What may be sent in about an uitvraag."""

from rest_framework import serializers

from hengelo_sociaal.api.serializers import Serializer
from hengelo_sociaal.api.velden import CodeField
from toegang.enums import UitvraagStatus
from toegang.models import Kanaal, Vindplaats, Vragenlijst

ANTWOORDEN = {
    "vragen": {"gewone-week": "Elke dinsdag koffie met de buurvrouw."},
    "leefgebieden": {"wonen": {"huishouden": {"score": "aandacht", "woorden": "De trap."}}},
}
UITLEG = (
    "Past bij het schema van de vragenlijst. Wat u weglaat, blijft; null haalt een antwoord weg."
)


class UitvraagInvoer(Serializer):
    """Waar en voor wie u het vraagt: een melding, contact, huisbezoek of huishouden."""

    voorbeeld = {
        "kanaal": "telefoon",
        "vindplaats": "zorgloket",
        "huishouden": "019a8b3c-7d2e-7c41-9f0a-3b5d6e7f8a90",
        "antwoorden": ANTWOORDEN,
    }

    kanaal = CodeField(Kanaal)
    vindplaats = CodeField(Vindplaats, required=False)
    vragenlijst = CodeField(Vragenlijst, required=False)
    melding = serializers.UUIDField(required=False, allow_null=True)
    contact = serializers.UUIDField(required=False, allow_null=True)
    huisbezoek = serializers.UUIDField(required=False, allow_null=True)
    huishouden = serializers.UUIDField(required=False, allow_null=True)
    antwoorden = serializers.DictField(required=False, help_text=UITLEG)


class UitvraagWijziging(Serializer):
    """Antwoorden erbij, of afronden."""

    voorbeeld = {"antwoorden": ANTWOORDEN}

    antwoorden = serializers.DictField(required=False, help_text=UITLEG)
    status = serializers.ChoiceField(
        choices=[(UitvraagStatus.AFGEROND.value, UitvraagStatus.AFGEROND.label)], required=False
    )
