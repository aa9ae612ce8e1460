"""Who keeps which entries, what they propose, and every version there was."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from hengelo_sociaal.kern.modellen import UUIDModel
from voorzieningen.enums import Voorstelsoort, Voorstelstatus
from voorzieningen.models.organisaties import Organisatie
from voorzieningen.models.voorzieningen import Voorziening


class Partner(models.Model):
    """A medewerker who keeps the entries of an organisation: what they write is a proposal."""

    medewerker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="partnerschappen",
        verbose_name="medewerker",
    )
    organisatie = models.ForeignKey(
        Organisatie, models.CASCADE, related_name="partners", verbose_name="organisatie"
    )

    class Meta:
        verbose_name = "partner"
        verbose_name_plural = "partners"
        constraints = [
            models.UniqueConstraint(
                fields=["medewerker", "organisatie"],
                name="partner_een_keer",
                violation_error_message="Deze medewerker houdt deze organisatie al bij.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.medewerker} voor {self.organisatie}"


class Versie(UUIDModel):
    """All of a voorziening as it was after a change: to compare with, and to put back."""

    voorziening = models.ForeignKey(
        Voorziening, models.CASCADE, related_name="versies", verbose_name="voorziening"
    )
    nummer = models.PositiveIntegerField("nummer")
    inhoud = models.JSONField("inhoud")
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door"
    )
    op = models.DateTimeField("op")

    class Meta:
        verbose_name = "versie"
        verbose_name_plural = "versies"
        ordering = ["-nummer"]
        constraints = [
            models.UniqueConstraint(fields=["voorziening", "nummer"], name="versie_een_keer")
        ]

    def __str__(self) -> str:
        return f"{self.voorziening} versie {self.nummer}"


class Voorstel(UUIDModel):
    """What a partner would change or add; `beleid` takes it over or says why not.

    About an entry (`voorziening`, or a new one), or about the organisation and its locations.
    """

    organisatie = models.ForeignKey(
        Organisatie, models.CASCADE, related_name="voorstellen", verbose_name="organisatie"
    )
    voorziening = models.ForeignKey(
        Voorziening,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="voorstellen",
        verbose_name="voorziening",
    )
    over = models.CharField(
        "waarover", max_length=12, choices=Voorstelsoort.choices, default=Voorstelsoort.AANBOD
    )
    inhoud = models.JSONField("inhoud")
    basis = models.JSONField("zoals het was toen het werd voorgesteld", default=dict, blank=True)
    status = models.CharField(
        "status",
        max_length=12,
        choices=Voorstelstatus.choices,
        default=Voorstelstatus.INGEDIEND,
    )
    ingediend_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="ingediend door"
    )
    ingediend_op = models.DateTimeField("ingediend op")
    beoordeeld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="beoordeeld door",
    )
    beoordeeld_op = models.DateTimeField("beoordeeld op", null=True, blank=True)
    reden = models.CharField("reden", max_length=300, blank=True)

    class Meta:
        verbose_name = "voorstel"
        verbose_name_plural = "voorstellen"
        ordering = ["-ingediend_op"]
        constraints = [
            models.UniqueConstraint(
                fields=["voorziening"],
                condition=Q(status=Voorstelstatus.INGEDIEND),
                name="voorstel_een_open",
                violation_error_message="Hier ligt al een voorstel voor.",
            ),
            models.UniqueConstraint(
                fields=["organisatie"],
                condition=Q(status=Voorstelstatus.INGEDIEND, over=Voorstelsoort.ORGANISATIE),
                name="voorstel_een_open_over_organisatie",
                violation_error_message="Over deze organisatie ligt er al een voorstel.",
            ),
            models.CheckConstraint(
                condition=Q(over=Voorstelsoort.AANBOD)
                | Q(over=Voorstelsoort.ORGANISATIE, voorziening=None),
                name="voorstel_waarover",
                violation_error_message="Een voorstel gaat over aanbod of over een organisatie.",
            ),
            models.CheckConstraint(
                condition=Q(status=Voorstelstatus.INGEDIEND, beoordeeld_door=None)
                | (~Q(status=Voorstelstatus.INGEDIEND) & Q(beoordeeld_door__isnull=False)),
                name="voorstel_beoordeeld",
                violation_error_message="Bij een oordeel hoort wie het gaf.",
            ),
            models.CheckConstraint(
                condition=~Q(status=Voorstelstatus.AFGEWEZEN) | ~Q(reden=""),
                name="voorstel_reden",
                violation_error_message="Schrijf op waarom u dit niet overneemt.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.voorziening or self.inhoud.get('naam')}: {self.get_status_display()}"
