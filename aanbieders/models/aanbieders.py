"""Who gives the help that the municipality pays for."""

from django.db import models
from django.db.models import Q

from hengelo_sociaal.kern.modellen import UUIDModel
from hengelo_sociaal.kern.nummers import validate_agb, validate_kvk
from voorzieningen.models import Organisatie


class Aanbieder(UUIDModel):
    """A contracted provider of maatwerk (BP 5.4: about 50 are active in Hengelo)."""

    naam = models.CharField("naam", max_length=120)
    kvk = models.CharField(
        "KvK-nummer",
        max_length=8,
        unique=True,
        validators=[validate_kvk],
        error_messages={"unique": "Er is al een aanbieder met dit KvK-nummer."},
    )
    agb = models.CharField("AGB-code", max_length=8, blank=True, validators=[validate_agb])
    plaats = models.CharField("vestigingsplaats", max_length=60, blank=True)
    organisatie = models.OneToOneField(
        Organisatie,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="aanbieder",
        verbose_name="organisatie in de catalogus",
    )

    class Meta:
        verbose_name = "aanbieder"
        verbose_name_plural = "aanbieders"
        ordering = ["naam"]
        indexes = [models.Index(fields=["naam", "id"], name="aanbieder_naam")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(naam=""),
                name="aanbieder_naam_gevuld",
                violation_error_message="Vul de naam van de aanbieder in.",
            ),
            models.CheckConstraint(
                condition=Q(kvk__regex=r"^[0-9]{8}$"),
                name="aanbieder_kvk_vorm",
                violation_error_message="Een KvK-nummer heeft acht cijfers.",
            ),
            models.CheckConstraint(
                condition=Q(agb="") | Q(agb__regex=r"^[0-9]{8}$"),
                name="aanbieder_agb_vorm",
                violation_error_message="Een AGB-code heeft acht cijfers.",
            ),
            models.UniqueConstraint(
                fields=["agb"],
                condition=~Q(agb=""),
                name="aanbieder_agb_uniek",
                violation_error_message="Er is al een aanbieder met deze AGB-code.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam
