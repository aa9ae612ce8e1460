"""Words that people use for what the catalogue calls otherwise."""

from django.db import models
from django.db.models import Q


class Synoniem(models.Model):
    """A word that people say and what it stands for in the catalogue; `beheer` adds them.

    "scootmobiel" means "vervoervoorziening". The word is kept as we search it: small
    letters, no accents; it may be up to three words long.
    """

    woord = models.CharField("woord", max_length=60)
    betekenis = models.CharField("betekent ook", max_length=120)

    class Meta:
        verbose_name = "synoniem"
        verbose_name_plural = "synoniemen"
        ordering = ["woord", "betekenis"]
        constraints = [
            models.UniqueConstraint(
                fields=["woord", "betekenis"],
                name="synoniem_een_keer",
                violation_error_message="Dit synoniem staat er al.",
            ),
            models.CheckConstraint(
                condition=Q(woord__regex=r"^[a-z0-9-]+( [a-z0-9-]+){0,3}$"),
                name="synoniem_zoekvorm",
                violation_error_message=(
                    "Schrijf het woord zonder hoofdletters en accenten, met hooguit vier woorden."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(betekenis=""),
                name="synoniem_betekenis",
                violation_error_message="Vul in wat het woord betekent.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.woord} = {self.betekenis}"
