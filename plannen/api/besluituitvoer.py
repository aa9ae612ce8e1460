"""How besluiten and bezwaren go out; money in euro cents, references as ids and codes."""

from rest_framework import serializers

from aanbieders.enums import Eenheid, Frequentie
from hengelo_sociaal.api.serializers import Serializer
from plannen.enums import (
    Besluitsoort,
    BesluitStatus,
    BezwaarStatus,
    Bezwaaruitkomst,
    Hoorwijze,
    Indiener,
    Leveringsvorm,
)
from plannen.queries.besluit.controles import Stand


class TermijnKort(Serializer):
    """Een wettelijke termijn: het begin, de laatste dag en hoe die is berekend."""

    voorbeeld = {
        "id": "019a8b3c-7d2e-7c41-9f0a-3b5d6e7f8a90",
        "regel": "bezwaar_indienen",
        "start": "2026-11-02",
        "einddatum": "2026-12-14",
        "status": "loopt",
        "stappen": [{"datum": "2026-11-02", "waarom": "Bekendmaking. Deze dag telt niet mee."}],
    }

    id = serializers.UUIDField()
    regel = serializers.CharField(source="regel.code")
    start = serializers.DateField()
    einddatum = serializers.DateField(allow_null=True)
    status = serializers.CharField()
    stappen = serializers.JSONField()


class BesluitKort(Serializer):
    """Een besluit in een lijst. `tot` telt mee; vervangenPer is de eerste dag zonder."""

    id = serializers.UUIDField()
    nummer = serializers.CharField()
    soort = serializers.ChoiceField(choices=Besluitsoort.choices)
    status = serializers.ChoiceField(choices=BesluitStatus.choices)
    inwoner = serializers.UUIDField(source="inwoner_id")
    huishouden = serializers.UUIDField(source="huishouden_id")
    wet = serializers.CharField(source="wet_id")
    melding = serializers.UUIDField(source="melding_id", allow_null=True)
    afspraak = serializers.UUIDField(source="afspraak_id", allow_null=True)
    eerder = serializers.UUIDField(source="eerder_id", allow_null=True)
    gevraagd = serializers.CharField()
    leveringsvorm = serializers.ChoiceField(choices=Leveringsvorm.choices, allow_null=True)
    product = serializers.UUIDField(source="product_id", allow_null=True)
    volume = serializers.IntegerField(allow_null=True)
    eenheid = serializers.ChoiceField(choices=Eenheid.choices, allow_null=True)
    frequentie = serializers.ChoiceField(choices=Frequentie.choices, allow_null=True)
    van = serializers.DateField(allow_null=True)
    tot = serializers.DateField(allow_null=True)
    opgesteld_door = serializers.UUIDField(source="opgesteld_door_id")
    opgesteld_op = serializers.DateTimeField()
    bekendgemaakt_op = serializers.DateField(allow_null=True)
    vervangen_per = serializers.DateField(allow_null=True)


class ControleUitvoer(Serializer):
    """Een controle voor het besluit: goed, nog niet gedaan (mist) of in de weg (stop)."""

    code = serializers.CharField()
    titel = serializers.CharField()
    artikel = serializers.CharField()
    stand = serializers.ChoiceField(choices=[(one.value, one.value) for one in Stand])
    uitleg = serializers.CharField()


class BesluitKern(BesluitKort):
    """Alles wat in een besluit staat."""

    aanvraag_op = serializers.DateField(allow_null=True)
    contract = serializers.UUIDField(source="contract_id", allow_null=True)
    tarief_cent = serializers.IntegerField(allow_null=True)
    bijdrage_cent = serializers.IntegerField(allow_null=True)
    reden = serializers.CharField(source="reden_id", allow_null=True)
    motivering = serializers.CharField()
    aanvulling_gevraagd_op = serializers.DateField(allow_null=True)
    hersteltermijn_tot = serializers.DateField(allow_null=True)
    ingediend_op = serializers.DateTimeField(allow_null=True)
    tweede_lezer = serializers.BooleanField(help_text="Iemand anders dan de opsteller beslist.")
    genomen_door = serializers.UUIDField(source="genomen_door_id", allow_null=True)
    genomen_op = serializers.DateTimeField(allow_null=True)
    bezwaartermijn = TermijnKort(allow_null=True)


class BesluitStand(Serializer):
    """Hoe een besluit er nu voor staat, en de stappen die u nu kunt doen."""

    onherroepelijk = serializers.BooleanField()
    controles = ControleUitvoer(many=True)
    stappen = serializers.ListField(child=serializers.CharField())
    bezwaren = serializers.ListField(child=serializers.UUIDField())
    toewijzingen = serializers.ListField(child=serializers.UUIDField())


class BesluitUitvoer(BesluitKern, BesluitStand):
    """Een besluit met zijn controles, zijn bezwaartermijn en de stappen die u nu kunt doen."""


class ToewijzingKort(Serializer):
    """De toewijzing die op het besluit rust."""

    id = serializers.UUIDField()
    nummer = serializers.CharField()
    inwoner = serializers.UUIDField(source="inwoner_id")
    contract = serializers.UUIDField(source="contract_id")
    product = serializers.UUIDField(source="product_id")
    van = serializers.DateField()
    tot = serializers.DateField(allow_null=True)


class BezwaarUitvoer(Serializer):
    """Een bezwaar met zijn termijnen, en hoe het afliep."""

    id = serializers.UUIDField()
    nummer = serializers.CharField()
    besluit = serializers.UUIDField(source="besluit_id")
    status = serializers.ChoiceField(choices=BezwaarStatus.choices)
    ontvangen_op = serializers.DateField()
    gepost_op = serializers.DateField(allow_null=True, required=False)
    indiener = serializers.ChoiceField(choices=Indiener.choices)
    indiener_naam = serializers.CharField()
    gronden = serializers.CharField()
    pro_forma = serializers.BooleanField()
    hersteltermijn_tot = serializers.DateField(allow_null=True)
    aangevuld_op = serializers.DateField(allow_null=True)
    op_tijd = serializers.BooleanField()
    verschoonbaar = serializers.BooleanField(allow_null=True)
    commissie = serializers.BooleanField()
    beslistermijn = TermijnKort()
    behandelaar = serializers.UUIDField(source="behandelaar_id")
    hoorzitting_op = serializers.DateTimeField(allow_null=True)
    gehoord = serializers.ChoiceField(choices=Hoorwijze.choices, allow_null=True)
    ingetrokken_op = serializers.DateField(allow_null=True)
    uitkomst = serializers.ChoiceField(choices=Bezwaaruitkomst.choices, allow_null=True)
    motivering = serializers.CharField()
    kosten_gevraagd = serializers.BooleanField()
    kosten_cent = serializers.IntegerField(allow_null=True)
    kosten_uitleg = serializers.CharField()
    beslist_op = serializers.DateField(allow_null=True)
    beslist_door = serializers.UUIDField(source="beslist_door_id", allow_null=True)
    beroepstermijn = TermijnKort(allow_null=True)
    nieuw_besluit = serializers.UUIDField(source="nieuw_besluit_id", allow_null=True)
