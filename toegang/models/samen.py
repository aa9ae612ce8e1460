"""Working together on a question: handing over, asking advice, asking a partner."""

from django.db import models
from django.db.models import F, Q

from hengelo_sociaal.kern.modellen import UUIDModel
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.enums import ConsultStatus, DoorverwijzingStatus
from toegang.models.contact import Hulpvraag
from toegang.models.huishouden import Huishouden
from toegang.models.inwoner import Inwoner
from toegang.models.melding import Melding
from toegang.models.samenvoegen import Omkeerbaar, undone_completely
from voorzieningen.models import Organisatie


class Overdracht(UUIDModel):
    """A melding that went from one colleague to another, with the words that went along."""

    melding = models.ForeignKey(
        Melding, models.CASCADE, related_name="overdrachten", verbose_name="melding"
    )
    van = models.ForeignKey(
        Medewerker,
        models.PROTECT,
        null=True,
        db_index=False,
        related_name="+",
        verbose_name="van wie",
    )
    naar = models.ForeignKey(
        Medewerker, models.PROTECT, db_index=False, related_name="+", verbose_name="naar wie"
    )
    door = models.ForeignKey(
        Medewerker, models.PROTECT, db_index=False, related_name="+", verbose_name="door wie"
    )
    notitie = models.CharField("notitie", max_length=1000)
    op = models.DateTimeField("overgedragen op")

    class Meta:
        verbose_name = "overdracht"
        verbose_name_plural = "overdrachten"
        ordering = ["-op", "-id"]

    def __str__(self) -> str:
        return f"{self.melding} naar {self.naar}"


class Werkoverdracht(Omkeerbaar):
    """All work of a colleague that went to another at once, such as when somebody leaves.

    `stukken` holds the kind and the id of each piece, `gebleven` the same of what could not
    go along with the reason, and `betrokken` which involvements ended and began with it.
    """

    van = models.ForeignKey(
        Medewerker, models.PROTECT, related_name="afgestaan_werk", verbose_name="van wie"
    )
    naar = models.ForeignKey(
        Medewerker, models.PROTECT, related_name="overgenomen_werk", verbose_name="naar wie"
    )
    notitie = models.CharField("notitie", max_length=1000)
    stukken = models.JSONField("wat er overging", default=list)
    gebleven = models.JSONField("wat er bleef", default=list)
    betrokken = models.JSONField("betrokkenheden", default=dict)

    class Meta(Omkeerbaar.Meta):
        verbose_name = "overdracht van al het werk"
        verbose_name_plural = "overdrachten van al het werk"
        constraints = [
            models.CheckConstraint(
                condition=~Q(van=F("naar")),
                name="werkoverdracht_aan_een_ander",
                violation_error_message="Kies een andere collega.",
            ),
            undone_completely("werkoverdracht_terug_compleet"),
        ]

    def __str__(self) -> str:
        return f"werk van {self.van} naar {self.naar}"


