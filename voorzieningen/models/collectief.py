"""Similar unmet questions in a wijk, taken up by a partner as an activity."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from hengelo_sociaal.gebieden.models import Wijk
from hengelo_sociaal.kern.modellen import UUIDModel
from hengelo_sociaal.waarden.models import Leefgebied
from voorzieningen.models.activiteiten import Activiteit


class Collectief(UUIDModel):
    """A kind of question that stayed open in a wijk, taken up as an activity (domein.md).

    About the kind and the wijk, never about a person: whoever waits is told by their own
    worker. `soort` is the code of a hulpvraagsoort, which belongs to the floor above.
    """

    soort = models.SlugField("soort vraag", max_length=40)
    leefgebied = models.ForeignKey(Leefgebied, models.PROTECT, verbose_name="leefgebied")
    wijk = models.ForeignKey(Wijk, models.PROTECT, null=True, blank=True, verbose_name="wijk")
    activiteit = models.ForeignKey(
        Activiteit, models.PROTECT, related_name="collectieven", verbose_name="activiteit"
    )
    signalen = models.PositiveIntegerField("aantal signalen bij het oppakken")
    opgepakt_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="opgepakt door"
    )
    opgepakt_op = models.DateTimeField("opgepakt op")
    beeindigd_op = models.DateTimeField("beëindigd op", null=True, blank=True)

    class Meta:
        verbose_name = "collectief"
        verbose_name_plural = "collectieven"
        ordering = ["-opgepakt_op"]
        constraints = [
            models.UniqueConstraint(
                fields=["soort", "leefgebied", "wijk"],
                condition=Q(beeindigd_op=None),
                name="collectief_een_keer",
                nulls_distinct=False,
                violation_error_message="Dit signaal is al opgepakt.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.soort} in {self.wijk or 'heel de gemeente'}: {self.activiteit}"

    @property
    def vragen(self) -> str:
        """The kind of question, to read in a sentence."""
        return self.soort.replace("-", " ") or self.leefgebied.label.lower()


class Businesscase(UUIDModel):
    """What was expected of something that was taken up, before it was (QA: business case).

    Per year: how many people it should reach and for how many households maatwerk should
    not be needed, what it costs, and what maatwerk costs for one household; euro cents.
    """

    collectief = models.OneToOneField(
        Collectief, models.CASCADE, related_name="businesscase", verbose_name="collectief"
    )
    bereik = models.PositiveIntegerField("hoeveel mensen moet het per jaar bereiken")
    vermeden = models.PositiveIntegerField(
        "voor hoeveel huishoudens is daardoor per jaar geen maatwerk nodig"
    )
    kosten = models.PositiveBigIntegerField("wat kost de activiteit per jaar")
    kosten_maatwerk = models.PositiveBigIntegerField(
        "wat kost maatwerk voor één huishouden per jaar"
    )
    onderbouwing = models.CharField("waar rust deze verwachting op", max_length=500)
    opgesteld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="opgesteld door"
    )
    opgesteld_op = models.DateTimeField("opgesteld op")

    class Meta:
        verbose_name = "businesscase"
        verbose_name_plural = "businesscases"
        constraints = [
            models.CheckConstraint(
                condition=Q(bereik__gte=1),
                name="businesscase_bereik",
                violation_error_message="Vul in hoeveel mensen het moet bereiken.",
            ),
        ]

    def __str__(self) -> str:
        return f"businesscase van {self.collectief}"

    @property
    def saldo(self) -> int:
        """What it should save in a year, in euro cents; negative when it costs more."""
        return self.vermeden * self.kosten_maatwerk - self.kosten
