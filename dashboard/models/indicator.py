"""What is measured, what it means, and what the papers print about it."""

from django.db import models
from django.db.models import Q

from dashboard.enums import Herkomst, Indicatorsoort, Lijst, Metingsoort, Richting


class Indicator(models.Model):
    """A figure to steer by (domein.md, floor 6), computed here or read from a source.

    `verbergen` keeps what a source printed by mistake out of charts; the row stays as
    printed (BI08-dubbel of B6).
    """

    code = models.SlugField("code", primary_key=True, max_length=40)
    naam = models.CharField("naam", max_length=300)
    opgave = models.CharField("opgave of doel", max_length=40, blank=True)
    opgave_naam = models.CharField("omschrijving van het doel", max_length=300, blank=True)
    soort = models.CharField(
        "soort", max_length=10, choices=Indicatorsoort.choices, null=True, blank=True
    )
    eenheid = models.CharField("eenheid", max_length=120, blank=True)
    bron = models.CharField("bron", max_length=200)
    frequentie = models.CharField("hoe vaak gemeten", max_length=40, blank=True)
    gewenste_richting = models.CharField(
        "gewenste richting", max_length=10, choices=Richting.choices, default=Richting.NEUTRAAL
    )
    herkomst = models.CharField("herkomst", max_length=10, choices=Herkomst.choices)
    lijst = models.CharField("lijst", max_length=20, choices=Lijst.choices, null=True, blank=True)
    opmerking = models.CharField("opmerking", max_length=500, blank=True)
    verbergen = models.BooleanField("niet in grafieken", default=False)
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        verbose_name = "indicator"
        verbose_name_plural = "indicatoren"
        ordering = ["volgorde", "code"]

    def __str__(self) -> str:
        return self.naam

    @property
    def is_berekend(self) -> bool:
        """Whether the values are counted from our own registrations."""
        return self.herkomst == Herkomst.BEREKEND

    @property
    def is_percentage(self) -> bool:
        """Whether a value is a share of a hundred."""
        return self.eenheid.startswith("%")


class IndicatorDefinitie(models.Model):
    """What an indicator means, in words, from a day on; a new meaning is a new version."""

    indicator = models.ForeignKey(
        Indicator, models.CASCADE, related_name="definities", verbose_name="indicator"
    )
    versie = models.PositiveSmallIntegerField("versie")
    geldig_van = models.DateField("geldig vanaf")
    tekst = models.TextField("definitie")
    teller = models.CharField("teller", max_length=300, blank=True)
    noemer = models.CharField("noemer", max_length=300, blank=True)
    telt_op = models.CharField("telt op de dag van", max_length=200, blank=True)

    class Meta:
        verbose_name = "definitie"
        verbose_name_plural = "definities"
        ordering = ["indicator", "-versie"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "versie"],
                name="definitie_versie_uniek",
                violation_error_message="Deze versie van de definitie bestaat al.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id}, versie {self.versie}"


class Streefwaarde(models.Model):
    """What the municipality wants an indicator to be in a year."""

    indicator = models.ForeignKey(
        Indicator, models.CASCADE, related_name="streefwaarden", verbose_name="indicator"
    )
    jaar = models.PositiveSmallIntegerField("jaar")
    waarde = models.DecimalField("streefwaarde", max_digits=12, decimal_places=3)
    bron = models.CharField("bron", max_length=120, blank=True)

    class Meta:
        verbose_name = "streefwaarde"
        verbose_name_plural = "streefwaarden"
        ordering = ["indicator", "jaar"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "jaar"],
                name="streefwaarde_een_per_jaar",
                violation_error_message="Voor dit jaar is er al een streefwaarde.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.jaar}: {self.waarde}"


class IngelezenMeting(models.Model):
    """One printed value of a paper, exactly as it stands there (history, never a series).

    `kolom` is the head of the printed column; `jaar` and `meetperiode` are the period the
    source itself gives, which may be another year than the column's.
    """

    indicator = models.ForeignKey(
        Indicator, models.CASCADE, related_name="metingen_ingelezen", verbose_name="indicator"
    )
    kolom = models.CharField("kolom", max_length=40)
    soort = models.CharField("soort", max_length=12, choices=Metingsoort.choices)
    jaar = models.PositiveSmallIntegerField("jaar", null=True, blank=True)
    meetperiode = models.CharField("meetperiode", max_length=40, blank=True)
    waarde = models.DecimalField("waarde", max_digits=14, decimal_places=3, null=True, blank=True)
    gedrukt = models.CharField("zoals gedrukt", max_length=40, blank=True)
    eenheid = models.CharField("eenheid", max_length=120, blank=True)
    opmerking = models.CharField("opmerking", max_length=500, blank=True)
    bron = models.CharField("bron", max_length=120)
    volgorde = models.PositiveSmallIntegerField("regel in het bestand", default=0)

    class Meta:
        verbose_name = "ingelezen meting"
        verbose_name_plural = "ingelezen metingen"
        ordering = ["indicator", "volgorde"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "kolom", "bron"],
                name="ingelezen_meting_een_keer",
                violation_error_message="Deze waarde is al ingelezen.",
            ),
            models.CheckConstraint(
                condition=Q(jaar__isnull=True) | Q(jaar__gte=1990, jaar__lte=2100),
                name="ingelezen_meting_jaar",
                violation_error_message="Kies een jaar van 1990 tot en met 2100.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.kolom}: {self.gedrukt}"
