"""What the catalogue takes and gives."""

from typing import Any

from rest_framework import serializers

from hengelo_sociaal.api.serializers import Serializer
from hengelo_sociaal.api.velden import CodeField
from hengelo_sociaal.api.vragen import LijstVragen
from hengelo_sociaal.gebieden.models import Wijk
from hengelo_sociaal.waarden.models import Leefgebied
from voorzieningen.enums import Leveringsvorm, Preventieniveau, Soort, Vorm
from voorzieningen.models import Doelgroep


class Codes(serializers.ListField):
    """The codes of related reference values."""

    child = serializers.CharField()

    def to_representation(self, data: Any) -> list[str]:
        return [str(each.pk) for each in data.all()]


class VoorzieningVragen(LijstVragen):
    """What somebody looks for."""

    zoek = serializers.CharField(
        max_length=200, help_text="Woorden; vervoegingen, tikfouten en synoniemen tellen mee."
    )
    leefgebied = CodeField(Leefgebied, help_text="Code van het leefgebied.")
    wijk = CodeField(Wijk, help_text="CBS-code van de wijk; wat dichtbij is, komt eerst.")
    doelgroep = CodeField(Doelgroep, help_text="Code van de doelgroep.")
    leeftijd = serializers.IntegerField(min_value=0, max_value=120, help_text="In hele jaren.")
    soort = serializers.ChoiceField(choices=Soort.choices, help_text="Soort voorziening.")


class LocatieUitvoer(Serializer):
    """Waar u terecht kunt."""

    naam = serializers.CharField()
    adres = serializers.CharField()
    wijk = serializers.CharField(source="wijkcode", allow_null=True)


class OrganisatieUitvoer(Serializer):
    """Wie het aanbiedt."""

    id = serializers.UUIDField()
    naam = serializers.CharField()
    telefoon = serializers.CharField()
    email = serializers.CharField()
    website = serializers.CharField()


class VoorzieningUitvoer(Serializer):
    """Een voorziening, met waarom die past bij wat u vroeg."""

    id = serializers.UUIDField()
    code = serializers.CharField()
    naam = serializers.CharField()
    omschrijving = serializers.CharField()
    soort = serializers.ChoiceField(choices=Soort.choices)
    vorm = serializers.ChoiceField(choices=Vorm.choices)
    preventieniveau = serializers.ChoiceField(choices=Preventieniveau.choices, allow_null=True)
    gefinancierd = serializers.BooleanField()
    leefgebieden = Codes()
    wetten = Codes()
    doelgroepen = Codes()
    leeftijd_van = serializers.IntegerField(allow_null=True)
    leeftijd_tot = serializers.IntegerField(allow_null=True)
    wijken = Codes()
    aanmelden = serializers.CharField()
    kosten = serializers.CharField()
    wanneer = serializers.CharField()
    organisatie = OrganisatieUitvoer(allow_null=True)
    locaties = LocatieUitvoer(many=True)
    wachttijd_dagen = serializers.IntegerField(allow_null=True)
    plaatsen = serializers.IntegerField(allow_null=True)
    productcategorie = serializers.CharField()
    productcode = serializers.CharField()
    leveringsvormen = serializers.ListField(
        child=serializers.ChoiceField(choices=Leveringsvorm.choices)
    )
    geldig_van = serializers.DateField()
    geldig_tot = serializers.DateField(allow_null=True)
    gecontroleerd_op = serializers.DateField(allow_null=True)
    redenen = serializers.ListField(child=serializers.CharField())

    voorbeeld = {
        "naam": "BudgetAlert",
        "soort": "algemeen",
        "leefgebieden": ["geld"],
        "redenen": ["past bij Geld en administratie", "geen toestemming nodig"],
    }
