"""What providers, contracts and toewijzingen take and give."""

from rest_framework import serializers

from aanbieders.enums import (
    Bekostiging,
    Eenheid,
    Frequentie,
    Grondslag,
    RedenBeeindiging,
    Schaal,
    ToewijzingStatus,
    Uitvoeringsvariant,
)
from hengelo_sociaal.api.serializers import Serializer
from hengelo_sociaal.api.vragen import LijstVragen


class AanbiederVragen(LijstVragen):
    """Which providers to show."""

    zoek = serializers.CharField(
        max_length=80, help_text="Deel van de naam, of heel KvK- of AGB-nummer."
    )


class ContractVragen(LijstVragen):
    """Which contracts to show."""

    zoek = serializers.CharField(max_length=80, help_text="Nummer, aanbieder of omschrijving.")
    schaal = serializers.ChoiceField(choices=Schaal.choices, help_text="Lokaal of regionaal.")
    stand = serializers.ChoiceField(
        choices=["lopend", "eindigt", "komt", "voorbij", "past-niet"],
        help_text="`eindigt` is binnen een half jaar; `past-niet` is de bekostiging.",
    )
    aanbieder = serializers.UUIDField(help_text="Alleen van deze aanbieder.")


class ToewijzingVragen(LijstVragen):
    """Which toewijzingen to show."""

    nummer = serializers.CharField(max_length=20, help_text="Het hele nummer.")
    status = serializers.ChoiceField(
        choices=["actief", "herzien", "afgelopen", "beeindigd", "vervallen"],
        help_text="`actief` is nog niet voorbij. `herzien` is actief en toe aan opnieuw bekijken. "
        "`afgelopen` is tot de laatste dag doorgegaan, `beeindigd` eerder gestopt.",
    )
    aanbieder = serializers.UUIDField(help_text="Alleen van deze aanbieder.")
    contract = serializers.UUIDField(help_text="Alleen onder dit contract.")


class ClientenUitvoer(Serializer):
    """Hoeveel mensen nu ondersteuning krijgen; onder de tien onderdrukt."""

    waarde = serializers.IntegerField(allow_null=True)
    onderdrukt = serializers.BooleanField()


class AanbiederUitvoer(Serializer):
    """Een aanbieder; wie alleen namen mag zien, krijgt bij de rest null."""

    id = serializers.UUIDField()
    naam = serializers.CharField()
    plaats = serializers.CharField()
    kvk = serializers.CharField(allow_null=True)
    agb = serializers.CharField(allow_null=True)
    lopende_contracten = serializers.IntegerField(allow_null=True)
    eerste_einde = serializers.DateField(allow_null=True)
    clienten = ClientenUitvoer(allow_null=True)

    voorbeeld = {"naam": "Zorggroep De Linde", "plaats": "Hengelo", "kvk": "12345678"}


class NaamUitvoer(Serializer):
    """Een aanbieder bij naam."""

    id = serializers.UUIDField()
    naam = serializers.CharField()


class ProductUitvoer(Serializer):
    """Een product, met zijn code volgens de landelijke lijst."""

    id = serializers.UUIDField()
    code = serializers.CharField()
    naam = serializers.CharField()
    categorie = serializers.CharField()
    wet = serializers.CharField(source="wet_id")
    taakveld = serializers.CharField()

    voorbeeld = {"code": "02A03", "naam": "Individuele begeleiding", "categorie": "02"}


class TariefUitvoer(Serializer):
    """Wat een eenheid kost, in eurocenten."""

    id = serializers.UUIDField()
    product = ProductUitvoer()
    eenheid = serializers.ChoiceField(choices=Eenheid.choices)
    bedrag = serializers.IntegerField(source="bedrag_cent")
    van = serializers.DateField()
    tot = serializers.DateField(allow_null=True)


class ContractUitvoer(Serializer):
    """Een contract, met alle tarieven; bedragen in eurocenten."""

    id = serializers.UUIDField()
    nummer = serializers.CharField()
    omschrijving = serializers.CharField()
    aanbieder = NaamUitvoer()
    schaal = serializers.ChoiceField(choices=Schaal.choices)
    van = serializers.DateField()
    tot = serializers.DateField()
    opzegdatum = serializers.DateField(allow_null=True)
    verlengopties = serializers.IntegerField()
    verlenging_maanden = serializers.IntegerField()
    uitvoeringsvariant = serializers.ChoiceField(choices=Uitvoeringsvariant.choices)
    bekostiging = serializers.ChoiceField(choices=Bekostiging.choices)
    bekostiging_past = serializers.BooleanField()
    plafond = serializers.IntegerField(source="plafond_cent", allow_null=True)
    tarieven = TariefUitvoer(many=True)

    voorbeeld = {"nummer": "C-2026-00042", "omschrijving": "Begeleiding Wmo"}


class ToewijzingUitvoer(Serializer):
    """Een toewijzing; onder pseudoniem zijn inwoner en huishouden null."""

    id = serializers.UUIDField()
    nummer = serializers.CharField()
    inwoner = serializers.UUIDField(allow_null=True)
    huishouden = serializers.UUIDField(allow_null=True)
    pseudoniem = serializers.CharField(allow_null=True)
    aanbieder = NaamUitvoer()
    contract = serializers.UUIDField()
    product = ProductUitvoer()
    grondslag = serializers.ChoiceField(choices=Grondslag.choices)
    volume = serializers.IntegerField()
    eenheid = serializers.ChoiceField(choices=Eenheid.choices)
    frequentie = serializers.ChoiceField(choices=Frequentie.choices)
    van = serializers.DateField()
    tot = serializers.DateField(allow_null=True)
    herziening_op = serializers.DateField(allow_null=True)
    status = serializers.ChoiceField(
        choices=ToewijzingStatus.choices,
        help_text="Zoals geregistreerd: `actief` is niet gestopt. Of de laatste dag voorbij is, "
        "zegt `tot`; het filter `status` kijkt daar wel naar.",
    )
    beeindigd_op = serializers.DateField(allow_null=True)
    reden = serializers.ChoiceField(choices=RedenBeeindiging.choices, allow_blank=True)

    voorbeeld = {"nummer": "T-2026-00042", "pseudoniem": "K7QM-2XTA"}
