"""One household, one plan."""

import datetime as dt
import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from hengelo_sociaal.kern.modellen import UUIDModel
from plannen.enums import Hoedanigheid, PlanStatus, PlanUitkomst
from plannen.models.onderdeel import Onderdeel


class PlanQuerySet(models.QuerySet["Plan"]):
    """Plans, cut down to what is asked."""

    def actief(self) -> "PlanQuerySet":
        """Concept or agreed; at most one per household."""
        return self.exclude(status=PlanStatus.BEEINDIGD)

    def van(self, huishouden_id: uuid.UUID) -> "PlanQuerySet":
        """The plans of a household, the newest first."""
        return self.filter(huishouden_id=huishouden_id).order_by("-begonnen_op", "-id")


class Plan(Onderdeel):
    """What a household wants to reach and who does what for it, across all laws (BP 5.1).

    The law never sits on the plan or a goal, only on an afspraak.
    """

    nummer = models.CharField("plannummer", max_length=20, unique=True)
    huishouden = models.ForeignKey(
        "toegang.Huishouden", models.PROTECT, related_name="plannen", verbose_name="huishouden"
    )
    status = models.CharField(
        "status", max_length=20, choices=PlanStatus.choices, default=PlanStatus.CONCEPT
    )
    wat_telt = models.TextField("wat het belangrijkst is", blank=True)
    begonnen_op = models.DateField("begonnen op")
    gemaakt_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="gemaakt door"
    )
    heeft_nieuws = models.BooleanField(
        "gewijzigd na de laatste vaststelling",
        default=True,
        help_text="Er zijn doelen of afspraken veranderd die nog niet met het huishouden "
        "zijn vastgesteld.",
    )
    regisseur_nodig = models.BooleanField(
        "regisseur nodig volgens de medewerker",
        null=True,
        blank=True,
        help_text="Leeg: de regel beslist (hulp op twee of meer leefgebieden, of veiligheid).",
    )
    regisseur_reden = models.CharField("reden om af te wijken", max_length=300, blank=True)
    beeindigd_op = models.DateField("beëindigd op", null=True, blank=True)
    uitkomst = models.CharField(
        "uitkomst", max_length=20, choices=PlanUitkomst.choices, null=True, blank=True
    )
    reden = models.TextField("toelichting bij het einde", blank=True)
    verder_in = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        db_index=False,
        related_name="+",
        verbose_name="verder in dit plan",
        help_text="Als twee huishoudens één werden: het plan dat doorging.",
    )

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = "plan"
        verbose_name_plural = "plannen"
        ordering = ["-begonnen_op", "-id"]
        indexes = [
            models.Index(fields=["huishouden", "-begonnen_op"], name="plan_huishouden"),
            models.Index(fields=["status", "-begonnen_op"], name="plan_status"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["huishouden"],
                condition=~Q(status=PlanStatus.BEEINDIGD),
                name="plan_een_actief_per_huishouden",
                violation_error_message="Dit huishouden heeft al een plan.",
            ),
            models.CheckConstraint(
                condition=Q(
                    status=PlanStatus.BEEINDIGD, beeindigd_op__isnull=False, uitkomst__isnull=False
                )
                | (
                    ~Q(status=PlanStatus.BEEINDIGD)
                    & Q(beeindigd_op__isnull=True, uitkomst__isnull=True)
                ),
                name="plan_einde_volledig",
                violation_error_message="Vul bij het einde de datum en de uitkomst in.",
            ),
            models.CheckConstraint(
                condition=Q(beeindigd_op__isnull=True) | Q(beeindigd_op__gte=F("begonnen_op")),
                name="plan_periode",
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            models.CheckConstraint(
                condition=Q(regisseur_nodig__isnull=True) | ~Q(regisseur_reden=""),
                name="plan_regisseur_afwijking_met_reden",
                violation_error_message="Geef aan waarom u afwijkt van de regel.",
            ),
        ]

    def __str__(self) -> str:
        return f"Plan {self.nummer}"

    @property
    def is_actief(self) -> bool:
        """Whether the plan may still change."""
        return self.status != PlanStatus.BEEINDIGD

    def get_absolute_url(self) -> str:
        return f"/plannen/{self.pk}"


class Deelname(UUIDModel):
    """A person who takes part in the plan, from this household or another one.

    A child with two homes or placed out of home may take part in two plans.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="deelnames", verbose_name="plan")
    inwoner = models.ForeignKey(
        "toegang.Inwoner", models.PROTECT, related_name="plandeelnames", verbose_name="inwoner"
    )
    hoedanigheid = models.CharField(
        "hoedanigheid", max_length=20, choices=Hoedanigheid.choices, default=Hoedanigheid.LID
    )
    van = models.DateField("van")
    tot = models.DateField("tot", null=True, blank=True)

    class Meta:
        verbose_name = "deelname"
        verbose_name_plural = "deelnames"
        ordering = ["van", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "inwoner"],
                condition=Q(tot__isnull=True),
                name="deelname_een_keer",
                violation_error_message="Deze persoon doet al mee in dit plan.",
            ),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")),
                name="deelname_periode",
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.inwoner} in {self.plan}"

    def loopt_op(self, dag: dt.date) -> bool:
        """Whether the person takes part on a day; `tot` is the first day they do not."""
        return self.van <= dag and (self.tot is None or dag < self.tot)
