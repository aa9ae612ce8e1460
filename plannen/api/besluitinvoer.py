"""What besluiten and bezwaren take: filters, a draft, and what each step needs to know."""

from typing import Any

from django.db.models import Q
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, ValidationError

from aanbieders.enums import Eenheid, Frequentie
from aanbieders.models import Contract, Product
from hengelo_sociaal.api.serializers import Serializer
from hengelo_sociaal.api.velden import CodeField, DatumField, MomentField
from hengelo_sociaal.api.vragen import LijstVragen
from hengelo_sociaal.waarden.models import Wet
from plannen.api.invoer import by_code, by_id
from plannen.enums import (
    Besluitsoort,
    BesluitStatus,
    BezwaarStatus,
    Bezwaaruitkomst,
    Hoorwijze,
    Indiener,
    Leveringsvorm,
    Toetsantwoord,
    Toetsbron,
    Toetscode,
)
from plannen.models import Besluitreden

STANDEN = [
    *BesluitStatus.choices,
    ("bezwaartermijn", "Bezwaar of beroep kan nog"),
    ("onherroepelijk", "Onherroepelijk"),
    ("zonder-toewijzing", "Nog zonder toewijzing"),
]


class BesluitVragen(LijstVragen):
    """Welke besluiten; beide dagen van een periode tellen mee."""

    stand = serializers.ChoiceField(choices=STANDEN)
    soort = serializers.ChoiceField(choices=Besluitsoort.choices)
    wet = CodeField(Wet)
    huishouden = serializers.UUIDField()
    inwoner = serializers.UUIDField()
    melding = serializers.UUIDField()
    bekendgemaakt_van = DatumField()
    bekendgemaakt_tot = DatumField()

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        return _in_order(attrs, "bekendgemaakt")


class BezwaarVragen(LijstVragen):
    """Welke bezwaren; beide dagen van een periode tellen mee."""

    stand = serializers.ChoiceField(choices=[("lopend", "Wat loopt"), *BezwaarStatus.choices])
    besluit = serializers.UUIDField()
    huishouden = serializers.UUIDField()
    behandelaar = serializers.UUIDField()
    ontvangen_van = DatumField()
    ontvangen_tot = DatumField()

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        return _in_order(attrs, "ontvangen")


def within(query: dict[str, Any], name: str, field: str) -> Q:
    """The condition on a day for `nameVan` and `nameTot`; takes both out of the query."""
    ends = {"gte": query.pop(f"{name}_van", None), "lte": query.pop(f"{name}_tot", None)}
    return Q(**{f"{field}__{end}": day for end, day in ends.items() if day is not None})


def _in_order(attrs: dict[str, Any], name: str) -> dict[str, Any]:
    van, tot = attrs.get(f"{name}_van"), attrs.get(f"{name}_tot")
    if van and tot and tot < van:
        reason = "Deze dag ligt voor het begin van de periode."
        raise ValidationError({f"{name}Tot": [ErrorDetail(reason, "periode")]})
    return attrs


class BesluitWijziging(Serializer):
    """Wat er in een concept staat. Bedragen zijn in eurocenten per eenheid."""

    voorbeeld = {
        "gevraagd": "Hulp bij het huishouden",
        "motivering": "U kunt zelf niet meer stofzuigen en ramen wassen.",
    }

    soort = serializers.ChoiceField(choices=Besluitsoort.choices)
    gevraagd = serializers.CharField(max_length=300)
    aanvraag_op = DatumField(required=False, allow_null=True)
    leveringsvorm = serializers.ChoiceField(
        choices=Leveringsvorm.choices, required=False, allow_null=True
    )
    contract = by_id(Contract.objects.all(), required=False, allow_null=True)
    product = by_id(Product.objects.all(), required=False, allow_null=True)
    volume = serializers.IntegerField(min_value=1, max_value=10**9, required=False, allow_null=True)
    eenheid = serializers.ChoiceField(choices=Eenheid.choices, required=False, allow_null=True)
    frequentie = serializers.ChoiceField(
        choices=Frequentie.choices, required=False, allow_null=True
    )
    van = DatumField(required=False, allow_null=True)
    tot = DatumField(required=False, allow_null=True)
    tarief_cent = serializers.IntegerField(
        min_value=0,
        max_value=10**9,
        required=False,
        allow_null=True,
        help_text="Alleen bij een pgb.",
    )
    reden = by_code(Besluitreden.objects.bruikbaar(), required=False, allow_null=True)
    motivering = serializers.CharField(
        max_length=2000, required=False, allow_blank=True, help_text="Komt in de brief."
    )
    aanvulling_gevraagd_op = DatumField(required=False, allow_null=True)
    hersteltermijn_tot = DatumField(required=False, allow_null=True)


