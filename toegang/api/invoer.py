"""What may be sent in. The names are those of the operations."""

from typing import Any

from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, ValidationError

from hengelo_sociaal.api.serializers import Serializer
from hengelo_sociaal.api.velden import CodeField, DatumField, MomentField
from hengelo_sociaal.termijnen.rekenen.duur import KALENDEREENHEDEN
from hengelo_sociaal.termijnen.rekenen.soorten import Eenheid, Opschortgrond
from hengelo_sociaal.waarden.models import Beleidsdomein, Leefgebied, Wet
from toegang.enums import Band, Geslacht, HuisbezoekDoel, Rol
from toegang.models import Dubbelreden, Kanaal, Namens, Soort, Uitkomst, Verwijzer, Vindplaats


def text(most: int) -> serializers.CharField:
    """Words that may be left out."""
    return serializers.CharField(max_length=most, required=False, allow_blank=True)


class VraagInvoer(Serializer):
    """Een vraag; leefgebied en wet volgen uit de soort als u ze weglaat."""

    voorbeeld = {"soort": "rolstoel", "uitkomst": "informatie-en-advies"}

    soort = CodeField(Soort)
    toelichting = text(500)
    uitkomst = CodeField(Uitkomst, required=False)
    leefgebied = CodeField(Leefgebied, required=False, allow_null=True)
    wet = CodeField(Wet, required=False, allow_null=True)


class GenoemdInvoer(Serializer):
    """Een inwoner die u noemt en niet mag zoeken; u hoort niet of die bekend is."""

    voorbeeld = {
        "voornamen": "Roos",
        "geslachtsnaam": "Wegdam",
        "geboortedatum": "2011-04-09",
        "bsn": "123456782",
    }

    voornamen = serializers.CharField(max_length=120)
    tussenvoegsel = text(20)
    geslachtsnaam = serializers.CharField(max_length=120)
    geboortedatum = DatumField()
    bsn = serializers.RegexField(r"^\d{9}$", required=False, write_only=True)
    telefoon = text(20)


class ContactInvoer(Serializer):
    """Een contact met een of meer vragen; zonder inwoner is het anoniem."""

    voorbeeld = {"kanaal": "telefoon", "vindplaats": "zorgloket", "namens": "zelf"}

    kanaal = CodeField(Kanaal)
    vindplaats = CodeField(Vindplaats)
    plaatsgevonden_op = MomentField()
    inwoner = serializers.UUIDField(required=False, allow_null=True)
    huishouden = serializers.UUIDField(required=False, allow_null=True)
    genoemd = GenoemdInvoer(required=False, allow_null=True)
    namens = CodeField(Namens, required=False)
    vertegenwoordiger = serializers.UUIDField(
        required=False,
        allow_null=True,
        help_text="De bekende vertegenwoordiger die het vraagt; `namens` volgt daaruit.",
    )
    samenvatting = text(1000)
    hulpvragen = VraagInvoer(many=True, allow_empty=False)


class HulpvraagWijziging(Serializer):
    """Wat er aan een vraag verandert; wat u weglaat blijft."""

    voorbeeld = {"uitkomst": "doorverwezen"}

    soort = CodeField(Soort)
    toelichting = serializers.CharField(max_length=500, allow_blank=True)
    uitkomst = CodeField(Uitkomst)
    leefgebied = CodeField(Leefgebied)
    beleidsdomein = CodeField(Beleidsdomein)
    wet = CodeField(Wet, allow_null=True)


class MeldingInvoer(Serializer):
    """Onder welke wet, en wanneer ontvangen; bij de Jeugdwet eventueel wie verwees."""

    voorbeeld = {
        "wet": "jeugdwet",
        "ontvangenOp": "2026-03-02",
        "verwijzer": "huisarts",
        "verwijzerNaam": "J. Bos",
        "verwijzerOrganisatie": "Huisartsenpraktijk De Es",
        "verwezenOp": "2026-02-27",
    }

    wet = CodeField(Wet)
    ontvangen_op = DatumField()
    verwijzer = CodeField(Verwijzer, required=False, allow_null=True)
    verwijzer_naam = text(120)
    verwijzer_organisatie = text(120)
    verwezen_op = DatumField(required=False, allow_null=True)
    bedreigend = serializers.BooleanField(required=False)


class OpschortingInvoer(Serializer):
    """Waarom de termijn stilstaat (Awb artikel 4:15), vanaf de dag na de uitnodiging."""

    grond = serializers.ChoiceField(choices=Opschortgrond.keuzes())
    uitnodiging_op = DatumField()
    hersteltermijn_tot = DatumField(required=False, allow_null=True)
    toelichting = text(200)


