"""One time of an afspraak that comes back."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from hengelo_sociaal.kern.modellen import UUIDModel
from plannen.enums import Keeruitkomst
from plannen.models.afspraak import Afspraak


class Keer(UUIDModel):
    """What came of an afspraak on one of its days: done, or left out with a reason.

    Only what was ticked is kept; which days there are follows from the afspraak
    (`plannen.queries.ritme`). A changed rhythm leaves what was ticked as it is.
    """

    afspraak = models.ForeignKey(
        Afspraak, models.CASCADE, db_index=False, related_name="keren", verbose_name="afspraak"
    )
    dag = models.DateField("dag")
    uitkomst = models.CharField("uitkomst", max_length=12, choices=Keeruitkomst.choices)
    reden = models.CharField("waarom niet", max_length=200, blank=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door"
    )
    op = models.DateTimeField("moment")

    class Meta:
        verbose_name = "keer"
        verbose_name_plural = "keren"
        ordering = ["-dag"]
        constraints = [
            models.UniqueConstraint(fields=["afspraak", "dag"], name="keer_een_per_dag"),
            models.CheckConstraint(
                condition=~Q(uitkomst=Keeruitkomst.OVERGESLAGEN) | ~Q(reden=""),
                name="keer_overgeslagen_met_reden",
                violation_error_message="Schrijf op waarom het deze keer niet doorging.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dag:%d-%m-%Y}: {self.get_uitkomst_display()}"
