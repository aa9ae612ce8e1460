"""The log: one line for every look into a personal record and for every change.

Append-only: triggers refuse UPDATE, DELETE and TRUNCATE to everybody, the owner too. No
foreign key points out of it, so that nothing that is removed can take its lines along.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex, GinIndex
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class Handeling(models.TextChoices):
    """What somebody did when they looked."""

    INGEZIEN = "ingezien", "dossier ingezien"
    GEZOCHT = "gezocht", "gezocht"
    LIJST = "lijst", "lijst bekeken"
    UITGEVOERD = "geexporteerd", "uitgevoerd naar een bestand"


class Toegangsregel(models.Model):
    """A look into personal records: who, what, whose, why, when (contract.md, Log)."""

    id = models.BigAutoField(primary_key=True)
    op = models.DateTimeField("moment")
    medewerker_id = models.UUIDField("medewerker")
    handeling = models.CharField("handeling", max_length=20, choices=Handeling.choices)
    soort = models.CharField("soort gegeven", max_length=40)
    object_id = models.UUIDField("waarin", null=True)
    inwoners = ArrayField(models.UUIDField(), verbose_name="van wie", default=list)
    doel = models.CharField("doel", max_length=200)
    bijzonderheden = models.JSONField("bijzonderheden", default=dict, encoder=DjangoJSONEncoder)

    class Meta:
        verbose_name = "toegangsregel"
        verbose_name_plural = "toegangsregels"
        indexes = [
            BrinIndex(fields=["op"], name="toegangsregel_op"),
            GinIndex(fields=["inwoners"], name="toegangsregel_inwoners"),
            models.Index(fields=["medewerker_id", "-op"], name="toegangsregel_medewerker"),
        ]

    def __str__(self) -> str:
        return f"{self.op:%d-%m-%Y %H:%M} {self.handeling} {self.soort}"

    @property
    def waarin(self) -> str:
        """The kind of record as words: "mijn werk" for mijn-werk."""
        return self.soort.replace("-", " ")


class Wijzigingsregel(models.Model):
    """A change: who did what to which record, when, and what was different."""

    id = models.BigAutoField(primary_key=True)
    op = models.DateTimeField("moment")
    medewerker_id = models.UUIDField("medewerker")
    handeling = models.CharField("handeling", max_length=60)
    soort = models.CharField("soort gegeven", max_length=40)
    object_id = models.UUIDField("wat")
    huishouden_id = models.UUIDField("huishouden", null=True)
    inwoners = ArrayField(models.UUIDField(), verbose_name="van wie", default=list)
    reden = models.CharField("reden", max_length=200, blank=True)
    wijziging = models.JSONField("wijziging", default=dict, encoder=DjangoJSONEncoder)

    class Meta:
        verbose_name = "wijzigingsregel"
        verbose_name_plural = "wijzigingsregels"
        indexes = [
            BrinIndex(fields=["op"], name="wijzigingsregel_op"),
            GinIndex(fields=["inwoners"], name="wijzigingsregel_inwoners"),
            models.Index(fields=["object_id", "-op"], name="wijzigingsregel_object"),
            models.Index(fields=["huishouden_id", "-op"], name="wijzigingsregel_huishouden"),
            models.Index(fields=["medewerker_id", "-op"], name="wijzigingsregel_wie"),
        ]

    def __str__(self) -> str:
        return f"{self.op:%d-%m-%Y %H:%M} {self.handeling} {self.soort}"


class Tabel(models.TextChoices):
    """The two logs that are sealed."""

    TOEGANG = "toegang", "wie wat heeft gezien"
    WIJZIGING = "wijziging", "wie wat heeft gewijzigd"


class Zegel(models.Model):
    """A seal over a run of lines: a print of them and of the seal before it.

    Whoever changes, removes or slips in a line under a seal breaks every seal after it. The
    same seals stand in a file outside the database (DATA_DIR/zegels).
    """

    id = models.BigAutoField(primary_key=True)
    tabel = models.CharField("log", max_length=10, choices=Tabel.choices)
    van = models.BigIntegerField("eerste regel")
    tot = models.BigIntegerField("laatste regel")
    aantal = models.PositiveIntegerField("aantal regels")
    vorige = models.CharField("vorige zegel", max_length=64, blank=True)
    zegel = models.CharField("zegel", max_length=64)
    op = models.DateTimeField("moment")

    class Meta:
        verbose_name = "zegel"
        verbose_name_plural = "zegels"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["tabel", "van"], name="zegel_een_keer"),
            models.CheckConstraint(
                condition=models.Q(tot__gte=models.F("van")), name="zegel_reeks"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tabel} {self.van} tot en met {self.tot}"
