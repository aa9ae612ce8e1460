"""Texts of the municipality with their versions, and what was given to residents."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from hengelo_sociaal.kern.modellen import UUIDModel
from hengelo_sociaal.papier.enums import Taalniveau


class Sjabloon(models.Model):
    """The text of one kind of document; the code is the kind's (`soorten`)."""

    code = models.SlugField("code", primary_key=True, max_length=40)

    class Meta:
        verbose_name = "sjabloon"
        verbose_name_plural = "sjablonen"
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code


class SjabloonVersie(UUIDModel):
    """A text as it holds from a day on; without a day it is a concept.

    What was put in force never changes: a document keeps the version it was made with.
    """

    sjabloon = models.ForeignKey(
        Sjabloon, models.PROTECT, related_name="versies", verbose_name="sjabloon"
    )
    nummer = models.PositiveSmallIntegerField("versie")
    titel = models.CharField("titel", max_length=200)
    tekst = models.TextField("tekst")
    taalniveau = models.CharField(
        "taalniveau", max_length=2, choices=Taalniveau.choices, default=Taalniveau.B1
    )
    geldig_van = models.DateField("in gebruik vanaf", null=True, blank=True)
    gemaakt_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="gemaakt door",
        help_text="Leeg: geleverd met het systeem.",
    )
    gewijzigd_op = models.DateTimeField("laatst gewijzigd")

    class Meta:
        verbose_name = "sjabloonversie"
        verbose_name_plural = "sjabloonversies"
        ordering = ["sjabloon", "-nummer"]
        constraints = [
            models.UniqueConstraint(
                fields=["sjabloon", "nummer"], name="sjabloonversie_nummer_uniek"
            ),
            models.UniqueConstraint(
                fields=["sjabloon", "geldig_van"],
                condition=Q(geldig_van__isnull=False),
                name="sjabloonversie_dag_uniek",
            ),
            models.UniqueConstraint(
                fields=["sjabloon"],
                condition=Q(geldig_van__isnull=True),
                name="sjabloonversie_een_concept",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sjabloon_id} versie {self.nummer}"


class Stuk(UUIDModel):
    """A document as it was given: its content, its bytes and their hash. Never changes.

    `soort` and `onderwerp_id` say what it is about (a version of a plan, a melding), without
    a foreign key, because that stands on a higher floor. `voor` is the resident it is for;
    empty is the whole household.
    """

    soort = models.CharField("soort document", max_length=40)
    onderwerp_id = models.UUIDField("waarover")
    voor = models.UUIDField("voor wie", null=True)
    groot = models.BooleanField("grote letters", default=False)
    sjabloonversie = models.ForeignKey(
        SjabloonVersie, models.PROTECT, related_name="stukken", verbose_name="tekst"
    )
    titel = models.CharField("titel", max_length=300)
    inhoud = models.JSONField("inhoud", encoder=DjangoJSONEncoder)
    vingerafdruk = models.CharField("vingerafdruk van de inhoud", max_length=64)
    pdf = models.BinaryField("pdf")
    sha256 = models.CharField("vingerafdruk van het bestand", max_length=64)
    gemaakt_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="gemaakt door"
    )
    gemaakt_op = models.DateTimeField("gemaakt op")

    class Meta:
        verbose_name = "stuk"
        verbose_name_plural = "stukken"
        ordering = ["-gemaakt_op", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["soort", "onderwerp_id", "voor", "groot"],
                name="stuk_een_keer",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return self.titel
