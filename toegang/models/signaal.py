"""Early signals of debts: bills that were not paid, as one case for each address."""

from django.db import models
from django.db.models import Q

from hengelo_sociaal.kern.modellen import UUIDModel
from hengelo_sociaal.kern.nummers import readable_postcode
from hengelo_sociaal.medewerkers.models import Medewerker, Team
from hengelo_sociaal.termijnen.models import Termijn
from toegang.enums import (
    Pogingresultaat,
    Pogingsoort,
    Signaalsoort,
    SignaalUitkomst,
    SignaalzaakStatus,
)
from toegang.models.basis import Gewijzigd
from toegang.models.huishouden import Huishouden
from toegang.models.inwoner import Inwoner
from toegang.models.melding import Melding


class Signaalzaak(Gewijzigd):
    """The signals at one address, followed up together (Wgs 3 lid 1 onder b; vroegsignaal).

    One case runs for an address at a time. Help is offered within the term; what does not
    lead to help is made anonymous on `verwijderen_op`: `gewist_op` says that it was.
    """

    nummer = models.CharField("nummer", max_length=20, unique=True, editable=False)
    straat = models.CharField("straat", max_length=100, blank=True)
    huisnummer = models.PositiveIntegerField("huisnummer", null=True, blank=True)
    toevoeging = models.CharField("toevoeging", max_length=10, blank=True)
    postcode = models.CharField("postcode", max_length=6, blank=True)
    woonplaats = models.CharField("woonplaats", max_length=80, blank=True)
    huishouden = models.ForeignKey(
        Huishouden,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="signaalzaken",
        verbose_name="huishouden",
    )
    inwoner = models.ForeignKey(
        Inwoner,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="signaalzaken",
        verbose_name="inwoner",
    )
    team = models.ForeignKey(
        Team, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="team"
    )
    consulent = models.ForeignKey(
        Medewerker,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="signaalzaken",
        verbose_name="consulent",
    )
    ontvangen_op = models.DateField("eerste signaal op")
    termijn = models.OneToOneField(
        Termijn, models.PROTECT, related_name="signaalzaak", verbose_name="termijn van het aanbod"
    )
    status = models.CharField(
        "status",
        max_length=12,
        choices=SignaalzaakStatus.choices,
        default=SignaalzaakStatus.NIEUW,
    )
    aanbod_op = models.DateField("hulp aangeboden op", null=True, blank=True)
    uitkomst = models.CharField(
        "uitkomst", max_length=15, choices=SignaalUitkomst.choices, blank=True
    )
    afgesloten_op = models.DateField("afgesloten op", null=True, blank=True)
    melding = models.ForeignKey(
        Melding,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="signaalzaken",
        verbose_name="melding",
    )
    verwijderen_op = models.DateField("gegevens wissen op")
    gewist_op = models.DateField("gegevens gewist op", null=True, blank=True)

    class Meta:
        verbose_name = "signaalzaak"
        verbose_name_plural = "signaalzaken"
        ordering = ["-ontvangen_op", "-id"]
        indexes = [
            models.Index(fields=["-ontvangen_op", "-id"], name="signaalzaak_lijst"),
            models.Index(
                fields=["verwijderen_op"],
                condition=Q(gewist_op__isnull=True),
                name="signaalzaak_te_wissen",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["postcode", "huisnummer", "toevoeging"],
                condition=~Q(status=SignaalzaakStatus.AFGESLOTEN),
                name="signaalzaak_een_per_adres",
                violation_error_message="Voor dit adres loopt al een zaak.",
            ),
            models.CheckConstraint(
                condition=(
                    Q(status=SignaalzaakStatus.AFGESLOTEN, afgesloten_op__isnull=False)
                    & ~Q(uitkomst="")
                )
                | (
                    ~Q(status=SignaalzaakStatus.AFGESLOTEN)
                    & Q(afgesloten_op__isnull=True, uitkomst="")
                ),
                name="signaalzaak_afgesloten_compleet",
                violation_error_message="Een afgesloten zaak heeft een dag en een uitkomst.",
            ),
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def is_open(self) -> bool:
        """Whether there is still somebody to reach."""
        return self.status != SignaalzaakStatus.AFGESLOTEN

    @property
    def adres(self) -> str:
        """The address on one line; empty once it was made anonymous."""
        street = f"{self.straat} {self.huisnummer or ''}{self.toevoeging}".strip()
        postcode = readable_postcode(self.postcode)
        return f"{street}, {f'{postcode} {self.woonplaats}'.strip()}".strip(", ")


class Signaal(UUIDModel):
    """One bill in arrears, as a creditor told it; `bedrag` in euro cents.

    The BSN of the file is used to find the resident and is not kept.
    """

    zaak = models.ForeignKey(
        Signaalzaak, models.CASCADE, related_name="signalen", verbose_name="zaak"
    )
    soort = models.CharField("soort", max_length=15, choices=Signaalsoort.choices)
    melder = models.CharField("melder", max_length=80)
    kenmerk = models.CharField("kenmerk van de melder", max_length=60)
    ontvangen_op = models.DateField("ontvangen op")
    bedrag = models.PositiveIntegerField("achterstand in centen")
    maanden = models.PositiveSmallIntegerField("maanden achter")
    naam = models.CharField("naam", max_length=120, blank=True)
    geboortedatum = models.DateField("geboortedatum", null=True, blank=True)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    inwoner = models.ForeignKey(
        Inwoner,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="signalen",
        verbose_name="inwoner",
    )

    class Meta:
        verbose_name = "signaal"
        verbose_name_plural = "signalen"
        ordering = ["ontvangen_op", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["melder", "kenmerk", "ontvangen_op"],
                name="signaal_een_keer",
                violation_error_message="Dit signaal is al ingelezen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} van {self.melder}"


class Poging(UUIDModel):
    """One attempt to reach the people at an address, with what came of it."""

    zaak = models.ForeignKey(
        Signaalzaak, models.CASCADE, related_name="pogingen", verbose_name="zaak"
    )
    soort = models.CharField("hoe", max_length=12, choices=Pogingsoort.choices)
    resultaat = models.CharField("resultaat", max_length=15, choices=Pogingresultaat.choices)
    op = models.DateField("op")
    toelichting = models.CharField("toelichting", max_length=500, blank=True)
    door = models.ForeignKey(
        Medewerker, models.PROTECT, db_index=False, related_name="+", verbose_name="door wie"
    )
    vastgelegd_op = models.DateTimeField("vastgelegd op")

    class Meta:
        verbose_name = "poging"
        verbose_name_plural = "pogingen"
        ordering = ["op", "vastgelegd_op", "id"]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} op {self.op:%d-%m-%Y}"
