"""The short lists of contracts and toewijzingen (BP 4.2 point 4, BP 5.4, iStandaarden WJ756).

Codes of units and frequencies are those of the national standard, for messages come later.
"""

from django.db import models


class Schaal(models.TextChoices):
    """Agreed by Hengelo alone, or by the fourteen municipalities of Twente together."""

    LOKAAL = "lokaal", "Lokaal"
    REGIONAAL = "regionaal", "Regionaal"


class Uitvoeringsvariant(models.TextChoices):
    """What is agreed: effort, a result, or a task for a whole group (BP 5.4)."""

    INSPANNING = "inspanningsgericht", "Inspanningsgericht"
    OUTPUT = "outputgericht", "Outputgericht"
    TAAK = "taakgericht", "Taakgericht"

    @property
    def eenheden(self) -> frozenset[str]:
        """The units that can be assigned under it; taakgericht knows no toewijzing by unit."""
        return _EENHEDEN_VAN[self]

    @property
    def bekostigingen(self) -> frozenset[str]:
        """The ways of paying that fit it (BP 5.4)."""
        return _BEKOSTIGING_VAN[self]


class Bekostiging(models.TextChoices):
    """How the provider is paid."""

    PRODUCT = "product", "Per product (P x Q)"
    RESULTAAT = "resultaat", "Per resultaat"
    POPULATIE = "populatie", "Per populatie"
    LUMPSUM = "lumpsum", "Lumpsum"


class Eenheid(models.TextChoices):
    """In what a product is counted (WJ756)."""

    MINUUT = "01", "minuut"
    UUR = "04", "uur"
    ETMAAL = "14", "etmaal"
    DAGDEEL = "16", "dagdeel"
    OUTPUT = "82", "resultaat"
    EURO = "83", "euro"
    INSPANNING = "84", "stuk"

    @property
    def meervoud(self) -> str:
        """The word after a number other than one."""
        return _MEERVOUD[self]


class Frequentie(models.TextChoices):
    """Per what the volume is assigned."""

    DAG = "1", "per dag"
    WEEK = "2", "per week"
    MAAND = "4", "per maand"
    TOTAAL = "6", "in totaal"


class Grondslag(models.TextChoices):
    """On what a toewijzing rests; two thirds of youth help comes without our besluit."""

    BESLUIT = "besluit", "Besluit van de gemeente"
    MEDISCH = "medische-verwijzing", "Medische verwijzing"
    GI = "bepaling-gi", "Bepaling van een gecertificeerde instelling"
    RECHTER = "rechter", "Uitspraak van de rechter"


class ToewijzingStatus(models.TextChoices):
    """Where a toewijzing stands."""

    ACTIEF = "actief", "Actief"
    BEEINDIGD = "beeindigd", "Beëindigd"
    VERVALLEN = "vervallen", "Vervallen"


class RedenBeeindiging(models.TextChoices):
    """Why help stopped."""

    DOEL_BEREIKT = "doel-bereikt", "Het doel is bereikt"
    LICHTER = "lichtere-hulp", "Lichtere hulp is genoeg"
    ANDERS = "andere-hulp", "Overgestapt naar andere hulp"
    VERHUISD = "verhuisd", "Verhuisd naar een andere gemeente"
    OVERLEDEN = "overleden", "Overleden"
    WENS = "wens-inwoner", "Op verzoek van de inwoner"
    AANBIEDER = "aanbieder-stopt", "De aanbieder stopt"
    BESLUIT = "ander-besluit", "Het besluit is ingetrokken of herzien"
    ANDERE_WET = "andere-wet", "De hulp gaat verder onder een andere wet"
    FOUT = "niet-gestart", "Nooit gestart of verkeerd ingevoerd"


_EENHEDEN_VAN = {
    Uitvoeringsvariant.INSPANNING: frozenset({"01", "04", "14", "16", "84"}),
    Uitvoeringsvariant.OUTPUT: frozenset({"82", "83"}),
    Uitvoeringsvariant.TAAK: frozenset[str](),
}
_BEKOSTIGING_VAN = {
    Uitvoeringsvariant.INSPANNING: frozenset({"product"}),
    Uitvoeringsvariant.OUTPUT: frozenset({"resultaat"}),
    Uitvoeringsvariant.TAAK: frozenset({"populatie", "lumpsum"}),
}
_MEERVOUD = {
    Eenheid.MINUUT: "minuten",
    Eenheid.UUR: "uur",
    Eenheid.ETMAAL: "etmalen",
    Eenheid.DAGDEEL: "dagdelen",
    Eenheid.OUTPUT: "resultaten",
    Eenheid.EURO: "eurocent",
    Eenheid.INSPANNING: "stuks",
}
