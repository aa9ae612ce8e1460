"""A visit to people at home, to understand how they live."""

from django.db import models
from django.db.models import Q

from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.enums import HuisbezoekDoel, HuisbezoekStatus
from toegang.models.basis import Gewijzigd
from toegang.models.huishouden import Huishouden
from toegang.models.melding import Melding


class Huisbezoek(Gewijzigd):
    """A home visit, planned, carried out or cancelled (BP 5.1, decision 10).

    Under the Participatiewet the resident is told what the visit is for and says
    whether that is all right: `doel` and `toestemming`.
    """

    huishouden = models.ForeignKey(
        Huishouden, models.PROTECT, related_name="huisbezoeken", verbose_name="huishouden"
    )
    melding = models.ForeignKey(
        Melding,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="huisbezoeken",
        verbose_name="melding",
    )
    medewerker = models.ForeignKey(
        Medewerker,
        models.PROTECT,
        db_index=False,
        related_name="huisbezoeken",
        verbose_name="wie gaat",
    )
    gepland_op = models.DateTimeField("gepland op")
    status = models.CharField(
        "status",
        max_length=12,
        choices=HuisbezoekStatus.choices,
        default=HuisbezoekStatus.GEPLAND,
    )
    doel = models.CharField(
        "doel", max_length=15, choices=HuisbezoekDoel.choices, default=HuisbezoekDoel.LEEFWERELD
    )
    toestemming = models.BooleanField("inwoner stemt in", null=True, blank=True)
    uitgevoerd_op = models.DateTimeField("uitgevoerd op", null=True, blank=True)
    verslag = models.TextField("verslag", max_length=10_000, blank=True)
    vervallen_reden = models.CharField("waarom vervallen", max_length=200, blank=True)

    class Meta:
        verbose_name = "huisbezoek"
        verbose_name_plural = "huisbezoeken"
        ordering = ["gepland_op", "id"]
        indexes = [
            models.Index(fields=["medewerker", "gepland_op"], name="huisbezoek_medewerker"),
            models.Index(fields=["-gepland_op", "-id"], name="huisbezoek_lijst"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status=HuisbezoekStatus.UITGEVOERD, uitgevoerd_op__isnull=False)
                | (~Q(status=HuisbezoekStatus.UITGEVOERD) & Q(uitgevoerd_op__isnull=True)),
                name="huisbezoek_uitgevoerd_met_moment",
                violation_error_message="Een uitgevoerd huisbezoek heeft een moment.",
            ),
        ]

    def __str__(self) -> str:
        return f"huisbezoek {self.gepland_op:%d-%m-%Y}"
