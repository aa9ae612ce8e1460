"""Was the resident content with how the question was taken up; no way back to who said so."""

import uuid

from django.db import models

from hengelo_sociaal.kern.modellen import UUIDModel
from toegang.enums import Oordeel, Wijze
from toegang.models.contact import Contact
from toegang.models.waarden import Kanaal, Vindplaats


class Waarderingsvraag(UUIDModel):
    """An invitation to say how it went, behind a code that cannot be guessed.

    Only a print of the code is kept, until it is answered. Then only that it was answered
    stays, so that nobody is asked twice; nothing leads from an answer to a contact.
    """

    contact = models.OneToOneField(
        Contact, models.CASCADE, related_name="waarderingsvraag", verbose_name="contact"
    )
    vingerafdruk = models.BinaryField("vingerafdruk van de code", null=True, unique=True)
    beantwoord = models.BooleanField("beantwoord", default=False)
    gevraagd_op = models.DateField("gevraagd op")
    verloopt_op = models.DateField("geldig tot en met")

    class Meta:
        verbose_name = "waarderingsvraag"
        verbose_name_plural = "waarderingsvragen"

    def __str__(self) -> str:
        return f"gevraagd op {self.gevraagd_op:%d-%m-%Y}"


class Waardering(models.Model):
    """How somebody was helped, of a month, a channel and a vindplaats, and of nobody.

    Its key is random and it knows no day, so that neither order nor time says whose it is.
    """

    id = models.UUIDField("kenmerk", primary_key=True, default=uuid.uuid4, editable=False)
    maand = models.DateField("maand van het contact")
    kanaal = models.ForeignKey(Kanaal, models.PROTECT, verbose_name="kanaal")
    vindplaats = models.ForeignKey(Vindplaats, models.PROTECT, verbose_name="vindplaats")
    wijze = models.CharField("hoe gegeven", max_length=10, choices=Wijze.choices)
    oordeel = models.CharField("oordeel", max_length=12, choices=Oordeel.choices)
    geluisterd = models.BooleanField("er is goed geluisterd", null=True)
    verder = models.BooleanField("ik kon verder", null=True)

    class Meta:
        verbose_name = "waardering"
        verbose_name_plural = "waarderingen"
        indexes = [
            models.Index(fields=["maand", "vindplaats", "kanaal"], name="waardering_maand"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(maand__day=1),
                name="waardering_hele_maand",
                violation_error_message="Een waardering hoort bij een maand, niet bij een dag.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_oordeel_display()
