"""What is agreed with a provider, and what it costs."""

import datetime as dt

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q, Value

from aanbieders.enums import Bekostiging, Eenheid, Schaal, Uitvoeringsvariant
from aanbieders.models.aanbieders import Aanbieder
from aanbieders.models.producten import Product
from hengelo_sociaal.kern.modellen import UUIDModel
from hengelo_sociaal.medewerkers.models import DateRange

MAX_CENT = 99_999_999  # iStandaarden LDT_Bedrag


class Contract(UUIDModel):
    """An agreement with a provider for a period, both days included (BP 5.4).

    `plafond_cent` is the most that may be spent in a calendar year, in euro cents.
    `opzegdatum` is the last day to give notice. A way of paying that does not fit the
    uitvoeringsvariant is allowed and flagged (BP 4.2 point 4).
    """

    nummer = models.CharField(
        "nummer",
        max_length=30,
        unique=True,
        error_messages={"unique": "Er is al een contract met dit nummer."},
    )
    aanbieder = models.ForeignKey(
        Aanbieder, models.PROTECT, related_name="contracten", verbose_name="aanbieder"
    )
    omschrijving = models.CharField("omschrijving", max_length=120)
    schaal = models.CharField("lokaal of regionaal", max_length=10, choices=Schaal.choices)
    van = models.DateField("van")
    tot = models.DateField("tot en met")
    verlengopties = models.PositiveSmallIntegerField("aantal keer te verlengen", default=0)
    verlenging_maanden = models.PositiveSmallIntegerField("maanden per verlenging", default=12)
    uitvoeringsvariant = models.CharField(
        "uitvoeringsvariant", max_length=20, choices=Uitvoeringsvariant.choices
    )
    bekostiging = models.CharField("bekostiging", max_length=12, choices=Bekostiging.choices)
    plafond_cent = models.BigIntegerField("plafond per jaar", null=True, blank=True)
    opzegdatum = models.DateField("uiterlijk opzeggen op", null=True, blank=True)

    class Meta:
        verbose_name = "contract"
        verbose_name_plural = "contracten"
        ordering = ["tot", "nummer"]
        indexes = [
            models.Index(fields=["tot", "id"], name="contract_tot"),
            models.Index(fields=["nummer", "id"], name="contract_nummer"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__gte=F("van")),
                name="contract_periode",
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            models.CheckConstraint(
                condition=Q(opzegdatum__isnull=True) | Q(opzegdatum__lte=F("tot")),
                name="contract_opzegdatum",
                violation_error_message="Opzeggen moet voor het einde van het contract.",
            ),
            models.CheckConstraint(
                condition=Q(plafond_cent__isnull=True) | Q(plafond_cent__gt=0),
                name="contract_plafond",
                violation_error_message="Een plafond is meer dan nul euro.",
            ),
            models.CheckConstraint(
                condition=Q(schaal__in=Schaal.values)
                & Q(uitvoeringsvariant__in=Uitvoeringsvariant.values)
                & Q(bekostiging__in=Bekostiging.values),
                name="contract_keuzes",
                violation_error_message="Kies waarden uit de lijsten.",
            ),
            models.CheckConstraint(
                condition=~Q(nummer="") & ~Q(omschrijving=""),
                name="contract_nummer_en_omschrijving",
                violation_error_message="Vul een nummer en een omschrijving in.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nummer} {self.omschrijving}"

    @property
    def bekostiging_past(self) -> bool:
        """Whether the way of paying fits the uitvoeringsvariant (BP 5.4)."""
        return self.bekostiging in Uitvoeringsvariant(self.uitvoeringsvariant).bekostigingen

    @property
    def eenheden(self) -> frozenset[str]:
        """The units that can be agreed and granted under it."""
        return Uitvoeringsvariant(self.uitvoeringsvariant).eenheden

    def loopt_op(self, dag: dt.date) -> bool:
        """Whether the contract is in force on a day."""
        return self.van <= dag <= self.tot


class TariefQuerySet(models.QuerySet["Tarief"]):
    """Ways to narrow tarieven."""

    def op(self, dag: dt.date) -> "TariefQuerySet":
        """What holds on a day."""
        return self.filter(Q(tot__isnull=True) | Q(tot__gte=dag), van__lte=dag)


class Tarief(UUIDModel):
    """What one unit of a product costs under a contract, in euro cents, during a period.

    Never two at the same time for one contract, product and unit. A new tarief ends the
    running one the day before; nothing is overwritten.
    """

    contract = models.ForeignKey(
        Contract, models.PROTECT, related_name="tarieven", verbose_name="contract"
    )
    product = models.ForeignKey(
        Product, models.PROTECT, related_name="tarieven", verbose_name="product"
    )
    eenheid = models.CharField("eenheid", max_length=2, choices=Eenheid.choices)
    bedrag_cent = models.IntegerField("bedrag")
    van = models.DateField("van")
    tot = models.DateField("tot en met", null=True, blank=True)

    objects = TariefQuerySet.as_manager()

    class Meta:
        verbose_name = "tarief"
        verbose_name_plural = "tarieven"
        ordering = ["product__naam", "eenheid", "-van"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")),
                name="tarief_periode",
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            models.CheckConstraint(
                condition=Q(bedrag_cent__gt=0) & Q(bedrag_cent__lte=MAX_CENT),
                name="tarief_bedrag",
                violation_error_message="Een tarief ligt tussen € 0,01 en € 999.999,99.",
            ),
            models.CheckConstraint(
                condition=Q(eenheid__in=Eenheid.values),
                name="tarief_eenheid",
                violation_error_message="Kies een eenheid uit de lijst.",
            ),
            ExclusionConstraint(
                name="tarief_geen_overlap",
                expressions=[
                    ("contract", RangeOperators.EQUAL),
                    ("product", RangeOperators.EQUAL),
                    ("eenheid", RangeOperators.EQUAL),
                    (DateRange("van", "tot", Value("[]")), RangeOperators.OVERLAPS),
                ],
                violation_error_message="Er is in deze periode al een tarief.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product} {self.get_eenheid_display()} vanaf {self.van:%d-%m-%Y}"
