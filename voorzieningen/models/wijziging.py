"""That the catalogue changed, so that nothing old is shown of it."""

from django.db import models
from django.db.models.functions import Now


class Cataloguswijziging(models.Model):
    """One change of something that the catalogue shows or finds by: a provision or a name.

    Written by triggers (migration 0010) in the transaction of the change itself, also when an
    import or another app makes it. Only how many there are and which is the newest counts.
    """

    op = models.DateTimeField("op", db_default=Now())

    class Meta:
        verbose_name = "wijziging van de catalogus"
        verbose_name_plural = "wijzigingen van de catalogus"

    def __str__(self) -> str:
        return f"{self.pk}"
