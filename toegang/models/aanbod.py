"""What somebody was offered for a question, and what they said to it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from hengelo_sociaal.kern.modellen import UUIDModel
from toegang.enums import Aanboduitkomst, Weigerreden
from toegang.models.contact import Hulpvraag
from voorzieningen.models import Gemis, Voorziening

_NIETS = Q(uitkomst=Aanboduitkomst.NIETS)
_GEWEIGERD = Q(uitkomst=Aanboduitkomst.GEWEIGERD)


class Aanbod(UUIDModel):
    """A voorziening offered for a question, and whether it was taken (issue: keuze vastgelegd).

    Without a voorziening: nothing light fitted, and the resident waits for something.
    """

    hulpvraag = models.ForeignKey(
        Hulpvraag, models.CASCADE, related_name="aanbod", verbose_name="hulpvraag"
    )
    voorziening = models.ForeignKey(
        Voorziening,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="aanbod",
        verbose_name="voorziening",
    )
    uitkomst = models.CharField("uitkomst", max_length=12, choices=Aanboduitkomst.choices)
    reden = models.CharField(
        "waarom niet", max_length=12, choices=Weigerreden.choices, null=True, blank=True
    )
    toelichting = models.CharField("toelichting", max_length=300, blank=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="vastgelegd door"
    )
    op = models.DateTimeField("vastgelegd op")
    gemis = models.OneToOneField(
        Gemis,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="gemis",
        help_text="Het signaal aan de gemeente dat hiervan kwam; dat weet niet van wie.",
    )

    class Meta:
        verbose_name = "aanbod"
        verbose_name_plural = "aanbod"
        ordering = ["op"]
        indexes = [
            models.Index(fields=["door", "-op"], name="aanbod_wacht", condition=_NIETS),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["hulpvraag", "voorziening"],
                name="aanbod_een_keer",
                nulls_distinct=False,
                violation_error_message="Dit is bij deze vraag al aangeboden.",
            ),
            models.CheckConstraint(
                condition=(_NIETS & Q(voorziening=None)) | (~_NIETS & ~Q(voorziening=None)),
                name="aanbod_wat",
                violation_error_message="Kies een voorziening, of dat er niets past.",
            ),
            models.CheckConstraint(
                condition=(_GEWEIGERD & Q(reden__isnull=False)) | (~_GEWEIGERD & Q(reden=None)),
                name="aanbod_reden",
                violation_error_message="Kies waarom de inwoner dit niet wil.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.voorziening or 'niets passends'}: {self.get_uitkomst_display()}"
