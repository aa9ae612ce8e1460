"""Abstract models that give records of every floor the same shape."""

import uuid

import uuid_utils.compat
from django.db import models


def uuid7() -> uuid.UUID:
    """A new identifier that sorts by the moment it was made (RFC 9562)."""
    return uuid_utils.compat.uuid7()


class UUIDModel(models.Model):
    """A record that other systems may point at."""

    id = models.UUIDField("kenmerk", primary_key=True, default=uuid7, editable=False)

    class Meta:
        abstract = True


class WaardeQuerySet(models.QuerySet):  # type: ignore[type-arg]
    """Reference values in the order of every screen."""

    def bruikbaar(self) -> "WaardeQuerySet":
        """What may still be chosen; what was ended stays readable on old records."""
        return self.filter(beeindigd=False)


class Waarde(models.Model):
    """One entry of the shared vocabulary; the code is stable, the label is what people see.

    `beheer` may add values and end them, never change a code (waarden/LEESMIJ.md). `uitleg`
    is the sentence that they read above the list.
    """

    uitleg = ""

    code = models.SlugField("code", primary_key=True, max_length=40)
    label = models.CharField("naam", max_length=120)
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)
    beeindigd = models.BooleanField("niet meer te kiezen", default=False)

    objects = WaardeQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["volgorde", "label"]

    def __str__(self) -> str:
        return self.label
