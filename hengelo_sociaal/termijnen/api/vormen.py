"""What the term rules take and give."""

from typing import Any

from rest_framework import serializers

from hengelo_sociaal.api.serializers import Serializer
from hengelo_sociaal.api.velden import DatumField
from hengelo_sociaal.api.vragen import LijstVragen, Vragen
from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.termijnen.models.regel import Zekerheid
from hengelo_sociaal.termijnen.rekenen.duur import Duur, read_duur
from hengelo_sociaal.termijnen.rekenen.opgave import Opgave
from hengelo_sociaal.termijnen.rekenen.soorten import (
    Eenheid,
    Opschortgrond,
    Soort,
    Telling,
    Verlengwijze,
)
from hengelo_sociaal.termijnen.rekenen.toetsen import MAX_HERHALING


class DuurField(serializers.CharField):
    """A length of time as `P6W` or `6 weken`."""

    def to_internal_value(self, data: Any) -> Any:
        try:
            return read_duur(super().to_internal_value(data))
        except DomeinFout as fout:
            raise serializers.ValidationError(fout.melding, fout.code) from fout


class RegelVragen(LijstVragen):
    """Which rules to show."""

    wet = serializers.CharField(max_length=40, help_text="Alleen regels van deze wet.")
    op = DatumField(help_text="Regels zoals ze op deze dag gelden; standaard vandaag.")


