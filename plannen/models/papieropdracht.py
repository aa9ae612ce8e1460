"""That the paper of an agreed version still has to be made."""

from django.db import models
from django.db.models import Q

from hengelo_sociaal.kern.modellen import UUIDModel
from plannen.models.vaststelling import Vaststelling


class Papieropdracht(UUIDModel):
    """The order to set a version on paper, written together with the version.

    The database holds what has to be done, so that a worker or broker that is away loses
    nothing. `opnieuw_op` is the first moment to try (again), `klaar_op` when it was done.
    """

    vaststelling = models.OneToOneField(
        Vaststelling, models.CASCADE, related_name="papier", verbose_name="versie"
    )
    gevraagd_op = models.DateTimeField("gevraagd op")
    opnieuw_op = models.DateTimeField("proberen vanaf")
    pogingen = models.PositiveSmallIntegerField("pogingen", default=0)
    klaar_op = models.DateTimeField("gemaakt op", null=True, blank=True)

    class Meta:
        verbose_name = "papieropdracht"
        verbose_name_plural = "papieropdrachten"
        indexes = [
            models.Index(
                fields=["opnieuw_op"],
                condition=Q(klaar_op__isnull=True),
                name="papieropdracht_wacht",
            ),
        ]

    def __str__(self) -> str:
        return f"papier van versie {self.vaststelling.versie}"

    @property
    def mislukte(self) -> bool:
        """Whether it was tried before and there is no paper yet."""
        return self.klaar_op is None and self.pogingen > 0