class BesluitInvoer(BesluitWijziging):
    """Een nieuw concept, vanuit precies een van: melding, afspraak of eerder besluit."""

    voorbeeld = {
        "melding": "019a8b3c-7d2e-7c41-9f0a-3b5d6e7f8a90",
        "gevraagd": "Hulp bij het huishouden",
    }

    melding = serializers.UUIDField(required=False)
    afspraak = serializers.UUIDField(required=False)
    eerder = serializers.UUIDField(
        required=False, help_text="Het besluit dat verandert: bij herziening of intrekking."
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if sum(name in attrs for name in ("melding", "afspraak", "eerder")) != 1:
            reason = "Geef precies een van melding, afspraak en eerder op."
            raise ValidationError({"melding": [ErrorDetail(reason, "een-van")]})
        return attrs


class ToetsInvoer(Serializer):
    """Het antwoord op een controle, en waar dat uit blijkt."""

    code = serializers.ChoiceField(choices=Toetscode.choices)
    antwoord = serializers.ChoiceField(choices=Toetsantwoord.choices)
    bron = serializers.ChoiceField(choices=Toetsbron.choices)
    toelichting = serializers.CharField(max_length=300, required=False, allow_blank=True)


class LeegInvoer(Serializer):
    """Deze stap vraagt niets."""


class OpmerkingInvoer(Serializer):
    """Wat er anders moet."""

    opmerking = serializers.CharField(max_length=500)


class BeslissingInvoer(Serializer):
    """Een opmerking bij het akkoord, als die er is."""

    opmerking = serializers.CharField(max_length=500, required=False, allow_blank=True)


class BekendmakingInvoer(Serializer):
    """De dag waarop de brief is verzonden."""

    op = DatumField()


class BezwaarInvoer(Serializer):
    """Wat er binnenkwam, van wie en wanneer."""

    ontvangen_op = DatumField()
    indiener = serializers.ChoiceField(choices=Indiener.choices)
    indiener_naam = serializers.CharField(max_length=120, required=False, allow_blank=True)
    gepost_op = DatumField(required=False, allow_null=True)
    gronden = serializers.CharField(max_length=4000, required=False, allow_blank=True)
    indiener_adres = serializers.CharField(max_length=200, required=False, allow_blank=True)
    kosten_gevraagd = serializers.BooleanField(
        required=False, help_text="De indiener vraagt om vergoeding van kosten (Awb artikel 7:15)."
    )
    pro_forma = serializers.BooleanField(required=False)
    commissie = serializers.BooleanField(required=False)


class AanvulverzoekInvoer(Serializer):
    """De dag van het verzoek, en tot en met wanneer de indiener kan aanvullen."""

    gevraagd_op = DatumField()
    tot = DatumField()


class AanvullingInvoer(Serializer):
    """De redenen, en de dag waarop die kwamen."""

    op = DatumField()
    gronden = serializers.CharField(max_length=4000)


class VerschoonbaarInvoer(Serializer):
    """Of er een goede reden was om te laat te zijn (Awb artikel 6:11)."""

    verschoonbaar = serializers.BooleanField()
    reden = serializers.CharField(max_length=300)


class HoorzittingInvoer(Serializer):
    """Wanneer de indiener zijn verhaal kan doen."""

    op = MomentField()


class HorenInvoer(Serializer):
    """Hoe er is gehoord, of waarom niet (Awb artikel 7:2 en 7:3)."""

    gehoord = serializers.ChoiceField(choices=Hoorwijze.choices)
    verslag = serializers.CharField(max_length=4000)


class VerdagingInvoer(Serializer):
    """De dag waarop de indiener hoorde dat de beslissing later komt."""

    kennisgeving_op = DatumField()


class KostenInvoer(Serializer):
    """Of de indiener om vergoeding van kosten vroeg, wat die krijgt en waarom."""

    gevraagd = serializers.BooleanField()
    cent = serializers.IntegerField(
        min_value=0, max_value=10**9, required=False, allow_null=True, help_text="In eurocenten."
    )
    uitleg = serializers.CharField(max_length=500, required=False, allow_blank=True)


class BezwaarbeslissingInvoer(Serializer):
    """De uitkomst, waarom, en de dag waarop de brief is verzonden."""

    uitkomst = serializers.ChoiceField(choices=Bezwaaruitkomst.choices)
    motivering = serializers.CharField(max_length=4000)
    op = DatumField()
    kosten = KostenInvoer(required=False, help_text="Zonder: niet om gevraagd.")


class IntrekkingInvoer(Serializer):
    """De dag waarop het bezwaar is ingetrokken."""

    op = DatumField()
