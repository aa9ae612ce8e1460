"""How plans go out; dates as days, money in euro cents, references as ids and codes."""

from rest_framework import serializers

from hengelo_sociaal.api.serializers import Serializer
from plannen.enums import (
    AfspraakStatus,
    AkkoordWijze,
    Conceptstand,
    DoelStatus,
    EvaluatieUitkomst,
    Herhaling,
    Hoedanigheid,
    Inzagegrond,
    Keeruitkomst,
    Partijsoort,
    PlanStatus,
    PlanUitkomst,
    RedenNietLichter,
    Trede,
)


class VoortgangUitvoer(Serializer):
    """Hoe ver iemand een doel vindt: stap 1 (nog niet begonnen) tot en met 5 (bereikt)."""

    id = serializers.UUIDField()
    stap = serializers.IntegerField(min_value=1, max_value=5)
    inwoner = serializers.UUIDField(source="inwoner_id", allow_null=True)
    medewerker = serializers.UUIDField(source="medewerker_id", allow_null=True)
    op = serializers.DateTimeField()
    toelichting = serializers.CharField()


class WetswisselingUitvoer(Serializer):
    """Een overstap van een afspraak naar een andere wet, met wat vooraf is verteld."""

    id = serializers.UUIDField()
    afspraak = serializers.UUIDField(source="afspraak_id")
    van_wet = serializers.CharField(source="van_wet_id", allow_null=True)
    naar_wet = serializers.CharField(source="naar_wet_id")
    per = serializers.DateField()
    reden = serializers.CharField()
    gevolgen = serializers.ListField(child=serializers.CharField())
    op = serializers.DateTimeField()
    uitgevoerd_op = serializers.DateTimeField(
        allow_null=True, help_text="Leeg zolang de overstap nog moet komen."
    )


class AfspraakUitvoer(Serializer):
    """Wie wat wanneer doet. De wet staat hier, nooit op het plan of het doel."""

    id = serializers.UUIDField()
    doel = serializers.UUIDField(source="doel_id")
    trede = serializers.ChoiceField(choices=Trede.choices)
    omschrijving = serializers.CharField()
    inwoner = serializers.UUIDField(source="inwoner_id", allow_null=True)
    medewerker = serializers.UUIDField(source="medewerker_id", allow_null=True)
    naam = serializers.CharField()
    organisatie = serializers.CharField()
    uiterlijk = serializers.DateField(allow_null=True)
    herhaling = serializers.ChoiceField(choices=Herhaling.choices)
    weekdagen = serializers.ListField(child=serializers.IntegerField())
    maanddag = serializers.IntegerField(allow_null=True)
    eerste_keer = serializers.DateField(allow_null=True)
    laatste_keer = serializers.DateField(allow_null=True)
    wet = serializers.CharField(source="wet_id", allow_null=True)
    voorziening = serializers.UUIDField(source="voorziening_id", allow_null=True)
    toewijzing = serializers.UUIDField(source="toewijzing_id", allow_null=True)
    kosten_schatting = serializers.IntegerField(allow_null=True)
    reden_niet_lichter = serializers.ChoiceField(choices=RedenNietLichter.choices, allow_null=True)
    reden_toelichting = serializers.CharField()
    status = serializers.ChoiceField(choices=AfspraakStatus.choices)
    gedaan_op = serializers.DateField(allow_null=True)


class KeerUitvoer(Serializer):
    """Een keer van een afspraak die terugkomt."""

    id = serializers.UUIDField()
    afspraak = serializers.UUIDField(source="afspraak_id")
    dag = serializers.DateField()
    uitkomst = serializers.ChoiceField(choices=Keeruitkomst.choices)
    reden = serializers.CharField()
    op = serializers.DateTimeField()


class DoelUitvoer(Serializer):
    """Een doel zonder inwoner is van het hele huishouden."""

    id = serializers.UUIDField()
    plan = serializers.UUIDField(source="plan_id")
    inwoner = serializers.UUIDField(source="inwoner_id", allow_null=True)
    leefgebied = serializers.CharField(source="leefgebied_id")
    omschrijving = serializers.CharField()
    prioriteit = serializers.IntegerField(min_value=1, max_value=3)
    gewenst_op = serializers.DateField(allow_null=True)
    status = serializers.ChoiceField(choices=DoelStatus.choices)
    hulpvraag = serializers.UUIDField(source="hulpvraag_id", allow_null=True)
    slotwoord = serializers.CharField()
    volgorde = serializers.IntegerField()


class DoelVolledig(DoelUitvoer):
    """Een doel met zijn afspraken en voortgang, de nieuwste voortgang eerst."""

    afspraken = AfspraakUitvoer(many=True)
    voortgang = VoortgangUitvoer(many=True)


class DeelnameUitvoer(Serializer):
    """Wie meedoet in het plan; tot is de eerste dag zonder."""

    id = serializers.UUIDField()
    inwoner = serializers.UUIDField(source="inwoner_id")
    hoedanigheid = serializers.ChoiceField(choices=Hoedanigheid.choices)
    van = serializers.DateField()
    tot = serializers.DateField(allow_null=True)


class AanspreekpuntUitvoer(Serializer):
    """Wie het huishouden kan bellen; tot is de dag waarop een ander het werd."""

    id = serializers.UUIDField()
    medewerker = serializers.UUIDField(source="medewerker_id", allow_null=True)
    naam = serializers.CharField()
    organisatie = serializers.CharField()
    telefoon = serializers.CharField()
    van = serializers.DateField()
    tot = serializers.DateField(allow_null=True)


