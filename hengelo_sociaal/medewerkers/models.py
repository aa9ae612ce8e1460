"""People who work with the system, their teams, and whom they are involved with."""

from typing import TYPE_CHECKING, Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import Func, Q

from hengelo_sociaal.kern.modellen import UUIDModel
from hengelo_sociaal.medewerkers.rechten import Bereik, Recht
from hengelo_sociaal.medewerkers.rollen import KEUZES, ROLLEN
from hengelo_sociaal.waarden.models import Wet

SYSTEEM = "systeem"


class DateRange(Func):
    """`daterange(van, tot, '[]')`: both days are part of the period; no end is open."""

    function = "daterange"
    output_field = DateRangeField()


if TYPE_CHECKING:
    _Manager = BaseUserManager["Medewerker"]
else:
    _Manager = BaseUserManager


class MedewerkerManager(_Manager):
    """Finds and makes accounts."""

    def create_user(
        self, gebruikersnaam: str, password: str | None = None, **velden: Any
    ) -> "Medewerker":
        """Make an account; without a password nobody can log in with it."""
        medewerker = self.model(gebruikersnaam=gebruikersnaam, **velden)
        medewerker.set_password(password)
        medewerker.save(using=self._db)
        return medewerker

    def get_by_natural_key(self, username: str | None) -> "Medewerker":
        return self.get(gebruikersnaam__iexact=username)

    def systeem(self) -> "Medewerker":
        """The system itself, for what the clock or a worker does; nobody logs in as it."""
        return self.get(gebruikersnaam=SYSTEEM)


