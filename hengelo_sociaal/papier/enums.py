"""Lists of paper."""

from django.db import models


class Taalniveau(models.TextChoices):
    """For which reader a text was written (Common European Framework)."""

    A2 = "a2", "A2: heel eenvoudig"
    B1 = "b1", "B1: eenvoudig, voor bijna iedereen"
    B2 = "b2", "B2: voor geoefende lezers"
