"""What was checked before a besluit, and what a second person thought of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from hengelo_sociaal.kern.modellen import UUIDModel
from plannen.enums import Oordeel, Toetsantwoord, Toetsbron, Toetscode
from plannen.models.besluit import Besluit


class Besluittoets(UUIDModel):
    """What somebody checked before a besluit, with the answer and where it comes from."""

    besluit = models.ForeignKey(
        Besluit, models.CASCADE, related_name="toetsen", verbose_name="besluit"
    )
    code = models.CharField("controle", max_length=20, choices=Toetscode.choices)
    antwoord = models.CharField("antwoord", max_length=3, choices=Toetsantwoord.choices)
    bron = models.CharField("waar blijkt dat uit", max_length=15, choices=Toetsbron.choices)
    toelichting = models.CharField("toelichting", max_length=300, blank=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door"
    )
    op = models.DateTimeField("op")

    class Meta:
        verbose_name = "controle voor een besluit"
        verbose_name_plural = "controles voor besluiten"
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["besluit", "code"], name="besluittoets_een_antwoord")
        ]

    def __str__(self) -> str:
        return f"{self.get_code_display()}: {self.get_antwoord_display()}"


class Beoordeling(UUIDModel):
    """What a second person thought of a draft; a draft may go back more than once."""

    besluit = models.ForeignKey(
        Besluit, models.CASCADE, related_name="beoordelingen", verbose_name="besluit"
    )
    oordeel = models.CharField("oordeel", max_length=10, choices=Oordeel.choices)
    opmerking = models.CharField("opmerking", max_length=500, blank=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door"
    )
    op = models.DateTimeField("op")

    class Meta:
        verbose_name = "beoordeling"
        verbose_name_plural = "beoordelingen"
        ordering = ["op", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(oordeel=Oordeel.AKKOORD) | ~Q(opmerking=""),
                name="beoordeling_terug_met_reden",
                violation_error_message="Schrijf op wat er anders moet.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_oordeel_display()}, {self.op:%d-%m-%Y}"
