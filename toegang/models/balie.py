"""What the contact desk needs beside contacts: calling back, and answers that are ready."""

from django.db import models
from django.db.models import Q

from hengelo_sociaal.kern.modellen import UUIDModel
from hengelo_sociaal.medewerkers.models import Medewerker, Team
from toegang.enums import TerugbelStatus
from toegang.models.contact import Contact
from toegang.models.inwoner import Inwoner
from toegang.models.waarden import Soort


class Terugbelverzoek(UUIDModel):
    """Somebody is promised a call by a colleague or a team, at the latest at a moment."""

    contact = models.ForeignKey(
        Contact,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="terugbelverzoeken",
        verbose_name="contact",
    )
    inwoner = models.ForeignKey(
        Inwoner,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="terugbelverzoeken",
        verbose_name="inwoner",
    )
    naam = models.CharField("wie bellen we", max_length=120, blank=True)
    telefoon = models.CharField("telefoonnummer", max_length=20)
    waarover = models.CharField("waarover", max_length=200, blank=True)
    medewerker = models.ForeignKey(
        Medewerker,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="terugbelverzoeken",
        verbose_name="voor collega",
    )
    team = models.ForeignKey(
        Team,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="terugbelverzoeken",
        verbose_name="voor team",
    )
    uiterlijk = models.DateTimeField("bellen voor")
    status = models.CharField(
        "status", max_length=10, choices=TerugbelStatus.choices, default=TerugbelStatus.OPEN
    )
    gemaakt_door = models.ForeignKey(
        Medewerker, models.PROTECT, related_name="+", verbose_name="gevraagd door"
    )
    gemaakt_op = models.DateTimeField("gevraagd op")
    afgerond_op = models.DateTimeField("afgerond op", null=True, blank=True)

    class Meta:
        verbose_name = "terugbelverzoek"
        verbose_name_plural = "terugbelverzoeken"
        ordering = ["uiterlijk", "id"]
        indexes = [
            models.Index(
                fields=["uiterlijk", "id"],
                condition=Q(status=TerugbelStatus.OPEN),
                name="terugbelverzoek_open",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(medewerker__isnull=False, team__isnull=True)
                | Q(medewerker__isnull=True, team__isnull=False),
                name="terugbelverzoek_voor_een",
                violation_error_message="Kies een collega of een team.",
            ),
            models.CheckConstraint(
                condition=~Q(telefoon=""),
                name="terugbelverzoek_telefoon",
                violation_error_message="Vul het telefoonnummer in.",
            ),
            models.CheckConstraint(
                condition=Q(status=TerugbelStatus.OPEN, afgerond_op__isnull=True)
                | (~Q(status=TerugbelStatus.OPEN) & Q(afgerond_op__isnull=False)),
                name="terugbelverzoek_afgerond",
                violation_error_message="Een afgerond verzoek heeft een moment.",
            ),
        ]

    def __str__(self) -> str:
        return f"terugbellen voor {self.uiterlijk:%d-%m-%Y %H:%M}"

    @property
    def voor_wie(self) -> str:
        """Who calls: the name of a colleague or of a team."""
        return str(self.medewerker or self.team)

    @property
    def wie(self) -> str:
        """Who is called."""
        return self.naam or (self.inwoner.naam if self.inwoner else "Onbekende beller")


class Belpoging(UUIDModel):
    """Somebody called: they spoke, or nobody answered."""

    verzoek = models.ForeignKey(
        Terugbelverzoek, models.CASCADE, related_name="pogingen", verbose_name="terugbelverzoek"
    )
    gelukt = models.BooleanField("gesproken")
    opmerking = models.CharField("opmerking", max_length=200, blank=True)
    door = models.ForeignKey(
        Medewerker, models.PROTECT, related_name="+", verbose_name="gebeld door"
    )
    op = models.DateTimeField("gebeld op")

    class Meta:
        verbose_name = "belpoging"
        verbose_name_plural = "belpogingen"
        ordering = ["-op", "-id"]

    def __str__(self) -> str:
        return "gesproken" if self.gelukt else "niet bereikt"


class Standaardantwoord(UUIDModel):
    """An answer that stands beside a kind of question, to read aloud; `beheer` keeps them."""

    soort = models.ForeignKey(
        Soort, models.PROTECT, related_name="standaardantwoorden", verbose_name="soort vraag"
    )
    titel = models.CharField("vraag van de inwoner", max_length=120)
    tekst = models.TextField(
        "antwoord", max_length=2000, help_text="Kort en in gewone woorden, om voor te lezen."
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", default=1)
    beeindigd = models.BooleanField("niet meer tonen", default=False)

    class Meta:
        verbose_name = "standaardantwoord"
        verbose_name_plural = "standaardantwoorden"
        ordering = ["soort", "volgorde", "titel"]

    def __str__(self) -> str:
        return self.titel