class HervattingInvoer(Serializer):
    """De dag waarop de aanvraag compleet was."""

    op = DatumField()


class VerlengingInvoer(Serializer):
    """Hoeveel langer, en wanneer dat aan de aanvrager is gemeld (Awb artikel 4:14)."""

    voorbeeld = {"aantal": 2, "eenheid": "weken"}

    aantal = serializers.IntegerField(min_value=1, max_value=1000)
    eenheid = serializers.ChoiceField(
        choices=[keuze for keuze in Eenheid.keuzes() if keuze[0] in KALENDEREENHEDEN]
    )
    kennisgeving_op = DatumField()
    toelichting = text(200)


class NegeerDuplicaat(Serializer):
    """Waarom het toch iemand anders is."""

    voorbeeld = {"reden": "tweeling"}

    reden = CodeField(Dubbelreden)


class InwonerInvoer(Serializer):
    """Een nieuwe inwoner; alleen de achternaam is altijd nodig."""

    voorbeeld = {
        "voornamen": "Jolanda",
        "geslachtsnaam": "Bos",
        "geboortedatum": "1984-03-09",
        "email": "jolanda@voorbeeld.example",
    }

    voornamen = text(120)
    voorletters = text(20)
    roepnaam = text(60)
    tussenvoegsel = text(20)
    geslachtsnaam = serializers.CharField(max_length=120)
    geboortedatum = DatumField(required=False, allow_null=True)
    geslacht = serializers.ChoiceField(choices=Geslacht.choices, required=False)
    bsn = serializers.CharField(max_length=9, required=False, allow_null=True, write_only=True)
    telefoon = text(20)
    email = serializers.EmailField(max_length=254, required=False, allow_blank=True)
    geheim = serializers.BooleanField(required=False)
    negeer_duplicaat = NegeerDuplicaat(required=False)


class ZoekInvoer(Serializer):
    """Een BSN, een naam met geboortedatum, een adres, of wat iemand in het zoekvak typt."""

    voorbeeld = {"vrij": "Bos 9-3-1984"}

    bsn = serializers.RegexField(r"^\d{9}$", required=False)
    geslachtsnaam = serializers.CharField(max_length=120, required=False)
    geboortedatum = DatumField(required=False)
    postcode = serializers.RegexField(r"^[1-9]\d{3} ?[A-Za-z]{2}$", required=False)
    huisnummer = serializers.IntegerField(min_value=1, max_value=99999, required=False)
    vrij = serializers.CharField(max_length=200, required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if not attrs:
            raise ValidationError([ErrorDetail("Vul iets in om te zoeken.", "verplicht")])
        if "huisnummer" in attrs and "postcode" not in attrs:
            raise ValidationError(
                {"postcode": [ErrorDetail("Geef ook de postcode op.", "verplicht")]}
            )
        return attrs


class AdresInvoer(Serializer):
    """Een adres met postcode; buurt, wijk en gemeente volgen eruit."""

    voorbeeld = {"straat": "Deldenerstraat", "huisnummer": 12, "woonplaats": "Hengelo"}

    straat = serializers.CharField(max_length=100)
    huisnummer = serializers.IntegerField(min_value=1, max_value=99999)
    toevoeging = text(10)
    # Always needed; the description cannot say so, because of the official linter.
    postcode = serializers.CharField(max_length=7, required=False, help_text="Altijd nodig.")
    woonplaats = serializers.CharField(max_length=80)
    geheim = serializers.BooleanField(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if "postcode" not in attrs:
            raise ValidationError({"postcode": [ErrorDetail("Vul de postcode in.", "required")]})
        return attrs


class LidInvoer(Serializer):
    """Wie bij het huishouden hoort; zonder band woont iemand er."""

    inwoner = serializers.UUIDField()
    rol = serializers.ChoiceField(choices=Rol.choices)
    band = serializers.ChoiceField(choices=Band.choices, required=False)


class HuishoudenInvoer(Serializer):
    """Een nieuw huishouden; de leden mogen later komen."""

    adres = AdresInvoer()
    leden = LidInvoer(many=True, required=False)


class HuisbezoekInvoer(Serializer):
    """Een huisbezoek plannen; zonder medewerker gaat u zelf."""

    voorbeeld = {"geplandOp": "2027-03-02T10:00:00+01:00"}

    huishouden = serializers.UUIDField()
    melding = serializers.UUIDField(required=False, allow_null=True)
    medewerker = serializers.UUIDField(required=False)
    gepland_op = MomentField()
    doel = serializers.ChoiceField(choices=HuisbezoekDoel.choices, required=False)
