"""The decision of the municipality on help."""

import datetime as dt
import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from aanbieders.enums import Eenheid, Frequentie
from aanbieders.models.contracten import MAX_CENT
from hengelo_sociaal.termijnen.models import Termijn
from plannen.enums import (
    Besluitsoort,
    BesluitStatus,
    BezwaarStatus,
    Leveringsvorm,
)
from plannen.models.afspraak import Afspraak
from plannen.models.onderdeel import Onderdeel
from plannen.models.regels import Besluitreden

TOEKENNEND = [
    Besluitsoort.TOEKENNING.value,
    Besluitsoort.GEDEELTELIJK.value,
    Besluitsoort.HERZIENING.value,
]
_VAST = [BesluitStatus.GENOMEN.value, BesluitStatus.BEKENDGEMAAKT.value]
CLOSED = [BezwaarStatus.BESLIST.value, BezwaarStatus.INGETROKKEN.value]


class BesluitQuerySet(models.QuerySet["Besluit"]):
    """Besluiten by where they stand."""

    def in_werking(self, dag: dt.date) -> "BesluitQuerySet":
        """Those that grant help and hold on a day: made known, and not yet taken back."""
        return self.filter(
            Q(tot__isnull=True) | Q(tot__gte=dag),
            Q(vervangen_per__isnull=True) | Q(vervangen_per__gt=dag),
            status=BesluitStatus.BEKENDGEMAAKT,
            soort__in=TOEKENNEND,
            van__lte=dag,
        )

    def onherroepelijk(self, dag: dt.date) -> "BesluitQuerySet":
        """Those against which nothing can be done any more, nor is being done (Awb 6:7)."""
        objection = self.model._meta.get_field("bezwaren").related_model._default_manager
        open_ = objection.filter(besluit=OuterRef("pk")).filter(
            ~Q(status__in=CLOSED) | Q(beroepstermijn__einddatum__gte=dag)
        )
        return self.filter(~Exists(open_), bezwaartermijn__einddatum__lt=dag)


