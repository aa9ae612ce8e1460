"""How the records of the front door go out; references as ids and codes."""

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from hengelo_sociaal.api.serializers import Serializer
from hengelo_sociaal.termijnen.enums import TermijnStatus
from toegang.enums import (
    Band,
    ContactStatus,
    Geslacht,
    HuisbezoekDoel,
    HuisbezoekStatus,
    MeldingStatus,
    Rol,
)


class HulpvraagKort(Serializer):
    """Een vraag binnen een contact."""

    voorbeeld = {"soort": "rolstoel", "uitkomst": "informatie-en-advies", "wet": "wmo"}

    id = serializers.UUIDField()
    soort = serializers.CharField(source="soort_id")
    toelichting = serializers.CharField()
    uitkomst = serializers.CharField(source="uitkomst_id")
    leefgebied = serializers.CharField(source="leefgebied_id")
    beleidsdomein = serializers.CharField(source="beleidsdomein_id")
    wet = serializers.CharField(source="wet_id", allow_null=True)


class HulpvraagUitvoer(HulpvraagKort):
    """Een vraag met het contact waar zij bij hoort."""

    contact = serializers.UUIDField(source="contact_id")


class ContactUitvoer(Serializer):
    """Een contact; wijk, gemeente en leeftijdsgroep zijn die van de dag zelf."""

    voorbeeld = {"kanaal": "telefoon", "vindplaats": "zorgloket", "wijk": "WK016400"}

    id = serializers.UUIDField()
    kanaal = serializers.CharField(source="kanaal_id")
    vindplaats = serializers.CharField(source="vindplaats_id")
    plaatsgevonden_op = serializers.DateTimeField()
    inwoner = serializers.UUIDField(source="inwoner_id", allow_null=True)
    huishouden = serializers.UUIDField(source="huishouden_id", allow_null=True)
    namens = serializers.CharField(source="namens_id")
    vertegenwoordiger = serializers.UUIDField(source="vertegenwoordiger_id", allow_null=True)
    samenvatting = serializers.CharField()
    wijk = serializers.CharField()
    gemeente = serializers.CharField()
    leeftijdsgroep = serializers.CharField()
    status = serializers.ChoiceField(choices=ContactStatus.choices)
    geregistreerd_door = serializers.UUIDField(source="geregistreerd_door_id")
    geregistreerd_op = serializers.DateTimeField()
    hulpvragen = HulpvraagKort(many=True, source="vragen")


@extend_schema_field(OpenApiTypes.DATE)
class BewaardeDag(serializers.CharField):
    """A day of an explanation, stored with it as text: `2026-01-05`."""


class BewaardeStap(Serializer):
    """Een stap in de uitleg van een termijn, zoals die is vastgelegd."""

    voorbeeld = {"waarom": "Melding: maandag 2 november 2026. Deze dag telt niet mee."}

    datum = BewaardeDag()
    waarom = serializers.CharField()


class TermijnUitvoer(Serializer):
    """Een wettelijke termijn met de uitleg van zijn einddatum."""

    voorbeeld = {"regel": "wmo_onderzoek"}

    id = serializers.UUIDField()
    regel = serializers.CharField(source="regel.code")
    start = serializers.DateField()
    einddatum = serializers.DateField(allow_null=True)
    status = serializers.ChoiceField(choices=TermijnStatus.choices)
    stappen = BewaardeStap(many=True)


class EigenMelding(Serializer):
    """Een melding voor de vindplaats die haar opnam: wat die zelf opgaf, en hoe ver het is."""

    voorbeeld = {
        "nummer": "M-2026-00042",
        "wet": "jeugdwet",
        "verwijzer": "huisarts",
        "verwijzerNaam": "J. Bos",
        "verwijzerOrganisatie": "Huisartsenpraktijk De Es",
        "verwezenOp": "2026-11-02",
    }

    id = serializers.UUIDField()
    nummer = serializers.CharField()
    hulpvraag = serializers.UUIDField(source="hulpvraag_id")
    wet = serializers.CharField(source="wet_id")
    ontvangen_op = serializers.DateField()
    status = serializers.ChoiceField(choices=MeldingStatus.choices)
    verwijzer = serializers.CharField(source="verwijzer_id", allow_null=True)
    verwijzer_naam = serializers.CharField()
    verwijzer_organisatie = serializers.CharField()
    verwezen_op = serializers.DateField(allow_null=True)
    bedreigend = serializers.BooleanField()
    afgerond_op = serializers.DateField(allow_null=True)


