"""What `beheer` keeps for besluiten: reasons, the amount for a second reader, contributions."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import F, Q, Value

from hengelo_sociaal.kern.modellen import UUIDModel, Waarde
from hengelo_sociaal.medewerkers.models import DateRange
from hengelo_sociaal.termijnen.models.regel import Zekerheid
from plannen.enums import Besluitsoort


class Besluitreden(Waarde):
    """Why something is refused, given in part, left aside or taken back, with its article.

    `tekst` is the sentence of the letter, at level B1. `zekerheid` says how sure we are of
    the article; `middel` waits for a jurist.
    """

    uitleg = "Waarom iets niet of niet helemaal wordt gegeven, met de zin voor de brief."

    soorten = ArrayField(
        models.CharField(max_length=30, choices=Besluitsoort.choices), verbose_name="bij besluiten"
    )
    wet = models.ForeignKey(
        "waarden.Wet",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="alleen bij wet",
    )
    artikel = models.CharField("artikel", max_length=80)
    tekst = models.CharField("zin in de brief", max_length=300)
    zekerheid = models.CharField(
        "zekerheid", max_length=8, choices=Zekerheid.choices, default=Zekerheid.MIDDEL
    )

    class Meta(Waarde.Meta):
        verbose_name = "reden van een besluit"
        verbose_name_plural = "redenen van besluiten"


class MetPeriode(UUIDModel):
    """A rule that holds during a period, both days included; a change is a new row."""

    wet = models.ForeignKey("waarden.Wet", models.PROTECT, related_name="+", verbose_name="wet")
    bedrag_cent = models.PositiveBigIntegerField("bedrag in eurocenten")
    geldig_van = models.DateField("geldig van")
    geldig_tot = models.DateField("geldig tot en met", null=True, blank=True)
    toelichting = models.CharField("toelichting", max_length=300, blank=True)

    class Meta:
        abstract = True
        ordering = ["wet", "-geldig_van"]


def _period(name: str) -> list[models.BaseConstraint]:
    """One row per law at a time, and an end that lies after the beginning."""
    return [
        models.CheckConstraint(
            condition=Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=F("geldig_van")),
            name=f"{name}_periode",
            violation_error_message="De einddatum ligt voor de begindatum.",
        ),
        ExclusionConstraint(
            name=f"{name}_geen_overlap",
            expressions=[
                ("wet", RangeOperators.EQUAL),
                (DateRange("geldig_van", "geldig_tot", Value("[]")), RangeOperators.OVERLAPS),
            ],
            violation_error_message="In deze periode geldt al een bedrag. Geef dat een einddatum.",
        ),
    ]


class Meeleesgrens(MetPeriode):
    """Above this amount a year, a besluit is read by a second person, never its drafter."""

    class Meta(MetPeriode.Meta):
        verbose_name = "grens voor een tweede lezer"
        verbose_name_plural = "grenzen voor een tweede lezer"
        constraints = _period("meeleesgrens")

    def __str__(self) -> str:
        return f"{self.wet}, vanaf {self.geldig_van:%d-%m-%Y}"


class Bijdragetarief(MetPeriode):
    """What a resident pays a month under a law (Wmo 2.1.4a: het abonnementstarief)."""

    artikel = models.CharField("artikel", max_length=80)
    zekerheid = models.CharField(
        "zekerheid", max_length=8, choices=Zekerheid.choices, default=Zekerheid.MIDDEL
    )

    class Meta(MetPeriode.Meta):
        verbose_name = "eigen bijdrage per maand"
        verbose_name_plural = "eigen bijdragen per maand"
        constraints = _period("bijdragetarief")

    def __str__(self) -> str:
        return f"{self.wet}, vanaf {self.geldig_van:%d-%m-%Y}"
