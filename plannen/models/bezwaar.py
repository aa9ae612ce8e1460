"""An objection against a besluit (Awb chapters 6 and 7)."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from hengelo_sociaal.termijnen.models import Termijn
from plannen.enums import BezwaarStatus, Bezwaaruitkomst, Hoorwijze, Indiener
from plannen.models.besluit import CLOSED, Besluit
from plannen.models.onderdeel import Onderdeel


class BezwaarQuerySet(models.QuerySet["Bezwaar"]):
    """Objections by where they stand."""

    def lopend(self) -> "BezwaarQuerySet":
        """Those on which somebody still has to decide."""
        return self.exclude(status__in=CLOSED)


class Bezwaar(Onderdeel):
    """Somebody does not agree with a besluit and asks us to look again (Awb 6:4, 7:1).

    `op_tijd` follows from the objection term; what comes late is left aside unless the
    delay is `verschoonbaar` (Awb 6:11). `kosten_cent` in euro cents, only when it was asked
    for and the besluit changes (Awb 7:15). The term to decide runs from the last day of the
    objection term: six weeks, or twelve with a committee (Awb 7:10).
    """

    nummer = models.CharField("nummer", max_length=20, unique=True)
    besluit = models.ForeignKey(
        Besluit, models.PROTECT, related_name="bezwaren", verbose_name="besluit"
    )
    status = models.CharField(
        "status", max_length=15, choices=BezwaarStatus.choices, default=BezwaarStatus.ONTVANGEN
    )
    ontvangen_op = models.DateField("ontvangen op")
    gepost_op = models.DateField("op de post op", null=True, blank=True)
    indiener = models.CharField("wie maakt bezwaar", max_length=15, choices=Indiener.choices)
    indiener_naam = models.CharField("naam", max_length=120, blank=True)
    indiener_adres = models.CharField(
        "adres van de indiener",
        max_length=200,
        blank=True,
        help_text="Straat en huisnummer, en op de volgende regel postcode en plaats.",
    )
    gronden = models.TextField("waarom de indiener het niet eens is", blank=True)
    pro_forma = models.BooleanField("nog zonder reden (pro forma)", default=False)
    herstel_gevraagd_op = models.DateField("om aanvulling gevraagd op", null=True, blank=True)
    hersteltermijn_tot = models.DateField("aanvullen tot en met", null=True, blank=True)
    aangevuld_op = models.DateField("aangevuld op", null=True, blank=True)
    op_tijd = models.BooleanField("op tijd")
    verschoonbaar = models.BooleanField("te laat, maar met een goede reden", null=True, blank=True)
    verschoonbaar_reden = models.CharField("goede reden", max_length=300, blank=True)
    commissie = models.BooleanField("met adviescommissie", default=False)
    beslistermijn = models.OneToOneField(
        Termijn, models.PROTECT, related_name="bezwaar_van_termijn", verbose_name="beslistermijn"
    )
    behandelaar = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="bezwaren", verbose_name="jurist"
    )
    hoorzitting_op = models.DateTimeField("hoorzitting op", null=True, blank=True)
    gehoord = models.CharField(
        "hoorzitting", max_length=30, choices=Hoorwijze.choices, null=True, blank=True
    )
    hoorverslag = models.TextField("verslag van het horen", blank=True)
    ingetrokken_op = models.DateField("ingetrokken op", null=True, blank=True)
    uitkomst = models.CharField(
        "uitkomst", max_length=20, choices=Bezwaaruitkomst.choices, null=True, blank=True
    )
    motivering = models.TextField("waarom wij zo beslissen", blank=True)
    kosten_gevraagd = models.BooleanField("vraagt om vergoeding van kosten", default=False)
    kosten_cent = models.PositiveBigIntegerField("vergoeding van kosten", null=True, blank=True)
    kosten_uitleg = models.CharField("uitleg over de kosten", max_length=500, blank=True)
    beslist_op = models.DateField("beslissing verzonden op", null=True, blank=True)
    beslist_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="beslist door",
    )
    beroepstermijn = models.OneToOneField(
        Termijn,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="bezwaar_van_beroepstermijn",
        verbose_name="beroepstermijn",
    )
    nieuw_besluit = models.OneToOneField(
        Besluit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="na_bezwaar",
        verbose_name="nieuw besluit",
    )
    geregistreerd_op = models.DateTimeField("geregistreerd op")

    objects = BezwaarQuerySet.as_manager()

    class Meta:
        verbose_name = "bezwaar"
        verbose_name_plural = "bezwaren"
        ordering = ["-ontvangen_op", "-id"]
        indexes = [
            models.Index(fields=["-ontvangen_op", "-id"], name="bezwaar_lijst"),
            models.Index(fields=["behandelaar", "status"], name="bezwaar_behandelaar"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    status=BezwaarStatus.BESLIST,
                    uitkomst__isnull=False,
                    beslist_op__isnull=False,
                    beslist_door__isnull=False,
                )
                & ~Q(motivering="")
                | ~Q(status=BezwaarStatus.BESLIST)
                & Q(uitkomst__isnull=True, beslist_op__isnull=True),
                name="bezwaar_beslist_volledig",
                violation_error_message="Een beslissing heeft een uitkomst, een dag en een reden.",
            ),
            models.CheckConstraint(
                condition=Q(status=BezwaarStatus.INGETROKKEN, ingetrokken_op__isnull=False)
                | ~Q(status=BezwaarStatus.INGETROKKEN) & Q(ingetrokken_op__isnull=True),
                name="bezwaar_ingetrokken_met_dag",
                violation_error_message="Een ingetrokken bezwaar heeft een dag.",
            ),
            models.CheckConstraint(
                condition=Q(uitkomst__isnull=True)
                | Q(gehoord__isnull=False)
                | Q(uitkomst=Bezwaaruitkomst.NIET_ONTVANKELIJK),
                name="bezwaar_gehoord",
                violation_error_message="Leg vast of de indiener is gehoord (Awb artikel 7:2).",
            ),
            models.CheckConstraint(
                condition=Q(op_tijd=True, verschoonbaar__isnull=True) | Q(op_tijd=False),
                name="bezwaar_verschoonbaar_alleen_te_laat",
                violation_error_message="Dit bezwaar is op tijd.",
            ),
            models.CheckConstraint(
                condition=Q(kosten_cent__isnull=True)
                | Q(
                    kosten_gevraagd=True,
                    uitkomst__in=[Bezwaaruitkomst.GEGROND.value, Bezwaaruitkomst.DEELS.value],
                ),
                name="bezwaar_kosten_bij_gelijk",
                violation_error_message=(
                    "Kosten vergoeden kan alleen op verzoek, als u het besluit verandert."
                ),
            ),
            models.CheckConstraint(
                condition=Q(gepost_op__isnull=True) | Q(gepost_op__lte=F("ontvangen_op")),
                name="bezwaar_post_voor_ontvangst",
                violation_error_message="De brief is eerder op de post gedaan dan ontvangen.",
            ),
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def is_lopend(self) -> bool:
        """Whether somebody still has to decide."""
        return self.status not in CLOSED

    @property
    def is_ontvankelijk(self) -> bool:
        """Whether it came in time, or late with a good reason (Awb 6:11)."""
        return self.op_tijd or bool(self.verschoonbaar)

    def is_verstreken(self, dag: dt.date) -> bool:
        """Whether the days to complete a pro forma objection have passed unused."""
        until = self.hersteltermijn_tot
        return bool(self.pro_forma and not self.aangevuld_op and until and until < dag)
