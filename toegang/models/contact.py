"""A contact with its questions: what every figure of the front door counts."""

from django.db import models
from django.db.models import Q

from hengelo_sociaal.gebieden.models import Leeftijdsgroep
from hengelo_sociaal.kern.modellen import UUIDModel
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.waarden.models import Beleidsdomein, Leefgebied, Wet
from toegang.enums import ONBEKEND, ContactStatus
from toegang.models.basis import Gewijzigd
from toegang.models.huishouden import Huishouden
from toegang.models.inwoner import Inwoner
from toegang.models.waarden import Intrekreden, Kanaal, Namens, Soort, Uitkomst, Vindplaats


class Contact(UUIDModel):
    """One moment at which somebody asked something, at any vindplaats (BP 5.1).

    `wijk`, `gemeente` and `leeftijdsgroep` are frozen when registered (contract.md,
    Counting rules): moving house never rewrites history. They hold CBS codes, or
    `onbekend`. `sleutel` is chosen by the sender, so that sending twice is one record.
    """

    vragen: "list[Hulpvraag]"  # its questions, where a list read or a registration made them

    sleutel = models.UUIDField("sleutel van de afzender", null=True, editable=False)
    kanaal = models.ForeignKey(Kanaal, models.PROTECT, db_index=False, verbose_name="kanaal")
    vindplaats = models.ForeignKey(
        Vindplaats, models.PROTECT, db_index=False, verbose_name="vindplaats"
    )
    plaatsgevonden_op = models.DateTimeField("plaatsgevonden op")
    dag = models.DateField("dag", editable=False)
    inwoner = models.ForeignKey(
        Inwoner,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="contacten",
        verbose_name="inwoner",
    )
    huishouden = models.ForeignKey(
        Huishouden,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="contacten",
        verbose_name="huishouden",
    )
    namens = models.ForeignKey(
        Namens, models.PROTECT, db_index=False, default="zelf", verbose_name="namens"
    )
    vertegenwoordiger = models.ForeignKey(
        "toegang.Vertegenwoordiger",
        models.SET_NULL,
        null=True,
        blank=True,
        db_index=False,
        related_name="+",
        verbose_name="vertegenwoordiger",
        help_text="Wie het vroeg, als dat een bekende vertegenwoordiger is.",
    )
    samenvatting = models.CharField("samenvatting", max_length=1000, blank=True)
    wijk = models.CharField("wijk", max_length=10, default=ONBEKEND, editable=False)
    gemeente = models.CharField("gemeente", max_length=10, default=ONBEKEND, editable=False)
    leeftijdsgroep = models.CharField(
        "leeftijdsgroep",
        max_length=10,
        choices=Leeftijdsgroep.choices,
        default=Leeftijdsgroep.ONBEKEND,
        editable=False,
    )
    geregistreerd_door = models.ForeignKey(
        Medewerker,
        models.PROTECT,
        db_index=False,
        related_name="contacten",
        verbose_name="geregistreerd door",
    )
    geregistreerd_op = models.DateTimeField("geregistreerd op")
    status = models.CharField(
        "status",
        max_length=15,
        choices=ContactStatus.choices,
        default=ContactStatus.GEREGISTREERD,
    )
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, blank=True)
    ingetrokken_door = models.ForeignKey(
        Medewerker,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="+",
        verbose_name="ingetrokken door",
    )
    ingetrokken_reden = models.ForeignKey(
        Intrekreden, models.PROTECT, null=True, blank=True, db_index=False, verbose_name="reden"
    )

    class Meta:
        verbose_name = "contact"
        verbose_name_plural = "contacten"
        indexes = [
            models.Index(fields=["-plaatsgevonden_op", "-id"], name="contact_lijst"),
            models.Index(
                fields=["vindplaats", "-plaatsgevonden_op", "-id"], name="contact_vindplaats"
            ),
            models.Index(fields=["wijk", "-plaatsgevonden_op", "-id"], name="contact_wijk"),
            models.Index(fields=["dag"], name="contact_dag"),
            models.Index(
                fields=["inwoner", "-plaatsgevonden_op"],
                condition=Q(inwoner__isnull=False),
                name="contact_inwoner",
            ),
            models.Index(
                fields=["huishouden", "-plaatsgevonden_op"],
                condition=Q(huishouden__isnull=False),
                name="contact_huishouden",
            ),
            models.Index(
                fields=["geregistreerd_door", "-plaatsgevonden_op"], name="contact_medewerker"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["geregistreerd_door", "sleutel"],
                name="contact_sleutel_uniek",
                violation_error_message="Dit contact is al geregistreerd.",
            ),
            models.CheckConstraint(
                condition=Q(
                    status=ContactStatus.GEREGISTREERD,
                    ingetrokken_op__isnull=True,
                    ingetrokken_reden__isnull=True,
                    ingetrokken_door__isnull=True,
                )
                | Q(
                    status=ContactStatus.INGETROKKEN,
                    ingetrokken_op__isnull=False,
                    ingetrokken_reden__isnull=False,
                    ingetrokken_door__isnull=False,
                ),
                name="contact_intrekking_compleet",
                violation_error_message="Een ingetrokken contact heeft een reden en een moment.",
            ),
        ]

    def __str__(self) -> str:
        return f"contact van {self.dag:%d-%m-%Y}"

    @property
    def is_ingetrokken(self) -> bool:
        """Whether this registration no longer counts."""
        return self.status == ContactStatus.INGETROKKEN


