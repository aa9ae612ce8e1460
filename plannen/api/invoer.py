"""What may be sent in. The field names are those of the gegevens of the operations."""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from aanbieders.models import Toewijzing
from hengelo_sociaal.api.serializers import Serializer
from hengelo_sociaal.api.velden import DatumField
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.waarden.models import Leefgebied, Wet
from plannen.domain.handtekening import GROOTSTE, MEESTE_PUNTEN
from plannen.enums import (
    AfspraakStatus,
    AkkoordWijze,
    DoelStatus,
    EvaluatieUitkomst,
    Herhaling,
    Hoedanigheid,
    Inzagegrond,
    Keeruitkomst,
    Partijsoort,
    RedenNietLichter,
    Trede,
    Weekdag,
)
from plannen.models import Doel
from plannen.models.afspraak import LAATSTE_DAG
from toegang.api.vragen import DOELEN
from toegang.models import Hulpvraag, Inwoner, Kanaal
from voorzieningen.models import Voorziening


def by_id(rows: QuerySet[Any], **kwargs: Any) -> serializers.PrimaryKeyRelatedField:
    """A record named by its id."""
    return serializers.PrimaryKeyRelatedField(
        queryset=rows, pk_field=serializers.UUIDField(), **kwargs
    )


def by_code(rows: QuerySet[Any], **kwargs: Any) -> serializers.PrimaryKeyRelatedField:
    """A reference value named by its code."""
    return serializers.PrimaryKeyRelatedField(
        queryset=rows, pk_field=serializers.CharField(max_length=60), **kwargs
    )


