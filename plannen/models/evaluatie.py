"""Looking together at how it goes."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from plannen.enums import EvaluatieUitkomst
from plannen.models.onderdeel import Onderdeel
from plannen.models.plan import Plan


class Evaluatie(Onderdeel):
    """A date to look at the plan together, and what came of it (domein.md, floor 5)."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="evaluaties", verbose_name="plan")
    gepland_op = models.DateField("gepland op")
    gehouden_op = models.DateField("gehouden op", null=True, blank=True)
    uitkomst = models.CharField(
        "uitkomst", max_length=20, choices=EvaluatieUitkomst.choices, null=True, blank=True
    )
    verslag = models.TextField("verslag", blank=True)
    gehouden_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="gehouden door",
    )

    class Meta:
        verbose_name = "evaluatie"
        verbose_name_plural = "evaluaties"
        ordering = ["gepland_op", "id"]
        indexes = [
            models.Index(
                fields=["gepland_op"],
                condition=Q(gehouden_op__isnull=True),
                name="evaluatie_nog_te_houden",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    gehouden_op__isnull=False, uitkomst__isnull=False, gehouden_door__isnull=False
                )
                | Q(gehouden_op__isnull=True, uitkomst__isnull=True, gehouden_door__isnull=True),
                name="evaluatie_gehouden_volledig",
                violation_error_message="Vul in wanneer u de evaluatie hield en wat eruit kwam.",
            ),
        ]

    def __str__(self) -> str:
        return f"Evaluatie {self.gepland_op:%d-%m-%Y}"
