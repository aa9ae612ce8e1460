"""Words that people looked for and that found nothing: a sign of a gap, about nobody."""

from django.db import models
from django.db.models import Q


class Zoekwoord(models.Model):
    """A single word that found nothing, counted; readable only when it came often enough.

    `sleutel` is a keyed print of the word, from which it cannot be read. `woord` stays empty
    until the word was asked for on several days (queries.gezocht.DAGEN), so that what one
    person once typed, such as a name, is never kept. Nothing tells who asked, or what else.
    """

    sleutel = models.CharField("kenmerk van het woord", max_length=64, unique=True)
    woord = models.CharField("woord", max_length=40, blank=True)
    aantal = models.PositiveIntegerField("hoe vaak", default=1)
    dagen = models.PositiveIntegerField("op hoeveel dagen", default=1)
    laatste_dag = models.DateField("voor het laatst op")

    class Meta:
        verbose_name = "gezocht woord"
        verbose_name_plural = "gezochte woorden"
        ordering = ["-aantal", "woord"]
        indexes = [
            models.Index(fields=["laatste_dag"], name="zoekwoord_laatste_dag"),
            models.Index(
                fields=["-aantal", "woord"], name="zoekwoord_vaak", condition=~Q(woord="")
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(woord="") | Q(woord__regex=r"^[a-z]+$"),
                name="zoekwoord_alleen_letters",
                violation_error_message="Een gezocht woord bestaat uit letters.",
            )
        ]

    def __str__(self) -> str:
        return self.woord or "nog te weinig gezocht"
