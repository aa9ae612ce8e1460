"""What the term rules take and give."""

from typing import Any

from rest_framework import serializers

from hengelo_sociaal.api.serializers import Serializer
from hengelo_sociaal.api.vragen import LijstVragen, Vragen
from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.termijnen.models import Termijnregel
from hengelo_sociaal.termijnen.rekenen.duur import Duur, read_duur
from hengelo_sociaal.termijnen.rekenen.opgave import Opgave
from hengelo_sociaal.termijnen.rekenen.soorten import Eenheid, Soort, Telling, Verlengwijze
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
    op = serializers.DateField(help_text="Regels zoals ze op deze dag gelden; standaard vandaag.")


class BerekeningVragen(Vragen):
    """The day of the event, and what happened on the way."""

    start = serializers.DateField(
        required=True, help_text="Dag van de gebeurtenis zelf; die dag telt niet mee."
    )
    commissie = serializers.BooleanField(help_text="Bezwaar met een adviescommissie (Awb 7:13).")
    opgeschort_van = serializers.ListField(
        child=serializers.DateField(),
        max_length=20,
        help_text="Eerste dag dat de termijn stilstaat; mag vaker, samen met opgeschortTot.",
    )
    opgeschort_tot = serializers.ListField(
        child=serializers.DateField(),
        max_length=20,
        help_text="Laatste dag dat de termijn stilstaat, die dag meegerekend.",
    )
    uitnodiging_op = serializers.DateField(help_text="Dag van de uitnodiging om aan te vullen.")
    hersteltermijn_tot = serializers.DateField(help_text="Laatste dag om aan te vullen.")
    aangevuld_op = serializers.DateField(help_text="Dag waarop de aanvraag is aangevuld.")
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

    datum = serializers.DateField()
    waarom = serializers.CharField()


class BerekeningUitvoer(Serializer):
    """The end of a term and how it came about."""

    regel = serializers.CharField(source="regel.code")
    variant = serializers.CharField(source="regel.variant", allow_blank=True)
    bron = serializers.CharField(source="regel.bron")
    start = serializers.DateField()
    einddatum = serializers.DateField(allow_null=True)
    oorspronkelijke_einddatum = serializers.DateField(source="oorspronkelijk", allow_null=True)
    streefdatum = serializers.DateField(allow_null=True)
    toegezegd_op = serializers.DateField(source="toegezegd", allow_null=True)
    voorstel = serializers.DateField(allow_null=True)
    stappen = StapUitvoer(many=True)
    waarschuwingen = serializers.ListField(child=serializers.CharField())


class OpschortenUitvoer(Serializer):
    """Whether a term may stand still."""

    mag = serializers.BooleanField()
    artikel = serializers.CharField(allow_null=True)
    gronden = serializers.ListField(child=serializers.CharField())


class VerlengenUitvoer(Serializer):
    """Whether a term may be extended."""

    mag = serializers.BooleanField()
    artikel = serializers.CharField(allow_null=True)
    wijze = serializers.ChoiceField(choices=Verlengwijze.keuzes(), allow_null=True)
    maximum = serializers.CharField(allow_null=True)
    keren = serializers.IntegerField(allow_null=True)


class VariantUitvoer(Serializer):
    """Another length of the same rule."""

    variant = serializers.CharField()
    duur = serializers.SerializerMethodField()
    artikel = serializers.CharField()

    def get_duur(self, variant: dict[str, Any]) -> str:
        return str(Duur(variant["aantal"], Eenheid(variant["eenheid"])))


class RegelUitvoer(Serializer):
    """A term rule."""

    code = serializers.CharField()
    wet = serializers.CharField()
    artikel = serializers.CharField()
    omschrijving = serializers.CharField()
    begint_na = serializers.CharField(source="gebeurtenis")
    soort = serializers.ChoiceField(choices=Soort.keuzes())
    duur = serializers.CharField()
    telling = serializers.ChoiceField(choices=Telling.keuzes())
    opschorten = serializers.SerializerMethodField()
    verlengen = serializers.SerializerMethodField()
    geldig_van = serializers.DateField()
    geldig_tot = serializers.DateField(allow_null=True)
    zekerheid = serializers.CharField()
    toelichting = serializers.CharField(allow_blank=True)
    varianten = VariantUitvoer(many=True)

    def get_opschorten(self, regel: Termijnregel) -> dict[str, Any]:
        return OpschortenUitvoer.represent(
            {
                "mag": regel.opschorten_mag,
                "artikel": regel.opschorten_artikel or None,
                "gronden": regel.opschort_gronden,
            }
        )

    def get_verlengen(self, regel: Termijnregel) -> dict[str, Any]:
        mag = regel.to_regel().verlenging
        return VerlengenUitvoer.represent(
            {
                "mag": mag is not None,
                "artikel": mag and mag.artikel,
                "wijze": mag and mag.wijze,
                "maximum": mag and mag.maximum and str(mag.maximum),
                "keren": mag and mag.keren,
            }
        )