class Consult(UUIDModel):
    """A question to a colleague with other expertise, without the resident waiting (BP 5.1).

    As long as it is open, and two weeks after, who was asked may open the dossier.
    """

    melding = models.ForeignKey(
        Melding, models.CASCADE, related_name="consulten", verbose_name="melding"
    )
    van = models.ForeignKey(
        Medewerker,
        models.PROTECT,
        db_index=False,
        related_name="gevraagde_consulten",
        verbose_name="wie vraagt",
    )
    aan = models.ForeignKey(
        Medewerker, models.PROTECT, related_name="consulten", verbose_name="aan wie"
    )
    vraag = models.CharField("vraag", max_length=1000)
    gevraagd_op = models.DateTimeField("gevraagd op")
    uiterlijk_op = models.DateField("antwoord graag voor")
    status = models.CharField(
        "status", max_length=12, choices=ConsultStatus.choices, default=ConsultStatus.GEVRAAGD
    )
    antwoord = models.CharField("antwoord", max_length=2000, blank=True)
    beantwoord_op = models.DateTimeField("beantwoord op", null=True, blank=True)

    class Meta:
        verbose_name = "consult"
        verbose_name_plural = "consulten"
        ordering = ["-gevraagd_op", "-id"]
        indexes = [
            models.Index(
                fields=["aan", "uiterlijk_op"],
                condition=Q(status=ConsultStatus.GEVRAAGD),
                name="consult_open",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(van=F("aan")),
                name="consult_aan_een_ander",
                violation_error_message="Vraag een collega.",
            ),
            models.CheckConstraint(
                condition=Q(status=ConsultStatus.BEANTWOORD, beantwoord_op__isnull=False)
                | (~Q(status=ConsultStatus.BEANTWOORD) & Q(beantwoord_op__isnull=True)),
                name="consult_beantwoord_met_moment",
                violation_error_message="Een beantwoord consult heeft een moment.",
            ),
        ]

    def __str__(self) -> str:
        return f"consult aan {self.aan}"

    @property
    def is_open(self) -> bool:
        """Whether the answer is still to come."""
        return self.status == ConsultStatus.GEVRAAGD


class Doorverwijzing(UUIDModel):
    """A question that a partner takes up, with the answer coming back (warm hand-over).

    Only with the resident's consent. `door` referred; `volgt` waits for the answer, and
    changes when work is handed over. `herinneren_op` is the day on which that colleague is
    told that nothing came back yet.
    """

    hulpvraag = models.ForeignKey(
        Hulpvraag, models.PROTECT, related_name="doorverwijzingen", verbose_name="hulpvraag"
    )
    inwoner = models.ForeignKey(
        Inwoner, models.PROTECT, related_name="doorverwijzingen", verbose_name="inwoner"
    )
    huishouden = models.ForeignKey(
        Huishouden,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="doorverwijzingen",
        verbose_name="huishouden",
    )
    organisatie = models.ForeignKey(
        Organisatie, models.PROTECT, related_name="+", verbose_name="partner"
    )
    vraag = models.CharField("wat vragen wij", max_length=1000)
    warm = models.BooleanField("warme overdracht")
    door = models.ForeignKey(
        Medewerker,
        models.PROTECT,
        related_name="doorverwijzingen",
        verbose_name="wie verwees",
    )
    volgt = models.ForeignKey(
        Medewerker,
        models.PROTECT,
        related_name="gevolgde_doorverwijzingen",
        verbose_name="wie het antwoord afwacht",
    )
    gevraagd_op = models.DateTimeField("gevraagd op")
    status = models.CharField(
        "status",
        max_length=12,
        choices=DoorverwijzingStatus.choices,
        default=DoorverwijzingStatus.GEVRAAGD,
    )
    antwoord = models.CharField("antwoord van de partner", max_length=1000, blank=True)
    antwoord_op = models.DateField("antwoord op", null=True, blank=True)
    herinneren_op = models.DateField("herinneren op")

    class Meta:
        verbose_name = "doorverwijzing"
        verbose_name_plural = "doorverwijzingen"
        ordering = ["-gevraagd_op", "-id"]
        indexes = [
            models.Index(
                fields=["herinneren_op"],
                condition=Q(antwoord_op__isnull=True),
                name="doorverwijzing_zonder_antwoord",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status=DoorverwijzingStatus.GEVRAAGD, antwoord_op__isnull=True)
                | Q(status=DoorverwijzingStatus.GEACCEPTEERD)
                | Q(
                    status__in=[DoorverwijzingStatus.BEANTWOORD, DoorverwijzingStatus.GEWEIGERD],
                    antwoord_op__isnull=False,
                ),
                name="doorverwijzing_antwoord_met_dag",
                violation_error_message="Een antwoord heeft een dag.",
            ),
        ]

    def __str__(self) -> str:
        return f"doorverwijzing naar {self.organisatie}"

    @property
    def is_open(self) -> bool:
        """Whether the partner's answer is still to come."""
        return self.antwoord_op is None
