"""Who does what by when, and under which law."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from hengelo_sociaal.kern.modellen import UUIDModel
from plannen.enums import AfspraakStatus, Herhaling, RedenNietLichter, Trede, Weekdag
from plannen.models.doel import Doel
from plannen.models.onderdeel import Onderdeel

LAATSTE_DAG = 31


def _rhythm() -> list[models.BaseConstraint]:
    """Fixed days fit how often it is done, and end after they begin."""
    none = Q(
        eerste_keer__isnull=True, laatste_keer__isnull=True, weekdagen=[], maanddag__isnull=True
    )
    daily = Q(herhaling=Herhaling.DAGELIJKS, weekdagen=[], maanddag__isnull=True)
    weekly = Q(~Q(weekdagen=[]), herhaling__in=Herhaling.per_week(), maanddag__isnull=True)
    monthly = Q(herhaling=Herhaling.MAANDELIJKS, weekdagen=[], maanddag__isnull=False)
    return [
        models.CheckConstraint(
            condition=none | (Q(eerste_keer__isnull=False) & (daily | weekly | monthly)),
            name="afspraak_vaste_dagen",
            violation_error_message="Deze dagen passen niet bij hoe vaak het gebeurt.",
        ),
        models.CheckConstraint(
            condition=Q(weekdagen__contained_by=Weekdag.values)
            & (Q(maanddag__isnull=True) | Q(maanddag__range=(1, 28)) | Q(maanddag=LAATSTE_DAG)),
            name="afspraak_dagen_bestaan",
            violation_error_message="Kies een dag uit de lijst.",
        ),
        models.CheckConstraint(
            condition=Q(laatste_keer__isnull=True) | Q(laatste_keer__gte=F("eerste_keer")),
            name="afspraak_laatste_keer",
            violation_error_message="De laatste keer ligt voor de eerste keer.",
        ),
    ]


class Afspraak(Onderdeel):
    """Who does what by when for a goal, on a step of the ladder (BP 2.1).

    The only part of a plan that a law sits on. Maatwerk says why nothing lighter fits. With
    `eerste_keer` it comes back on fixed days that are ticked one by one (`queries.ritme`,
    `Keer`); without it `herhaling` only says how often.
    """

    doel = models.ForeignKey(Doel, models.CASCADE, related_name="afspraken", verbose_name="doel")
    trede = models.CharField("trede", max_length=20, choices=Trede.choices)
    omschrijving = models.CharField("wat spreekt u af", max_length=300)
    inwoner = models.ForeignKey(
        "toegang.Inwoner",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="afspraken",
        verbose_name="inwoner die dit doet",
    )
    medewerker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="afspraken",
        verbose_name="medewerker die dit doet",
    )
    naam = models.CharField("wie doet dit", max_length=120, blank=True)
    organisatie = models.CharField("organisatie", max_length=120, blank=True)
    uiterlijk = models.DateField("klaar voor", null=True, blank=True)
    herhaling = models.CharField(
        "hoe vaak", max_length=20, choices=Herhaling.choices, default=Herhaling.EENMALIG
    )
    weekdagen = ArrayField(
        models.PositiveSmallIntegerField(choices=Weekdag.choices),
        verbose_name="op welke dagen",
        default=list,
        blank=True,
        help_text="Bij elke week en om de week.",
    )
    maanddag = models.PositiveSmallIntegerField(
        "op welke dag van de maand",
        null=True,
        blank=True,
        help_text="1 tot en met 28, of 31: de laatste dag van de maand.",
    )
    eerste_keer = models.DateField(
        "vanaf", null=True, blank=True, help_text="Leeg: geen vaste dagen om af te vinken."
    )
    laatste_keer = models.DateField("tot en met", null=True, blank=True)
    wet = models.ForeignKey(
        "waarden.Wet",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="wet",
        help_text="Alleen als de hulp onder een wet valt.",
    )
    voorziening = models.ForeignKey(
        "voorzieningen.Voorziening",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="afspraken",
        verbose_name="voorziening",
    )
    toewijzing = models.ForeignKey(
        "aanbieders.Toewijzing",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="afspraken",
        verbose_name="toewijzing",
        help_text="Bij maatwerk: de hulp die de gemeente heeft toegekend.",
    )
    kosten_schatting = models.PositiveBigIntegerField(
        "geschatte kosten per jaar",
        null=True,
        blank=True,
        help_text="In eurocenten.",
    )
    reden_niet_lichter = models.CharField(
        "waarom past lichtere hulp niet",
        max_length=20,
        choices=RedenNietLichter.choices,
        null=True,
        blank=True,
    )
    reden_toelichting = models.CharField("toelichting", max_length=500, blank=True)
    status = models.CharField(
        "status", max_length=20, choices=AfspraakStatus.choices, default=AfspraakStatus.OPEN
    )
    gedaan_op = models.DateField("gedaan op", null=True, blank=True)
    gedaan_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="afgevinkt door",
    )
    gemaakt_op = models.DateTimeField("afgesproken op")

    class Meta:
        verbose_name = "afspraak"
        verbose_name_plural = "afspraken"
        ordering = ["gemaakt_op", "id"]
        indexes = [
            models.Index(fields=["doel", "gemaakt_op"], name="afspraak_doel"),
            models.Index(
                fields=["uiterlijk"],
                condition=Q(status=AfspraakStatus.OPEN),
                name="afspraak_open_uiterlijk",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(trede=Trede.MAATWERK) | Q(reden_niet_lichter__isnull=False),
                name="afspraak_maatwerk_met_reden",
                violation_error_message="Geef bij maatwerk aan waarom lichtere hulp niet past.",
            ),
            models.CheckConstraint(
                condition=Q(inwoner__isnull=False)
                | Q(medewerker__isnull=False)
                | ~Q(naam="")
                | ~Q(organisatie=""),
                name="afspraak_door_iemand",
                violation_error_message="Vul in wie dit doet.",
            ),
            models.CheckConstraint(
                condition=Q(status=AfspraakStatus.GEDAAN, gedaan_op__isnull=False)
                | (~Q(status=AfspraakStatus.GEDAAN) & Q(gedaan_op__isnull=True)),
                name="afspraak_gedaan_met_datum",
                violation_error_message="Bij een gedane afspraak hoort de datum.",
            ),
            *_rhythm(),
            models.CheckConstraint(
                condition=~Q(omschrijving=""),
                name="afspraak_omschrijving",
                violation_error_message="Schrijf op wat u afspreekt.",
            ),
        ]

    def __str__(self) -> str:
        return self.omschrijving

    @property
    def wie(self) -> str:
        """Everybody who does it, as people say it: "Mw. Jansen, Wijkracht"."""
        people = (self.inwoner, self.medewerker, self.naam, self.organisatie)
        return ", ".join(str(one) for one in people if one)

    @property
    def komt_terug(self) -> bool:
        """Whether it comes back on fixed days, each to be ticked by itself."""
        return self.eerste_keer is not None

    @property
    def is_gedaan(self) -> bool:
        """Whether it has been ticked."""
        return self.status == AfspraakStatus.GEDAAN


class Wetswisselingregel(UUIDModel):
    """An afspraak that moves to another law, with what was told beforehand (BP 5.1).

    Planned ahead as long as it was neither done (`uitgevoerd_op`) nor called off.
    """

    afspraak = models.ForeignKey(
        Afspraak, models.CASCADE, related_name="wetswisselingen", verbose_name="afspraak"
    )
    van_wet = models.ForeignKey(
        "waarden.Wet", models.PROTECT, null=True, related_name="+", verbose_name="van wet"
    )
    naar_wet = models.ForeignKey(
        "waarden.Wet", models.PROTECT, related_name="+", verbose_name="naar wet"
    )
    per = models.DateField("per")
    reden = models.CharField("reden", max_length=300)
    gevolgen = models.JSONField("wat er verandert", default=list)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door"
    )
    op = models.DateTimeField("moment")
    uitgevoerd_op = models.DateTimeField("uitgevoerd op", null=True, blank=True)
    afgezegd_op = models.DateTimeField("afgezegd op", null=True, blank=True)

    class Meta:
        verbose_name = "wetswisseling"
        verbose_name_plural = "wetswisselingen"
        ordering = ["op", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(van_wet__isnull=True) | ~Q(van_wet=models.F("naar_wet")),
                name="wetswisseling_andere_wet",
                violation_error_message="Kies een andere wet.",
            ),
            models.UniqueConstraint(
                fields=["afspraak"],
                condition=Q(uitgevoerd_op__isnull=True, afgezegd_op__isnull=True),
                name="wetswisseling_een_gepland",
                violation_error_message="Er is al een overstap gepland.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.van_wet or 'geen wet'} naar {self.naar_wet}"

    @property
    def is_gepland(self) -> bool:
        """Whether it is still to come."""
        return self.uitgevoerd_op is None and self.afgezegd_op is None
