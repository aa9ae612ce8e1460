"""The catalogue: algemeen, inkomensvoorziening and maatwerk in one list."""

import datetime as dt

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from hengelo_sociaal.gebieden.models import Wijk
from hengelo_sociaal.kern.modellen import UUIDModel, Waarde
from hengelo_sociaal.waarden.models import Leefgebied, Wet
from voorzieningen.enums import Leveringsvorm, Preventieniveau, Publicatie, Soort, Vorm
from voorzieningen.functies import Zoekvorm
from voorzieningen.models.organisaties import Locatie, Organisatie

_MAATWERK = Q(soort=Soort.MAATWERK)
ALLES = ("leefgebieden", "wetten", "doelgroepen", "wijken", "locaties")


class Doelgroep(Waarde):
    """For whom something is meant; nothing chosen means for everybody."""

    uitleg = "Voor wie een voorziening is. Staat er geen doelgroep bij, dan is ze voor iedereen."

    class Meta(Waarde.Meta):
        verbose_name = "doelgroep"
        verbose_name_plural = "doelgroepen"


class VoorzieningQuerySet(models.QuerySet["Voorziening"]):
    """Ways to narrow the catalogue."""

    def geldig(self, op: dt.date) -> "VoorzieningQuerySet":
        """What is there on a day: published, within its dates, and no double of another."""
        return self.filter(
            Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=op),
            geldig_van__lte=op,
            status=Publicatie.GEPUBLICEERD,
            opgegaan_in=None,
        )

    def gepubliceerd(self) -> "VoorzieningQuerySet":
        """Without drafts, which only who keeps the catalogue sees."""
        return self.filter(status=Publicatie.GEPUBLICEERD)

    def algemeen(self) -> "VoorzieningQuerySet":
        """What needs no permission of the municipality."""
        return self.filter(soort=Soort.ALGEMEEN)

    def met(self, *relaties: str) -> "VoorzieningQuerySet":
        """With the organisation and these relations, in one query each."""
        places = models.Prefetch("locaties", Locatie.objects.select_related("buurt__wijk"))
        found = self.select_related("organisatie")
        for name in dict.fromkeys(relaties):
            found = found.prefetch_related(places if name == "locaties" else name)
        return found

    def met_alles(self) -> "VoorzieningQuerySet":
        """With everything that a list or a page shows, in a fixed number of queries."""
        return self.met(*ALLES)


