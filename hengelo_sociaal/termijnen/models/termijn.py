"""A term that runs on an act, and what happened to it on the way."""

import datetime as dt

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q

from hengelo_sociaal.kern.modellen import UUIDModel
from hengelo_sociaal.termijnen.enums import TermijnStatus
from hengelo_sociaal.termijnen.models.regel import Termijnregel
from hengelo_sociaal.termijnen.rekenen.duur import KALENDEREENHEDEN, Duur
from hengelo_sociaal.termijnen.rekenen.regel import (
    Stilstand,
    Uitstel,
    stilstand_na_uitnodiging,
)
from hengelo_sociaal.termijnen.rekenen.soorten import Eenheid, Opschortgrond, Soort
from hengelo_sociaal.termijnen.rekenen.werkdagen import Stoplicht, stoplicht

KALENDERKEUZES = [keuze for keuze in Eenheid.keuzes() if keuze[0] in KALENDEREENHEDEN]
LOPEND = [TermijnStatus.LOOPT, TermijnStatus.OPGESCHORT]


class TermijnQuerySet(models.QuerySet["Termijn"]):
    """Terms by how they stand."""

    def open(self) -> "TermijnQuerySet":
        """Terms whose act is still to come, also where the last day has passed."""
        return self.filter(
            Q(status__in=LOPEND) | Q(status=TermijnStatus.VERLOPEN, gehaald_op__isnull=True)
        )

    def lopend(self) -> "TermijnQuerySet":
        """Terms that run or stand still."""
        return self.filter(status__in=LOPEND)

    def eindigt_voor(self, dag: dt.date) -> "TermijnQuerySet":
        """Running terms whose last day lies before `dag`."""
        return self.filter(status=TermijnStatus.LOOPT, einddatum__lt=dag)


class Termijn(UUIDModel):
    """A legal term that runs on one act, such as the onderzoek after a Wmo melding.

    It knows nothing of that act: higher floors link to it. `einddatum` is the last day of
    the statutory term with suspension and extension in it; "on time" is measured against
    it. Empty where the rule has no day (`onverwijld`, hours).
    """

    regel = models.ForeignKey(
        Termijnregel, models.PROTECT, related_name="termijnen", verbose_name="regel"
    )
    artikel = models.CharField("artikel", max_length=110)
    handeling = models.CharField("handeling", max_length=40)
    start = models.DateField("dag van de gebeurtenis")
    herhaling = models.PositiveSmallIntegerField("hoeveelste keer", default=1)
    einddatum = models.DateField("einddatum", null=True, blank=True)
    oorspronkelijke_einddatum = models.DateField("eerste einddatum", null=True, blank=True)
    streefdatum = models.DateField("streefdatum", null=True, blank=True)
    toegezegd_op = models.DateField("toegezegde dag", null=True, blank=True)
    status = models.CharField(
        "status", max_length=12, choices=TermijnStatus.choices, default=TermijnStatus.LOOPT
    )
    gehaald_op = models.DateField("gedaan op", null=True, blank=True)
    stappen = models.JSONField("uitleg", default=list, encoder=DjangoJSONEncoder)
    waarschuwingen = models.JSONField("waarschuwingen", default=list, blank=True)

    objects = TermijnQuerySet.as_manager()

    class Meta:
        verbose_name = "termijn"
        verbose_name_plural = "termijnen"
        ordering = ["einddatum", "id"]
        indexes = [
            models.Index(
                fields=["einddatum"], name="termijn_lopend", condition=Q(status=TermijnStatus.LOOPT)
            ),
            models.Index(fields=["regel", "einddatum"], name="termijn_regel_einddatum"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(einddatum__isnull=True) | Q(einddatum__gte=F("start")),
                name="termijn_einddatum_na_start",
                violation_error_message="De einddatum ligt voor de dag van de gebeurtenis.",
            ),
            models.CheckConstraint(
                condition=Q(gehaald_op__isnull=True) | Q(gehaald_op__gte=F("start")),
                name="termijn_gehaald_na_start",
                violation_error_message="Dit is gedaan voordat de termijn begon.",
            ),
            models.CheckConstraint(
                condition=~Q(status=TermijnStatus.GEHAALD)
                | (
                    Q(gehaald_op__isnull=False)
                    & (Q(einddatum__isnull=True) | Q(gehaald_op__lte=F("einddatum")))
                ),
                name="termijn_gehaald_is_op_tijd",
                violation_error_message="Gehaald is alleen wat op tijd is gedaan.",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[*LOPEND, TermijnStatus.VERVALLEN])
                | Q(gehaald_op__isnull=True),
                name="termijn_lopend_niet_gedaan",
                violation_error_message="Een termijn die nog loopt, is nog niet gedaan.",
            ),
        ]

    def __str__(self) -> str:
        einde = f"{self.einddatum:%d-%m-%Y}" if self.einddatum else "zonder einddatum"
        return f"{self.handeling}: {einde} ({self.get_status_display()})"

    @property
    def is_open(self) -> bool:
        """Whether the act is still to come."""
        te_laat = self.status == TermijnStatus.VERLOPEN and self.gehaald_op is None
        return self.status in LOPEND or te_laat

    @property
    def is_wachttijd(self) -> bool:
        """Whether nothing has to be done before the end, but only after it."""
        return self.regel.soort == Soort.WACHTTIJD

    @property
    def is_gehaald(self) -> bool:
        """Whether the act was done in time."""
        return self.status == TermijnStatus.GEHAALD

    @property
    def is_stil(self) -> bool:
        """Whether no day is counted: it stands still, or is no longer needed."""
        return self.status in {TermijnStatus.OPGESCHORT, TermijnStatus.VERVALLEN}

    def stoplicht(self, vandaag: dt.date) -> Stoplicht | None:
        """`ruim`, `bijna` or `te laat`; None for a term that does not run or has no end."""
        if self.einddatum is None or self.status == TermijnStatus.OPGESCHORT or not self.is_open:
            return None
        return stoplicht(self.einddatum, vandaag)


