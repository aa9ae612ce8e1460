"""The one questionnaire, in versions, and what a household answered to it."""

from django.db import models
from django.db.models import F, Q

from hengelo_sociaal.kern.modellen import UUIDModel
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.enums import UitvraagStatus, VersieStatus
from toegang.models.basis import Gewijzigd
from toegang.models.contact import Contact
from toegang.models.huisbezoek import Huisbezoek
from toegang.models.huishouden import Huishouden
from toegang.models.inwoner import Inwoner
from toegang.models.melding import Melding
from toegang.models.waarden import Kanaal, Vindplaats

BREED = "brede-uitvraag"


class Vragenlijst(models.Model):
    """A questionnaire: the brede uitvraag (decisions 8 to 10), or an optional instrument.

    An instrument, such as self-reliance on the domains of the ZRM, is asked beside the
    brede uitvraag and only where `beheer` put a version in force.
    """

    code = models.SlugField("code", primary_key=True, max_length=40)
    naam = models.CharField("naam", max_length=80)
    is_instrument = models.BooleanField("instrument, niet verplicht", default=False)

    class Meta:
        verbose_name = "vragenlijst"
        verbose_name_plural = "vragenlijsten"
        ordering = ["is_instrument", "code"]

    def __str__(self) -> str:
        return self.naam


