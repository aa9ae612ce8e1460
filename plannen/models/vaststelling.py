"""What was agreed, frozen."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from hengelo_sociaal.kern.modellen import UUIDModel
from hengelo_sociaal.papier.document import Handtekening
from hengelo_sociaal.web.opmaak import datum
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
    """How one resident agreed with a version, or that they refused and why.

    What was signed is never removed: when two registrations of one person had both
    agreed, both answers stay and the second is marked as `dubbel`.
    """

    vaststelling = models.ForeignKey(
        Vaststelling, models.CASCADE, related_name="akkoorden", verbose_name="vaststelling"
    )
    inwoner = models.ForeignKey(
        "toegang.Inwoner", models.PROTECT, related_name="+", verbose_name="inwoner"
    )
    wijze = models.CharField("akkoord", max_length=20, choices=AkkoordWijze.choices)
    reden = models.CharField("waarom niet akkoord", max_length=500, blank=True)
    handtekening = models.JSONField(
        "getekend op het scherm",
        null=True,
        blank=True,
        help_text="De lijnen van de handtekening. Leeg: op papier getekend.",
    )
    dubbel = models.BooleanField(
        "van een dubbele registratie",
        default=False,
        editable=False,
        help_text="Gegeven onder een registratie die later is samengevoegd met deze inwoner.",
    )

    class Meta:
        verbose_name = "akkoord"
        verbose_name_plural = "akkoorden"
        constraints = [
            models.UniqueConstraint(
                fields=["vaststelling", "inwoner"],
                condition=Q(dubbel=False),
                name="akkoord_een_keer",
            ),
            models.CheckConstraint(
                condition=~Q(wijze=AkkoordWijze.GEWEIGERD) | ~Q(reden=""),
                name="akkoord_weigering_met_reden",
                violation_error_message="Schrijf op waarom de inwoner niet akkoord is.",
            ),
            models.CheckConstraint(
                condition=Q(handtekening__isnull=True) | Q(wijze=AkkoordWijze.HANDTEKENING),
                name="akkoord_getekend_met_handtekening",
                violation_error_message="Een handtekening hoort bij akkoord met een handtekening.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.inwoner}: {self.get_wijze_display()}"

    @property
    def getekend(self) -> Handtekening | None:
        """What was drawn on the screen, to draw again; None when it was signed on paper."""
        if self.handtekening is None:
            return None
        return Handtekening(
            naam=str(self.inwoner),
            onderschrift=f"Getekend op {datum(self.vaststelling.op)}",
            lijnen=tuple(tuple((x, y) for x, y in line) for line in self.handtekening["lijnen"]),
            breedte=self.handtekening["breedte"],
            hoogte=self.handtekening["hoogte"],
        )
