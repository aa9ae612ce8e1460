"""Help that is granted to a person under a contract."""

import datetime as dt

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from aanbieders.enums import (
    Eenheid,
    Frequentie,
    Grondslag,
    RedenBeeindiging,
    ToewijzingStatus,
)
from aanbieders.models.contracten import MAX_CENT, Contract
from aanbieders.models.producten import Product
from hengelo_sociaal.kern.modellen import UUIDModel
from hengelo_sociaal.medewerkers.models import DateRange
from toegang.models import Huishouden, Inwoner

_EINDE = Coalesce("beeindigd_op", "tot")
MAX_VOLUME = MAX_CENT  # a whole number; euro cents for the unit euro


class ToewijzingQuerySet(models.QuerySet["Toewijzing"]):
    """Ways to narrow toewijzingen."""

    def geldig(self) -> "ToewijzingQuerySet":
        """All that was ever meant: what never started counts nowhere."""
        return self.exclude(status=ToewijzingStatus.VERVALLEN)

    def op(self, dag: dt.date) -> "ToewijzingQuerySet":
        """Those of which `dag` is part."""
        return (
            self.geldig()
            .annotate(einde=_EINDE)
            .filter(Q(einde__isnull=True) | Q(einde__gte=dag), van__lte=dag)
        )

    def voorbij(self, dag: dt.date) -> "ToewijzingQuerySet":
        """Those that were never stopped and of which the last day lies before `dag`."""
        return self.filter(status=ToewijzingStatus.ACTIEF, tot__lt=dag)

    def actief(self, dag: dt.date) -> "ToewijzingQuerySet":
        """Those that run on a day or begin later."""
        return self.filter(Q(tot__isnull=True) | Q(tot__gte=dag), status=ToewijzingStatus.ACTIEF)

    def te_herzien(self, dag: dt.date) -> "ToewijzingQuerySet":
        """Those of which it is time to see whether lighter help will do."""
        return self.actief(dag).filter(herziening_op__lte=dag)

    def lopend_na(self, dag: dt.date) -> "ToewijzingQuerySet":
        """Those with a day after `dag`, as far as it is known: an open end follows the contract.

        `laatste` is that day, or the first day of what begins later without an end.
        """
        known = self.geldig().annotate(laatste=Coalesce(_EINDE, "van"))
        return known.filter(laatste__gt=dag)


