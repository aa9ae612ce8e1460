"""Messages to colleagues, how they want to hear of them, and the key of a calendar feed."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from hengelo_sociaal.kern.modellen import UUIDModel
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.werk.enums import Berichtsoort


class Bericht(UUIDModel):
    """Something that a colleague has to know, with the place to go to; never a melding.

    `titel` names no resident: it also stands on a screen in a full office. `sleutel` makes
    that the same news is told once.
    """

    voor = models.ForeignKey(
        Medewerker,
        models.CASCADE,
        db_index=False,
        related_name="berichten",
        verbose_name="voor wie",
    )
    soort = models.CharField("soort", max_length=15, choices=Berichtsoort.choices)
    titel = models.CharField("bericht", max_length=200)
    notitie = models.CharField("notitie", max_length=500, blank=True)
    adres = models.CharField("waar het om gaat", max_length=200)
    sleutel = models.CharField("sleutel", max_length=80, null=True, editable=False)
    gemaakt_op = models.DateTimeField("gemaakt op")
    gelezen_op = models.DateTimeField("gelezen op", null=True, blank=True)

    class Meta:
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        ordering = ["-gemaakt_op", "-id"]
        indexes = [
            models.Index(fields=["voor", "-gemaakt_op", "-id"], name="bericht_lijst"),
            models.Index(
                fields=["voor"], condition=Q(gelezen_op__isnull=True), name="bericht_ongelezen"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["voor", "sleutel"],
                name="bericht_een_keer",
                violation_error_message="Dit bericht is er al.",
            ),
        ]

    def __str__(self) -> str:
        return self.titel


class Berichtinstelling(models.Model):
    """Whether and at which hour somebody gets a mail about messages they have not read."""

    medewerker = models.OneToOneField(
        Medewerker,
        models.CASCADE,
        primary_key=True,
        related_name="berichtinstelling",
        verbose_name="medewerker",
    )
    mail = models.BooleanField("mail sturen", default=True)
    uur = models.PositiveSmallIntegerField("uur", default=8, validators=[MaxValueValidator(23)])
    laatst_op = models.DateField("laatste mail op", null=True, blank=True)

    class Meta:
        verbose_name = "berichtinstelling"
        verbose_name_plural = "berichtinstellingen"
        constraints = [
            models.CheckConstraint(
                condition=Q(uur__lte=23),
                name="berichtinstelling_uur",
                violation_error_message="Kies een uur van 0 tot en met 23.",
            ),
        ]

    def __str__(self) -> str:
        return f"mail om {self.uur} uur" if self.mail else "geen mail"


class Agendasleutel(UUIDModel):
    """The secret address of somebody's calendar feed; only its print is kept."""

    medewerker = models.OneToOneField(
        Medewerker, models.CASCADE, related_name="agendasleutel", verbose_name="medewerker"
    )
    afdruk = models.BinaryField("afdruk", max_length=32, unique=True)
    gemaakt_op = models.DateTimeField("gemaakt op")
    gebruikt_op = models.DateTimeField("laatst gebruikt op", null=True, blank=True)

    class Meta:
        verbose_name = "agendasleutel"
        verbose_name_plural = "agendasleutels"

    def __str__(self) -> str:
        return f"agenda van {self.medewerker}"
