"""Reference values of the front door (waarden/*.csv); `beheer` keeps them."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q, Value

from hengelo_sociaal.gebieden.models import Wijk
from hengelo_sociaal.kern.modellen import Waarde
from hengelo_sociaal.medewerkers.models import DateRange, Medewerker
from hengelo_sociaal.waarden.models import Beleidsdomein, Leefgebied, Wet
from voorzieningen.models import Doelgroep


class Vindplaats(Waarde):
    """A place where residents ask, such as the Zorgloket or a school (BP 5.1, 4.2)."""

    uitleg = "De plekken waar inwoners hun vraag stellen, zoals het Zorgloket of een school."

    soort = models.CharField("soort", max_length=40)
    wijk = models.ForeignKey(Wijk, models.PROTECT, null=True, blank=True, verbose_name="wijk")

    class Meta(Waarde.Meta):
        verbose_name = "vindplaats"
        verbose_name_plural = "vindplaatsen"


class Kanaal(Waarde):
    """How a contact came about: counter, telephone, form and so on."""

    uitleg = "Hoe een vraag binnenkomt: aan de balie, aan de telefoon of anders."

    class Meta(Waarde.Meta):
        verbose_name = "kanaal"
        verbose_name_plural = "kanalen"


class Soort(Waarde):
    """What a question is about, with the leefgebied, domein and law it usually belongs to."""

    uitleg = "Waar een vraag over gaat, met het leefgebied, domein en de wet die erbij horen."

    leefgebied = models.ForeignKey(Leefgebied, models.PROTECT, verbose_name="leefgebied")
    beleidsdomein = models.ForeignKey(Beleidsdomein, models.PROTECT, verbose_name="beleidsdomein")
    wet = models.ForeignKey(Wet, models.PROTECT, null=True, blank=True, verbose_name="wet")
    doelgroep = models.ForeignKey(
        Doelgroep,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="doelgroep",
        help_text="Wat er voor deze mensen is, wordt bij zo'n vraag als eerste voorgesteld.",
    )

    class Meta(Waarde.Meta):
        verbose_name = "soort vraag"
        verbose_name_plural = "soorten vragen"


class Uitkomst(Waarde):
    """How a question ended; about 60 % of contacts end in information and advice (BP)."""

    uitleg = "Hoe een vraag afloopt."

    telt_als_informatie_en_advies = models.BooleanField(
        "telt als informatie en advies", default=False
    )

    class Meta(Waarde.Meta):
        verbose_name = "uitkomst"
        verbose_name_plural = "uitkomsten"


class Namens(Waarde):
    """On whose behalf somebody asks."""

    uitleg = "Voor wie iemand een vraag stelt."

    class Meta(Waarde.Meta):
        verbose_name = "namens wie"
        verbose_name_plural = "namens wie"


class Verwijzer(Waarde):
    """Who refers a child to youth help (Jeugdwet 2.6; volumes.csv)."""

    uitleg = "Wie een kind naar jeugdhulp verwijst."

    class Meta(Waarde.Meta):
        verbose_name = "verwijzer"
        verbose_name_plural = "verwijzers"


class AfgezienReden(Waarde):
    """Why no home visit was made although it was due (BP 5.1, decision 10); counted."""

    uitleg = "Waarom een huisbezoek niet doorging dat wel hoorde te gebeuren."

    class Meta(Waarde.Meta):
        verbose_name = "reden om af te zien van huisbezoek"
        verbose_name_plural = "redenen om af te zien van huisbezoek"


class Intrekreden(Waarde):
    """Why a registration or a melding was withdrawn."""

    uitleg = "Waarom een contact of melding is ingetrokken."

    class Meta(Waarde.Meta):
        verbose_name = "reden om in te trekken"
        verbose_name_plural = "redenen om in te trekken"


class Dubbelreden(Waarde):
    """Why somebody is registered although a resident very much alike exists."""

    uitleg = "Waarom iemand een inwoner toevoegt die op een andere inwoner lijkt."

    class Meta(Waarde.Meta):
        verbose_name = "reden om toch te registreren"
        verbose_name_plural = "redenen om toch te registreren"


class VindplaatsMedewerker(models.Model):
    """For which vindplaats somebody registers, and in which period."""

    medewerker = models.ForeignKey(
        Medewerker, models.CASCADE, related_name="vindplaatsen", verbose_name="medewerker"
    )
    vindplaats = models.ForeignKey(Vindplaats, models.PROTECT, verbose_name="vindplaats")
    van = models.DateField("van")
    tot = models.DateField("tot en met", null=True, blank=True)

    class Meta:
        verbose_name = "medewerker van een vindplaats"
        verbose_name_plural = "medewerkers van vindplaatsen"
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")),
                name="vindplaatsmedewerker_periode",
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            ExclusionConstraint(
                name="vindplaatsmedewerker_geen_overlap",
                expressions=[
                    ("medewerker", RangeOperators.EQUAL),
                    ("vindplaats", RangeOperators.EQUAL),
                    (DateRange("van", "tot", Value("[]")), RangeOperators.OVERLAPS),
                ],
                violation_error_message="Deze medewerker werkt al voor deze vindplaats.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.medewerker} bij {self.vindplaats}"