class VragenlijstVersie(Gewijzigd):
    """The questions as they are asked in a period.

    `inhoud` holds the sections, questions, layers and order; `schema` is the JSON Schema
    of the answers, made from it. Once in force neither changes any more: a trigger of the
    database refuses it, so that answers given before stay answers to what was asked.
    """

    vragenlijst = models.ForeignKey(
        Vragenlijst, models.PROTECT, related_name="versies", verbose_name="vragenlijst"
    )
    nummer = models.PositiveSmallIntegerField("versie")
    status = models.CharField(
        "status", max_length=12, choices=VersieStatus.choices, default=VersieStatus.CONCEPT
    )
    van = models.DateField("van kracht vanaf", null=True, blank=True)
    tot = models.DateField("van kracht tot en met", null=True, blank=True)
    toelichting = models.CharField("wat is er anders", max_length=300, blank=True)
    inhoud = models.JSONField("vragen", default=dict)
    schema = models.JSONField("JSON Schema van de antwoorden", default=dict)

    class Meta:
        verbose_name = "versie van een vragenlijst"
        verbose_name_plural = "versies van vragenlijsten"
        ordering = ["vragenlijst", "-nummer"]
        constraints = [
            models.UniqueConstraint(
                fields=["vragenlijst", "nummer"],
                name="vragenlijst_versie_uniek",
                violation_error_message="Deze versie bestaat al.",
            ),
            models.UniqueConstraint(
                fields=["vragenlijst"],
                condition=Q(status=VersieStatus.VAN_KRACHT),
                name="vragenlijst_een_van_kracht",
                violation_error_message="Er is al een versie van kracht.",
            ),
            models.UniqueConstraint(
                fields=["vragenlijst"],
                condition=Q(status=VersieStatus.CONCEPT),
                name="vragenlijst_een_concept",
                violation_error_message="Er is al een concept van deze vragenlijst.",
            ),
            models.CheckConstraint(
                condition=Q(status=VersieStatus.CONCEPT, van__isnull=True, tot__isnull=True)
                | Q(status=VersieStatus.VAN_KRACHT, van__isnull=False, tot__isnull=True)
                | Q(status=VersieStatus.VERVALLEN, van__isnull=False, tot__gte=F("van")),
                name="vragenlijst_versie_periode",
                violation_error_message="De periode past niet bij de status van deze versie.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vragenlijst_id}, versie {self.nummer}"

    @property
    def is_concept(self) -> bool:
        """Whether it may still change."""
        return self.status == VersieStatus.CONCEPT


class Uitvraag(Gewijzigd):
    """What a household told, asked once, whoever asked and wherever (BP 5.1, decision 9).

    `antwoorden` fits the schema of its version: `{"vragen": {code: answer},
    "leefgebieden": {code: {"huishouden" or a resident: {"score", "woorden"}}}}`. It is
    open until somebody finishes it; a colleague can go on where another stopped.
    """

    versie = models.ForeignKey(
        VragenlijstVersie, models.PROTECT, related_name="uitvragen", verbose_name="versie"
    )
    huishouden = models.ForeignKey(
        Huishouden,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="uitvragen",
        verbose_name="huishouden",
    )
    inwoner = models.ForeignKey(
        Inwoner,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="uitvragen",
        verbose_name="inwoner",
    )
    contact = models.ForeignKey(
        Contact,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="uitvragen",
        verbose_name="contact",
    )
    melding = models.ForeignKey(
        Melding,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="uitvragen",
        verbose_name="melding",
    )
    huisbezoek = models.ForeignKey(
        Huisbezoek,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="uitvragen",
        verbose_name="huisbezoek",
    )
    kanaal = models.ForeignKey(Kanaal, models.PROTECT, db_index=False, verbose_name="waar gevraagd")
    vindplaats = models.ForeignKey(
        Vindplaats, models.PROTECT, db_index=False, verbose_name="vindplaats"
    )
    status = models.CharField(
        "status", max_length=10, choices=UitvraagStatus.choices, default=UitvraagStatus.CONCEPT
    )
    antwoorden = models.JSONField("antwoorden", default=dict)
    begonnen_op = models.DateTimeField("begonnen op")
    begonnen_door = models.ForeignKey(
        Medewerker,
        models.PROTECT,
        related_name="uitvragen",
        verbose_name="begonnen door",
    )
    bewaard_op = models.DateTimeField("bewaard op")
    bewaard_door = models.ForeignKey(
        Medewerker,
        models.PROTECT,
        db_index=False,
        related_name="+",
        verbose_name="bewaard door",
    )
    afgerond_op = models.DateTimeField("afgerond op", null=True, blank=True)

    class Meta:
        verbose_name = "uitvraag"
        verbose_name_plural = "uitvragen"
        indexes = [
            models.Index(fields=["huishouden", "-begonnen_op"], name="uitvraag_huishouden"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status=UitvraagStatus.AFGEROND, afgerond_op__isnull=False)
                | Q(status=UitvraagStatus.CONCEPT, afgerond_op__isnull=True),
                name="uitvraag_afgerond_met_moment",
                violation_error_message="Een afgeronde uitvraag heeft een moment.",
            ),
            models.CheckConstraint(
                condition=Q(huishouden__isnull=False) | Q(contact__isnull=False),
                name="uitvraag_van_iemand",
                violation_error_message="Een uitvraag hoort bij een huishouden of een contact.",
            ),
        ]

    def __str__(self) -> str:
        return f"uitvraag van {self.begonnen_op:%d-%m-%Y}"

    @property
    def is_concept(self) -> bool:
        """Whether it can still be filled in."""
        return self.status == UitvraagStatus.CONCEPT


class UitvraagStand(UUIDModel):
    """The answers as they were at a revision, so that two people's changes can be joined.

    Kept while the uitvraag is open and thrown away when it is finished.
    """

    uitvraag = models.ForeignKey(
        Uitvraag, models.CASCADE, related_name="standen", verbose_name="uitvraag"
    )
    revisie = models.PositiveIntegerField("revisie")
    antwoorden = models.JSONField("antwoorden")
    door = models.ForeignKey(
        Medewerker, models.PROTECT, db_index=False, related_name="+", verbose_name="bewaard door"
    )

    class Meta:
        verbose_name = "stand van een uitvraag"
        verbose_name_plural = "standen van uitvragen"
        constraints = [
            models.UniqueConstraint(
                fields=["uitvraag", "revisie"],
                name="uitvraag_stand_uniek",
                violation_error_message="Deze stand is al bewaard.",
            ),
        ]

    def __str__(self) -> str:
        return f"stand {self.revisie}"