class PlanInvoer(Serializer):
    """Het huishouden dat een plan begint; een vindplaats noemt een eigen contact of huishouden."""

    voorbeeld = {
        "huishouden": "019a8b3c-7d2e-7c41-9f0a-3b5d6e7f8a90",
        "watTelt": "Dat Daan weer met plezier naar school gaat.",
    }

    huishouden = serializers.UUIDField(required=False)
    contact = serializers.UUIDField(
        required=False, help_text="Alleen voor een vindplaats: het contact dat u vastlegde."
    )
    wat_telt = serializers.CharField(required=False, allow_blank=True, max_length=2000)
    doel = serializers.ChoiceField(
        choices=list(DOELEN.items()),
        required=False,
        help_text="Waarom u het plan begint, als u niet betrokken bent bij het huishouden.",
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if ("huishouden" in attrs) == ("contact" in attrs):
            raise serializers.ValidationError({"huishouden": "Geef het huishouden op."})
        return attrs


class AanbodInvoer(Serializer):
    """Het concept is met de inwoner besproken."""

    voorbeeld = {"inwonerAkkoord": True}

    inwoner_akkoord = serializers.BooleanField()


class AfwijzingInvoer(Serializer):
    """Waarom een concept niet wordt overgenomen; de vindplaats leest dit."""

    voorbeeld = {"reden": "Er loopt al hulp die hierbij past."}

    reden = serializers.CharField(max_length=300)


class PlanWijziging(Serializer):
    """Wat het belangrijkst is, in de woorden van het huishouden."""

    wat_telt = serializers.CharField(allow_blank=True, max_length=2000)


class DoelInvoer(Serializer):
    """Een doel; zonder inwoner van het hele huishouden."""

    voorbeeld = {"omschrijving": "Daan gaat weer elke dag naar school.", "leefgebied": "wonen"}

    omschrijving = serializers.CharField(max_length=300)
    leefgebied = by_code(Leefgebied.objects.all())
    inwoner = by_id(Inwoner.objects.all(), required=False, allow_null=True)
    prioriteit = serializers.IntegerField(min_value=1, max_value=3, required=False)
    gewenst_op = DatumField(required=False, allow_null=True)
    status = serializers.ChoiceField(choices=DoelStatus.choices, required=False)
    hulpvraag = by_id(Hulpvraag.objects.select_related("contact"), required=False, allow_null=True)
    slotwoord = serializers.CharField(required=False, allow_blank=True, max_length=300)


class Afspraakvelden(Serializer):
    """Een afspraak; bij maatwerk hoort waarom lichtere hulp niet past."""

    voorbeeld = {
        "trede": "netwerk",
        "omschrijving": "Oma brengt Daan op maandag naar school.",
        "naam": "Oma",
    }

    trede = serializers.ChoiceField(choices=Trede.choices)
    omschrijving = serializers.CharField(max_length=300)
    inwoner = by_id(Inwoner.objects.all(), required=False, allow_null=True)
    medewerker = by_id(Medewerker.objects.all(), required=False, allow_null=True)
    naam = serializers.CharField(required=False, allow_blank=True, max_length=120)
    organisatie = serializers.CharField(required=False, allow_blank=True, max_length=120)
    uiterlijk = DatumField(required=False, allow_null=True)
    herhaling = serializers.ChoiceField(choices=Herhaling.choices, required=False)
    weekdagen = serializers.ListField(
        child=serializers.ChoiceField(choices=Weekdag.choices),
        required=False,
        max_length=7,
        help_text="1 (maandag) tot en met 7 (zondag), bij elke week of om de week.",
    )
    maanddag = serializers.ChoiceField(
        choices=[*range(1, 29), LAATSTE_DAG],
        required=False,
        allow_null=True,
        help_text="De dag van de maand; 31 is de laatste dag.",
    )
    eerste_keer = DatumField(required=False, allow_null=True)
    laatste_keer = DatumField(required=False, allow_null=True)
    wet = by_code(Wet.objects.all(), required=False, allow_null=True)
    voorziening = by_id(Voorziening.objects.all(), required=False, allow_null=True)
    toewijzing = by_id(Toewijzing.objects.all(), required=False, allow_null=True)
    kosten_schatting = serializers.IntegerField(
        required=False, allow_null=True, min_value=0, max_value=10**12, help_text="In eurocenten."
    )
    reden_niet_lichter = serializers.ChoiceField(
        choices=RedenNietLichter.choices, required=False, allow_null=True
    )
    reden_toelichting = serializers.CharField(required=False, allow_blank=True, max_length=500)


class AfspraakWijziging(Afspraakvelden):
    """Een afspraak zoals die wordt, en of zij is gedaan."""

    status = serializers.ChoiceField(choices=AfspraakStatus.choices, required=False)


class AfspraakInvoer(Afspraakvelden):
    """Een nieuwe afspraak bij een doel van het plan; zij begint open."""

    doel = by_id(Doel.objects.all())


class KeerInvoer(Serializer):
    """Wat er van een afspraak kwam op een van haar dagen; bij overslaan met een reden."""

    dag = DatumField()
    uitkomst = serializers.ChoiceField(choices=Keeruitkomst.choices)
    reden = serializers.CharField(required=False, allow_blank=True, max_length=200)


class VoortgangInvoer(Serializer):
    """Een stap van 1 tot en met 5, volgens een inwoner of, zonder, volgens u."""

    stap = serializers.IntegerField(min_value=1, max_value=5)
    inwoner = serializers.UUIDField(required=False, allow_null=True)
    toelichting = serializers.CharField(required=False, allow_blank=True, max_length=500)


class HandtekeningInvoer(Serializer):
    """Wat op het scherm is getekend: lijnen van punten [x, y] in een vlak van die maat."""

    voorbeeld = {
        "breedte": 600,
        "hoogte": 200,
        "lijnen": [[[40, 120], [80, 60], [120, 130], [160, 70], [210, 110]]],
    }

    breedte = serializers.IntegerField(min_value=1, max_value=GROOTSTE)
    hoogte = serializers.IntegerField(min_value=1, max_value=GROOTSTE)
    lijnen = serializers.ListField(
        child=serializers.ListField(
            child=serializers.ListField(child=serializers.FloatField(), min_length=2, max_length=2),
            max_length=MEESTE_PUNTEN,
        ),
        max_length=MEESTE_PUNTEN,
    )


class AkkoordInvoer(Serializer):
    """Het antwoord van een inwoner; een handtekening zonder lijnen staat op papier."""

    inwoner = serializers.UUIDField()
    wijze = serializers.ChoiceField(choices=AkkoordWijze.choices)
    reden = serializers.CharField(required=False, allow_blank=True, max_length=500)
    handtekening = HandtekeningInvoer(required=False, allow_null=True)


class VaststellingInvoer(Serializer):
    """Wie hoe akkoord ging; `vingerafdruk` is die van wat u hebt laten zien."""

    akkoorden = AkkoordInvoer(many=True, allow_empty=False)
    vingerafdruk = serializers.CharField(required=False, max_length=64)


class RegisseurInvoer(Serializer):
    """De nieuwe regisseur, vanaf vandaag."""

    medewerker = by_id(Medewerker.objects.all())
    reden = serializers.CharField(required=False, allow_blank=True, max_length=300)


class DeelnemerInvoer(Serializer):
    """Wie gaat meedoen in het plan."""

    inwoner = serializers.UUIDField()
    hoedanigheid = serializers.ChoiceField(choices=Hoedanigheid.choices, required=False)


class AanspreekpuntInvoer(Serializer):
    """Een medewerker, of iemand van een partner met naam."""

    medewerker = by_id(Medewerker.objects.all(), required=False, allow_null=True)
    naam = serializers.CharField(required=False, allow_blank=True, max_length=120)
    organisatie = serializers.CharField(required=False, allow_blank=True, max_length=120)
    telefoon = serializers.CharField(required=False, allow_blank=True, max_length=20)


class PartijInvoer(Serializer):
    """Wie welke doelen mag zien, en waarom: toestemming of een artikel van een wet."""

    naam = serializers.CharField(max_length=120)
    soort = serializers.ChoiceField(choices=Partijsoort.choices)
    organisatie = serializers.CharField(required=False, allow_blank=True, max_length=120)
    telefoon = serializers.CharField(required=False, allow_blank=True, max_length=20)
    doelen = serializers.ListField(child=serializers.UUIDField(), allow_empty=False, max_length=50)
    grond = serializers.ChoiceField(choices=Inzagegrond.choices)
    toestemming_van = serializers.ListField(
        child=serializers.UUIDField(), required=False, max_length=50
    )
    wettelijke_grond = serializers.CharField(required=False, allow_blank=True, max_length=120)
    tot = DatumField(required=False, allow_null=True)


class WetswisselingInvoer(Serializer):
    """De nieuwe wet; zonder dag vanaf vandaag."""

    voorbeeld = {"wet": "wmo", "reden": "Daan wordt achttien."}

    wet = by_code(Wet.objects.all())
    per = DatumField(required=False)
    reden = serializers.CharField(required=False, allow_blank=True, max_length=300)
    melding_via = by_code(
        Kanaal.objects.all(),
        required=False,
        allow_null=True,
        help_text="Vraagt de inwoner nu hulp onder de nieuwe wet? Dan komt er een melding.",
    )
    sluit = serializers.ListField(
        child=serializers.UUIDField(),
        required=False,
        max_length=20,
        help_text="Lopende meldingen onder de oude wet die nu sluiten.",
    )


class EvaluatieInvoer(Serializer):
    """Een evaluatie die nog komt."""

    gepland_op = DatumField()


class EvaluatieWijziging(Serializer):
    """Een andere dag, of wat eruit kwam."""

    gepland_op = DatumField(required=False)
    gehouden_op = DatumField(required=False)
    uitkomst = serializers.ChoiceField(choices=EvaluatieUitkomst.choices, required=False)
    verslag = serializers.CharField(required=False, allow_blank=True, max_length=10000)
    volgende_op = DatumField(required=False, allow_null=True)
