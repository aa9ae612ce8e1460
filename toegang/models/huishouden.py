"""A household at an address, who belongs to it, and where an address lies."""

import datetime as dt

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Cast

from hengelo_sociaal.gebieden.models import Buurt, Gemeente
from hengelo_sociaal.kern.nummers import readable_postcode
from hengelo_sociaal.medewerkers.models import DateRange
from toegang.enums import Aard, Band, Rol
from toegang.models.basis import Gewijzigd, Velden, Zoektekst
from toegang.models.inwoner import Inwoner

HOOGSTE_HUISNUMMER = 99_999


class Huishouden(Gewijzigd):
    """People who live together at an address: one household, one plan (BP 2.1).

    `gemeente` is empty for an address outside the municipalities we work for, so that
    it never blurs their figures; `buurt` is empty where the address is not in the
    table of postcodes.
    """

    straat = models.CharField("straat", max_length=100, blank=True)
    huisnummer = models.PositiveIntegerField("huisnummer", null=True, blank=True)
    toevoeging = models.CharField("toevoeging", max_length=10, blank=True)
    postcode = models.CharField("postcode", max_length=6, blank=True)
    woonplaats = models.CharField("woonplaats", max_length=80, blank=True)
    buurt = models.ForeignKey(Buurt, models.PROTECT, null=True, blank=True, verbose_name="buurt")
    gemeente = models.ForeignKey(
        Gemeente, models.PROTECT, null=True, blank=True, verbose_name="gemeente"
    )
    geheim = models.BooleanField("adres is geheim", default=False)
    leden = models.ManyToManyField(Inwoner, through="Lidmaatschap", related_name="huishoudens")
    zoekadres = models.GeneratedField(
        expression=Zoektekst(Velden("straat", "postcode", "woonplaats")),
        output_field=models.TextField(),
        db_persist=True,
    )

    class Meta:
        verbose_name = "huishouden"
        verbose_name_plural = "huishoudens"
        indexes = [
            GinIndex(fields=["zoekadres"], opclasses=["gin_trgm_ops"], name="huishouden_zoekadres"),
            models.Index(fields=["postcode", "huisnummer"], name="huishouden_postcode"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(postcode="") | Q(postcode__regex=r"^[1-9][0-9]{3}[A-Z]{2}$"),
                name="huishouden_postcode_vorm",
                violation_error_message="Vul een postcode in zoals 7551 AB.",
            ),
        ]

    def __str__(self) -> str:
        return self.adres or "Huishouden zonder adres"

    @property
    def wijk_id(self) -> str | None:
        """The CBS code of the wijk, by way of the buurt."""
        return self.buurt.wijk_id if self.buurt else None

    @property
    def adres(self) -> str:
        """Street, number, postcode and place on one line."""
        number = f"{self.huisnummer or ''}{self.toevoeging}"
        street = f"{self.straat} {number}".strip()
        postcode = readable_postcode(self.postcode)
        return ", ".join(p for p in (street, f"{postcode} {self.woonplaats}".strip()) if p)


class LidmaatschapQuerySet(models.QuerySet["Lidmaatschap"]):
    """Who belongs to a household, on a day."""

    def op(self, dag: dt.date) -> "LidmaatschapQuerySet":
        """Memberships of which `dag` is part."""
        return self.filter(Q(tot__isnull=True) | Q(tot__gte=dag), van__lte=dag)

    def thuis(self) -> "LidmaatschapQuerySet":
        """Those who live there."""
        return self.filter(band=Band.THUIS)


