"""Whom somebody searches for: of a size of town, people of whom there are as many in any other.

In a town eight times as large more people are called Jansen, and a list of fifty of them takes
longer than a list of six. What searching itself costs shows when as many are found.
"""

import datetime as dt

from django.db.models import Count
from django.db.models.functions import Abs, Length

from toegang.models import Huishouden, Inwoner

NAAMGENOTEN = 190  # more than a list shows
SAMEN = 3


def a_name() -> str:
    """A surname of one word that some two hundred people have."""
    people = Inwoner.objects.exclude(geslachtsnaam__contains=" ").values("geslachtsnaam")
    counted = people.annotate(lang=Length("geslachtsnaam"), off=Abs(Count("pk") - NAAMGENOTEN))
    found = counted.filter(lang__gt=6).order_by("off", "geslachtsnaam")
    return str(found[0]["geslachtsnaam"])


def a_birthday() -> dt.date:
    """A day on which three people were born."""
    days = Inwoner.objects.filter(geboortedatum__isnull=False).values("geboortedatum")
    counted = days.annotate(off=Abs(Count("pk") - SAMEN)).order_by("off", "geboortedatum")
    day: dt.date = counted[0]["geboortedatum"]
    return day


def an_address() -> Huishouden:
    """The only home at its postcode and house number, where three people live."""
    homes = Huishouden.objects.exclude(postcode="").filter(huisnummer__isnull=False, geheim=False)
    counted = homes.annotate(off=Abs(Count("lidmaatschappen") - SAMEN)).order_by("off", "pk")
    for home in counted[:500]:
        same = Huishouden.objects.filter(postcode=home.postcode, huisnummer=home.huisnummer)
        if same.count() == 1:
            return home
    raise SystemExit("every home shares its address")
