"""Two lists that are never mixed: how the municipality is organised and how a resident lives."""

from django.db import models

from hengelo_sociaal.kern.modellen import Waarde


class Wet(Waarde):
    """A law under which the municipality acts (waarden/wet.csv)."""

    uitleg = "De wetten waaronder de gemeente helpt. Ze staan bij vragen, besluiten en cijfers."

    class Meta(Waarde.Meta):
        verbose_name = "wet"
        verbose_name_plural = "wetten"


class Beleidsdomein(Waarde):
    """How the municipality is organised (BP 5.1)."""

    uitleg = "Hoe de gemeente haar beleid indeelt. Het dashboard telt vragen hiernaar."

    class Meta(Waarde.Meta):
        verbose_name = "beleidsdomein"
        verbose_name_plural = "beleidsdomeinen"


class Leefgebied(Waarde):
    """A side of a resident's life; the order is the same on every screen (domein.md, floor 1)."""

    uitleg = "De kanten van iemands leven, in de volgorde van de uitvraag en het plan."

    icoon = models.SlugField("icoon", max_length=40, default="circle")

    class Meta(Waarde.Meta):
        verbose_name = "leefgebied"
        verbose_name_plural = "leefgebieden"


class Taakveld(models.Model):
    """A field of the municipal budget (Iv3), with the years in which its code is used.

    The coding changed in 2023 and 2025; `oude_code` is the field of the old ten that it
    rolls up to, empty where no single one exists (iv3_taakvelden.json).
    """

    code = models.CharField("code", max_length=10)
    omschrijving = models.CharField("omschrijving", max_length=120)
    van_jaar = models.PositiveSmallIntegerField("geldig vanaf jaar")
    tot_jaar = models.PositiveSmallIntegerField("geldig tot en met jaar", null=True, blank=True)
    oude_code = models.CharField("oude taakveld", max_length=10, blank=True)

    class Meta:
        verbose_name = "taakveld"
        verbose_name_plural = "taakvelden"
        ordering = ["van_jaar", "code"]
        constraints = [
            models.UniqueConstraint(fields=["code", "van_jaar"], name="taakveld_code_van_jaar"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.omschrijving}"
