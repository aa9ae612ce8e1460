"""One household, one plan."""

import datetime as dt
import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from hengelo_sociaal.kern.modellen import UUIDModel
from plannen.enums import Conceptstand, Hoedanigheid, PlanStatus, PlanUitkomst
from plannen.models.onderdeel import Onderdeel

_AFLOOP: dict[str, Conceptstand] = {
    PlanUitkomst.SAMENGEVOEGD: Conceptstand.OVERGENOMEN,
    PlanUitkomst.GESTOPT: Conceptstand.INGETROKKEN,
}


class PlanQuerySet(models.QuerySet["Plan"]):
    """Plans, cut down to what is asked."""

    def van_gemeente(self) -> "PlanQuerySet":
        """Plans of the municipality, without the drafts of vindplaatsen."""
        return self.filter(vindplaats__isnull=True)

    def van_vindplaats(self) -> "PlanQuerySet":
        """Drafts of vindplaatsen, whatever became of them."""
        return self.filter(vindplaats__isnull=False)

    def actief(self) -> "PlanQuerySet":
        """Concept or agreed; at most one per household. No draft of a vindplaats."""
        return self.van_gemeente().exclude(status=PlanStatus.BEEINDIGD)

    def van(self, huishouden_id: uuid.UUID) -> "PlanQuerySet":
        """The plans of a household, the newest first."""
        mine = self.van_gemeente().filter(huishouden_id=huishouden_id)
        return mine.order_by("-begonnen_op", "-id")


class Plan(Onderdeel):
    """What a household wants to reach and who does what for it, across all laws (BP 5.1).

    The law never sits on the plan or a goal, only on an afspraak.

    With a `vindplaats` it is a draft that a worker there made for somebody they registered
    (BP 5.1): of its maker alone until it is offered, and then kept as it was. Taking it over
    copies it into the plan of the household, which `verder_in` then points at.
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
        help_text="Als twee huishoudens één werden: het plan dat doorging. Bij een concept "
        "van een vindplaats: het plan waarin het is overgenomen.",
    )
    vindplaats = models.ForeignKey(
        "toegang.Vindplaats",
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="+",
        verbose_name="concept van deze vindplaats",
        help_text="Leeg: een plan van de gemeente.",
    )
    aangeboden_op = models.DateField("aangeboden aan de gemeente op", null=True, blank=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = "plan"
        verbose_name_plural = "plannen"
        ordering = ["-begonnen_op", "-id"]
        indexes = [
            models.Index(fields=["huishouden", "-begonnen_op"], name="plan_huishouden"),
            models.Index(fields=["status", "-begonnen_op"], name="plan_status"),
            models.Index(
                fields=["gemaakt_door", "-id"],
                condition=Q(vindplaats__isnull=False),
                name="plan_van_vindplaats",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["huishouden"],
                condition=~Q(status=PlanStatus.BEEINDIGD) & Q(vindplaats__isnull=True),
                name="plan_een_actief_per_huishouden",
                violation_error_message="Dit huishouden heeft al een plan.",
            ),
            models.CheckConstraint(
                condition=Q(aangeboden_op__isnull=True) | Q(vindplaats__isnull=False),
                name="plan_aangeboden_door_vindplaats",
                violation_error_message="Alleen een concept van een vindplaats wordt aangeboden.",
            ),
            models.CheckConstraint(
                condition=Q(vindplaats__isnull=True) | ~Q(status=PlanStatus.VASTGESTELD),
                name="plan_van_vindplaats_niet_vastgesteld",
                violation_error_message="De gemeente stelt een plan vast, een vindplaats niet.",
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

    @property
    def conceptstand(self) -> Conceptstand | None:
        """What became of the draft of a vindplaats; None for a plan of the municipality."""
        if self.vindplaats_id is None:
            return None
        if self.is_actief:
            return Conceptstand.AANGEBODEN if self.aangeboden_op else Conceptstand.BEZIG
        return _AFLOOP.get(self.uitkomst or "", Conceptstand.NIET_OVERGENOMEN)

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
