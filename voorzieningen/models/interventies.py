"""What is done to prevent problems, and what came of it: counts, never who took part."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from hengelo_sociaal.gebieden.models import Wijk
from hengelo_sociaal.kern.modellen import UUIDModel
from hengelo_sociaal.waarden.models import Leefgebied
from voorzieningen.enums import (
    Bewijskracht,
    Interventiesoort,
    Interventiestatus,
    Preventieniveau,
)
from voorzieningen.models.organisaties import Organisatie
from voorzieningen.models.voorzieningen import Doelgroep, Voorziening


class Interventie(UUIDModel):
    """An intervention, pilot or project that is judged by reach and result (QA memo preventie).

    No wijk means the whole municipality; no doelgroep means everybody. `streefbereik` is how
    many people a year it should reach, `streefresultaat` how many of a hundred should get
    the result; amounts are euro cents a year.
    """

    code = models.SlugField(
        "code",
        max_length=60,
        unique=True,
        error_messages={"unique": "Er is al een interventie met deze code."},
    )
    naam = models.CharField("naam", max_length=120)
    soort = models.CharField("soort", max_length=12, choices=Interventiesoort.choices)
    status = models.CharField(
        "status", max_length=14, choices=Interventiestatus.choices, default=Interventiestatus.LOOPT
    )
    organisatie = models.ForeignKey(
        Organisatie, models.PROTECT, related_name="interventies", verbose_name="wie voert het uit"
    )
    voorziening = models.ForeignKey(
        Voorziening,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="interventies",
        verbose_name="hoort bij deze voorziening",
        help_text="Wie er bij de activiteiten kwam, telt dan vanzelf mee.",
    )
    leefgebied = models.ForeignKey(
        Leefgebied, models.PROTECT, related_name="+", verbose_name="leefgebied"
    )
    preventieniveau = models.CharField(
        "preventieniveau", max_length=12, choices=Preventieniveau.choices
    )
    doelgroepen = models.ManyToManyField(
        Doelgroep, blank=True, related_name="+", verbose_name="voor wie"
    )
    wijken = models.ManyToManyField(Wijk, blank=True, related_name="+", verbose_name="wijken")
    doel = models.CharField("wat moet het opleveren", max_length=300)
    resultaat = models.CharField(
        "wanneer is het bij iemand gelukt",
        max_length=200,
        blank=True,
        help_text="Bijvoorbeeld: voelt zich na een half jaar minder eenzaam.",
    )
    streefbereik = models.PositiveIntegerField(
        "streefwaarde: mensen per jaar", null=True, blank=True
    )
    streefresultaat = models.PositiveSmallIntegerField(
        "streefwaarde: gelukt bij, in procenten", null=True, blank=True
    )
    kosten_per_jaar = models.PositiveBigIntegerField(
        "begrote kosten per jaar", null=True, blank=True
    )
    bewijskracht = models.CharField(
        "hoe zeker is het dat het werkt",
        max_length=12,
        choices=Bewijskracht.choices,
        default=Bewijskracht.ONBEKEND,
    )
    van = models.DateField("begonnen op")
    tot = models.DateField("tot en met", null=True, blank=True)
    bron = models.CharField("bron", max_length=200, blank=True)

    class Meta:
        verbose_name = "interventie"
        verbose_name_plural = "interventies"
        ordering = ["naam"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")),
                name="interventie_periode",
                violation_error_message="De laatste dag ligt voor de eerste dag.",
            ),
            models.CheckConstraint(
                condition=Q(streefresultaat__isnull=True) | Q(streefresultaat__lte=100),
                name="interventie_streefresultaat",
                violation_error_message="Vul een percentage in van 0 tot en met 100.",
            ),
            models.CheckConstraint(
                condition=~Q(naam="") & ~Q(doel=""),
                name="interventie_naam_en_doel",
                violation_error_message="Vul de naam in, en wat het moet opleveren.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam


class Interventiejaar(UUIDModel):
    """What an intervention reached in a year: how many people, and of how many it is known.

    `gevraagd` is of how many people the result is known, `gelukt` with how many of them it
    succeeded; `kosten` are what it really cost, in euro cents.
    """

    interventie = models.ForeignKey(
        Interventie, models.CASCADE, related_name="jaren", verbose_name="interventie"
    )
    jaar = models.PositiveSmallIntegerField("jaar")
    bereik = models.PositiveIntegerField("hoeveel mensen deden mee")
    gevraagd = models.PositiveIntegerField("van hoeveel is het resultaat bekend", default=0)
    gelukt = models.PositiveIntegerField("bij hoeveel is het gelukt", default=0)
    kosten = models.PositiveBigIntegerField("werkelijke kosten", null=True, blank=True)
    toelichting = models.CharField("toelichting", max_length=500, blank=True)
    gemeld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="gemeld door"
    )
    gemeld_op = models.DateTimeField("gemeld op")

    class Meta:
        verbose_name = "jaar van een interventie"
        verbose_name_plural = "jaren van interventies"
        ordering = ["-jaar"]
        constraints = [
            models.UniqueConstraint(
                fields=["interventie", "jaar"],
                name="interventiejaar_een_keer",
                violation_error_message="Voor dit jaar zijn er al cijfers.",
            ),
            models.CheckConstraint(
                condition=Q(gelukt__lte=F("gevraagd")),
                name="interventiejaar_gelukt",
                violation_error_message=(
                    "Het kan niet bij meer mensen gelukt zijn dan van wie het resultaat bekend is."
                ),
            ),
            models.CheckConstraint(
                condition=Q(gevraagd__lte=F("bereik")),
                name="interventiejaar_gevraagd",
                violation_error_message=(
                    "Het resultaat kan niet van meer mensen bekend zijn dan er meededen."
                ),
            ),
            models.CheckConstraint(
                condition=Q(jaar__gte=1990, jaar__lte=2100),
                name="interventiejaar_jaar",
                violation_error_message="Kies een jaar van 1990 tot en met 2100.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.interventie} {self.jaar}"
