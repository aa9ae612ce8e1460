"""A melding: the municipality's process step that opens the onderzoek."""

from django.db import models
from django.db.models import F, Q

from hengelo_sociaal.medewerkers.models import Medewerker, Team
from hengelo_sociaal.termijnen.models import Termijn
from hengelo_sociaal.waarden.models import Wet
from toegang.enums import LOPEND, MeldingStatus, OndersteuningAntwoord, ZoektermijnReden
from toegang.models.basis import Gewijzigd
from toegang.models.contact import Hulpvraag
from toegang.models.huishouden import Huishouden
from toegang.models.inwoner import Inwoner
from toegang.models.waarden import AfgezienReden, Intrekreden, Verwijzer


class Melding(Gewijzigd):
    """A question that the municipality looks into under one law (Wmo 2.3.2 lid 1 and others).

    `eerste_keer` is frozen at registration: nobody of the household was in support
    before, under any law. A home visit is then due as soon as support is needed (BP
    5.1, decision 10), or a reason in `afgezien_reden`. `spoed` is the urgent procedure of
    Wmo 2.3.3, `bedreigend` the three working days of Wgs 4 lid 2. An independent supporter
    is offered and the answer recorded (Wmo 2.3.2 lid 3).
    """

    nummer = models.CharField("nummer", max_length=20, unique=True, editable=False)
    hulpvraag = models.ForeignKey(
        Hulpvraag,
        models.PROTECT,
        db_index=False,
        related_name="meldingen",
        verbose_name="hulpvraag",
    )
    huishouden = models.ForeignKey(
        Huishouden, models.PROTECT, related_name="meldingen", verbose_name="huishouden"
    )
    inwoner = models.ForeignKey(
        Inwoner, models.PROTECT, related_name="meldingen", verbose_name="inwoner"
    )
    wet = models.ForeignKey(Wet, models.PROTECT, db_index=False, verbose_name="wet")
    ontvangen_op = models.DateField("ontvangen op")
    status = models.CharField(
        "status", max_length=15, choices=MeldingStatus.choices, default=MeldingStatus.OPEN
    )
    verwijzer = models.ForeignKey(
        Verwijzer,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        verbose_name="verwijzer",
    )
    verwijzer_naam = models.CharField("naam van de verwijzer", max_length=120, blank=True)
    verwijzer_organisatie = models.CharField(
        "praktijk of organisatie van de verwijzer", max_length=120, blank=True
    )
    verwezen_op = models.DateField("verwezen op", null=True, blank=True)
    bedreigend = models.BooleanField("bedreigende situatie", default=False)
    spoed = models.BooleanField("spoed", default=False)
    zoektermijn_reden = models.CharField(
        "waarom de zoektermijn niet geldt",
        max_length=15,
        choices=ZoektermijnReden.choices,
        blank=True,
    )
    ondersteuning_aangeboden_op = models.DateField(
        "cliëntondersteuning aangeboden op", null=True, blank=True
    )
    ondersteuning_antwoord = models.CharField(
        "antwoord op cliëntondersteuning",
        max_length=10,
        choices=OndersteuningAntwoord.choices,
        blank=True,
    )
    persoonlijk_plan_op = models.DateField("persoonlijk plan ontvangen op", null=True, blank=True)
    consulent = models.ForeignKey(
        Medewerker,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meldingen",
        verbose_name="consulent",
    )
    team = models.ForeignKey(
        Team, models.PROTECT, null=True, blank=True, related_name="meldingen", verbose_name="team"
    )
    eerste_keer = models.BooleanField("eerste keer bij ons", editable=False)
    ondersteuning_nodig = models.BooleanField("ondersteuning nodig", null=True, blank=True)
    afgezien_reden = models.ForeignKey(
        AfgezienReden,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        verbose_name="waarom geen huisbezoek",
    )
    afgezien_toelichting = models.CharField("toelichting", max_length=200, blank=True)
    aanvraag_op = models.DateField("aanvraag ontvangen op", null=True, blank=True)
    afgerond_op = models.DateField("afgerond op", null=True, blank=True)
    ingetrokken_reden = models.ForeignKey(
        Intrekreden,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        verbose_name="reden van intrekken",
    )
    geregistreerd_door = models.ForeignKey(
        Medewerker,
        models.PROTECT,
        db_index=False,
        related_name="+",
        verbose_name="geregistreerd door",
    )
    geregistreerd_op = models.DateTimeField("geregistreerd op")
    termijnen = models.ManyToManyField(
        Termijn, through="MeldingTermijn", related_name="meldingen", verbose_name="termijnen"
    )

    class Meta:
        verbose_name = "melding"
        verbose_name_plural = "meldingen"
        indexes = [
            models.Index(fields=["-ontvangen_op", "-id"], name="melding_lijst"),
            models.Index(fields=["wet", "-ontvangen_op", "-id"], name="melding_wet"),
            models.Index(
                fields=["ontvangen_op", "id"],
                condition=Q(status__in=LOPEND),
                name="melding_lopend",
            ),
            models.Index(
                fields=["consulent"], condition=Q(status__in=LOPEND), name="melding_in_handen"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["hulpvraag"],
                condition=~Q(status=MeldingStatus.INGETROKKEN),
                name="melding_een_per_hulpvraag",
                violation_error_message="Voor deze hulpvraag is al een melding opgenomen.",
            ),
            models.CheckConstraint(
                condition=Q(aanvraag_op__isnull=True) | Q(aanvraag_op__gte=F("ontvangen_op")),
                name="melding_aanvraag_na_ontvangst",
                violation_error_message="De aanvraag kan niet eerder zijn dan de melding.",
            ),
            models.CheckConstraint(
                condition=Q(afgerond_op__isnull=True) | Q(afgerond_op__gte=F("ontvangen_op")),
                name="melding_afgerond_na_ontvangst",
                violation_error_message="De melding kan niet klaar zijn voordat zij er was.",
            ),
            models.CheckConstraint(
                condition=Q(afgerond_op__isnull=False, status=MeldingStatus.AFGEROND)
                | (Q(afgerond_op__isnull=True) & ~Q(status=MeldingStatus.AFGEROND)),
                name="melding_afgerond_met_datum",
                violation_error_message="Een afgeronde melding heeft een datum.",
            ),
            models.CheckConstraint(
                condition=Q(verwijzer__isnull=False) & ~Q(verwijzer="gemeente")
                | Q(verwijzer_naam="", verwijzer_organisatie="", verwezen_op__isnull=True),
                name="melding_verwezen_door_verwijzer",
                violation_error_message=(
                    "Kies eerst wie verwees; bij de gemeente zelf hoort niemand."
                ),
            ),
            models.CheckConstraint(
                condition=Q(ondersteuning_antwoord="")
                | Q(ondersteuning_aangeboden_op__isnull=False),
                name="melding_ondersteuning_met_datum",
                violation_error_message="Een antwoord hoort bij een aanbod met een datum.",
            ),
            models.CheckConstraint(
                condition=Q(ingetrokken_reden__isnull=False, status=MeldingStatus.INGETROKKEN)
                | (Q(ingetrokken_reden__isnull=True) & ~Q(status=MeldingStatus.INGETROKKEN)),
                name="melding_ingetrokken_met_reden",
                violation_error_message="Een ingetrokken melding heeft een reden.",
            ),
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def is_lopend(self) -> bool:
        """Whether there is still work to do."""
        return self.status in LOPEND


class MeldingTermijn(models.Model):
    """A legal term that runs on an act of this melding; a term belongs to one melding."""

    melding = models.ForeignKey(
        Melding, models.CASCADE, related_name="melding_termijnen", verbose_name="melding"
    )
    termijn = models.OneToOneField(
        Termijn, models.CASCADE, related_name="melding_termijn", verbose_name="termijn"
    )

    class Meta:
        verbose_name = "termijn van een melding"
        verbose_name_plural = "termijnen van meldingen"

    def __str__(self) -> str:
        return f"{self.melding}: {self.termijn}"
