"""The figures: what must be counted again, the full count, and what is published of it."""

from django.db import models
from django.db.models import Q

from dashboard.enums import Per
from dashboard.models.indicator import Indicator


class VuileBucket(models.Model):
    """A note that the figures of a source and a day must be counted again.

    Written by triggers in the transaction of the change itself, so that nothing is ever
    forgotten. Append only and without a unique constraint, or two registrations of one
    day would wait for each other.
    """

    id = models.BigAutoField(primary_key=True)
    bron = models.CharField("bron", max_length=20)
    dag = models.DateField("dag")
    op = models.DateTimeField("gemerkt op", db_default=models.functions.Now())

    class Meta:
        verbose_name = "te herberekenen dag"
        verbose_name_plural = "te herberekenen dagen"

    def __str__(self) -> str:
        return f"{self.bron} {self.dag}"


class Kubus(models.Model):
    """Everything that was counted of one source in one month; never published as it is.

    `cellen` maps the name of a cell, "dimensie=waarde|dimensie=waarde", to its counts;
    `vingerafdruk` is their digest, so that a month that was counted again needs no reading;
    `rijafdruk` is one of the rows that the database counted, so that a month in which nothing
    changed is not added up again.
    The dashboard's log-in cannot read this table: it holds the small groups.
    """

    bron = models.CharField("bron", max_length=20)
    maand = models.DateField("maand")
    cellen = models.JSONField("tellingen", default=dict)
    vingerafdruk = models.CharField("vingerafdruk", max_length=64, default="")
    rijafdruk = models.CharField("vingerafdruk van de rijen", max_length=120, default="")
    berekend_op = models.DateTimeField("berekend op")

    class Meta:
        verbose_name = "telling"
        verbose_name_plural = "tellingen"
        constraints = [
            models.UniqueConstraint(fields=["bron", "maand"], name="kubus_een_per_maand"),
            models.CheckConstraint(condition=Q(maand__day=1), name="kubus_eerste_van_de_maand"),
        ]

    def __str__(self) -> str:
        return f"{self.bron} {self.maand:%Y-%m}"


class Publicatie(models.Model):
    """From which counts a year of a source was published, and what came of it.

    `invoer` is the digest of everything that the published figures depend on, `uitvoer` one
    of the figures themselves, empty until somebody let all figures be checked. With the same
    counts nothing is decided or written again. `stand` tells of every cell how it was published,
    `besluiten` of every table what was decided and from what.
    """

    bron = models.CharField("bron", max_length=20)
    jaar = models.PositiveSmallIntegerField("jaar")
    invoer = models.CharField("vingerafdruk van de tellingen", max_length=64)
    uitvoer = models.CharField("vingerafdruk van de cijfers", max_length=64, blank=True)
    stand = models.TextField("hoe elke cel is gepubliceerd", blank=True, default="")
    besluiten = models.TextField("wat per tabel is besloten", blank=True, default="")

    class Meta:
        verbose_name = "gepubliceerd jaar"
        verbose_name_plural = "gepubliceerde jaren"
        constraints = [
            models.UniqueConstraint(fields=["bron", "jaar"], name="publicatie_een_per_jaar")
        ]

    def __str__(self) -> str:
        return f"{self.bron} {self.jaar}"


class Meting(models.Model):
    """One published figure of an indicator: a total, one split, or a split with one filter.

    What is 0 and not hidden has no row. `dimensie` sorts before `filterdimensie`: a split
    of A within B is the same group as B within A. Hidden rows hold no number at all.
    """

    id = models.BigAutoField(primary_key=True)
    indicator = models.ForeignKey(
        Indicator, models.CASCADE, db_index=False, related_name="metingen"
    )
    per = models.CharField("per", max_length=10, choices=Per.choices)
    begin = models.DateField("eerste dag van de periode")
    dimensie = models.CharField("uitgesplitst naar", max_length=15, blank=True)
    categorie = models.CharField("waarde", max_length=40, blank=True)
    filterdimensie = models.CharField("binnen", max_length=15, blank=True)
    filtercategorie = models.CharField("waarde van het filter", max_length=40, blank=True)
    teller = models.BigIntegerField("teller", null=True)
    noemer = models.BigIntegerField("noemer", null=True)
    onderdrukt = models.BooleanField("onderdrukt", default=False)
    berekend_op = models.DateTimeField("berekend op")
    definitie_versie = models.PositiveSmallIntegerField("versie van de definitie")

    class Meta:
        verbose_name = "meting"
        verbose_name_plural = "metingen"
        indexes = [
            models.Index(
                fields=["indicator", "per", "dimensie", "filterdimensie", "categorie", "begin"],
                name="meting_binnen",
            ),
            models.Index(fields=["indicator", "begin"], name="meting_jaar"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=[
                    "indicator",
                    "per",
                    "dimensie",
                    "filterdimensie",
                    "filtercategorie",
                    "categorie",
                    "begin",
                ],
                name="meting_een_keer",
            ),
            models.CheckConstraint(
                condition=Q(onderdrukt=False)
                | Q(onderdrukt=True, teller__isnull=True, noemer__isnull=True),
                name="meting_onderdrukt_is_leeg",
            ),
            models.CheckConstraint(
                condition=~Q(teller__gte=1, teller__lte=9) & ~Q(noemer__gte=1, noemer__lte=9),
                name="meting_geen_kleine_groep",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.begin:%Y-%m}"


class Cijferversie(models.Model):
    """A number that rises whenever a published figure changes; pages are kept by it."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    versie = models.BigIntegerField("versie", default=0)
    gewijzigd_op = models.DateTimeField("laatste wijziging", null=True)
    bijgewerkt_op = models.DateTimeField("laatst nagerekend", null=True)

    class Meta:
        verbose_name = "versie van de cijfers"
        verbose_name_plural = "versie van de cijfers"
        constraints = [models.CheckConstraint(condition=Q(id=1), name="cijferversie_een_rij")]

    def __str__(self) -> str:
        return str(self.versie)
