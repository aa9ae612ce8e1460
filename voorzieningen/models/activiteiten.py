"""When something happens and where, and how many people came: numbers, never names."""

import datetime as dt
from collections.abc import Iterator

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from hengelo_sociaal.kern.modellen import UUIDModel
from voorzieningen.enums import Herhaling
from voorzieningen.models.organisaties import Locatie
from voorzieningen.models.voorzieningen import Voorziening

_WEEK = dt.timedelta(days=7)


class ActiviteitQuerySet(models.QuerySet["Activiteit"]):
    """Ways to narrow activities."""

    def gaande(self, op: dt.date) -> "ActiviteitQuerySet":
        """What still happens on or after a day."""
        return self.filter(Q(tot_en_met__isnull=True) | Q(tot_en_met__gte=op))


class Activiteit(UUIDModel):
    """Something of a voorziening at fixed times at one place, such as koffie on Tuesday.

    `eerste_keer` is the first day; what repeats does so on its weekday, up to and including
    `tot_en_met` when that is known. Times are local. `plaatsen` is how many people fit in.
    """

    voorziening = models.ForeignKey(
        Voorziening, models.CASCADE, related_name="activiteiten", verbose_name="voorziening"
    )
    naam = models.CharField("naam", max_length=120)
    locatie = models.ForeignKey(
        Locatie,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="activiteiten",
        verbose_name="waar",
    )
    herhaling = models.CharField(
        "hoe vaak", max_length=16, choices=Herhaling.choices, default=Herhaling.WEKELIJKS
    )
    eerste_keer = models.DateField("eerste keer")
    tot_en_met = models.DateField("tot en met", null=True, blank=True)
    begint = models.TimeField("van")
    eindigt = models.TimeField("tot")
    plaatsen = models.PositiveSmallIntegerField("aantal plaatsen", null=True, blank=True)

    objects = ActiviteitQuerySet.as_manager()
    # The next time, on a list that worked it out.
    eerstvolgende: dt.date | None = None

    class Meta:
        verbose_name = "activiteit"
        verbose_name_plural = "activiteiten"
        ordering = ["eerste_keer", "begint", "naam"]
        constraints = [
            models.CheckConstraint(
                condition=Q(eindigt__gt=F("begint")),
                name="activiteit_tijden",
                violation_error_message="De eindtijd ligt voor de begintijd.",
            ),
            models.CheckConstraint(
                condition=Q(tot_en_met__isnull=True) | Q(tot_en_met__gte=F("eerste_keer")),
                name="activiteit_periode",
                violation_error_message="De laatste dag ligt voor de eerste keer.",
            ),
            models.CheckConstraint(
                condition=Q(herhaling__in=Herhaling.values),
                name="activiteit_herhaling",
                violation_error_message="Kies uit de lijst hoe vaak dit is.",
            ),
            models.CheckConstraint(
                condition=~Q(naam=""),
                name="activiteit_naam",
                violation_error_message="Vul de naam van de activiteit in.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def weken(self) -> int | None:
        """How many weeks lie between two times; None when it happens once."""
        return Herhaling(self.herhaling).weken

    def dagen(self, *, vanaf: dt.date, tot: dt.date) -> Iterator[dt.date]:
        """The days on which it happens, from `vanaf` up to and including `tot`."""
        last = min(tot, self.tot_en_met or tot)
        if self.weken is None:
            if vanaf <= self.eerste_keer <= last:
                yield self.eerste_keer
            return
        step = _WEEK * self.weken
        skip = max(0, -(-(vanaf - self.eerste_keer) // step))
        day = self.eerste_keer + skip * step
        while day <= last:
            yield day
            day += step

    def volgende(self, op: dt.date) -> dt.date | None:
        """The first day on or after `op` on which it happens."""
        horizon = max(op, self.eerste_keer) + _WEEK * (self.weken or 1)
        return next(self.dagen(vanaf=op, tot=horizon), None)


class Opkomst(UUIDModel):
    """How many people came to an activity on a day: a count, no names (issue: preventie)."""

    activiteit = models.ForeignKey(
        Activiteit, models.CASCADE, related_name="opkomsten", verbose_name="activiteit"
    )
    dag = models.DateField("dag")
    aantal = models.PositiveSmallIntegerField("hoeveel mensen")
    nieuw = models.PositiveSmallIntegerField("waarvan voor het eerst", default=0)
    gemeld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="geteld door"
    )

    class Meta:
        verbose_name = "opkomst"
        verbose_name_plural = "opkomsten"
        ordering = ["-dag"]
        constraints = [
            models.UniqueConstraint(
                fields=["activiteit", "dag"],
                name="opkomst_een_keer",
                violation_error_message="Voor deze dag is al geteld.",
            ),
            models.CheckConstraint(
                condition=Q(nieuw__lte=F("aantal")),
                name="opkomst_nieuw",
                violation_error_message="Er kunnen niet meer nieuwe mensen zijn dan mensen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activiteit} {self.dag}: {self.aantal}"
