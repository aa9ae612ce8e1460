"""What arrived through another door, so that the same message is taken in once."""

from django.db import models

from hengelo_sociaal.kern.modellen import UUIDModel
from toegang.enums import Bron
from toegang.models.melding import Melding


class Binnengekomen(UUIDModel):
    """A melding that came from elsewhere under a mark of its own (werk.nl, a referral)."""

    bron = models.CharField("bron", max_length=15, choices=Bron.choices)
    kenmerk = models.CharField("kenmerk", max_length=60)
    melding = models.ForeignKey(
        Melding, models.CASCADE, related_name="binnengekomen", verbose_name="melding"
    )

    class Meta:
        verbose_name = "binnengekomen bericht"
        verbose_name_plural = "binnengekomen berichten"
        constraints = [
            models.UniqueConstraint(
                fields=["bron", "kenmerk"],
                name="binnengekomen_een_keer",
                violation_error_message="Dit bericht is al ingelezen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bron} {self.kenmerk}"
