"""That the catalogue changed, so that nothing old is shown of it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now


class Cataloguswijziging(models.Model):
    """One change of something that the catalogue shows or finds by: a provision or a name.

    Written by triggers (migrations 0010 and 0013) in the transaction of the change itself, also
    when an import or another app makes it. How many there are and which is the newest tells
    whether anything changed; `tabel` and `sleutels` tell what did: provisions (also when it is
    what hangs on one), organisations, places, or synonyms, of which nobody needs the keys.
    Without a table it may be anything.
    """

    tabel = models.CharField("tabel", max_length=40, db_default="", blank=True)
    sleutels = ArrayField(models.UUIDField(), verbose_name="sleutels", null=True, blank=True)
    op = models.DateTimeField("op", db_default=Now())

    class Meta:
        verbose_name = "wijziging van de catalogus"
        verbose_name_plural = "wijzigingen van de catalogus"

    def __str__(self) -> str:
        return f"{self.pk}"
