"""Who outside the municipality takes part, and what they may see."""

import datetime as dt
import uuid

from django.db import models
from django.db.models import F, Q

from hengelo_sociaal.kern.modellen import UUIDModel
from plannen.enums import Inzagegrond, Partijsoort
from plannen.models.doel import Doel
from plannen.models.plan import Plan


class Partij(UUIDModel):
    """Somebody of a partner or the network who may see some goals, and on what ground.

    Only the goals that are named; a new goal is not seen before somebody adds it. `tot`
    is the first day on which it is no longer allowed; `ingetrokken` says that it ended
    because the consent was withdrawn.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="partijen", verbose_name="plan")
    soort = models.CharField("soort", max_length=20, choices=Partijsoort.choices)
    naam = models.CharField("naam", max_length=120)
    organisatie = models.CharField("organisatie", max_length=120, blank=True)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    doelen = models.ManyToManyField(Doel, related_name="partijen", verbose_name="ziet deze doelen")
    grond = models.CharField("grond", max_length=20, choices=Inzagegrond.choices)
    toestemming_van = models.ManyToManyField(
        "toegang.Inwoner", blank=True, related_name="+", verbose_name="toestemming van"
    )
    wettelijke_grond = models.CharField("wet en artikel", max_length=200, blank=True)
    van = models.DateField("van")
    tot = models.DateField("tot", null=True, blank=True)
    ingetrokken = models.BooleanField("toestemming ingetrokken", default=False)

    class Meta:
        verbose_name = "partij"
        verbose_name_plural = "partijen"
        ordering = ["van", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(naam=""),
                name="partij_naam",
                violation_error_message="Vul een naam in.",
            ),
            models.CheckConstraint(
                condition=~Q(grond=Inzagegrond.WET) | ~Q(wettelijke_grond=""),
                name="partij_wettelijke_grond",
                violation_error_message="Schrijf op welke wet en welk artikel dit voorschrijven.",
            ),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")),
                name="partij_periode",
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            models.CheckConstraint(
                condition=Q(ingetrokken=False) | Q(tot__isnull=False),
                name="partij_intrekking_met_dag",
                violation_error_message="Bij intrekken hoort een dag.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.naam} ({self.organisatie})" if self.organisatie else self.naam

    def mag_kijken_op(self, dag: dt.date) -> bool:
        """Whether they may see their goals on a day."""
        return self.van <= dag and (self.tot is None or dag < self.tot)

    @property
    def doel_ids(self) -> list[uuid.UUID]:
        """The goals that they see."""
        return [doel.pk for doel in self.doelen.all()]
