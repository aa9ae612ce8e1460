"""How the questions and the answers go out."""

from rest_framework import serializers

from hengelo_sociaal.api.serializers import Serializer
from toegang.api.invoer_uitvraag import ANTWOORDEN
from toegang.enums import UitvraagStatus, VersieStatus


class OptieUitvoer(Serializer):
    """Een antwoord waaruit iemand kiest."""

    voorbeeld = {"code": "ja", "label": "Ja"}

    code = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]


class VraagUitvoer(Serializer):
    """Een vraag, met de punten van Wmo 2015 artikel 2.3.2 lid 4 waar zij over gaat."""

    voorbeeld = {
        "code": "gewone-week",
        "vraag": "Hoe ziet een gewone week er bij u uit?",
        "soort": "tekst",
        "punten": ["a"],
        "leefgebieden": [],
    }

    code = serializers.CharField()
    vraag = serializers.CharField()
    hulp = serializers.CharField()
    soort = serializers.CharField()
    punten = serializers.ListField(child=serializers.CharField())
    opties = OptieUitvoer(many=True, source="mogelijk")
    leefgebieden = serializers.ListField(child=serializers.CharField(), source="gebieden")


class OnderdeelUitvoer(Serializer):
    """Een onderdeel: `kern` wordt overal gevraagd, `verdieping` meestal bij het huisbezoek."""

    voorbeeld = {"code": "gewone-leven", "titel": "Het gewone leven", "laag": "kern"}

    code = serializers.CharField()
    titel = serializers.CharField()
    laag = serializers.CharField()
    vragen = VraagUitvoer(many=True)


class VragenlijstUitvoer(Serializer):
    """De vragen in de volgorde waarin zij gesteld worden, en het schema van de antwoorden."""

    voorbeeld = {"code": "brede-uitvraag", "naam": "Brede uitvraag", "versie": 1}

    code = serializers.CharField(source="versie.vragenlijst_id")
    naam = serializers.CharField(source="versie.vragenlijst.naam")
    versie = serializers.IntegerField(source="versie.nummer")
    status = serializers.ChoiceField(choices=VersieStatus.choices, source="versie.status")
    van = serializers.DateField(allow_null=True, source="versie.van")
    schema = serializers.DictField(source="versie.schema")
    onderdelen = OnderdeelUitvoer(many=True)


class UitvraagUitvoer(Serializer):
    """Een uitvraag met de antwoorden, per leefgebied van het huishouden en per inwoner."""

    voorbeeld = {
        "vragenlijst": "brede-uitvraag",
        "versie": 1,
        "kanaal": "telefoon",
        "vindplaats": "zorgloket",
        "antwoorden": ANTWOORDEN,
    }

    id = serializers.UUIDField()
    vragenlijst = serializers.CharField(source="versie.vragenlijst_id")
    versie = serializers.IntegerField(source="versie.nummer")
    huishouden = serializers.UUIDField(source="huishouden_id", allow_null=True)
    inwoner = serializers.UUIDField(source="inwoner_id", allow_null=True)
    melding = serializers.UUIDField(source="melding_id", allow_null=True)
    contact = serializers.UUIDField(source="contact_id", allow_null=True)
    huisbezoek = serializers.UUIDField(source="huisbezoek_id", allow_null=True)
    kanaal = serializers.CharField(source="kanaal_id")
    vindplaats = serializers.CharField(source="vindplaats_id")
    status = serializers.ChoiceField(choices=UitvraagStatus.choices)
    antwoorden = serializers.DictField()
    begonnen_op = serializers.DateTimeField()
    begonnen_door = serializers.UUIDField(source="begonnen_door_id")
    bewaard_op = serializers.DateTimeField()
    bewaard_door = serializers.UUIDField(source="bewaard_door_id")
    afgerond_op = serializers.DateTimeField(allow_null=True)
