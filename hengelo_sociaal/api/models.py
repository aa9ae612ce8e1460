"""Tokens that other systems come in with, and answers kept to repeat them."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from hengelo_sociaal.kern.modellen import UUIDModel
from hengelo_sociaal.medewerkers.models import Medewerker


class ApiToken(UUIDModel):
    """A key to the API, which acts with its medewerker's roles; only its print is kept."""

    medewerker = models.ForeignKey(
        Medewerker, models.CASCADE, related_name="tokens", verbose_name="medewerker"
    )
    omschrijving = models.CharField("omschrijving", max_length=120, blank=True)
    afdruk = models.BinaryField("afdruk", max_length=32, unique=True)
    aangemaakt_op = models.DateTimeField("aangemaakt op")
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, blank=True)
    laatst_gebruikt_op = models.DateTimeField("laatst gebruikt op", null=True, blank=True)

    class Meta:
        verbose_name = "API-token"
        verbose_name_plural = "API-tokens"
        ordering = ["-aangemaakt_op"]

    def __str__(self) -> str:
        return self.omschrijving or f"token van {self.medewerker}"


class Idempotentie(models.Model):
    """The first answer to a request with an Idempotency-Key, kept for a day (contract.md, API).

    `wie` is the token, or the medewerker in a session. The answer may hold personal data:
    the nightly clean-up is part of the promise.
    """

    wie = models.UUIDField("token of medewerker")
    pad = models.CharField("pad", max_length=200)
    sleutel = models.CharField("sleutel", max_length=255)
    afdruk = models.BinaryField("afdruk van de vraag", max_length=32)
    status = models.PositiveSmallIntegerField("status", default=0)
    kop = models.JSONField("kopregels", default=dict)
    inhoud = models.JSONField("inhoud", null=True, encoder=DjangoJSONEncoder)
    aangemaakt_op = models.DateTimeField("aangemaakt op")

    class Meta:
        verbose_name = "bewaard antwoord"
        verbose_name_plural = "bewaarde antwoorden"
        constraints = [
            models.UniqueConstraint(fields=["wie", "pad", "sleutel"], name="idempotentie_een_keer")
        ]
        indexes = [models.Index(fields=["aangemaakt_op"], name="idempotentie_oud")]

    def __str__(self) -> str:
        return f"{self.pad} {self.sleutel}"


class VerkeerdToken(models.Model):
    """How often one address tried a wrong token in one window of time.

    In the database, so that all web processes count together. Of the address only a keyed
    print is kept, and only for as long as the window lasts.
    """

    afdruk = models.BinaryField("afdruk van het adres", max_length=32)
    venster = models.DateTimeField("begin van het venster")
    aantal = models.PositiveIntegerField("aantal", default=1)

    class Meta:
        verbose_name = "verkeerd token"
        verbose_name_plural = "verkeerde tokens"
        constraints = [
            models.UniqueConstraint(fields=["afdruk", "venster"], name="verkeerdtoken_een_keer")
        ]
        indexes = [models.Index(fields=["venster"], name="verkeerdtoken_oud")]

    def __str__(self) -> str:
        return f"{self.aantal} sinds {self.venster:%H:%M}"
