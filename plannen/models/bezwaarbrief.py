"""A letter about an objection, as it was sent."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from hengelo_sociaal.kern.modellen import UUIDModel
from plannen.enums import Bezwaarbriefsoort
from plannen.models.bezwaar import Bezwaar


class Bezwaarbrief(UUIDModel):
    """What a letter about an objection said on the day it was sent; never changes.

    The pages are set from it at the first request and kept with it (`papier.Stuk`).
    """

    bezwaar = models.ForeignKey(
        Bezwaar, models.PROTECT, related_name="brieven", verbose_name="bezwaar"
    )
    soort = models.CharField("soort brief", max_length=30, choices=Bezwaarbriefsoort.choices)
    datum = models.DateField("datum van de brief")
    inhoud = models.JSONField("inhoud", encoder=DjangoJSONEncoder)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door"
    )
    op = models.DateTimeField("vastgelegd op")

    class Meta:
        verbose_name = "brief bij een bezwaar"
        verbose_name_plural = "brieven bij bezwaren"
        ordering = ["-op", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(soort__in=Bezwaarbriefsoort.values),
                name="bezwaarbrief_soort",
                violation_error_message="Kies een soort brief.",
            ),
            models.UniqueConstraint(
                fields=["bezwaar"],
                condition=models.Q(soort="bezwaar-beslissing"),
                name="bezwaarbrief_een_beslissing",
                violation_error_message="Er is al een beslissing op dit bezwaar verzonden.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} van {self.datum:%d-%m-%Y}"
