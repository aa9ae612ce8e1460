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
    """The rows that the database counted of one source in one month, as they were last time.

    A line for each: the values of the dimensions and the counts, between tabs. What is counted
    now and not here, or here and not now, is what changed.
    The dashboard's log-in cannot read this table: it holds the small groups.
    """

    bron = models.CharField("bron", max_length=20)
    maand = models.DateField("maand")
    rijen = models.TextField("getelde rijen", default="")
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


class Kubuscel(models.Model):
    """What was counted in a cell in a year, and what of it is hidden; never published as it is.

    `laag` names the dimensions, "kanaal|wijk", and `cel` their values, "kanaal=balie|wijk=WK01".
    `maanden` are the counts of its twelve months side by side and `verborgen` a bit for each of
    the seventeen periods, both as dashboard/onderdrukking has them. The dashboard's log-in
    cannot read this table either.
    """

    id = models.BigAutoField(primary_key=True)
    bron = models.CharField("bron", max_length=20)
    jaar = models.PositiveSmallIntegerField("jaar")
    laag = models.CharField("dimensies", max_length=31, blank=True)
    cel = models.CharField("waarden", max_length=120, blank=True)
    maanden = models.BinaryField("tellingen per maand")
    verborgen = models.PositiveIntegerField("verborgen perioden")

    class Meta:
        verbose_name = "cel van een telling"
        verbose_name_plural = "cellen van tellingen"
        constraints = [
            models.UniqueConstraint(
                fields=["bron", "jaar", "laag", "cel"], name="kubuscel_een_keer"
            )
        ]

    def __str__(self) -> str:
        return f"{self.bron} {self.jaar} {self.cel}"


class Publicatie(models.Model):
    """From what a year of a source was published, and what came of it.

    `invoer` is the digest of everything but the counts that the figures depend on, `maanden` has
    of every month a digest of the rows that were counted, and `uitvoer` is one of where the rows of
    the figures and of all that is kept of them stand, and who wrote them: empty until somebody let
    all be checked. With the same counts nothing is
    decided or written again.
    """

    bron = models.CharField("bron", max_length=20)
    jaar = models.PositiveSmallIntegerField("jaar")
    invoer = models.CharField("vingerafdruk van regels en lijsten", max_length=64)
    maanden = models.JSONField("vingerafdruk per maand", default=dict)
    uitvoer = models.CharField("vingerafdruk van de cijfers", max_length=64, blank=True)

    class Meta:
        verbose_name = "gepubliceerd jaar"
        verbose_name_plural = "gepubliceerde jaren"
        constraints = [
            models.UniqueConstraint(fields=["bron", "jaar"], name="publicatie_een_per_jaar")
        ]

    def __str__(self) -> str:
        return f"{self.bron} {self.jaar}"

    @classmethod
    def of_year(cls, jaar: int) -> "dict[str, Publicatie]":
        """From what the sources of a year were published, by their code."""
        return {one.bron: one for one in cls.objects.filter(jaar=jaar)}


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
