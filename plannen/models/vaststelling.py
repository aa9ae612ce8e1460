"""What was agreed, frozen."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from hengelo_sociaal.kern.modellen import UUIDModel
from plannen.enums import AkkoordWijze
from plannen.models.plan import Plan


class Vaststelling(UUIDModel):
    """A version of the plan as it was agreed; its content never changes afterwards.

    `vingerafdruk` is the SHA-256 of the content in canonical JSON, so that anybody can
    see that the paper and the version are the same.
    """

    plan = models.ForeignKey(
        Plan, models.PROTECT, related_name="vaststellingen", verbose_name="plan"
    )
    versie = models.PositiveSmallIntegerField("versie")
    inhoud = models.JSONField("inhoud", encoder=DjangoJSONEncoder)
    vingerafdruk = models.CharField("vingerafdruk", max_length=64)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="vastgesteld door"
    )
    op = models.DateTimeField("vastgesteld op")

    class Meta:
        verbose_name = "vaststelling"
        verbose_name_plural = "vaststellingen"
        ordering = ["-versie"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "versie"], name="vaststelling_versie_uniek"),
        ]

    def __str__(self) -> str:
        return f"Versie {self.versie}"


class Akkoord(UUIDModel):
    """How one resident agreed with a version, or that they refused and why."""

    vaststelling = models.ForeignKey(
        Vaststelling, models.CASCADE, related_name="akkoorden", verbose_name="vaststelling"
    )
    inwoner = models.ForeignKey(
        "toegang.Inwoner", models.PROTECT, related_name="+", verbose_name="inwoner"
    )
    wijze = models.CharField("akkoord", max_length=20, choices=AkkoordWijze.choices)
    reden = models.CharField("waarom niet akkoord", max_length=500, blank=True)

    class Meta:
        verbose_name = "akkoord"
        verbose_name_plural = "akkoorden"
        constraints = [
            models.UniqueConstraint(fields=["vaststelling", "inwoner"], name="akkoord_een_keer"),
            models.CheckConstraint(
                condition=~Q(wijze=AkkoordWijze.GEWEIGERD) | ~Q(reden=""),
                name="akkoord_weigering_met_reden",
                violation_error_message="Schrijf op waarom de inwoner niet akkoord is.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.inwoner}: {self.get_wijze_display()}"
