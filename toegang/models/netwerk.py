"""Who stands around a household, and who may speak for somebody in it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from hengelo_sociaal.kern.modellen import UUIDModel
from toegang.enums import Bevoegdheid, Hechtheid, Relatie, Vertegenwoordiging
from toegang.models.huishouden import Huishouden
from toegang.models.inwoner import Inwoner


class Netwerklid(UUIDModel):
    """Somebody around a household: family, a friend, a neighbour, a mantelzorger (Wmo 2.3.2 lid 4).

    `mantelzorg_uren` is hours a week. `tot` is the last day on which they were part of it.
    """

    huishouden = models.ForeignKey(
        Huishouden, models.CASCADE, related_name="netwerk", verbose_name="huishouden"
    )
    voor = models.ForeignKey(
        Inwoner,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="netwerk",
        verbose_name="vooral voor",
        help_text="Leeg: voor het hele huishouden.",
    )
    naam = models.CharField("naam", max_length=120)
    relatie = models.CharField("relatie", max_length=20, choices=Relatie.choices)
    omschrijving = models.CharField("wie is dit precies", max_length=80, blank=True)
    band = models.CharField(
        "hoe is het contact", max_length=10, choices=Hechtheid.choices, default=Hechtheid.GEWOON
    )
    is_mantelzorger = models.BooleanField("geeft mantelzorg", default=False)
    mantelzorg_uren = models.PositiveSmallIntegerField("uren per week", null=True, blank=True)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    van = models.DateField("van")
    tot = models.DateField("tot en met", null=True, blank=True)

    class Meta:
        verbose_name = "lid van het netwerk"
        verbose_name_plural = "leden van het netwerk"
        ordering = ["relatie", "naam", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")),
                name="netwerklid_periode",
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            models.CheckConstraint(
                condition=~Q(naam=""),
                name="netwerklid_naam",
                violation_error_message="Vul een naam in.",
            ),
            models.CheckConstraint(
                condition=Q(mantelzorg_uren__isnull=True) | Q(mantelzorg_uren__lte=168),
                name="netwerklid_uren",
                violation_error_message="Een week heeft 168 uur.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam


class Vertegenwoordiger(UUIDModel):
    """Who speaks for a resident in a period, and in what (BW 1:245, 1:378, 1:431, 1:450; Awb 2:1).

    `mag` are the matters in which they decide or act; the resident is always heard.
    """

    inwoner = models.ForeignKey(
        Inwoner, models.CASCADE, related_name="vertegenwoordigers", verbose_name="inwoner"
    )
    soort = models.CharField("als wat", max_length=20, choices=Vertegenwoordiging.choices)
    naam = models.CharField("naam", max_length=120)
    organisatie = models.CharField("organisatie", max_length=120, blank=True)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    mag = ArrayField(
        models.CharField(max_length=20, choices=Bevoegdheid.choices),
        verbose_name="mag",
        default=list,
    )
    grondslag = models.CharField(
        "waaruit blijkt dat",
        max_length=120,
        blank=True,
        help_text="Bijvoorbeeld: beschikking kantonrechter van 3 maart 2024.",
    )
    van = models.DateField("van")
    tot = models.DateField("tot en met", null=True, blank=True)

    class Meta:
        verbose_name = "vertegenwoordiger"
        verbose_name_plural = "vertegenwoordigers"
        ordering = ["soort", "naam", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")),
                name="vertegenwoordiger_periode",
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            models.CheckConstraint(
                condition=Q(mag__len__gte=1) & Q(mag__contained_by=Bevoegdheid.values),
                name="vertegenwoordiger_mag_iets",
                violation_error_message="Kruis aan wat deze vertegenwoordiger mag.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} {self.naam}"

    @property
    def mag_woorden(self) -> str:
        """What they may do, as people say it: "over geld beslissen, brieven krijgen"."""
        return ", ".join(Bevoegdheid(code).label.lower() for code in self.mag)