class Hulpvraag(Gewijzigd):
    """One question within a contact, with how it ended.

    `leefgebied`, `beleidsdomein` and `wet` follow from the kind of question and may
    differ: a question about the household can belong to youth help.
    """

    contact = models.ForeignKey(
        Contact, models.CASCADE, related_name="hulpvragen", verbose_name="contact"
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", default=1)
    soort = models.ForeignKey(Soort, models.PROTECT, db_index=False, verbose_name="soort vraag")
    toelichting = models.CharField("toelichting", max_length=500, blank=True)
    uitkomst = models.ForeignKey(
        Uitkomst, models.PROTECT, db_index=False, default="open", verbose_name="uitkomst"
    )
    leefgebied = models.ForeignKey(
        Leefgebied, models.PROTECT, db_index=False, verbose_name="leefgebied"
    )
    beleidsdomein = models.ForeignKey(
        Beleidsdomein, models.PROTECT, db_index=False, verbose_name="beleidsdomein"
    )
    wet = models.ForeignKey(
        Wet, models.PROTECT, null=True, blank=True, db_index=False, verbose_name="wet"
    )

    class Meta:
        verbose_name = "hulpvraag"
        verbose_name_plural = "hulpvragen"
        ordering = ["contact", "volgorde"]
        indexes = [
            models.Index(fields=["soort", "-contact"], name="hulpvraag_soort"),
            models.Index(
                fields=["uitkomst", "-contact"],
                condition=~Q(uitkomst="informatie-en-advies"),
                name="hulpvraag_uitkomst",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["contact", "volgorde"],
                name="hulpvraag_volgorde",
                violation_error_message="Twee vragen van een contact hebben hetzelfde nummer.",
            ),
        ]

    def __str__(self) -> str:
        return f"hulpvraag {self.soort_id}"


class Concept(models.Model):
    """A draft that the counter screen keeps for somebody until it is registered or thrown away."""

    medewerker = models.ForeignKey(Medewerker, models.CASCADE, verbose_name="medewerker")
    scherm = models.SlugField("scherm", max_length=40)
    inhoud = models.JSONField("inhoud", default=dict)
    bewaard_op = models.DateTimeField("bewaard op")

    class Meta:
        verbose_name = "concept"
        verbose_name_plural = "concepten"
        constraints = [
            models.UniqueConstraint(
                fields=["medewerker", "scherm"],
                name="concept_een_per_scherm",
                violation_error_message="Er is al een concept voor dit scherm.",
            ),
        ]

    def __str__(self) -> str:
        return f"concept {self.scherm}"