class Voorziening(UUIDModel):
    """Something that can help a resident, from a walk-in to a wheelchair (BP bijlage VI).

    Algemeen is freely accessible and goes first or beside maatwerk; maatwerk needs the
    municipality's permission; an inkomensvoorziening is asked for by whoever has little
    income. No wijk means the whole municipality; no doelgroep means everybody. Ages are
    whole years, both included; the waiting time is in whole days.
    """

    code = models.SlugField(
        "code",
        max_length=80,
        unique=True,
        error_messages={"unique": "Er is al een voorziening met deze code."},
    )
    naam = models.CharField("naam", max_length=120)
    omschrijving = models.TextField("omschrijving", max_length=2000)
    soort = models.CharField("soort", max_length=20, choices=Soort.choices)
    vorm = models.CharField("vorm", max_length=12, choices=Vorm.choices)
    gefinancierd = models.BooleanField("betaald door de gemeente", default=True)
    preventieniveau = models.CharField(
        "preventieniveau", max_length=12, choices=Preventieniveau.choices, null=True, blank=True
    )
    doelgroepen = models.ManyToManyField(
        Doelgroep, blank=True, related_name="voorzieningen", verbose_name="voor wie"
    )
    leeftijd_van = models.PositiveSmallIntegerField("leeftijd vanaf", null=True, blank=True)
    leeftijd_tot = models.PositiveSmallIntegerField("leeftijd tot en met", null=True, blank=True)
    leefgebieden = models.ManyToManyField(
        Leefgebied, related_name="voorzieningen", verbose_name="leefgebieden"
    )
    wetten = models.ManyToManyField(
        Wet, blank=True, related_name="voorzieningen", verbose_name="wetten"
    )
    aanmelden = models.CharField("hoe komt u binnen", max_length=300, blank=True)
    kosten = models.CharField("kosten voor de inwoner", max_length=200, blank=True)
    wanneer = models.CharField("dagen en tijden", max_length=200, blank=True)
    organisatie = models.ForeignKey(
        Organisatie,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="voorzieningen",
        verbose_name="organisatie",
    )
    locaties = models.ManyToManyField(
        Locatie, blank=True, related_name="voorzieningen", verbose_name="locaties"
    )
    wijken = models.ManyToManyField(
        Wijk, blank=True, related_name="voorzieningen", verbose_name="wijken"
    )
    wachttijd_dagen = models.PositiveSmallIntegerField("wachttijd in dagen", null=True, blank=True)
    plaatsen = models.PositiveIntegerField("aantal plaatsen", null=True, blank=True)
    productcategorie = models.CharField("productcategorie", max_length=2, blank=True)
    productcode = models.CharField("productcode", max_length=5, blank=True)
    leveringsvormen = ArrayField(
        models.CharField(max_length=3, choices=Leveringsvorm.choices),
        verbose_name="leveringsvormen",
        default=list,
        blank=True,
    )
    geldig_van = models.DateField("beschikbaar vanaf")
    geldig_tot = models.DateField("beschikbaar tot en met", null=True, blank=True)
    gecontroleerd_op = models.DateField("gecontroleerd op", null=True, blank=True)
    status = models.CharField(
        "status", max_length=12, choices=Publicatie.choices, default=Publicatie.GEPUBLICEERD
    )
    eigenaar = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="wie houdt dit bij",
    )
    opgegaan_in = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="dubbelen",
        verbose_name="opgegaan in",
    )
    gewijzigd_op = models.DateTimeField("gewijzigd op", default=timezone.now, editable=False)
    bron = models.CharField("bron", max_length=200, blank=True)
    zoekwoorden = models.CharField("andere woorden hiervoor", max_length=300, blank=True)
    zoekvector = models.GeneratedField(
        expression=SearchVector(Zoekvorm("naam"), config="dutch", weight="A")
        + SearchVector(Zoekvorm("zoekwoorden"), config="dutch", weight="B")
        + SearchVector(Zoekvorm("omschrijving"), config="dutch", weight="C"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = VoorzieningQuerySet.as_manager()

    class Meta:
        verbose_name = "voorziening"
        verbose_name_plural = "voorzieningen"
        ordering = ["naam"]
        indexes = [
            GinIndex(fields=["zoekvector"], name="voorziening_zoekvector"),
            models.Index(fields=["soort", "naam"], name="voorziening_soort_naam"),
            models.Index(fields=["-gewijzigd_op"], name="voorziening_gewijzigd"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(naam="") & ~Q(omschrijving=""),
                name="voorziening_naam_en_omschrijving",
                violation_error_message="Vul een naam en een omschrijving in.",
            ),
            models.CheckConstraint(
                condition=Q(soort__in=Soort.values) & Q(vorm__in=Vorm.values),
                name="voorziening_soort_en_vorm",
                violation_error_message="Kies een soort en een vorm uit de lijst.",
            ),
            models.CheckConstraint(
                condition=Q(preventieniveau__isnull=True)
                | Q(preventieniveau__in=Preventieniveau.values),
                name="voorziening_preventieniveau",
                violation_error_message="Kies een preventieniveau uit de lijst.",
            ),
            models.CheckConstraint(
                condition=Q(leeftijd_van__isnull=True)
                | Q(leeftijd_tot__isnull=True)
                | Q(leeftijd_tot__gte=F("leeftijd_van")),
                name="voorziening_leeftijd",
                violation_error_message="De hoogste leeftijd ligt onder de laagste.",
            ),
            models.CheckConstraint(
                condition=Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=F("geldig_van")),
                name="voorziening_geldig",
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            models.CheckConstraint(
                condition=_MAATWERK
                | Q(productcategorie="", productcode="", leveringsvormen__len=0),
                name="voorziening_product_alleen_maatwerk",
                violation_error_message=(
                    "Een productcategorie, productcode of leveringsvorm hoort alleen bij maatwerk."
                ),
            ),
            models.CheckConstraint(
                condition=Q(productcode="") | ~Q(productcategorie=""),
                name="voorziening_productcategorie",
                violation_error_message="Kies bij een productcode ook de productcategorie.",
            ),
            models.CheckConstraint(
                condition=Q(leveringsvormen__contained_by=Leveringsvorm.values),
                name="voorziening_leveringsvorm",
                violation_error_message="Kies leveringsvormen uit de lijst.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=Publicatie.values),
                name="voorziening_status",
                violation_error_message="Kies een status uit de lijst.",
            ),
            models.CheckConstraint(
                condition=Q(opgegaan_in=None) | ~Q(opgegaan_in=F("id")),
                name="voorziening_geen_dubbel_van_zichzelf",
                violation_error_message="Een voorziening is geen dubbel van zichzelf.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def is_algemeen(self) -> bool:
        """Whether anyone may use it without permission."""
        return self.soort == Soort.ALGEMEEN

    @property
    def is_gratis(self) -> bool:
        """Whether the resident pays nothing: its costs begin by saying so."""
        return self.kosten.lower().startswith(("gratis", "geen eigen bijdrage"))

    @property
    def toegang(self) -> str:
        """How somebody gets in, in a few words; not "for everybody" where it is for some."""
        if self.is_algemeen and (self.doelgroepen.all() or self.leeftijd):
            return "Geen toestemming nodig"
        return Soort(self.soort).toegang

    @property
    def leeftijd(self) -> str:
        """The ages in words; empty for all ages."""
        match (self.leeftijd_van, self.leeftijd_tot):
            case (None, None):
                return ""
            case (van, None):
                return f"vanaf {van} jaar"
            case (None, tot):
                return f"tot en met {tot} jaar"
            case (van, tot):
                return f"{van} tot en met {tot} jaar"

    @property
    def leveringsvorm_namen(self) -> list[str]:
        """The leveringsvormen as people see them."""
        return [Leveringsvorm(code).label for code in self.leveringsvormen]
