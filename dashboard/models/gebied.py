"""What is published of small areas: rounded numbers per year, never a small group."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Mod

from dashboard.enums import Gebiedsmaat


class Gebiedsjaar(models.Model):
    """When a year of a measure was counted, and by which version of its definition."""

    maat = models.CharField("maat", max_length=10, choices=Gebiedsmaat.choices)
    jaar = models.PositiveSmallIntegerField("jaar")
    berekend_op = models.DateTimeField("berekend op")
    definitie_versie = models.PositiveSmallIntegerField("versie van de definitie")

    class Meta:
        verbose_name = "geteld jaar van gebieden"
        verbose_name_plural = "getelde jaren van gebieden"
        constraints = [models.UniqueConstraint(fields=["maat", "jaar"], name="gebiedsjaar_uniek")]

    def __str__(self) -> str:
        return f"{self.maat} {self.jaar}"


class Gebiedscijfer(models.Model):
    """A number of a wijk or buurt in a year, to the nearest ten; what is hidden has no row.

    `categorie` is what is counted of the measure: a kind of question, the code of a
    voorziening, or empty for all together (dashboard.queries.gebiedsmaten).
    """

    id = models.BigAutoField(primary_key=True)
    jaar = models.ForeignKey(
        Gebiedsjaar, models.CASCADE, db_index=False, related_name="cijfers", verbose_name="jaar"
    )
    gebied = models.CharField("CBS-code van het gebied", max_length=10)
    categorie = models.CharField("categorie", max_length=60, blank=True)
    aantal = models.PositiveIntegerField("aantal, op tientallen")

    class Meta:
        verbose_name = "cijfer van een gebied"
        verbose_name_plural = "cijfers van gebieden"
        constraints = [
            models.UniqueConstraint(
                fields=["jaar", "gebied", "categorie"], name="gebiedscijfer_uniek"
            ),
            models.CheckConstraint(
                condition=Q(aantal__gte=10) & Q(aantal=F("aantal") - Mod(F("aantal"), 10)),
                name="gebiedscijfer_op_tientallen",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gebied} {self.categorie}: {self.aantal}"
