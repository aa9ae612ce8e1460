"""A resident, with a BSN that is never readable in the database."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from hengelo_sociaal.kern.geheim import decrypt, encrypt, fingerprint
from hengelo_sociaal.kern.nummers import validate_bsn
from toegang.enums import Geslacht
from toegang.models.basis import Gewijzigd, Velden, Zoektekst


class Inwoner(Gewijzigd):
    """Somebody who asks or for whom something is asked (domein.md, floor 3).

    The BSN is stored encrypted with this record's id and found by a keyed fingerprint;
    it is set with `set_bsn` and never part of the text of this record.
    """

    voornamen = models.CharField("voornamen", max_length=120, blank=True)
    voorletters = models.CharField("voorletters", max_length=20, blank=True)
    roepnaam = models.CharField("roepnaam", max_length=60, blank=True)
    tussenvoegsel = models.CharField("tussenvoegsel", max_length=20, blank=True)
    geslachtsnaam = models.CharField("achternaam", max_length=120)
    geboortedatum = models.DateField("geboortedatum", null=True, blank=True)
    geslacht = models.CharField(
        "geslacht", max_length=10, choices=Geslacht.choices, default=Geslacht.ONBEKEND
    )
    bsn_versleuteld = models.BinaryField(null=True, editable=False)
    bsn_zoek = models.BinaryField(null=True, editable=False)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    geheim = models.BooleanField("geheimhouding", default=False)
    overleden_op = models.DateField("overleden op", null=True, blank=True)
    zoeknaam = models.GeneratedField(
        expression=Zoektekst(Velden("roepnaam", "voornamen", "tussenvoegsel", "geslachtsnaam")),
        output_field=models.TextField(),
        db_persist=True,
    )

    class Meta:
        verbose_name = "inwoner"
        verbose_name_plural = "inwoners"
        ordering = ["geslachtsnaam", "voornamen", "id"]
        indexes = [
            GinIndex(fields=["zoeknaam"], opclasses=["gin_trgm_ops"], name="inwoner_zoeknaam"),
            models.Index(fields=["geboortedatum"], name="inwoner_geboortedatum"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["bsn_zoek"],
                name="inwoner_bsn_uniek",
                violation_error_message="Er is al een inwoner met dit BSN.",
            ),
            models.CheckConstraint(
                condition=Q(bsn_versleuteld__isnull=True, bsn_zoek__isnull=True)
                | Q(bsn_versleuteld__isnull=False, bsn_zoek__isnull=False),
                name="inwoner_bsn_compleet",
                violation_error_message="Het BSN is niet goed bewaard.",
            ),
            models.CheckConstraint(
                condition=~Q(geslachtsnaam=""),
                name="inwoner_geslachtsnaam",
                violation_error_message="Vul de achternaam in.",
            ),
            models.CheckConstraint(
                condition=Q(overleden_op__isnull=True)
                | Q(geboortedatum__isnull=True)
                | Q(overleden_op__gte=models.F("geboortedatum")),
                name="inwoner_overleden_na_geboorte",
                violation_error_message="De datum van overlijden ligt voor de geboortedatum.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def naam(self) -> str:
        """First name and surname, as a colleague would say it."""
        first = self.roepnaam or self.voornamen or self.voorletters
        return " ".join(part for part in (first, self.tussenvoegsel, self.geslachtsnaam) if part)

    @property
    def heeft_bsn(self) -> bool:
        """Whether the BSN is known."""
        return self.bsn_zoek is not None

    @property
    def bsn(self) -> str | None:
        """The BSN, readable; only for a screen or a message that may show it."""
        if self.bsn_versleuteld is None:
            return None
        return decrypt(bytes(self.bsn_versleuteld), owner=self.pk)

    def set_bsn(self, bsn: str | None) -> None:
        """Encrypt and fingerprint a BSN; what fails the elfproef is a ValidationError."""
        if not bsn:
            self.bsn_versleuteld = self.bsn_zoek = None
            return
        validate_bsn(bsn)
        self.bsn_versleuteld = encrypt(bsn, owner=self.pk)
        self.bsn_zoek = fingerprint(bsn)
