"""The short lists of the catalogue (BP bijlage VI, BP 5.2)."""

from django.db import models


class Soort(models.TextChoices):
    """How somebody gets in, in the order in which we offer: lightest first."""

    ALGEMEEN = "algemeen", "Algemene voorziening"
    INKOMEN = "inkomensvoorziening", "Inkomensvoorziening op aanvraag"
    MAATWERK = "maatwerk", "Maatwerkvoorziening"

    @property
    def toegang(self) -> str:
        """How somebody gets in, in a few words."""
        return _TOEGANG[self]


_TOEGANG = {
    Soort.ALGEMEEN: "Voor iedereen, geen toestemming nodig",
    Soort.INKOMEN: "Op aanvraag, hangt af van het inkomen",
    Soort.MAATWERK: "Alleen met toestemming van de gemeente",
}


class Vorm(models.TextChoices):
    """For a group, or for one person or household."""

    COLLECTIEF = "collectief", "Collectief"
    INDIVIDUEEL = "individueel", "Individueel"


class Preventieniveau(models.TextChoices):
    """The rows of the preventiematrix (BP 5.2)."""

    UNIVERSEEL = "universeel", "Universeel: voor alle inwoners"
    SELECTIEF = "selectief", "Selectief: voor groepen met meer kans op problemen"
    GEINDICEERD = "geindiceerd", "Geïndiceerd: voor wie al een probleem heeft"


class Leveringsvorm(models.TextChoices):
    """How maatwerk is delivered."""

    ZIN = "zin", "Zorg in natura"
    PGB = "pgb", "Persoonsgebonden budget"


class Herhaling(models.TextChoices):
    """How often an activity happens."""

    EENMALIG = "eenmalig", "Eén keer"
    WEKELIJKS = "wekelijks", "Elke week"
    TWEEWEKELIJKS = "tweewekelijks", "Om de week"
    VIERWEKELIJKS = "vierwekelijks", "Elke vier weken"

    @property
    def weken(self) -> int | None:
        """The weeks between two times; None when it happens once."""
        return _WEKEN[self]


_WEKEN = {
    Herhaling.EENMALIG: None,
    Herhaling.WEKELIJKS: 1,
    Herhaling.TWEEWEKELIJKS: 2,
    Herhaling.VIERWEKELIJKS: 4,
}


class Publicatie(models.TextChoices):
    """Whether readers see an entry; a draft is only seen by whoever keeps the catalogue."""

    CONCEPT = "concept", "Concept"
    GEPUBLICEERD = "gepubliceerd", "Gepubliceerd"


class Voorstelsoort(models.TextChoices):
    """What a partner's proposal is about."""

    AANBOD = "aanbod", "Aanbod"
    ORGANISATIE = "organisatie", "Gegevens van de organisatie"


class Voorstelstatus(models.TextChoices):
    """What became of a partner's proposal."""

    INGEDIEND = "ingediend", "Wacht op beoordeling"
    OVERGENOMEN = "overgenomen", "Overgenomen"
    AFGEWEZEN = "afgewezen", "Niet overgenomen"


class Interventiesoort(models.TextChoices):
    """What is tried or done to prevent problems (QA memo preventie, B61)."""

    INTERVENTIE = "interventie", "Interventie"
    PILOT = "pilot", "Pilot"
    PROJECT = "project", "Project"


class Interventiestatus(models.TextChoices):
    """How far it is."""

    VOORBEREIDING = "voorbereiding", "In voorbereiding"
    LOOPT = "loopt", "Loopt"
    AFGEROND = "afgerond", "Afgerond"
    GESTOPT = "gestopt", "Gestopt"


class Bewijskracht(models.TextChoices):
    """How well it is known to work, in the order of the national databases of interventions."""

    ONBEKEND = "onbekend", "Niet onderzocht"
    BESCHREVEN = "beschreven", "Goed beschreven"
    ONDERBOUWD = "onderbouwd", "Goed onderbouwd"
    EERSTE = "eerste", "Eerste aanwijzingen dat het werkt"
    GOEDE = "goede", "Goede aanwijzingen dat het werkt"
    STERKE = "sterke", "Sterke aanwijzingen dat het werkt"