class Opschorting(UUIDModel):
    """A term that stands still (Awb 4:15, 7:10 lid 2), for one of the reasons that a law names.

    From the day after the invitation up to `beeindigd_op`, the day on which the clock runs
    again; empty as long as it stands still.
    """

    termijn = models.ForeignKey(
        Termijn, models.CASCADE, related_name="opschortingen", verbose_name="termijn"
    )
    grond = models.CharField("reden", max_length=12, choices=Opschortgrond.keuzes())
    uitnodiging_op = models.DateField("uitnodiging of bericht op")
    hersteltermijn_tot = models.DateField("hersteltermijn tot en met", null=True, blank=True)
    beeindigd_op = models.DateField("loopt weer vanaf", null=True, blank=True)
    toelichting = models.CharField("toelichting", max_length=200, blank=True)

    class Meta:
        verbose_name = "opschorting"
        verbose_name_plural = "opschortingen"
        ordering = ["uitnodiging_op", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["termijn"],
                condition=Q(beeindigd_op__isnull=True),
                name="opschorting_een_tegelijk",
                violation_error_message="Deze termijn staat al stil.",
            ),
            models.CheckConstraint(
                condition=Q(hersteltermijn_tot__isnull=True)
                | Q(hersteltermijn_tot__gt=F("uitnodiging_op")),
                name="opschorting_hersteltermijn",
                violation_error_message="De hersteltermijn eindigt na de dag van de uitnodiging.",
            ),
            models.CheckConstraint(
                condition=Q(beeindigd_op__isnull=True) | Q(beeindigd_op__gte=F("uitnodiging_op")),
                name="opschorting_einde",
                violation_error_message="De opschorting eindigt voordat hij begint.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_grond_display()}, {self.uitnodiging_op:%d-%m-%Y}"

    def stilstand(self) -> Stilstand | None:
        """The days that the term stands still as far as known; None when no end is in sight."""
        if self.beeindigd_op is None and self.hersteltermijn_tot is None:
            return None
        return stilstand_na_uitnodiging(
            uitgenodigd_op=self.uitnodiging_op,
            hersteltermijn_tot=self.hersteltermijn_tot,
            aangevuld_op=self.beeindigd_op,
            grond=Opschortgrond(self.grond),
        )


class Verlenging(UUIDModel):
    """An extension of a beslistermijn (Awb 4:14, 7:10 lid 3; AVG 12 lid 3)."""

    termijn = models.ForeignKey(
        Termijn, models.CASCADE, related_name="verlengingen", verbose_name="termijn"
    )
    aantal = models.PositiveSmallIntegerField("verlengd met")
    eenheid = models.CharField("eenheid", max_length=12, choices=KALENDERKEUZES)
    kennisgeving_op = models.DateField("bericht aan de aanvrager op")
    artikel = models.CharField("artikel", max_length=60)
    oude_einddatum = models.DateField("einddatum was")
    nieuwe_einddatum = models.DateField("einddatum werd")
    toelichting = models.CharField("toelichting", max_length=200, blank=True)

    class Meta:
        verbose_name = "verlenging"
        verbose_name_plural = "verlengingen"
        ordering = ["kennisgeving_op", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(aantal__gte=1)
                & Q(nieuwe_einddatum__gte=F("oude_einddatum"))
                & Q(kennisgeving_op__lte=F("oude_einddatum")),
                name="verlenging_op_tijd_en_vooruit",
                violation_error_message="Een verlenging komt op tijd en maakt de termijn langer.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.duur} op {self.kennisgeving_op:%d-%m-%Y}"

    @property
    def duur(self) -> Duur:
        """By how much the term was extended."""
        return Duur(self.aantal, Eenheid(self.eenheid))

    def uitstel(self) -> Uitstel:
        """The extension as the arithmetic uses it."""
        return Uitstel(duur=self.duur, kennisgeving=self.kennisgeving_op)
