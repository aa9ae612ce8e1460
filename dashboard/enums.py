"""The short lists of figures and budgets."""

from django.db import models


class Per(models.TextChoices):
    """How long a period is."""

    MAAND = "maand", "Maand"
    KWARTAAL = "kwartaal", "Kwartaal"
    JAAR = "jaar", "Jaar"


class Richting(models.TextChoices):
    """Which way is good news; for `neutraal` no colour is ever shown."""

    HOGER = "hoger", "Hoger is beter"
    LAGER = "lager", "Lager is beter"
    NEUTRAAL = "neutraal", "Geen gewenste richting"


class Indicatorsoort(models.TextChoices):
    """What is measured: what it means for people, or what we did."""

    EFFECT = "effect", "Effect"
    PRESTATIE = "prestatie", "Prestatie"


class Herkomst(models.TextChoices):
    """Where the values come from."""

    BEREKEND = "berekend", "Berekend uit registraties"
    INGELEZEN = "ingelezen", "Ingelezen uit een bron"


class Lijst(models.TextChoices):
    """Which list of the papers an imported indicator stands in."""

    BELEIDSINDICATOREN = "beleidsindicatoren", "Beleidsindicatoren"
    KENGETALLEN = "kengetallen", "Kengetallen"
    DOELEN = "doelen", "Maatschappelijke doelen"


class Metingsoort(models.TextChoices):
    """What a printed value is: measured, meant, or where the counting began."""

    METING = "meting", "Meting"
    STREEFWAARDE = "streefwaarde", "Streefwaarde"
    NULMETING = "nulmeting", "Nulmeting"


class Begrotingsoort(models.TextChoices):
    """What an amount of the budget is."""

    LASTEN = "lasten", "Lasten"
    BATEN = "baten", "Baten"
    SALDO = "saldo", "Saldo"
    REKENING = "rekening", "Rekening"
    BEGROTING = "begroting", "Begroting"
    GEREALISEERD = "gerealiseerd", "Gerealiseerd"
    PROGNOSE = "prognose", "Prognose"


class Dimensie(models.TextChoices):
    """By what a figure can be split (contract.md, API: metingen)."""

    VINDPLAATS = "vindplaats", "Vindplaats"
    SOORT = "soort", "Soort vraag"
    KANAAL = "kanaal", "Kanaal"
    WIJK = "wijk", "Wijk"
    GEMEENTE = "gemeente", "Gemeente"
    WET = "wet", "Wet"
    UITKOMST = "uitkomst", "Uitkomst"
    LEEFTIJDSGROEP = "leeftijdsgroep", "Leeftijdsgroep"
    VERWIJZER = "verwijzer", "Verwijzer"


ONBEKEND = "onbekend"  # nobody knows
GEEN = "geen"  # there is none: no law, nobody referred


class Gebiedsmaat(models.TextChoices):
    """What is counted per year in wijken and buurten, rounded, beside the indicators."""

    GEBRUIK = "gebruik", "Gebruik van voorzieningen"
    VRAGEN = "vragen", "Vragen per buurt"
    GEMIST = "gemist", "Wat huishoudens misten"
