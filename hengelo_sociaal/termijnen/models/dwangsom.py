"""What a day without a decision costs, with the period in which the amounts hold."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q, Value

from hengelo_sociaal.medewerkers.models import DateRange
from hengelo_sociaal.termijnen.rekenen.dwangsom import Tarief


class Dwangsomtarief(models.Model):
    """The three amounts a day of Awb 4:17 lid 2, in euro cents; they are indexed by decree."""

    eerste = models.PositiveIntegerField("dag 1 tot en met 14, in centen")
    tweede = models.PositiveIntegerField("dag 15 tot en met 28, in centen")
    derde = models.PositiveIntegerField("dag 29 tot en met 42, in centen")
    bron = models.CharField("bron", max_length=200, blank=True)
    geldig_van = models.DateField("geldig van")
    geldig_tot = models.DateField("geldig tot en met", null=True, blank=True)

    class Meta:
        verbose_name = "dwangsomtarief"
        verbose_name_plural = "dwangsomtarieven"
        ordering = ["-geldig_van"]
        constraints = [
            models.CheckConstraint(
                condition=Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=F("geldig_van")),
                name="dwangsomtarief_periode",
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            ExclusionConstraint(
                name="dwangsomtarief_geen_overlap",
                expressions=[
                    (DateRange("geldig_van", "geldig_tot", Value("[]")), RangeOperators.OVERLAPS)
                ],
                violation_error_message="In deze periode geldt al een tarief.",
            ),
        ]

    def __str__(self) -> str:
        return f"dwangsomtarief vanaf {self.geldig_van:%d-%m-%Y}"

    def tarief(self) -> Tarief:
        """The amounts as the arithmetic uses them."""
        return Tarief(self.eerste, self.tweede, self.derde)
