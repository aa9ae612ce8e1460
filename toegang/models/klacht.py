"""A complaint about how somebody was treated."""

from django.db import models
from django.db.models import F, Q

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.termijnen.models import Termijn
from toegang.enums import KlachtOnderwerp, KlachtStatus, KlachtUitkomst
from toegang.models.basis import Gewijzigd
from toegang.models.huishouden import Huishouden
from toegang.models.inwoner import Inwoner
from toegang.models.melding import Melding


class Klacht(Gewijzigd):
    """A complaint about conduct, with its own term of six weeks (Awb title 9.1).

    Handled by somebody whom it is not about (9:7). It stands apart from the dossier: only
    who handles complaints reads it.
    """

    nummer = models.CharField("nummer", max_length=20, unique=True, editable=False)
    inwoner = models.ForeignKey(
        Inwoner, models.PROTECT, related_name="klachten", verbose_name="inwoner"
    )
    huishouden = models.ForeignKey(
        Huishouden,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="klachten",
        verbose_name="huishouden",
    )
    melding = models.ForeignKey(
        Melding,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="klachten",
        verbose_name="melding",
    )
    ontvangen_op = models.DateField("ontvangen op")
    onderwerp = models.CharField("waarover", max_length=15, choices=KlachtOnderwerp.choices)
    omschrijving = models.TextField("wat er gebeurde", max_length=4000)
    over = models.ForeignKey(
        Medewerker,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="+",
        verbose_name="over wie",
    )
    behandelaar = models.ForeignKey(
        Medewerker,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="klachten",
        verbose_name="behandelaar",
    )
    termijn = models.OneToOneField(
        Termijn, models.PROTECT, related_name="klacht", verbose_name="termijn"
    )
    status = models.CharField(
        "status", max_length=12, choices=KlachtStatus.choices, default=KlachtStatus.ONTVANGEN
    )
    uitkomst = models.CharField(
        "uitkomst", max_length=15, choices=KlachtUitkomst.choices, blank=True
    )
    conclusie = models.TextField("wat wij ervan vinden en doen", max_length=4000, blank=True)
    afgehandeld_op = models.DateField("afgehandeld op", null=True, blank=True)
    geregistreerd_door = models.ForeignKey(
        Medewerker,
        models.PROTECT,
        db_index=False,
        related_name="+",
        verbose_name="geregistreerd door",
    )
    geregistreerd_op = models.DateTimeField("geregistreerd op")

    class Meta:
        verbose_name = "klacht"
        verbose_name_plural = "klachten"
        ordering = ["-ontvangen_op", "-id"]
        indexes = [models.Index(fields=["-ontvangen_op", "-id"], name="klacht_lijst")]
        constraints = [
            models.CheckConstraint(
                condition=Q(behandelaar__isnull=True)
                | Q(over__isnull=True)
                | ~Q(behandelaar=F("over")),
                name="klacht_behandelaar_is_een_ander",
                violation_error_message="Iemand behandelt geen klacht over zichzelf.",
            ),
            models.CheckConstraint(
                condition=Q(status=KlachtStatus.AFGEHANDELD, afgehandeld_op__isnull=False)
                & ~Q(uitkomst="")
                | (
                    ~Q(status=KlachtStatus.AFGEHANDELD)
                    & Q(afgehandeld_op__isnull=True, uitkomst="")
                ),
                name="klacht_afgehandeld_compleet",
                violation_error_message="Een afgehandelde klacht heeft een datum en een uitkomst.",
            ),
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to answer."""
        return self.status != KlachtStatus.AFGEHANDELD