class BerekeningVragen(Vragen):
    """The day of the event, and what happened on the way."""

    start = DatumField(
        required=True, help_text="Dag van de gebeurtenis zelf; die dag telt niet mee."
    )
    commissie = serializers.BooleanField(help_text="Bezwaar met een adviescommissie (Awb 7:13).")
    opgeschort_van = serializers.ListField(
        child=DatumField(),
        max_length=20,
        help_text="Eerste dag dat de termijn stilstaat; mag vaker, samen met opgeschortTot.",
    )
    opgeschort_tot = serializers.ListField(
        child=DatumField(),
        max_length=20,
        help_text="Laatste dag dat de termijn stilstaat, die dag meegerekend.",
    )
    uitnodiging_op = DatumField(help_text="Dag van de uitnodiging om aan te vullen.")
    hersteltermijn_tot = DatumField(help_text="Laatste dag om aan te vullen.")
    aangevuld_op = DatumField(help_text="Dag waarop de aanvraag is aangevuld.")
    verlengd_met = serializers.ListField(
        child=DuurField(), max_length=20, help_text="Duur van een verlenging, zoals P6W."
    )
    herhaling = serializers.IntegerField(
        min_value=1,
        max_value=MAX_HERHALING,
        help_text="De hoeveelste keer, bij een termijn die telkens terugkomt.",
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Keep the whole question together."""
        return {"opgave": Opgave(**attrs)}


class StapUitvoer(Serializer):
    """One step of an explanation."""

    voorbeeld = {
        "datum": "2026-01-05",
        "waarom": (
            "Melding: maandag 5 januari 2026. Deze dag telt niet mee. De termijn is 6 weken "
            "(Wmo 2015, artikel 2.3.2 lid 1)."
        ),
    }

    datum = serializers.DateField()
    waarom = serializers.CharField()


class BerekeningUitvoer(Serializer):
    """The end of a term and how it came about."""

    voorbeeld = {
        "regel": "wmo_onderzoek",
        "variant": "",
        "bron": "Wmo 2015, artikel 2.3.2 lid 1",
        "start": "2026-01-05",
        "einddatum": "2026-02-16",
        "oorspronkelijkeEinddatum": "2026-02-16",
        "streefdatum": None,
        "toegezegdOp": None,
        "voorstel": None,
        "waarschuwingen": [],
    }

    regel = serializers.CharField(source="regel.code")
    variant = serializers.CharField(source="regel.variant", allow_blank=True)
    bron = serializers.CharField(source="regel.bron", help_text="Wet en artikel.")
    start = serializers.DateField()
    einddatum = serializers.DateField(
        allow_null=True, help_text="Laatste dag; null bij een regel zonder dag, zoals onverwijld."
    )
    oorspronkelijke_einddatum = serializers.DateField(
        source="oorspronkelijk", allow_null=True, help_text="Zonder opschorting en verlenging."
    )
    streefdatum = serializers.DateField(
        allow_null=True, help_text="Eerdere dag volgens de strengste lezing."
    )
    toegezegd_op = serializers.DateField(
        source="toegezegd", allow_null=True, help_text="Dag uit een bericht van uitstel (Awb 4:14)."
    )
    voorstel = serializers.DateField(
        allow_null=True, help_text="Werkdag, als een zelf genoemde termijn daar niet op eindigt."
    )
    stappen = StapUitvoer(many=True)
    waarschuwingen = serializers.ListField(child=serializers.CharField())


class OpschortenUitvoer(Serializer):
    """Whether a term may stand still."""

    voorbeeld = {"mag": True, "artikel": "Awb artikel 4:15", "gronden": ["aanvulling"]}

    mag = serializers.BooleanField(source="opschorten_mag")
    artikel = serializers.CharField(source="opschorten_artikel", allow_blank=True)
    gronden = serializers.ListField(
        source="opschort_gronden", child=serializers.ChoiceField(choices=Opschortgrond.keuzes())
    )


class VerlengenUitvoer(Serializer):
    """Whether a term may be extended."""

    voorbeeld = {
        "mag": True,
        "artikel": "Awb artikel 4:14 lid 1",
        "wijze": "meedeling",
        "maximum": None,
        "keren": 1,
    }

    mag = serializers.BooleanField(source="verlengen_mag")
    artikel = serializers.CharField(source="verlengen_artikel", allow_blank=True)
    wijze = serializers.ChoiceField(
        source="verlengen_wijze", choices=Verlengwijze.keuzes(), allow_blank=True
    )
    maximum = serializers.CharField(source="verlengen_maximum", allow_null=True)
    keren = serializers.IntegerField(source="verlengen_keren")


class VariantUitvoer(Serializer):
    """Another length of the same rule."""

    voorbeeld = {"variant": "commissie", "duur": "12 weken", "artikel": "7:10 lid 1 en 7:13"}

    variant = serializers.CharField()
    duur = serializers.SerializerMethodField()
    artikel = serializers.CharField()

    def get_duur(self, variant: dict[str, Any]) -> str:
        return str(Duur(variant["aantal"], Eenheid(variant["eenheid"])))


class RegelUitvoer(Serializer):
    """A term rule."""

    voorbeeld = {
        "code": "wmo_besluit",
        "wet": "Wmo 2015",
        "artikel": "2.3.5 lid 2",
        "omschrijving": "Het besluit op een aanvraag voor een maatwerkvoorziening.",
        "begintNa": "ontvangst van de aanvraag",
        "duur": "2 weken",
        "geldigVan": "2015-01-01",
        "geldigTot": None,
        "zekerheid": "hoog",
        "toelichting": "",
        "varianten": [],
    }

    code = serializers.CharField()
    wet = serializers.CharField()
    artikel = serializers.CharField()
    omschrijving = serializers.CharField()
    begint_na = serializers.CharField(source="gebeurtenis")
    soort = serializers.ChoiceField(choices=Soort.keuzes())
    duur = serializers.CharField()
    telling = serializers.ChoiceField(choices=Telling.keuzes())
    opschorten = OpschortenUitvoer(source="*")
    verlengen = VerlengenUitvoer(source="*")
    geldig_van = serializers.DateField()
    geldig_tot = serializers.DateField(allow_null=True)
    zekerheid = serializers.ChoiceField(choices=Zekerheid.choices)
    toelichting = serializers.CharField(allow_blank=True)
    varianten = VariantUitvoer(many=True)
