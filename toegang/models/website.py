"""Questions that residents bring through the website, and what keeps floods out."""

from django.db import models
from django.db.models import Q

from hengelo_sociaal.kern.modellen import UUIDModel
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.enums import Bereikbaar
from toegang.models.contact import Contact


class Webvraag(UUIDModel):
    """Who asked on the website and how they want to be reached, until somebody takes it up.

    The question itself is an ordinary contact. A BSN is never asked; who it is, a worker
    finds out.
    """

    contact = models.OneToOneField(
        Contact, models.PROTECT, related_name="webvraag", verbose_name="contact"
    )
    nummer = models.CharField("referentie", max_length=20, unique=True, editable=False)
    voornaam = models.CharField("voornaam", max_length=60)
    achternaam = models.CharField("achternaam", max_length=120)
    geboortedatum = models.DateField("geboortedatum", null=True, blank=True)
    bereikbaar = models.CharField("hoe bereiken", max_length=10, choices=Bereikbaar.choices)
    telefoon = models.CharField("telefoonnummer", max_length=20, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    adres = models.CharField("adres", max_length=200, blank=True)
    wanneer = models.CharField("wanneer het schikt", max_length=200, blank=True)
    ontvangen_op = models.DateTimeField("ontvangen op")
    opgepakt_op = models.DateTimeField("opgepakt op", null=True, blank=True)
    opgepakt_door = models.ForeignKey(
        Medewerker,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="+",
        verbose_name="opgepakt door",
    )

    class Meta:
        verbose_name = "vraag via de website"
        verbose_name_plural = "vragen via de website"
        indexes = [
            models.Index(
                fields=["ontvangen_op"],
                condition=Q(opgepakt_op__isnull=True),
                name="webvraag_wachtrij",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(bereikbaar=Bereikbaar.BELLEN) & ~Q(telefoon="")
                | Q(bereikbaar=Bereikbaar.MAILEN) & ~Q(email="")
                | Q(bereikbaar=Bereikbaar.BRIEF) & ~Q(adres=""),
                name="webvraag_bereikbaar",
                violation_error_message="Vul in hoe wij u kunnen bereiken.",
            ),
            models.CheckConstraint(
                condition=Q(opgepakt_op__isnull=True, opgepakt_door__isnull=True)
                | Q(opgepakt_op__isnull=False, opgepakt_door__isnull=False),
                name="webvraag_opgepakt_compleet",
                violation_error_message="Wie het oppakte en wanneer horen bij elkaar.",
            ),
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def naam(self) -> str:
        """As the resident wrote it."""
        return f"{self.voornaam} {self.achternaam}"


class Dagsleutel(models.Model):
    """The key of one day for the prints of addresses; gone the next day, and the prints with it."""

    dag = models.DateField("dag", primary_key=True)
    sleutel = models.BinaryField("sleutel")

    class Meta:
        verbose_name = "dagsleutel"
        verbose_name_plural = "dagsleutels"

    def __str__(self) -> str:
        return f"sleutel van {self.dag:%d-%m-%Y}"


class Drempel(models.Model):
    """How often one address came today; the address itself is nowhere."""

    dag = models.ForeignKey(Dagsleutel, models.CASCADE, db_index=False, verbose_name="dag")
    vingerafdruk = models.BinaryField("vingerafdruk")
    aantal = models.PositiveIntegerField("aantal")

    class Meta:
        verbose_name = "drempel"
        verbose_name_plural = "drempels"
        constraints = [
            models.UniqueConstraint(fields=["dag", "vingerafdruk"], name="drempel_een_per_dag"),
        ]

    def __str__(self) -> str:
        return f"{self.aantal} keer"