class Toewijzing(UUIDModel):
    """A product for a person, with its volume, period and ground (domein.md, floor 4).

    `volume` is a whole number of units per `frequentie`; for the unit euro it is an
    amount in euro cents. Both days are part of the period; after an early end
    `beeindigd_op` is the last day. `herziening_op` is the day on which somebody looks
    whether lighter help will do, without waiting for a referrer.
    """

    nummer = models.CharField("nummer", max_length=20, unique=True)
    inwoner = models.ForeignKey(
        Inwoner, models.PROTECT, related_name="toewijzingen", verbose_name="inwoner"
    )
    huishouden = models.ForeignKey(
        Huishouden,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="toewijzingen",
        verbose_name="huishouden",
    )
    contract = models.ForeignKey(
        Contract, models.PROTECT, related_name="toewijzingen", verbose_name="contract"
    )
    product = models.ForeignKey(
        Product, models.PROTECT, related_name="toewijzingen", verbose_name="product"
    )
    grondslag = models.CharField("grondslag", max_length=20, choices=Grondslag.choices)
    verwezen_door = models.CharField(
        "wie verwees of bepaalde dit",
        max_length=120,
        blank=True,
        help_text="De arts, de gecertificeerde instelling of de rechtbank.",
    )
    verwezen_op = models.DateField("verwezen of bepaald op", null=True, blank=True)
    volume = models.PositiveIntegerField("hoeveel")
    eenheid = models.CharField("eenheid", max_length=2, choices=Eenheid.choices)
    frequentie = models.CharField("hoe vaak", max_length=1, choices=Frequentie.choices)
    van = models.DateField("van")
    tot = models.DateField("tot en met", null=True, blank=True)
    herziening_op = models.DateField("opnieuw bekijken op", null=True, blank=True)
    status = models.CharField(
        "status",
        max_length=10,
        choices=ToewijzingStatus.choices,
        default=ToewijzingStatus.ACTIEF,
    )
    beeindigd_op = models.DateField("laatste dag na beëindiging", null=True, blank=True)
    reden = models.CharField(
        "reden van beëindiging", max_length=20, choices=RedenBeeindiging.choices, blank=True
    )
    geregistreerd_op = models.DateTimeField("geregistreerd op")

    objects = ToewijzingQuerySet.as_manager()

    class Meta:
        verbose_name = "toewijzing"
        verbose_name_plural = "toewijzingen"
        ordering = ["-van", "-id"]
        indexes = [
            models.Index(fields=["contract", "status"], name="toewijzing_contract"),
            models.Index(fields=["huishouden", "-van"], name="toewijzing_huishouden"),
            models.Index(fields=["-van", "-id"], name="toewijzing_van"),
            models.Index(
                fields=["herziening_op"],
                name="toewijzing_herziening",
                condition=Q(status=ToewijzingStatus.ACTIEF),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")),
                name="toewijzing_periode",
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            models.CheckConstraint(
                condition=Q(volume__gte=1) & Q(volume__lte=MAX_VOLUME),
                name="toewijzing_volume",
                violation_error_message="Vul een heel getal in van ten minste 1.",
            ),
            models.CheckConstraint(
                condition=Q(eenheid__in=Eenheid.values)
                & Q(frequentie__in=Frequentie.values)
                & Q(grondslag__in=Grondslag.values)
                & Q(status__in=ToewijzingStatus.values),
                name="toewijzing_keuzes",
                violation_error_message="Kies waarden uit de lijsten.",
            ),
            models.CheckConstraint(
                condition=~Q(frequentie__in=[Frequentie.WEEK, Frequentie.TOTAAL])
                | Q(tot__isnull=False),
                name="toewijzing_einddatum_verplicht",
                violation_error_message=(
                    "Vul een einddatum in: die is verplicht bij een aantal per week of in totaal."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(eenheid=Eenheid.EURO)
                | Q(frequentie=Frequentie.TOTAAL, tot__isnull=False),
                name="toewijzing_traject_in_totaal",
                violation_error_message=(
                    "Een bedrag in euro's wordt in totaal toegewezen, met een einddatum."
                ),
            ),
            models.CheckConstraint(
                condition=Q(status=ToewijzingStatus.ACTIEF, beeindigd_op__isnull=True, reden="")
                | Q(status=ToewijzingStatus.VERVALLEN, beeindigd_op__isnull=True) & ~Q(reden="")
                | Q(status=ToewijzingStatus.BEEINDIGD, beeindigd_op__gte=F("van")) & ~Q(reden=""),
                name="toewijzing_einde_met_reden",
                violation_error_message=(
                    "Een beëindigde toewijzing heeft een laatste dag en een reden."
                ),
            ),
            models.CheckConstraint(
                condition=Q(herziening_op__isnull=True) | Q(herziening_op__gte=F("van")),
                name="toewijzing_herziening_na_begin",
                violation_error_message="De dag van herziening ligt voor de begindatum.",
            ),
            ExclusionConstraint(
                name="toewijzing_niet_stapelen",
                expressions=[
                    ("inwoner", RangeOperators.EQUAL),
                    ("product", RangeOperators.EQUAL),
                    (
                        DateRange("van", _EINDE, Value("[]")),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=~Q(status=ToewijzingStatus.VERVALLEN),
                violation_error_message=(
                    "Deze inwoner heeft dit product in deze periode al (regel OP259)."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def laatste_dag(self) -> dt.date | None:
        """The last day, early or as agreed; None while the end is open."""
        return self.beeindigd_op or self.tot

    @property
    def omvang(self) -> str:
        """How much, in words: "4 uur per week"."""
        eenheid = Eenheid(self.eenheid)
        frequentie = self.get_frequentie_display()
        if eenheid is Eenheid.EURO:
            euros = f"{self.volume // 100:,}".replace(",", ".")
            return f"€ {euros},{self.volume % 100:02d} {frequentie}"
        return (
            f"{self.volume} {eenheid.label if self.volume == 1 else eenheid.meervoud} {frequentie}"
        )
