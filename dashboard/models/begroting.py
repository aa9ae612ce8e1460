"""Money: what the budget prints, and what has been committed."""

from django.db import models
from django.db.models import Q

from dashboard.enums import Begrotingsoort

TOTAAL = "totaal"


class Begrotingsregel(models.Model):
    """One printed amount of the budget, in euro cents; costs are negative (LEESMIJ of the papers).

    `onderdeel` is the taakveld or subtaakveld as printed, `totaal` for a printed total.
    `programma` groups what adds up to one total: 6 for the taakvelden, 6.1 for its parts.
    """

    programma = models.CharField("hoort bij", max_length=10)
    onderdeel = models.CharField("taakveld of subtaakveld", max_length=10)
    omschrijving = models.CharField("omschrijving", max_length=120)
    soort = models.CharField("soort", max_length=12, choices=Begrotingsoort.choices)
    jaar = models.PositiveSmallIntegerField("jaar")
    bedrag = models.BigIntegerField("bedrag", help_text="In eurocenten; lasten zijn negatief.")
    bron = models.CharField("bron", max_length=120)
    volgorde = models.PositiveSmallIntegerField("regel in het bestand", default=0)

    class Meta:
        verbose_name = "begrotingsregel"
        verbose_name_plural = "begrotingsregels"
        ordering = ["programma", "volgorde"]
        constraints = [
            models.UniqueConstraint(
                fields=["programma", "onderdeel", "soort", "jaar", "bron"],
                name="begrotingsregel_een_keer",
                violation_error_message="Deze regel van de begroting is al ingelezen.",
            ),
            models.CheckConstraint(
                condition=Q(jaar__gte=2000, jaar__lte=2100),
                name="begrotingsregel_jaar",
                violation_error_message="Kies een jaar van 2000 tot en met 2100.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.onderdeel} {self.soort} {self.jaar}"

    @property
    def is_totaal(self) -> bool:
        """Whether the source prints this as a total."""
        return self.onderdeel == TOTAAL


class Verplichting(models.Model):
    """What toewijzingen commit in a year, per taakveld, in euro cents (costs negative).

    Computed from the toewijzingen; `onderdrukt` when it is about fewer than ten people.
    """

    jaar = models.PositiveSmallIntegerField("jaar")
    taakveld = models.CharField("taakveld", max_length=10)
    bedrag = models.BigIntegerField("verplicht", null=True)
    onderdrukt = models.BooleanField("onderdrukt", default=False)
    berekend_op = models.DateTimeField("berekend op")

    class Meta:
        verbose_name = "verplichting"
        verbose_name_plural = "verplichtingen"
        ordering = ["jaar", "taakveld"]
        constraints = [
            models.UniqueConstraint(fields=["jaar", "taakveld"], name="verplichting_een_keer"),
        ]

    def __str__(self) -> str:
        return f"{self.taakveld} {self.jaar}"