class MeldingUitvoer(EigenMelding):
    """Een melding met haar termijnen, en of het huishouden voor het eerst bij ons is."""

    huishouden = serializers.UUIDField(source="huishouden_id")
    inwoner = serializers.UUIDField(source="inwoner_id")
    consulent = serializers.UUIDField(source="consulent_id", allow_null=True)
    team = serializers.UUIDField(source="team_id", allow_null=True)
    ondersteuning_nodig = serializers.BooleanField(allow_null=True)
    aanvraag_op = serializers.DateField(allow_null=True)
    eerste_keer = serializers.BooleanField()
    termijnen = TermijnUitvoer(many=True)


class InwonerUitvoer(Serializer):
    """Een inwoner; het BSN gaat nooit naar buiten, alleen of het bekend is."""

    voorbeeld = {"voornamen": "Jolanda", "geslachtsnaam": "Bos"}

    id = serializers.UUIDField()
    voornamen = serializers.CharField()
    voorletters = serializers.CharField()
    roepnaam = serializers.CharField()
    tussenvoegsel = serializers.CharField()
    geslachtsnaam = serializers.CharField()
    geboortedatum = serializers.DateField(allow_null=True)
    geslacht = serializers.ChoiceField(choices=Geslacht.choices)
    bsn_bekend = serializers.BooleanField(source="heeft_bsn")
    telefoon = serializers.CharField()
    email = serializers.CharField()
    geheim = serializers.BooleanField()
    overleden_op = serializers.DateField(allow_null=True)


class TrefferUitvoer(Serializer):
    """Wat mensen uit elkaar houdt, en niet meer; een geheim adres blijft leeg."""

    voorbeeld = {"naam": "Jolanda Bos", "adres": "Deldenerstraat 12, 7551 AB Hengelo"}

    inwoner = serializers.UUIDField(source="inwoner_id", allow_null=True)
    huishouden = serializers.UUIDField(source="huishouden_id", allow_null=True)
    naam = serializers.CharField()
    geboortedatum = serializers.DateField(allow_null=True)
    adres = serializers.CharField()
    geheim = serializers.BooleanField()
    overleden = serializers.BooleanField()
    lopende_meldingen = serializers.IntegerField()
    reden = serializers.CharField()


class ZoekUitvoer(Serializer):
    """Ten hoogste vijftig treffers, de beste eerst."""

    resultaten = TrefferUitvoer(many=True)


class AdresUitvoer(Serializer):
    """Een adres met waar het ligt; leeg wat niet bekend is."""

    voorbeeld = {"straat": "Deldenerstraat", "huisnummer": 12, "buurt": "BU01640000"}

    straat = serializers.CharField()
    huisnummer = serializers.IntegerField(allow_null=True)
    toevoeging = serializers.CharField()
    postcode = serializers.CharField(required=False)
    woonplaats = serializers.CharField()
    geheim = serializers.BooleanField()
    buurt = serializers.CharField(source="buurt_id", allow_null=True)
    wijk = serializers.CharField(source="wijk_id", allow_null=True)
    gemeente = serializers.CharField(source="gemeente_id", allow_null=True)


class LidUitvoer(Serializer):
    """Wie bij een huishouden hoort, en wanneer; `van` en `tot` horen erbij."""

    inwoner = serializers.UUIDField(source="inwoner_id")
    rol = serializers.ChoiceField(choices=Rol.choices)
    band = serializers.ChoiceField(choices=Band.choices)
    van = serializers.DateField()
    tot = serializers.DateField(allow_null=True)


class HuishoudenUitvoer(Serializer):
    """Een huishouden met wie er nu bij hoort."""

    id = serializers.UUIDField(source="huishouden.pk")
    adres = AdresUitvoer(source="huishouden")
    leden = LidUitvoer(many=True)


class HuisbezoekUitvoer(Serializer):
    """Een huisbezoek; het verslag staat in het dossier."""

    id = serializers.UUIDField()
    huishouden = serializers.UUIDField(source="huishouden_id")
    melding = serializers.UUIDField(source="melding_id", allow_null=True)
    medewerker = serializers.UUIDField(source="medewerker_id")
    gepland_op = serializers.DateTimeField()
    status = serializers.ChoiceField(choices=HuisbezoekStatus.choices)
    doel = serializers.ChoiceField(choices=HuisbezoekDoel.choices)
    toestemming = serializers.BooleanField(allow_null=True)
    uitgevoerd_op = serializers.DateTimeField(allow_null=True)
