"""The days that a royal decree equates with a holiday (Atw article 3 lid 3)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from hengelo_sociaal.termijnen.rekenen.feestdagen import EERSTE_JAAR


class GedektJaar(models.Model):
    """A year whose decree days are complete here; other years cannot be counted in."""

    jaar = models.PositiveSmallIntegerField("jaar", primary_key=True)
    besluit = models.CharField("koninklijk besluit", max_length=200)

    class Meta:
        verbose_name = "jaar met bekende vrije dagen"
        verbose_name_plural = "jaren met bekende vrije dagen"
        ordering = ["-jaar"]
        constraints = [
            models.CheckConstraint(
                condition=Q(jaar__gte=EERSTE_JAAR, jaar__lte=2200),
                name="gedekt_jaar_bereik",
                violation_error_message=f"Kies een jaar vanaf {EERSTE_JAAR} en voor 2201.",
            )
        ]

    def __str__(self) -> str:
        return str(self.jaar)


class GelijkgesteldeDag(models.Model):
    """A single day that a royal decree equates with a holiday, such as 2 January 2026."""

    jaar = models.ForeignKey(GedektJaar, models.CASCADE, related_name="dagen", verbose_name="jaar")
    datum = models.DateField("datum", unique=True)

    class Meta:
        verbose_name = "gelijkgestelde dag"
        verbose_name_plural = "gelijkgestelde dagen"
        ordering = ["datum"]
        constraints = [
            models.CheckConstraint(
                condition=Q(datum__year=F("jaar")),
                name="gelijkgestelde_dag_in_jaar",
                violation_error_message="Deze dag ligt niet in dit jaar.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.datum:%d-%m-%Y}"

    def clean(self) -> None:
        """Refuse a day of another year; a form of days within a year skips the constraint."""
        if self.datum and self.jaar_id and self.datum.year != self.jaar_id:
            raise ValidationError({"datum": "Deze dag ligt niet in dit jaar."})
