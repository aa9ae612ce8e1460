"""What figures and budgets take and give."""

import datetime as dt
from typing import Any

from rest_framework import serializers

from dashboard.enums import Dimensie, Per
from dashboard.models import Indicator
from dashboard.queries.cijfers import splits_of
from dashboard.queries.perioden import lees_maand
from hengelo_sociaal.api.serializers import Serializer
from hengelo_sociaal.api.vragen import GeheelVragen


class MaandField(serializers.CharField):
    """A month as 2026-10."""

    default_error_messages = {
        "maand": "'{value}' is geen maand van 1990 tot en met 2100. Schrijf een maand als 2026-10."
    }

    def to_internal_value(self, data: Any) -> dt.date:  # type: ignore[override]
        try:
            return lees_maand(str(data))
        except ValueError:
            self.fail("maand", value=data)


def _filter(dimensie: str) -> serializers.CharField:
    return serializers.CharField(
        max_length=40, help_text=f"Alleen van deze {dimensie}; hoogstens een filter tegelijk."
    )


class MetingVragen(GeheelVragen):
    """Periods, a split, and at most one filter."""

    van = MaandField(help_text="Eerste maand, zoals 2026-01. Anders elf maanden terug.")
    tot = MaandField(help_text="Laatste maand, zoals 2026-10. Anders de lopende maand.")
    per = serializers.ChoiceField(
        Per.choices, default=Per.MAAND, help_text="Lengte van een periode."
    )
    uitgesplitst = serializers.ChoiceField(
        Dimensie.choices, help_text="Een rij voor elke waarde hiervan."
    )
    vindplaats = _filter("vindplaats")
    soort = _filter("soort")
    kanaal = _filter("kanaal")
    wijk = _filter("wijk")
    gemeente = _filter("gemeente")
    wet = _filter("wet")
    uitkomst = _filter("uitkomst")
    leeftijdsgroep = _filter("leeftijdsgroep")
    verwijzer = _filter("verwijzer")


class DefinitieUitvoer(Serializer):
    """What an indicator means, from a day on."""

    versie = serializers.IntegerField()
    geldig_van = serializers.DateField()
    tekst = serializers.CharField()
    teller = serializers.CharField()
    noemer = serializers.CharField()
    telt_op = serializers.CharField()


class IndicatorUitvoer(Serializer):
    """An indicator with its definition and targets."""

    code = serializers.CharField()
    naam = serializers.CharField()
    opgave = serializers.CharField()
    soort = serializers.CharField(allow_null=True)
    eenheid = serializers.CharField()
    bron = serializers.CharField()
    frequentie = serializers.CharField()
    gewenste_richting = serializers.CharField()
    herkomst = serializers.CharField()
    opmerking = serializers.CharField()
    uitsplitsingen = serializers.SerializerMethodField()
    definities = DefinitieUitvoer(many=True)
    streefwaarden = serializers.SerializerMethodField()

    def get_uitsplitsingen(self, indicator: Indicator) -> list[str]:
        return splits_of(indicator.code)

    def get_streefwaarden(self, indicator: Indicator) -> list[dict[str, Any]]:
        return [
            {"jaar": one.jaar, "waarde": float(one.waarde)} for one in indicator.streefwaarden.all()
        ]


class MetingUitvoer(Serializer):
    """A figure; hidden ones hold no number. A split adds its value under its own name."""

    periode = serializers.CharField()
    waarde = serializers.FloatField(allow_null=True)
    teller = serializers.IntegerField(allow_null=True)
    noemer = serializers.IntegerField(allow_null=True)
    onderdrukt = serializers.BooleanField()
    berekend_op = serializers.DateTimeField(allow_null=True)
    definitie_versie = serializers.IntegerField(allow_null=True)


def _category(dimensie: str) -> serializers.CharField:
    return serializers.CharField(
        required=False, help_text=f"Alleen bij uitgesplitst={dimensie}: de code waar het over gaat."
    )


class UitgesplitsteMetingUitvoer(MetingUitvoer):
    """A figure with, in a split, the value that it is of: always one of these."""

    vindplaats = _category("vindplaats")
    soort = _category("soort")
    kanaal = _category("kanaal")
    wijk = _category("wijk")
    gemeente = _category("gemeente")
    wet = _category("wet")
    uitkomst = _category("uitkomst")
    leeftijdsgroep = _category("leeftijdsgroep")
    verwijzer = _category("verwijzer")


class BegrotingVragen(GeheelVragen):
    """A year, a taakveld, or everything."""

    jaar = serializers.IntegerField(min_value=2000, max_value=2100)
    taakveld = serializers.CharField(max_length=10)


class BedragenUitvoer(Serializer):
    """Whole euro cents, costs negative; null where the source has none."""

    lasten = serializers.IntegerField(allow_null=True)
    baten = serializers.IntegerField(allow_null=True)
    saldo = serializers.IntegerField(allow_null=True)


class SubtaakveldUitvoer(Serializer):
    """A part of a taakveld."""

    subtaakveld = serializers.CharField()
    omschrijving = serializers.CharField()
    begroot = BedragenUitvoer()
    gerealiseerd = serializers.IntegerField(allow_null=True)


class BegrotingsregelUitvoer(Serializer):
    """A taakveld in a year."""

    jaar = serializers.IntegerField()
    taakveld = serializers.CharField()
    omschrijving = serializers.CharField()
    begroot = BedragenUitvoer()
    verplicht = serializers.IntegerField(allow_null=True)
    verplicht_onderdrukt = serializers.BooleanField()
    gerealiseerd = serializers.IntegerField(allow_null=True)
    prognose = serializers.IntegerField(allow_null=True)
    subtaakvelden = SubtaakveldUitvoer(many=True)


class BegrotingstotaalUitvoer(Serializer):
    """A printed total with our own sum, and the difference that rounding leaves."""

    jaar = serializers.IntegerField()
    programma = serializers.CharField()
    begroot = BedragenUitvoer()
    gerealiseerd = serializers.IntegerField(allow_null=True)
    eigen_som = BedragenUitvoer()
    verschil = BedragenUitvoer()


class BegrotingUitvoer(Serializer):
    """The budget."""

    resultaten = BegrotingsregelUitvoer(many=True)
    volgende = serializers.CharField(allow_null=True)
    vorige = serializers.CharField(allow_null=True)
    totaal = BegrotingstotaalUitvoer(many=True)
