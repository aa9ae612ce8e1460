"""A letter that says we are too late, and what it brings."""

from django.db import models
from django.db.models import Q

from hengelo_sociaal.kern.modellen import UUIDModel
from hengelo_sociaal.termijnen.models import Termijn
from toegang.enums import GeenDwangsom
from toegang.models.melding import Melding


class Ingebrekestelling(UUIDModel):
    """The applicant's letter about a decision that does not come (Awb 4:17 lid 3).

    `eerste_dag` is the first day over which we pay, two weeks later, unless `geen_dwangsom`
    says why nothing is owed. `bedrag`, in euro cents, is fixed when the decision comes; up
    to then it is computed for the day that somebody looks.
    """

    melding = models.ForeignKey(
        Melding, models.PROTECT, related_name="ingebrekestellingen", verbose_name="melding"
    )
    termijn = models.OneToOneField(
        Termijn, models.PROTECT, related_name="ingebrekestelling", verbose_name="termijn"
    )
    ontvangen_op = models.DateField("brief ontvangen op")
    eerste_dag = models.DateField("eerste dag van de dwangsom", null=True, blank=True)
    stappen = models.JSONField("uitleg", default=list)
    geen_dwangsom = models.CharField(
        "waarom geen dwangsom", max_length=15, choices=GeenDwangsom.choices, blank=True
    )
    gestopt_op = models.DateField("besloten op", null=True, blank=True)
    bedrag = models.PositiveIntegerField("dwangsom in centen", null=True, blank=True)
    vastgesteld_op = models.DateField("dwangsom vastgesteld op", null=True, blank=True)

    class Meta:
        verbose_name = "ingebrekestelling"
        verbose_name_plural = "ingebrekestellingen"
        ordering = ["ontvangen_op", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(geen_dwangsom="", eerste_dag__isnull=False)
                | (~Q(geen_dwangsom="") & Q(eerste_dag__isnull=True)),
                name="ingebrekestelling_dag_of_reden",
                violation_error_message="Er is een eerste dag, of een reden waarom niet.",
            ),
            models.CheckConstraint(
                condition=Q(gestopt_op__isnull=True, bedrag__isnull=True)
                | Q(gestopt_op__isnull=False, bedrag__isnull=False),
                name="ingebrekestelling_bedrag_bij_besluit",
                violation_error_message="Het bedrag staat vast als er besloten is.",
            ),
            models.CheckConstraint(
                condition=Q(vastgesteld_op__isnull=True) | Q(gestopt_op__isnull=False),
                name="ingebrekestelling_vastgesteld_na_besluit",
                violation_error_message="De dwangsom wordt vastgesteld na het besluit.",
            ),
        ]

    def __str__(self) -> str:
        return f"ingebrekestelling van {self.ontvangen_op:%d-%m-%Y}"