class Medewerker(UUIDModel, AbstractBaseUser):
    """Somebody who works with residents, contracts or figures (contract.md, Demo accounts)."""

    gebruikersnaam = models.CharField("gebruikersnaam", max_length=60, unique=True)
    naam = models.CharField("naam", max_length=120)
    email = models.EmailField("e-mailadres", blank=True)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    functie = models.CharField("functie", max_length=120, blank=True)
    rollen = ArrayField(
        models.CharField(max_length=20, choices=KEUZES), verbose_name="rollen", default=list
    )
    is_active = models.BooleanField("mag inloggen", default=True)
    aangemaakt_op = models.DateTimeField("aangemaakt op", auto_now_add=True)

    objects = MedewerkerManager()
    USERNAME_FIELD = "gebruikersnaam"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["naam"]

    class Meta:
        verbose_name = "medewerker"
        ordering = ["naam"]
        constraints = [
            models.CheckConstraint(
                condition=Q(rollen__contained_by=list(ROLLEN)),
                name="medewerker_rollen_bestaan",
                violation_error_message="Kies rollen uit de lijst.",
            ),
            models.UniqueConstraint(
                models.functions.Lower("gebruikersnaam"), name="medewerker_gebruikersnaam_uniek"
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def rolcodes(self) -> list[str]:
        """The codes of this person's roles."""
        return self.rollen

    @property
    def rolnamen(self) -> str:
        """The roles as people see them."""
        return ", ".join(ROLLEN[code].naam for code in self.rollen if code in ROLLEN)

    @property
    def is_systeem(self) -> bool:
        """Whether this is the system itself."""
        return self.gebruikersnaam == SYSTEEM

    @property
    def is_staff(self) -> bool:
        """Whether the administration screens open: only for `beheer`."""
        return "beheer" in self.rollen

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """Rights of the administration screens; our own rights are in `rechten.py`."""
        return self.is_active and self.is_staff

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_active and self.is_staff

    def bereik(self, recht: Recht) -> Bereik | None:
        """How far this person's right reaches; None is not at all."""
        return recht.van(self)


class Team(UUIDModel):
    """A group that shares work, such as Wmo, Jeugd or Werk en inkomen."""

    code = models.SlugField("code", max_length=40, unique=True)
    naam = models.CharField("naam", max_length=80)
    leden = models.ManyToManyField(Medewerker, through="Teamlid", related_name="teams")

    class Meta:
        verbose_name = "team"
        verbose_name_plural = "teams"
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam


class Teamlid(models.Model):
    """Somebody's place in a team."""

    team = models.ForeignKey(Team, models.CASCADE, verbose_name="team")
    medewerker = models.ForeignKey(Medewerker, models.CASCADE, verbose_name="medewerker")

    class Meta:
        verbose_name = "teamlid"
        verbose_name_plural = "teamleden"
        constraints = [
            models.UniqueConstraint(fields=["team", "medewerker"], name="teamlid_een_keer")
        ]

    def __str__(self) -> str:
        return f"{self.medewerker} in {self.team}"


class Teamwet(models.Model):
    """Which team takes up the meldingen of a law; a law has one team, a team any number of laws."""

    wet = models.OneToOneField(
        Wet,
        models.CASCADE,
        verbose_name="wet",
        error_messages={"unique": "Meldingen van deze wet gaan al naar een team."},
    )
    team = models.ForeignKey(Team, models.CASCADE, related_name="wetten", verbose_name="team")

    class Meta:
        verbose_name = "wet van een team"
        verbose_name_plural = "wetten waarvan het team de meldingen opneemt"

    def __str__(self) -> str:
        return f"{self.wet} bij {self.team}"


class Grond(models.TextChoices):
    """Why somebody is involved with a household."""

    MELDING = "melding", "behandelt een melding"
    HUISBEZOEK = "huisbezoek", "gaat op huisbezoek"
    PLAN = "plan", "werkt aan het plan"
    REGISSEUR = "regisseur", "is regisseur"
    TEAM = "team", "het team behandelt het"
    CONSULT = "consult", "is om advies gevraagd"
    MEEDOEN = "meedoen", "is gevraagd om mee te doen"
    SIGNAAL = "signaal", "behandelt een signaal over schulden"


class Betrokkenheid(models.Model):
    """Somebody's involvement with a household: the one ground for opening its dossier.

    Written by operations of higher floors, read by one filter. The household is named by
    its id only, because households live on a higher floor.
    """

    medewerker = models.ForeignKey(
        Medewerker, models.CASCADE, related_name="betrokkenheden", verbose_name="medewerker"
    )
    huishouden_id = models.UUIDField("huishouden")
    grond = models.CharField("grond", max_length=20, choices=Grond.choices)
    van = models.DateField("van")
    tot = models.DateField("tot en met", null=True, blank=True)

    class Meta:
        verbose_name = "betrokkenheid"
        verbose_name_plural = "betrokkenheden"
        indexes = [
            models.Index(fields=["huishouden_id", "medewerker"], name="betrokkenheid_huishouden"),
            models.Index(fields=["medewerker", "tot"], name="betrokkenheid_medewerker"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=models.F("van")),
                name="betrokkenheid_periode",
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            ExclusionConstraint(
                name="betrokkenheid_geen_overlap",
                expressions=[
                    ("medewerker", RangeOperators.EQUAL),
                    ("huishouden_id", RangeOperators.EQUAL),
                    ("grond", RangeOperators.EQUAL),
                    (DateRange("van", "tot", models.Value("[]")), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.medewerker} {self.get_grond_display()}"


class Verlof(UUIDModel):
    """A colleague who is away, and who stands in: that one sees and may do the same meanwhile.

    Both days are part of the leave. What a substitute does is logged as such.
    """

    medewerker = models.ForeignKey(
        Medewerker, models.CASCADE, related_name="verloven", verbose_name="wie is weg"
    )
    vervanger = models.ForeignKey(
        Medewerker, models.PROTECT, related_name="vervangingen", verbose_name="vervanger"
    )
    van = models.DateField("eerste dag")
    tot = models.DateField("laatste dag")

    class Meta:
        verbose_name = "verlof"
        verbose_name_plural = "verlof"
        ordering = ["van", "id"]
        indexes = [models.Index(fields=["vervanger", "tot"], name="verlof_vervanger")]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__gte=models.F("van")),
                name="verlof_periode",
                violation_error_message="De laatste dag ligt voor de eerste.",
            ),
            models.CheckConstraint(
                condition=~Q(vervanger=models.F("medewerker")),
                name="verlof_vervanger_is_een_ander",
                violation_error_message="Kies een collega als vervanger.",
            ),
            ExclusionConstraint(
                name="verlof_geen_overlap",
                expressions=[
                    ("medewerker", RangeOperators.EQUAL),
                    (DateRange("van", "tot", models.Value("[]")), RangeOperators.OVERLAPS),
                ],
                violation_error_message="In deze dagen is er al verlof.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.medewerker} van {self.van:%d-%m-%Y} tot en met {self.tot:%d-%m-%Y}"
