"""A rule of law about a term, with the period in which it applies."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, Value

from hengelo_sociaal.kern.modellen import UUIDModel
from hengelo_sociaal.medewerkers.models import DateRange
from hengelo_sociaal.termijnen.rekenen.duur import KALENDEREENHEDEN, Duur
from hengelo_sociaal.termijnen.rekenen.regel import Opschortregel, Regel, Verlengregel
from hengelo_sociaal.termijnen.rekenen.soorten import (
    Eenheid,
    Opschortgrond,
    Soort,
    Telling,
    Verlengwijze,
)

_KALENDER = sorted(een.value for een in KALENDEREENHEDEN)
_STAAT_VAST = Q(opschort_gronden=[], verlengen_wijze="")


class Zekerheid(models.TextChoices):
    """How sure we are of a rule; `middel` still waits for a jurist."""

    HOOG = "hoog", "hoog"
    MIDDEL = "middel", "middel: laat een jurist dit bevestigen"


class Termijnregel(UUIDModel):
    """A legal term: how long after which event, and what the law lets happen to it.

    A change of law is a new row with its own period; rows of one code and variant never
    overlap. Sources: the article itself, and standaarden.md section 2 of the design.
    """

    code = models.CharField("code", max_length=40)
    variant = models.CharField("variant", max_length=20, blank=True)
    wet = models.CharField("wet", max_length=40)
    artikel = models.CharField("artikel", max_length=60)
    omschrijving = models.CharField("omschrijving", max_length=200)
    gebeurtenis = models.CharField(
        "begint na", max_length=80, help_text="De gebeurtenis waarna de termijn begint."
    )
    soort = models.CharField("soort", max_length=20, choices=Soort.keuzes())
    aantal = models.PositiveSmallIntegerField(
        "duur", null=True, blank=True, help_text="Leeg bij onverwijld."
    )
    eenheid = models.CharField("eenheid", max_length=12, choices=Eenheid.keuzes())
    maximum = models.PositiveSmallIntegerField(
        "wettelijk maximum",
        null=True,
        blank=True,
        help_text="Waar een verordening de duur noemt: zo lang mag die hoogstens zijn.",
    )
    telling = models.CharField("telling", max_length=8, choices=Telling.keuzes())
    terug = models.BooleanField("telt terug", default=False)
    herhaalt = models.BooleanField("komt telkens terug", default=False)
    opschorten_artikel = models.CharField("opschorten volgens", max_length=60, blank=True)
    opschort_gronden = ArrayField(
        models.CharField(max_length=12, choices=Opschortgrond.keuzes()),
        verbose_name="redenen om op te schorten",
        default=list,
        blank=True,
    )
    verlengen_wijze = models.CharField(
        "verlengen", max_length=12, choices=Verlengwijze.keuzes(), blank=True
    )
    verlengen_artikel = models.CharField("verlengen volgens", max_length=60, blank=True)
    verlengen_aantal = models.PositiveSmallIntegerField(
        "verlengen hoogstens", null=True, blank=True
    )
    verlengen_eenheid = models.CharField(
        "eenheid van verlengen",
        max_length=12,
        choices=[keuze for keuze in Eenheid.keuzes() if keuze[0] in _KALENDER],
        blank=True,
    )
    verlengen_keren = models.PositiveSmallIntegerField("hoe vaak verlengen", default=1)
    geldig_van = models.DateField("geldig van")
    geldig_tot = models.DateField("geldig tot en met", null=True, blank=True)
    zekerheid = models.CharField(
        "zekerheid", max_length=8, choices=Zekerheid.choices, default=Zekerheid.HOOG
    )
    toelichting = models.CharField("toelichting", max_length=300, blank=True)

    class Meta:
        verbose_name = "termijnregel"
        verbose_name_plural = "termijnregels"
        ordering = ["code", "variant", "geldig_van"]
        constraints = [
            ExclusionConstraint(
                name="termijnregel_geen_overlap",
                expressions=[
                    ("code", RangeOperators.EQUAL),
                    ("variant", RangeOperators.EQUAL),
                    (DateRange("geldig_van", "geldig_tot", Value("[]")), RangeOperators.OVERLAPS),
                ],
                violation_error_message=(
                    "In deze periode geldt al een regel met deze code. Geef die een einddatum."
                ),
            ),
            models.CheckConstraint(
                condition=Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=F("geldig_van")),
                name="termijnregel_periode",
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            models.CheckConstraint(
                condition=Q(eenheid=Eenheid.ONVERWIJLD.value, aantal__isnull=True)
                | (~Q(eenheid=Eenheid.ONVERWIJLD.value) & Q(aantal__isnull=False, aantal__gte=1)),
                name="termijnregel_duur",
                violation_error_message="Vul een duur in, of kies onverwijld zonder duur.",
            ),
            models.CheckConstraint(
                condition=Q(maximum__isnull=True)
                | Q(aantal__isnull=False, aantal__lte=F("maximum")),
                name="termijnregel_maximum",
                violation_error_message="De duur is langer dan de wet toestaat.",
            ),
            models.CheckConstraint(
                condition=Q(eenheid=Eenheid.WERKDAGEN.value, telling=Telling.WERKDAG.value)
                | (~Q(eenheid=Eenheid.WERKDAGEN.value) & ~Q(telling=Telling.WERKDAG.value)),
                name="termijnregel_telling",
                violation_error_message="Werkdagen tellen alleen met de telling van werkdagen.",
            ),
            models.CheckConstraint(
                condition=_STAAT_VAST | Q(soort=Soort.BESLISTERMIJN.value, eenheid__in=_KALENDER),
                name="termijnregel_alleen_beslistermijn",
                violation_error_message=(
                    "Alleen een beslistermijn kan worden opgeschort of verlengd "
                    "(Awb artikel 4:14 en 4:15)."
                ),
            ),
            models.CheckConstraint(
                condition=Q(opschort_gronden=[]) | ~Q(opschorten_artikel=""),
                name="termijnregel_opschorten_artikel",
                violation_error_message="Noem het artikel dat opschorten toestaat.",
            ),
            models.CheckConstraint(
                condition=Q(verlengen_wijze="") | ~Q(verlengen_artikel=""),
                name="termijnregel_verlengen_artikel",
                violation_error_message="Noem het artikel dat verlengen toestaat.",
            ),
            models.CheckConstraint(
                condition=Q(verlengen_aantal__isnull=True, verlengen_eenheid="")
                | (
                    Q(verlengen_aantal__isnull=False, verlengen_aantal__gte=1)
                    & ~Q(verlengen_eenheid="")
                ),
                name="termijnregel_verlengen_maximum",
                violation_error_message="Vul bij verlengen een aantal en een eenheid in, of geen.",
            ),
        ]

    def __str__(self) -> str:
        naam = f"{self.code} ({self.variant})" if self.variant else self.code
        return f"{naam}, vanaf {self.geldig_van:%d-%m-%Y}"

    def clean(self) -> None:
        """Refuse a period that ends before it begins, before the database tries to make one."""
        if self.geldig_van and self.geldig_tot and self.geldig_tot < self.geldig_van:
            raise ValidationError({"geldig_tot": "De einddatum ligt voor de begindatum."})

    @property
    def duur(self) -> Duur:
        """The length of the term."""
        return Duur(self.aantal or 0, Eenheid(self.eenheid))

    @property
    def opschorten_mag(self) -> bool:
        """Whether the law lets this term stand still."""
        return bool(self.opschort_gronden)

    @property
    def verlengen_mag(self) -> bool:
        """Whether the law lets this term be extended."""
        return bool(self.verlengen_wijze)

    @property
    def verlengen_maximum(self) -> Duur | None:
        """By how much this term may be extended at most; None where the law sets no number."""
        if self.verlengen_aantal is None:
            return None
        return Duur(self.verlengen_aantal, Eenheid(self.verlengen_eenheid))

    def to_regel(self) -> Regel:
        """The rule as the arithmetic uses it."""
        return Regel(
            code=self.code,
            variant=self.variant,
            wet=self.wet,
            artikel=self.artikel,
            omschrijving=self.omschrijving,
            gebeurtenis=self.gebeurtenis,
            duur=self.duur,
            soort=Soort(self.soort),
            telling=Telling(self.telling),
            terug=self.terug,
            herhaalt=self.herhaalt,
            geldig_van=self.geldig_van,
            geldig_tot=self.geldig_tot,
            opschorting=self._opschortregel(),
            verlenging=self._verlengregel(),
        )

    def _opschortregel(self) -> Opschortregel | None:
        if not self.opschorten_mag:
            return None
        gronden = frozenset(Opschortgrond(grond) for grond in self.opschort_gronden)
        return Opschortregel(artikel=self.opschorten_artikel, gronden=gronden)

    def _verlengregel(self) -> Verlengregel | None:
        if not self.verlengen_mag:
            return None
        return Verlengregel(
            artikel=self.verlengen_artikel,
            wijze=Verlengwijze(self.verlengen_wijze),
            maximum=self.verlengen_maximum,
            keren=self.verlengen_keren,
        )
