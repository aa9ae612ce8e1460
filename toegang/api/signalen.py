"""Signals about debts: the cases, one case, and taking signals in (Wgs 3 lid 1 onder b)."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from rest_framework import serializers

from hengelo_sociaal.api.basis import Actie, Detail, Lijst
from hengelo_sociaal.api.serializers import Serializer
from hengelo_sociaal.api.velden import DatumField
from hengelo_sociaal.api.vragen import LijstVragen
from hengelo_sociaal.kern.nummers import normalise_postcode, voldoet_aan_elfproef
from hengelo_sociaal.kern.tijd import dag_van, nu
from hengelo_sociaal.logboek.domain import log_list
from toegang.api.vragen import in_order
from toegang.domain.signalen import Signaalregel, load_signalen, look_at_zaak
from toegang.domain.signalen.inlezen import Ingelezen, day_refused
from toegang.enums import (
    Pogingresultaat,
    Pogingsoort,
    Signaalsoort,
    SignaalUitkomst,
    SignaalzaakStatus,
)
from toegang.models import Signaal, Signaalzaak
from toegang.queries.zicht import visible_signals
from toegang.rechten import SIGNAAL_INLEZEN, SIGNAAL_LEZEN

DOEL = "signalen over schulden verwerken via de API"
MEESTE = 1000
_DAG = "2026-11-02"


class SignaalVragen(LijstVragen):
    """Both days are part of the period: when the first signal came in."""

    ontvangen_van = DatumField()
    ontvangen_tot = DatumField()
    status = serializers.ChoiceField(choices=SignaalzaakStatus.choices)
    uitkomst = serializers.ChoiceField(choices=SignaalUitkomst.choices)
    huishouden = serializers.UUIDField()
    consulent = serializers.UUIDField()

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        return in_order(attrs, "ontvangen_van", "ontvangen_tot", "ontvangenTot")


class SignaalInvoer(Serializer):
    """Een achterstand, gemeld door een verhuurder, energie- of waterbedrijf of verzekeraar."""

    voorbeeld = {
        "melder": "Welbions",
        "soort": "huur",
        "kenmerk": "2026-000123",
        "ontvangenOp": _DAG,
        "bedrag": 184250,
        "maanden": 3,
        "geslachtsnaam": "Bos",
        "bsn": "123456782",
        "huisnummer": 12,
        "email": "bos@voorbeeld.example",
    }

    melder = serializers.CharField(max_length=80)
    soort = serializers.ChoiceField(choices=Signaalsoort.choices)
    kenmerk = serializers.CharField(max_length=60)
    ontvangen_op = DatumField()
    bedrag = serializers.IntegerField(
        min_value=0, max_value=100_000_000, help_text="De achterstand in eurocenten."
    )
    maanden = serializers.IntegerField(min_value=0, max_value=1000)
    geslachtsnaam = serializers.CharField(max_length=95)
    voorletters = serializers.CharField(max_length=20, required=False, allow_blank=True)
    geboortedatum = DatumField(required=False, allow_null=True)
    bsn = serializers.RegexField(
        r"^\d{9}$",
        required=False,
        write_only=True,
        help_text="Om iemand te vinden; wij bewaren het niet.",
    )
    straat = serializers.CharField(max_length=100, required=False, allow_blank=True)
    huisnummer = serializers.IntegerField(min_value=1, max_value=32_000)
    toevoeging = serializers.CharField(max_length=10, required=False, allow_blank=True)
    # Always needed; the description cannot say so, because of the official linter.
    postcode = serializers.CharField(max_length=7, required=False, help_text="Altijd nodig.")
    woonplaats = serializers.CharField(max_length=80, required=False, allow_blank=True)
    telefoon = serializers.CharField(max_length=20, required=False, allow_blank=True)
    email = serializers.EmailField(max_length=254, required=False, allow_blank=True)

    def validate_bsn(self, value: str) -> str:
        """Nine digits that pass the test of eleven."""
        if not voldoet_aan_elfproef(value):
            raise serializers.ValidationError("Dit is geen geldig BSN.", "elfproef")
        return value

    def validate_postcode(self, value: str) -> str:
        """Four digits and two letters, however they are written."""
        return normalise_postcode(value)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if "postcode" not in attrs:
            raise serializers.ValidationError({"postcode": "Vul de postcode in."}, "required")
        today = dag_van(nu())
        refused = day_refused(attrs["ontvangen_op"], op=today)
        if refused:
            raise serializers.ValidationError({"ontvangenOp": refused})
        born = attrs.get("geboortedatum")
        if born is not None and born > today:
            raise serializers.ValidationError({"geboortedatum": "Deze dag moet nog komen."})
        return attrs


class SignalenInvoer(Serializer):
    """Ten hoogste duizend signalen; alles of niets. Wat al bekend was, verandert niets."""

    signalen = SignaalInvoer(many=True, allow_empty=False)

    def validate_signalen(self, value: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """No more than one request can hold, and the same signal once."""
        if len(value) > MEESTE:
            reason = f"Stuur ten hoogste {MEESTE} signalen in een keer."
            raise serializers.ValidationError(reason, "te-veel")
        keys = [(one["melder"], one["kenmerk"], one["ontvangen_op"]) for one in value]
        if len(set(keys)) < len(keys):
            reason = "Een signaal staat er twee keer in: dezelfde melder, kenmerk en dag."
            raise serializers.ValidationError(reason, "dubbel")
        return value


class IngelezenUitvoer(Serializer):
    """Wat er veranderde."""

    voorbeeld = {"nieuw": 12, "gewijzigd": 1, "gelijk": 0}

    nieuw = serializers.IntegerField()
    gewijzigd = serializers.IntegerField()
    gelijk = serializers.IntegerField()


class ZaakUitvoer(Serializer):
    """De signalen op een adres, samen opgevolgd."""

    voorbeeld = {"nummer": "VS-2026-00042", "status": "aangeboden", "aantalSignalen": 2}

    id = serializers.UUIDField()
    nummer = serializers.CharField()
    adres = serializers.CharField(help_text="Leeg als de gegevens zijn gewist.")
    huishouden = serializers.UUIDField(source="huishouden_id", allow_null=True)
    inwoner = serializers.UUIDField(source="inwoner_id", allow_null=True)
    team = serializers.UUIDField(source="team_id", allow_null=True)
    consulent = serializers.UUIDField(source="consulent_id", allow_null=True)
    ontvangen_op = serializers.DateField()
    aanbod_uiterlijk = serializers.DateField(source="termijn.einddatum", allow_null=True)
    aanbod_op = serializers.DateField(allow_null=True)
    status = serializers.ChoiceField(choices=SignaalzaakStatus.choices)
    uitkomst = serializers.CharField(help_text="Leeg zolang de zaak loopt.")
    afgesloten_op = serializers.DateField(allow_null=True)
    melding = serializers.UUIDField(source="melding_id", allow_null=True)
    aantal_signalen = serializers.IntegerField()


class SignaalUitvoer(Serializer):
    """Een achterstand die werd gemeld; het BSN bewaren wij niet."""

    id = serializers.UUIDField()
    soort = serializers.ChoiceField(choices=Signaalsoort.choices)
    melder = serializers.CharField()
    kenmerk = serializers.CharField()
    ontvangen_op = serializers.DateField()
    bedrag = serializers.IntegerField(help_text="De achterstand in eurocenten.")
    maanden = serializers.IntegerField()


class PogingUitvoer(Serializer):
    """Een keer dat wij iemand probeerden te bereiken."""

    id = serializers.UUIDField()
    soort = serializers.ChoiceField(choices=Pogingsoort.choices)
    resultaat = serializers.ChoiceField(choices=Pogingresultaat.choices)
    op = serializers.DateField()
    door = serializers.UUIDField(source="door_id")


class ZaakVolledig(ZaakUitvoer):
    """Een zaak met de signalen en wat er is geprobeerd."""

    signalen = SignaalUitvoer(many=True)
    pogingen = PogingUitvoer(many=True)


class Signalen(Actie, Lijst):
    """Zaken met signalen over schulden, de nieuwste eerst; en signalen inlezen."""

    uitleg = {"GET": "Signalen over schulden", "POST": "Signalen over schulden inlezen"}
    rechten = {"GET": SIGNAAL_LEZEN, "POST": SIGNAAL_INLEZEN}
    query_class = SignaalVragen
    input_class, output_class, detail_class = SignalenInvoer, ZaakUitvoer, IngelezenUitvoer
    ordering = "-ontvangen_op"

    def rows(self) -> QuerySet[Signaalzaak]:
        days = {
            f"ontvangen_op__{how}": self.query[name]
            for name, how in (("ontvangen_van", "gte"), ("ontvangen_tot", "lte"))
            if name in self.query
        }
        names = ("status", "uitkomst", "huishouden", "consulent")
        plain = {name: self.query[name] for name in names if name in self.query}
        mine = visible_signals(self.by, op=dag_van(nu())).filter(**days, **plain)
        # Counted for the rows of one page only, not for all that could be on it.
        signals = Signaal.objects.filter(zaak=OuterRef("pk")).order_by().values("zaak")
        number = Subquery(signals.annotate(aantal=Count("pk")).values("aantal"))
        return mine.select_related("termijn").annotate(aantal_signalen=Coalesce(number, 0))

    def seen(self, things: Sequence[Signaalzaak]) -> None:
        log_list(
            by=self.by,
            soort="signaalzaak",
            inwoners=[zaak.inwoner_id for zaak in things],
            at=nu(),
            doel=DOEL,
            filters=self.query,
        )

    def create(self, data: dict[str, Any], **kwargs: Any) -> Ingelezen:
        lines = [Signaalregel(**one) for one in data["signalen"]]
        return load_signalen(regels=lines, by=self.by, at=nu())

    def represent(self, thing: Any) -> dict[str, Any]:
        shape = IngelezenUitvoer if isinstance(thing, Ingelezen) else ZaakUitvoer
        return shape.represent(thing)


class SignaalDetail(Detail):
    """Een zaak met haar signalen en de pogingen om iemand te bereiken."""

    uitleg = {"GET": "Een zaak met signalen over schulden"}
    rechten = {"GET": SIGNAAL_LEZEN}
    output_class = ZaakVolledig

    def find(self, **kwargs: Any) -> Signaalzaak:
        found = look_at_zaak(by=self.by, zaak_id=kwargs["id"], at=nu())
        found.aantal_signalen = len(found.signalen.all())  # type: ignore[attr-defined]
        return found
