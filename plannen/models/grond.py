"""On which besluit a toewijzing rests."""

from django.db import models

from hengelo_sociaal.kern.modellen import UUIDModel
from plannen.models.besluit import Besluit


class Toewijzinggrond(UUIDModel):
    """The besluit by which a toewijzing was made (domein.md, floor 5: besluit).

    One besluit may lead to several toewijzingen one after the other, for instance when the
    provider changes. The database refuses a toewijzing by besluit without such a row.
    """

    toewijzing = models.OneToOneField(
        "aanbieders.Toewijzing",
        models.CASCADE,
        related_name="rust_op",
        verbose_name="toewijzing",
    )
    besluit = models.ForeignKey(
        Besluit, models.PROTECT, related_name="gronden", verbose_name="besluit"
    )

    class Meta:
        verbose_name = "grond van een toewijzing"
        verbose_name_plural = "gronden van toewijzingen"

    def __str__(self) -> str:
        return f"{self.toewijzing} rust op {self.besluit}"