class Besluit(Onderdeel):
    """What the municipality decides about help for a resident (Awb 1:3; Wmo 2.3.5).

    Drafted by one, decided by another above a set amount or on refusal, then made known by
    letter. From that day nothing of it changes; only a later besluit can end it
    (`vervangen_per` is the first day on which it no longer holds). A draft may be handed over:
    `opgesteld_door` is who goes on with it, and none of those before may be the second reader
    or handle an objection against it either. Amounts in euro cents,
    `tarief_cent` per unit, `bijdrage_cent` per month, both as they were on the day.
    """

    nummer = models.CharField("nummer", max_length=20, unique=True)
    soort = models.CharField("soort besluit", max_length=30, choices=Besluitsoort.choices)
    status = models.CharField(
        "status", max_length=15, choices=BesluitStatus.choices, default=BesluitStatus.CONCEPT
    )
    inwoner = models.ForeignKey(
        "toegang.Inwoner", models.PROTECT, related_name="besluiten", verbose_name="inwoner"
    )
    huishouden = models.ForeignKey(
        "toegang.Huishouden", models.PROTECT, related_name="besluiten", verbose_name="huishouden"
    )
    wet = models.ForeignKey("waarden.Wet", models.PROTECT, related_name="+", verbose_name="wet")
    melding = models.ForeignKey(
        "toegang.Melding",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="besluiten",
        verbose_name="melding",
    )
    afspraak = models.ForeignKey(
        Afspraak,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="besluiten",
        verbose_name="afspraak",
    )
    eerder = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="volgende",
        verbose_name="eerder besluit",
    )
    gevraagd = models.CharField("wat is gevraagd", max_length=300)
    aanvraag_op = models.DateField("aanvraag van", null=True, blank=True)
    leveringsvorm = models.CharField(
        "hoe", max_length=4, choices=Leveringsvorm.choices, null=True, blank=True
    )
    contract = models.ForeignKey(
        "aanbieders.Contract",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="besluiten",
        verbose_name="contract",
    )
    product = models.ForeignKey(
        "aanbieders.Product",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="besluiten",
        verbose_name="product",
    )
    volume = models.PositiveIntegerField("hoeveel", null=True, blank=True)
    eenheid = models.CharField(
        "eenheid", max_length=2, choices=Eenheid.choices, null=True, blank=True
    )
    frequentie = models.CharField(
        "hoe vaak", max_length=1, choices=Frequentie.choices, null=True, blank=True
    )
    van = models.DateField("vanaf", null=True, blank=True)
    tot = models.DateField("tot en met", null=True, blank=True)
    tarief_cent = models.PositiveBigIntegerField("prijs per eenheid", null=True, blank=True)
    bijdrage_cent = models.PositiveBigIntegerField(
        "eigen bijdrage per maand", null=True, blank=True
    )
    reden = models.ForeignKey(
        Besluitreden,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="reden",
    )
    motivering = models.TextField("waarom wij dit besluiten", blank=True)
    aanvulling_gevraagd_op = models.DateField("om aanvulling gevraagd op", null=True, blank=True)
    hersteltermijn_tot = models.DateField("aanvullen tot en met", null=True, blank=True)
    opgesteld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="opgesteld door"
    )
    eerdere_opstellers = ArrayField(
        models.UUIDField(),
        verbose_name="eerder opgesteld door",
        default=list,
        blank=True,
        editable=False,
        help_text="Wie aan dit besluit schreef en het nu niet afmaakt.",
    )
    opgesteld_op = models.DateTimeField("opgesteld op")
    ingediend_op = models.DateTimeField("ter beoordeling sinds", null=True, blank=True)
    tweede_lezer = models.BooleanField("tweede lezer nodig", default=False)
    genomen_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="genomen door",
    )
    genomen_op = models.DateTimeField("genomen op", null=True, blank=True)
    bekendgemaakt_op = models.DateField("verzonden op", null=True, blank=True)
    brief = models.JSONField("brief", null=True, blank=True, encoder=DjangoJSONEncoder)
    bezwaartermijn = models.OneToOneField(
        Termijn,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="besluit_van_bezwaartermijn",
        verbose_name="bezwaartermijn",
    )
    vervangen_per = models.DateField("geldt niet meer vanaf", null=True, blank=True)

    objects = BesluitQuerySet.as_manager()

    class Meta:
        verbose_name = "besluit"
        verbose_name_plural = "besluiten"
        ordering = ["-opgesteld_op", "-id"]
        indexes = [
            models.Index(fields=["-opgesteld_op", "-id"], name="besluit_lijst"),
            models.Index(fields=["huishouden", "-opgesteld_op"], name="besluit_huishouden"),
            models.Index(
                fields=["ingediend_op"],
                condition=Q(status=BesluitStatus.BEOORDELING),
                name="besluit_te_beoordelen",
            ),
            models.Index(
                fields=["genomen_op"],
                condition=Q(status=BesluitStatus.GENOMEN),
                name="besluit_te_verzenden",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(soort__in=Besluitsoort.values) & Q(status__in=BesluitStatus.values),
                name="besluit_keuzes",
                violation_error_message="Kies waarden uit de lijsten.",
            ),
            models.CheckConstraint(
                condition=Q(volume__isnull=True) | Q(volume__gte=1, volume__lte=MAX_CENT),
                name="besluit_volume",
                violation_error_message="Vul een heel getal in van ten minste 1.",
            ),
            models.CheckConstraint(
                condition=~Q(tweede_lezer=True)
                | Q(genomen_door__isnull=True)
                | ~Q(genomen_door=F("opgesteld_door")),
                name="besluit_vier_ogen",
                violation_error_message="Dit besluit neemt iemand anders dan de opsteller.",
            ),
            models.CheckConstraint(
                condition=~Q(tweede_lezer=True)
                | Q(genomen_door__isnull=True)
                | ~Q(eerdere_opstellers__contains=[F("genomen_door")]),
                name="besluit_vier_ogen_eerder",
                violation_error_message="Dit besluit neemt iemand die er niet aan schreef.",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=_VAST)
                | Q(genomen_door__isnull=False, genomen_op__isnull=False),
                name="besluit_genomen_door_iemand",
                violation_error_message="Leg vast wie het besluit nam.",
            ),
            models.CheckConstraint(
                condition=Q(
                    status=BesluitStatus.BEKENDGEMAAKT,
                    bekendgemaakt_op__isnull=False,
                    bezwaartermijn__isnull=False,
                )
                | ~Q(status=BesluitStatus.BEKENDGEMAAKT) & Q(bekendgemaakt_op__isnull=True),
                name="besluit_bekend_met_termijn",
                violation_error_message="Een verzonden besluit heeft een dag en een termijn.",
            ),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(van__isnull=False, tot__gte=F("van")),
                name="besluit_periode",
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=_VAST)
                | ~Q(soort__in=TOEKENNEND)
                | Q(van__isnull=False, leveringsvorm__isnull=False)
                | ~Q(wet__in=["wmo", "jeugdwet"]),
                name="besluit_toekenning_volledig",
                violation_error_message="Een toekenning heeft een begindatum en een vorm.",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=_VAST)
                | Q(soort=Besluitsoort.TOEKENNING)
                | Q(reden__isnull=False) & ~Q(motivering=""),
                name="besluit_gemotiveerd",
                violation_error_message="Noem de reden en leg uit waarom (Awb artikel 3:46).",
            ),
            models.CheckConstraint(
                condition=~Q(soort__in=["intrekking", "herziening"])
                | Q(eerder__isnull=False, van__isnull=False),
                name="besluit_volgt_op_eerder",
                violation_error_message="Kies welk besluit u verandert, en vanaf wanneer.",
            ),
            models.UniqueConstraint(
                fields=["eerder"],
                condition=Q(status__in=[s for s in BesluitStatus.values if s != "vervallen"]),
                name="besluit_een_vervolg",
                violation_error_message="Er loopt al een besluit dat dit besluit verandert.",
            ),
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def opstellers(self) -> set[uuid.UUID]:
        """Who goes on with it, who handed the draft over, and who changed somebody else's."""
        return {self.opgesteld_door_id, *self.eerdere_opstellers}

    @property
    def makers(self) -> set[uuid.UUID | None]:
        """Who drew it up and who took it: they handle no objection against it (Awb 7:5, 10:3)."""
        return {self.genomen_door_id, *self.opstellers}

    @property
    def is_na_bezwaar(self) -> bool:
        """Whether it is the besluit that a decision on an objection asked for (Awb 7:11).

        Against it beroep stands open and no second bezwaar (Awb 7:1 lid 1 onder a). Its
        `bezwaartermijn` is then the term for beroep, just as long (Awb 6:7).
        """
        return hasattr(self, "na_bezwaar")

    @property
    def rechtsmiddel(self) -> str:
        """What stands open against it: bezwaar, or beroep after a bezwaar."""
        return "beroep" if self.is_na_bezwaar else "bezwaar"

    @property
    def kent_toe(self) -> bool:
        """Whether help is granted by it."""
        return Besluitsoort(self.soort).kent_toe

    @property
    def is_bekend(self) -> bool:
        """Whether it was made known, so that nothing of it changes any more (Awb 3:40)."""
        return self.status == BesluitStatus.BEKENDGEMAAKT

    @property
    def omvang(self) -> str:
        """How much, in words: "4 uur per week"; empty without a volume."""
        if not (self.volume and self.eenheid and self.frequentie):
            return ""
        unit = Eenheid(self.eenheid)
        often = self.get_frequentie_display()
        if unit is Eenheid.EURO:
            return f"€ {self.volume // 100},{self.volume % 100:02d} {often}"
        return f"{self.volume} {unit.label if self.volume == 1 else unit.meervoud} {often}"
