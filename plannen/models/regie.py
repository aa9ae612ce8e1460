"""Who keeps it together, and whom the resident talks to."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q, Value

from hengelo_sociaal.kern.modellen import UUIDModel
from hengelo_sociaal.medewerkers.models import DateRange
from plannen.models.plan import Plan


class Regisseurperiode(UUIDModel):
    """Somebody's time as regisseur of a plan; `tot` is the day the next one takes over.

    Being regisseur is a task in one plan, not a role (contract.md, Demo accounts).
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="regisseurs", verbose_name="plan")
    medewerker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="regieperiodes",
        verbose_name="regisseur",
    )
    van = models.DateField("van")
    tot = models.DateField("tot", null=True, blank=True)
    reden = models.CharField("reden van overdracht", max_length=300, blank=True)

    class Meta:
        verbose_name = "regisseur"
        verbose_name_plural = "regisseurs"
        ordering = ["-van", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")),
                name="regisseur_periode",
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            ExclusionConstraint(
                name="regisseur_een_tegelijk",
                expressions=[
                    ("plan", RangeOperators.EQUAL),
                    (DateRange("van", "tot", Value("[)")), RangeOperators.OVERLAPS),
                ],
                violation_error_message="Er is in die periode al een regisseur.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.medewerker)


class Aanspreekpunt(UUIDModel):
    """The one face the resident can call: a colleague, or somebody of a partner (BP 5.1)."""

    plan = models.ForeignKey(
        Plan, models.CASCADE, related_name="aanspreekpunten", verbose_name="plan"
    )
    medewerker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="medewerker",
    )
    naam = models.CharField("naam", max_length=120, blank=True)
    organisatie = models.CharField("organisatie", max_length=120, blank=True)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    van = models.DateField("van")
    tot = models.DateField("tot", null=True, blank=True)

    class Meta:
        verbose_name = "aanspreekpunt"
        verbose_name_plural = "aanspreekpunten"
        ordering = ["-van", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(medewerker__isnull=False) | ~Q(naam=""),
                name="aanspreekpunt_is_iemand",
                violation_error_message="Kies een medewerker of vul een naam in.",
            ),
            ExclusionConstraint(
                name="aanspreekpunt_een_tegelijk",
                expressions=[
                    ("plan", RangeOperators.EQUAL),
                    (DateRange("van", "tot", Value("[)")), RangeOperators.OVERLAPS),
                ],
                violation_error_message="Er is in die periode al een aanspreekpunt.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.medewerker or self.naam)
