"""Residents who may be one and the same, and what was merged."""

from django.db import models
from django.db.models import F, Q

from hengelo_sociaal.kern.modellen import UUIDModel
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.enums import Herkomst, Samenvoegsoort
from toegang.models.inwoner import Inwoner


class Dubbelpaar(UUIDModel):
    """Two residents who may be the same person: a row of the work list of doubles.

    `score` runs to 100 (the same BSN) and `waarom` says in words what is alike, without
    the values. A pair that a colleague judged to be two people stays, so that nobody has
    to judge it again. `eerste` has the smaller id.
    """

    eerste = models.ForeignKey(
        Inwoner, models.CASCADE, related_name="dubbel_eerste", verbose_name="eerste"
    )
    tweede = models.ForeignKey(
        Inwoner, models.CASCADE, related_name="dubbel_tweede", verbose_name="tweede"
    )
    score = models.PositiveSmallIntegerField("hoe zeker")
    waarom = models.JSONField("wat lijkt", default=list)
    herkomst = models.CharField("gevonden bij", max_length=15, choices=Herkomst.choices)
    gevonden_op = models.DateTimeField("gevonden op")
    beoordeeld_op = models.DateTimeField("beoordeeld op", null=True, blank=True)
    beoordeeld_door = models.ForeignKey(
        Medewerker,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="beoordeeld door",
    )

    class Meta:
        verbose_name = "mogelijke dubbele inwoner"
        verbose_name_plural = "mogelijke dubbele inwoners"
        indexes = [
            models.Index(
                fields=["-score", "-id"],
                condition=Q(beoordeeld_op__isnull=True),
                name="dubbelpaar_werklijst",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["eerste", "tweede"],
                name="dubbelpaar_een_keer",
                violation_error_message="Deze twee staan al op de lijst.",
            ),
            models.CheckConstraint(
                condition=Q(eerste__lt=F("tweede")),
                name="dubbelpaar_volgorde",
                violation_error_message="Kies twee verschillende inwoners.",
            ),
            models.CheckConstraint(
                condition=Q(score__lte=100),
                name="dubbelpaar_score",
                violation_error_message="De score loopt van 0 tot en met 100.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.eerste_id} en {self.tweede_id}"


class Omkeerbaar(UUIDModel):
    """Something that changed many rows at once, by whom, and whether it was undone."""

    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+", verbose_name="door wie")
    op = models.DateTimeField("gedaan op")
    teruggedraaid_op = models.DateTimeField("teruggedraaid op", null=True, blank=True)
    teruggedraaid_door = models.ForeignKey(
        Medewerker,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="teruggedraaid door",
    )

    class Meta:
        abstract = True
        ordering = ["-op", "-id"]

    @property
    def is_teruggedraaid(self) -> bool:
        """Whether everything is as it was."""
        return self.teruggedraaid_op is not None


def undone_completely(naam: str) -> models.CheckConstraint:
    """Undoing has a moment and a colleague, or neither."""
    return models.CheckConstraint(
        condition=Q(teruggedraaid_op__isnull=True, teruggedraaid_door__isnull=True)
        | Q(teruggedraaid_op__isnull=False, teruggedraaid_door__isnull=False),
        name=naam,
        violation_error_message="Bij terugdraaien horen een moment en een medewerker.",
    )


class Samenvoeging(Omkeerbaar):
    """Two records that were made one, with all that is needed to undo it exactly.

    What goes on has `blijft_id`; the other record is gone and lives only in `grootboek`,
    the ledger of every row that moved, so that undoing restores it. Both are named by
    their ids, because one of the two is not there any more. A BSN that came along is never
    in the ledger: `bsn_zoek` is its print, and undoing gives back the number itself under
    the key of that day.
    """

    soort = models.CharField("wat", max_length=12, choices=Samenvoegsoort.choices)
    blijft_id = models.UUIDField("blijft")
    vervalt_id = models.UUIDField("ging erin op")
    reden = models.CharField("reden", max_length=200)
    verplaatst = models.JSONField("wat er meeging", default=list)
    grootboek = models.JSONField("grootboek", default=list)
    bsn_zoek = models.BinaryField("afdruk van het BSN dat meeging", null=True, editable=False)

    class Meta(Omkeerbaar.Meta):
        verbose_name = "samenvoeging"
        verbose_name_plural = "samenvoegingen"
        indexes = [
            models.Index(fields=["blijft_id"], name="samenvoeging_blijft"),
            models.Index(fields=["vervalt_id"], name="samenvoeging_vervalt"),
            models.Index(fields=["-op", "-id"], name="samenvoeging_lijst"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(blijft_id=F("vervalt_id")),
                name="samenvoeging_twee_records",
                violation_error_message="Kies twee verschillende.",
            ),
            undone_completely("samenvoeging_terug_compleet"),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} van {self.op:%d-%m-%Y}"


class Huishoudsplitsing(Omkeerbaar):
    """Some of a household who went to live elsewhere, with what is needed to undo it.

    `nieuw_id` is the household that was made for them; it is not there any more once the
    splitting was undone.
    """

    oud_id = models.UUIDField("huishouden dat bleef")
    nieuw_id = models.UUIDField("nieuw huishouden")
    aantal = models.PositiveSmallIntegerField("hoeveel mensen er weggingen")
    grootboek = models.JSONField("grootboek", default=list)

    class Meta(Omkeerbaar.Meta):
        verbose_name = "splitsing van een huishouden"
        verbose_name_plural = "splitsingen van huishoudens"
        indexes = [
            models.Index(fields=["oud_id"], name="splitsing_oud"),
            models.Index(fields=["nieuw_id"], name="splitsing_nieuw"),
        ]
        constraints = [undone_completely("splitsing_terug_compleet")]

    def __str__(self) -> str:
        return f"splitsing van {self.op:%d-%m-%Y}"
