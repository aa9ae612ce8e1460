"""What readers of the sociale kaart tell us is not right."""

from django.db import models
from django.db.models import Q

from hengelo_sociaal.kern.modellen import UUIDModel
from voorzieningen.models.voorzieningen import Voorziening


class Foutmelding(UUIDModel):
    """A reader says that a page of the sociale kaart is wrong; nothing is kept of the reader."""

    voorziening = models.ForeignKey(
        Voorziening, models.CASCADE, related_name="foutmeldingen", verbose_name="voorziening"
    )
    tekst = models.CharField("wat klopt er niet", max_length=500)
    gemeld_op = models.DateTimeField("gemeld op")
    afgehandeld_op = models.DateTimeField("afgehandeld op", null=True, blank=True)

    class Meta:
        verbose_name = "foutmelding"
        verbose_name_plural = "foutmeldingen"
        ordering = ["-gemeld_op"]
        indexes = [
            models.Index(
                fields=["voorziening", "-gemeld_op"],
                name="foutmelding_open",
                condition=Q(afgehandeld_op__isnull=True),
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(tekst=""),
                name="foutmelding_tekst",
                violation_error_message="Schrijf op wat er niet klopt.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.voorziening}: {self.tekst[:60]}"
