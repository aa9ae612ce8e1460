"""Gemeente, wijk and buurt with their CBS codes, and how many people live there."""

from django.db import models
from django.db.models import Q


class Gemeente(models.Model):
    """A municipality; Werk en Inkomen also works for Borne and Haaksbergen (BP 3.3)."""

    code = models.CharField("CBS-code", primary_key=True, max_length=8)
    naam = models.CharField("naam", max_length=60)

    class Meta:
        verbose_name = "gemeente"
        verbose_name_plural = "gemeenten"
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam


class Wijk(models.Model):
    """A district, as CBS draws it; Hengelo has ten."""

    code = models.CharField("CBS-code", primary_key=True, max_length=8)
    naam = models.CharField("naam", max_length=60)
    gemeente = models.ForeignKey(
        Gemeente, models.PROTECT, related_name="wijken", verbose_name="gemeente"
    )

    class Meta:
        verbose_name = "wijk"
        verbose_name_plural = "wijken"
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam


class Wijkgrens(models.Model):
    """The shape of a wijk on the map, from a GeoJSON file (`importeer gebieden`)."""

    wijk = models.OneToOneField(
        Wijk, models.CASCADE, primary_key=True, related_name="grens", verbose_name="wijk"
    )
    geometrie = models.JSONField("geometrie")
    bron = models.CharField("bron", max_length=120, blank=True)

    class Meta:
        verbose_name = "wijkgrens"
        verbose_name_plural = "wijkgrenzen"

    def __str__(self) -> str:
        return f"grens van {self.wijk_id}"


class Buurt(models.Model):
    """A neighbourhood within a wijk; Hengelo has sixty-two."""

    code = models.CharField("CBS-code", primary_key=True, max_length=10)
    naam = models.CharField("naam", max_length=60)
    wijk = models.ForeignKey(Wijk, models.PROTECT, related_name="buurten", verbose_name="wijk")
    soort = models.CharField("soort", max_length=20, default="overig")

    class Meta:
        verbose_name = "buurt"
        verbose_name_plural = "buurten"
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam


class Leeftijdsgroep(models.TextChoices):
    """Age groups of the figures; `onbekend` without a birth date."""

    KIND = "0-11", "0 tot en met 11 jaar"
    JONGERE = "12-17", "12 tot en met 17 jaar"
    JONGVOLWASSENE = "18-26", "18 tot en met 26 jaar"
    VOLWASSENE = "27-64", "27 tot en met 64 jaar"
    OUDERE = "65-79", "65 tot en met 79 jaar"
    HOOGBEJAARDE = "80-plus", "80 jaar en ouder"
    ONBEKEND = "onbekend", "Onbekend"

    @classmethod
    def van_leeftijd(cls, leeftijd: int | None) -> "Leeftijdsgroep":
        """The group an age falls in."""
        if leeftijd is None:
            return cls.ONBEKEND
        for bovengrens, groep in _BOVENGRENZEN:
            if leeftijd <= bovengrens:
                return groep
        return cls.HOOGBEJAARDE


_BOVENGRENZEN = [
    (11, Leeftijdsgroep.KIND),
    (17, Leeftijdsgroep.JONGERE),
    (26, Leeftijdsgroep.JONGVOLWASSENE),
    (64, Leeftijdsgroep.VOLWASSENE),
    (79, Leeftijdsgroep.OUDERE),
]


class Inwonertal(models.Model):
    """How many people of an age group lived somewhere on 1 January of a year (imported)."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, verbose_name="gemeente")
    wijk = models.ForeignKey(Wijk, models.PROTECT, null=True, blank=True, verbose_name="wijk")
    buurt = models.ForeignKey(Buurt, models.PROTECT, null=True, blank=True, verbose_name="buurt")
    jaar = models.PositiveSmallIntegerField("jaar")
    leeftijdsgroep = models.CharField(
        "leeftijdsgroep", max_length=10, choices=Leeftijdsgroep.choices, blank=True
    )
    aantal = models.PositiveIntegerField("aantal inwoners")
    bron = models.CharField("bron", max_length=120, blank=True)

    class Meta:
        verbose_name = "inwonertal"
        verbose_name_plural = "inwonertallen"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "wijk", "buurt", "jaar", "leeftijdsgroep"],
                name="inwonertal_een_keer",
                nulls_distinct=False,
                violation_error_message="Dit inwonertal is al ingelezen.",
            ),
            models.CheckConstraint(
                condition=Q(jaar__gte=1900) & Q(jaar__lte=2200), name="inwonertal_jaar"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.buurt or self.wijk or self.gemeente} {self.jaar}: {self.aantal}"
