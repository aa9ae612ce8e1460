"""What the household wants to reach, and how far they are."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from hengelo_sociaal.kern.modellen import UUIDModel
from plannen.enums import DoelStatus, Prioriteit, Stap
from plannen.models.onderdeel import Onderdeel
from plannen.models.plan import Plan


class Doel(Onderdeel):
    """A wanted result in the resident's own words, of one person or of the whole household."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="doelen", verbose_name="plan")
    inwoner = models.ForeignKey(
        "toegang.Inwoner",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="doelen",
        verbose_name="van wie",
        help_text="Leeg: van het hele huishouden.",
    )
    leefgebied = models.ForeignKey(
        "waarden.Leefgebied", models.PROTECT, related_name="+", verbose_name="leefgebied"
    )
    omschrijving = models.CharField("doel, in eigen woorden", max_length=300)
    prioriteit = models.PositiveSmallIntegerField(
        "prioriteit", choices=Prioriteit.choices, default=Prioriteit.DAARNA
    )
    gewenst_op = models.DateField("gewenst op", null=True, blank=True)
    status = models.CharField(
        "status", max_length=20, choices=DoelStatus.choices, default=DoelStatus.LOOPT
    )
    hulpvraag = models.ForeignKey(
        "toegang.Hulpvraag",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="doelen",
        verbose_name="komt uit deze vraag",
    )
    slotwoord = models.CharField("hoe het doel afliep", max_length=300, blank=True)
    volgorde = models.PositiveSmallIntegerField("volgorde", default=1)

    class Meta:
        verbose_name = "doel"
        verbose_name_plural = "doelen"
        ordering = ["volgorde", "id"]
        indexes = [models.Index(fields=["plan", "volgorde"], name="doel_plan_volgorde")]
        constraints = [
            models.CheckConstraint(
                condition=Q(prioriteit__in=Prioriteit.values),
                name="doel_prioriteit",
                violation_error_message="Kies een prioriteit uit de lijst.",
            ),
            models.CheckConstraint(
                condition=~Q(omschrijving=""),
                name="doel_omschrijving",
                violation_error_message="Schrijf het doel op in de woorden van de inwoner.",
            ),
        ]

    def __str__(self) -> str:
        return self.omschrijving


class Voortgang(UUIDModel):
    """How far somebody thinks a goal is; a new look is a new row, old rows never change."""

    doel = models.ForeignKey(Doel, models.CASCADE, related_name="voortgang", verbose_name="doel")
    stap = models.PositiveSmallIntegerField("stap", choices=Stap.choices)
    inwoner = models.ForeignKey(
        "toegang.Inwoner",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="volgens deze inwoner",
    )
    medewerker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="volgens deze medewerker",
    )
    op = models.DateTimeField("moment")
    toelichting = models.CharField("toelichting", max_length=500, blank=True)

    class Meta:
        verbose_name = "voortgang"
        verbose_name_plural = "voortgang"
        ordering = ["-op", "-id"]
        indexes = [models.Index(fields=["doel", "-op"], name="voortgang_doel_op")]
        constraints = [
            models.CheckConstraint(
                condition=Q(stap__in=Stap.values),
                name="voortgang_stap",
                violation_error_message="Kies een stap van 1 tot en met 5.",
            ),
            models.CheckConstraint(
                condition=Q(inwoner__isnull=False, medewerker__isnull=True)
                | Q(inwoner__isnull=True, medewerker__isnull=False),
                name="voortgang_door_een",
                violation_error_message="Kies wie dit zo ziet: de inwoner of de medewerker.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_stap_display()
