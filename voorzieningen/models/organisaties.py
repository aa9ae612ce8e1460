"""Who offers something, and where."""

import re

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from hengelo_sociaal.gebieden.models import Buurt
from hengelo_sociaal.kern.gemeente import gemeentenaam
from hengelo_sociaal.kern.modellen import UUIDModel
from hengelo_sociaal.kern.nummers import readable_postcode
from voorzieningen.functies import Zoekvorm

_EEN_NUMMER = RegexValidator(
    r"^\+?[0-9][0-9 ().-]*\Z",
    "Vul één telefoonnummer in, zoals 074 123 4567 of +31 74 123 4567.",
)
_AFTER_THE_FIRST = re.compile(r"[^0-9 ().+-].*", re.DOTALL)
_LEFT_OUT_ABROAD = re.compile(r"^(\+|00)([0-9 ]*)\(0\)")


class Organisatie(UUIDModel):
    """Who offers a voorziening: a foundation, an association, the municipality (B61, QA memo)."""

    code = models.SlugField("code", max_length=60, unique=True)
    naam = models.CharField("naam", max_length=120)
    soort = models.CharField("soort", max_length=60, blank=True)
    telefoon = models.CharField("telefoon", max_length=20, blank=True, validators=[_EEN_NUMMER])
    email = models.EmailField("e-mailadres", blank=True)
    website = models.URLField("website", blank=True)
    bron = models.CharField("bron", max_length=200, blank=True)
    zoekvector = models.GeneratedField(
        expression=SearchVector(Zoekvorm("naam"), config="dutch"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        verbose_name = "organisatie"
        verbose_name_plural = "organisaties"
        ordering = ["naam"]
        indexes = [GinIndex(fields=["zoekvector"], name="organisatie_zoekvector")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(naam=""),
                name="organisatie_naam",
                violation_error_message="Vul de naam van de organisatie in.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def belnummer(self) -> str:
        """The telephone number as a telephone dials it: digits, with a plus in front or not.

        Of several the first; a nought between brackets is not dialled behind a country.
        """
        first = _AFTER_THE_FIRST.sub("", self.telefoon)
        first = _LEFT_OUT_ABROAD.sub(r"\1\2", first)
        return "".join(sign for sign in first if sign.isdigit() or sign == "+")

    @property
    def sitenaam(self) -> str:
        """The address of the site as people say it."""
        return self.website.removeprefix("https://").removeprefix("http://").rstrip("/")


class Locatie(UUIDModel):
    """An address where people can go; its wijk follows from its buurt."""

    organisatie = models.ForeignKey(
        Organisatie, models.CASCADE, related_name="locaties", verbose_name="organisatie"
    )
    naam = models.CharField("naam", max_length=120)
    straat = models.CharField("straat", max_length=80, blank=True)
    huisnummer = models.CharField("huisnummer", max_length=10, blank=True)
    postcode = models.CharField("postcode", max_length=6, blank=True)
    woonplaats = models.CharField("woonplaats", max_length=60, default=gemeentenaam)
    buurt = models.ForeignKey(
        Buurt,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="locaties",
        verbose_name="buurt",
    )
    bron = models.CharField("bron", max_length=200, blank=True)

    class Meta:
        verbose_name = "locatie"
        verbose_name_plural = "locaties"
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisatie", "naam"],
                name="locatie_een_keer",
                violation_error_message="Deze organisatie heeft al een locatie met deze naam.",
            ),
            models.CheckConstraint(
                condition=Q(postcode="") | Q(postcode__regex=r"^[1-9][0-9]{3}[A-Z]{2}$"),
                name="locatie_postcode",
                violation_error_message="Vul een postcode in zoals 7551AB.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def wijkcode(self) -> str | None:
        """The wijk of its buurt, when that is known."""
        return self.buurt.wijk_id if self.buurt else None

    @property
    def adres(self) -> str:
        """The address on one line, as far as it is known."""
        straat = f"{self.straat} {self.huisnummer}".strip()
        postcode = readable_postcode(self.postcode)
        plaats = f"{postcode} {self.woonplaats}".strip()
        return ", ".join(part for part in (straat, plaats) if part)