class Lidmaatschap(models.Model):
    """Somebody's place in a household during a period; both days are part of it.

    One home at a time, and beside it any number of family ties: co-ouderschap, a child
    placed out of home (domein.md, floor 3).
    """

    inwoner = models.ForeignKey(
        Inwoner, models.CASCADE, related_name="lidmaatschappen", verbose_name="inwoner"
    )
    huishouden = models.ForeignKey(
        Huishouden, models.CASCADE, related_name="lidmaatschappen", verbose_name="huishouden"
    )
    rol = models.CharField("rol", max_length=20, choices=Rol.choices)
    band = models.CharField("band", max_length=10, choices=Band.choices, default=Band.THUIS)
    aard = models.CharField(
        "waarom hoort iemand erbij", max_length=20, choices=Aard.choices, default=Aard.GEWOON
    )
    van = models.DateField("van")
    tot = models.DateField("tot en met", null=True, blank=True)

    objects = LidmaatschapQuerySet.as_manager()

    class Meta:
        verbose_name = "lid van een huishouden"
        verbose_name_plural = "leden van huishoudens"
        ordering = ["van", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")),
                name="lidmaatschap_periode",
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            ExclusionConstraint(
                name="lidmaatschap_een_thuis",
                expressions=[
                    ("inwoner", RangeOperators.EQUAL),
                    (DateRange("van", "tot", Value("[]")), RangeOperators.OVERLAPS),
                ],
                condition=Q(band=Band.THUIS),
                violation_error_message=(
                    "Deze inwoner woont in deze periode al in een ander huishouden."
                ),
            ),
            ExclusionConstraint(
                # One expression, because the planner would take an index on both columns for
                # questions about a household alone, where it is a thousand times slower.
                name="lidmaatschap_een_keer",
                expressions=[
                    (
                        Velden(
                            Cast("inwoner", models.TextField()),
                            Cast("huishouden", models.TextField()),
                        ),
                        RangeOperators.EQUAL,
                    ),
                    (DateRange("van", "tot", Value("[]")), RangeOperators.OVERLAPS),
                ],
                violation_error_message="Deze inwoner hoort in deze periode al bij dit huishouden.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.inwoner} ({self.get_rol_display()})"


class VroegerAdres(models.Model):
    """Where a household lived before it moved; a correction of an address leaves none."""

    huishouden = models.ForeignKey(
        Huishouden, models.CASCADE, related_name="vroegere_adressen", verbose_name="huishouden"
    )
    straat = models.CharField("straat", max_length=100, blank=True)
    huisnummer = models.PositiveIntegerField("huisnummer", null=True, blank=True)
    toevoeging = models.CharField("toevoeging", max_length=10, blank=True)
    postcode = models.CharField("postcode", max_length=6, blank=True)
    woonplaats = models.CharField("woonplaats", max_length=80, blank=True)
    geheim = models.BooleanField("adres was geheim", default=False)
    tot = models.DateField("tot en met")

    class Meta:
        verbose_name = "vroeger adres"
        verbose_name_plural = "vroegere adressen"
        ordering = ["-tot", "-id"]
        indexes = [
            models.Index(fields=["postcode", "huisnummer"], name="vroegeradres_postcode"),
        ]

    def __str__(self) -> str:
        return self.adres

    @property
    def adres(self) -> str:
        """Street, number, postcode and place on one line."""
        names = ("straat", "huisnummer", "toevoeging", "postcode", "woonplaats")
        return Huishouden(**{name: getattr(self, name) for name in names}).adres


class Postcodegebied(models.Model):
    """In which buurt, or only in which gemeente, the addresses of a postcode lie.

    `postcode` has six characters, or four digits for a whole area; house numbers narrow
    it where a street crosses a border. The most precise row wins.
    """

    postcode = models.CharField("postcode", max_length=6)
    huisnummer_van = models.PositiveIntegerField("huisnummer vanaf", default=0)
    huisnummer_tot = models.PositiveIntegerField(
        "huisnummer tot en met", default=HOOGSTE_HUISNUMMER
    )
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, verbose_name="gemeente")
    buurt = models.ForeignKey(Buurt, models.PROTECT, null=True, blank=True, verbose_name="buurt")

    class Meta:
        verbose_name = "postcodegebied"
        verbose_name_plural = "postcodegebieden"
        constraints = [
            models.UniqueConstraint(
                fields=["postcode", "huisnummer_van"],
                name="postcodegebied_een_keer",
                violation_error_message="Deze postcode staat er al in.",
            ),
            models.CheckConstraint(
                condition=Q(huisnummer_tot__gte=F("huisnummer_van")),
                name="postcodegebied_huisnummers",
                violation_error_message="Het laatste huisnummer ligt voor het eerste.",
            ),
        ]

    def __str__(self) -> str:
        return self.postcode
