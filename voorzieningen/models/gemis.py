"""What people miss: the raw material of the witte vlekken."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from hengelo_sociaal.gebieden.models import Wijk
from hengelo_sociaal.kern.modellen import UUIDModel
from hengelo_sociaal.waarden.models import Leefgebied


class Gemis(UUIDModel):
    """A worker found nothing light that fitted a question, somewhere in the city (BP 5.3).

    About a kind of question and a wijk, never about a person: `soort` is the code of a
    hulpvraagsoort, named by text because those belong to the floor above.
    """

    soort = models.SlugField("soort vraag", max_length=40, blank=True)
    leefgebied = models.ForeignKey(Leefgebied, models.PROTECT, verbose_name="leefgebied")
    wijk = models.ForeignKey(Wijk, models.PROTECT, null=True, blank=True, verbose_name="wijk")
    toelichting = models.CharField("wat ontbreekt er", max_length=500)
    gemeld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="gemeld door"
    )
    gemeld_op = models.DateTimeField("gemeld op")

    class Meta:
        verbose_name = "gemis"
        verbose_name_plural = "gemis"
        ordering = ["-gemeld_op"]
        indexes = [
            models.Index(fields=["leefgebied", "wijk", "-gemeld_op"], name="gemis_leefgebied_wijk")
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(toelichting=""),
                name="gemis_toelichting",
                violation_error_message="Schrijf kort op wat er ontbreekt.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.leefgebied} {self.wijk or 'heel de gemeente'}: {self.toelichting[:60]}"