class PartijUitvoer(Serializer):
    """Wie van buiten welke doelen mag zien; tot is de eerste dag dat het niet meer mag."""

    id = serializers.UUIDField()
    naam = serializers.CharField()
    soort = serializers.ChoiceField(choices=Partijsoort.choices)
    organisatie = serializers.CharField()
    telefoon = serializers.CharField()
    doelen = serializers.ListField(child=serializers.UUIDField(), source="doel_ids")
    grond = serializers.ChoiceField(choices=Inzagegrond.choices)
    wettelijke_grond = serializers.CharField()
    van = serializers.DateField()
    tot = serializers.DateField(allow_null=True)


class RegisseurUitvoer(Serializer):
    """Een periode van een regisseur; tot is de dag van de overdracht."""

    id = serializers.UUIDField()
    medewerker = serializers.UUIDField(source="medewerker_id")
    naam = serializers.CharField(source="medewerker.naam")
    van = serializers.DateField()
    tot = serializers.DateField(allow_null=True)


class EvaluatieUitvoer(Serializer):
    """Een evaluatie, gepland of gehouden."""

    id = serializers.UUIDField()
    plan = serializers.UUIDField(source="plan_id")
    gepland_op = serializers.DateField()
    gehouden_op = serializers.DateField(allow_null=True)
    uitkomst = serializers.ChoiceField(choices=EvaluatieUitkomst.choices, allow_null=True)
    verslag = serializers.CharField()


class AkkoordUitvoer(Serializer):
    """Hoe een inwoner akkoord ging, of waarom niet."""

    inwoner = serializers.UUIDField(source="inwoner_id")
    wijze = serializers.ChoiceField(choices=AkkoordWijze.choices)
    reden = serializers.CharField()


class HandtekeningUitvoer(Serializer):
    """Lijnen van punten [x, y] in een vlak van breedte bij hoogte."""

    breedte = serializers.IntegerField()
    hoogte = serializers.IntegerField()
    lijnen = serializers.ListField(
        child=serializers.ListField(child=serializers.ListField(child=serializers.FloatField()))
    )


class AkkoordVolledig(AkkoordUitvoer):
    """Het antwoord van een inwoner, met wat op het scherm is getekend; op papier is dat leeg."""

    handtekening = HandtekeningUitvoer(allow_null=True)


class VaststellingKort(Serializer):
    """Een vastgestelde versie, zonder de inhoud."""

    id = serializers.UUIDField()
    plan = serializers.UUIDField(source="plan_id")
    versie = serializers.IntegerField()
    vingerafdruk = serializers.CharField(help_text="SHA-256 van de inhoud.")
    op = serializers.DateTimeField()
    akkoorden = AkkoordUitvoer(many=True)


class VaststellingUitvoer(VaststellingKort):
    """Een vastgestelde versie met de bevroren inhoud en de handtekeningen."""

    akkoorden = AkkoordVolledig(many=True)

    inhoud = serializers.JSONField()


class PlanKern(Serializer):
    """Het plan zelf, zonder de onderdelen."""

    id = serializers.UUIDField()
    nummer = serializers.CharField()
    huishouden = serializers.UUIDField(source="huishouden_id")
    status = serializers.ChoiceField(choices=PlanStatus.choices)
    wat_telt = serializers.CharField(help_text="Wat het belangrijkst is, in eigen woorden.")
    begonnen_op = serializers.DateField()
    beeindigd_op = serializers.DateField(allow_null=True)
    uitkomst = serializers.ChoiceField(choices=PlanUitkomst.choices, allow_null=True)
    heeft_nieuws = serializers.BooleanField(
        help_text="Er is iets veranderd dat nog niet is vastgesteld."
    )
    reden = serializers.CharField(help_text="Toelichting bij het einde.")
    vindplaats = serializers.CharField(
        source="vindplaats_id",
        allow_null=True,
        help_text="Bij een concept van een vindplaats; leeg bij een plan van de gemeente.",
    )
    aangeboden_op = serializers.DateField(allow_null=True)
    stand = serializers.ChoiceField(
        source="conceptstand",
        choices=Conceptstand.choices,
        allow_null=True,
        help_text="Wat er met het concept van een vindplaats gebeurde.",
    )


class ConceptUitvoer(Serializer):
    """Een concept van een vindplaats in een lijst, en wat ermee gebeurde."""

    voorbeeld = {"nummer": "PL-2026-00042", "vindplaats": "poh-jeugd", "stand": "aangeboden"}

    id = serializers.UUIDField()
    nummer = serializers.CharField()
    vindplaats = serializers.CharField(source="vindplaats_id")
    stand = serializers.ChoiceField(source="conceptstand", choices=Conceptstand.choices)
    begonnen_op = serializers.DateField()
    aangeboden_op = serializers.DateField(allow_null=True)
    beeindigd_op = serializers.DateField(allow_null=True)
    reden = serializers.CharField(help_text="Waarom het niet is overgenomen.")
    deelnemers = DeelnameUitvoer(many=True, source="deelnames")


class PlanUitvoer(PlanKern):
    """Een plan met alle onderdelen."""

    deelnemers = DeelnameUitvoer(many=True, source="deelnames")
    doelen = DoelVolledig(many=True)
    regisseurs = RegisseurUitvoer(many=True)
    aanspreekpunten = AanspreekpuntUitvoer(many=True)
    partijen = PartijUitvoer(many=True)
    evaluaties = EvaluatieUitvoer(many=True)
    vaststellingen = VaststellingKort(many=True)


class PlanSamenvatting(Serializer):
    """Wat de balie ziet: dat er een plan is, en bij wie het huishouden terecht kan."""

    id = serializers.UUIDField()
    nummer = serializers.CharField()
    huishouden = serializers.UUIDField(source="huishouden_id")
    status = serializers.ChoiceField(choices=PlanStatus.choices)
    begonnen_op = serializers.DateField()
    regisseurs = RegisseurUitvoer(many=True)
