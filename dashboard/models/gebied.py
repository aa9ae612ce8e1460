"""What is published of small areas: rounded numbers per year, never a small group."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Mod

from dashboard.enums import Gebiedsmaat


def _tens(veld: str) -> Q:
    """A number that is left out, or a multiple of ten."""
    number = F(veld)
    return Q((veld, None)) | Q((f"{veld}__gte", 10), (veld, number - Mod(number, 10)))


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
                condition=_tens("aantal"),
                name="gebiedscijfer_op_tientallen",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gebied} {self.categorie}: {self.aantal}"


class Collectiefeffect(models.Model):
    """What became of those who waited when something was taken up; small groups have no number.

    Households, to the nearest ten and None under ten: who waited, who was offered it, who
    took it, and who of those got no maatwerk since (dashboard.queries.effecten).
    """

    collectief = models.OneToOneField(
        "voorzieningen.Collectief",
        models.CASCADE,
        primary_key=True,
        related_name="effect",
        verbose_name="collectief",
    )
    wachtten = models.PositiveIntegerField("wachtten", null=True)
    aangeboden = models.PositiveIntegerField("kregen het aangeboden", null=True)
    aangenomen = models.PositiveIntegerField("namen het aan", null=True)
    zonder_maatwerk = models.PositiveIntegerField("kregen sindsdien geen maatwerk", null=True)
    berekend_op = models.DateTimeField("berekend op")
    definitie_versie = models.PositiveSmallIntegerField("versie van de definitie")

    class Meta:
        verbose_name = "effect van een collectief"
        verbose_name_plural = "effecten van collectieven"
        constraints = [
            models.CheckConstraint(
                condition=_tens("wachtten")
                & _tens("aangeboden")
                & _tens("aangenomen")
                & _tens("zonder_maatwerk"),
                name="collectiefeffect_op_tientallen",
            ),
        ]

    def __str__(self) -> str:
        return f"effect van {self.collectief_id}"
