"""What two people may edit at the same time."""

from django.conf import settings
from django.db import models

from hengelo_sociaal.kern.modellen import UUIDModel


class Onderdeel(UUIDModel):
    """A part of a plan with a number that rises at every change.

    Whoever saves says which number they read; another number means that somebody else
    was first, and both values are shown (contract.md, API: `ETag`, `If-Match`).
    """

    wijzigingnummer = models.PositiveIntegerField("wijzigingsnummer", default=1)
    gewijzigd_op = models.DateTimeField("laatst gewijzigd")
    gewijzigd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name="laatst gewijzigd door",
    )

    class Meta:
        abstract = True

    @property
    def etag(self) -> str:
        """The tag of this state, for `ETag` and `If-Match`."""
        return f'"{self.wijzigingnummer}"'
