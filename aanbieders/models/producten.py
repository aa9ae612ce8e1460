"""What can be bought, in which national category, and in what it is counted."""

import datetime as dt
from collections.abc import Iterable

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from aanbieders.enums import Eenheid
from hengelo_sociaal.kern.modellen import UUIDModel, Waarde
from hengelo_sociaal.waarden.models import Wet
from voorzieningen.models import Voorziening


def units_in_words(codes: Iterable[str]) -> str:
    """Units as people say them: minuut, uur of etmaal."""
    words = [str(Eenheid(code).label) for code in sorted(codes)]
    return " of ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def eenheden_veld() -> ArrayField:  # type: ignore[type-arg]
    """Units of iWmo and iJw, at least one."""
    return ArrayField(
        models.CharField(max_length=2, choices=Eenheid.choices),
        verbose_name="te tellen in",
        default=list,
    )


class Productcategorie(Waarde):
    """A category of iWmo or iJw, in our own words, with the units in which it may be counted.

    The code is that of the national standard; which units we allow is for `beheer`.
    """

    uitleg = "De categorieën van iWmo en iJw in onze woorden, en waarin wij ze tellen."

    wet = models.ForeignKey(Wet, models.PROTECT, verbose_name="wet")
    eenheden = eenheden_veld()

    class Meta(Waarde.Meta):
        verbose_name = "productcategorie"
        verbose_name_plural = "productcategorieën"
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^[0-9]{2}$"),
                name="productcategorie_code",
                violation_error_message="De code van een categorie heeft twee cijfers.",
            ),
            models.CheckConstraint(
                condition=Q(eenheden__contained_by=Eenheid.values) & Q(eenheden__len__gt=0),
                name="productcategorie_eenheden",
                violation_error_message="Kies minstens één eenheid uit de lijst.",
            ),
        ]

    @property
    def eenheden_in_woorden(self) -> str:
        """The units as people say them."""
        return units_in_words(self.eenheden)


class Product(UUIDModel):
    """A kind of help that is bought and paid by the unit, with the national category code.

    `eenheden` are the units in which it may be priced and granted: some of its category's.
    From `geldig_van` to `geldig_tot`, both days included, it may be priced and granted; what
    was granted before runs on. Without them there is no such end.
    """

    code = models.CharField("productcode", max_length=5)
    naam = models.CharField("naam", max_length=120)
    categorie = models.CharField("productcategorie", max_length=2)
    eenheden = eenheden_veld()
    wet = models.ForeignKey(Wet, models.PROTECT, verbose_name="wet")
    taakveld = models.CharField("taakveld", max_length=10)
    voorziening = models.ForeignKey(
        Voorziening,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="producten",
        verbose_name="voorziening",
    )
    geldig_van = models.DateField("in te kopen vanaf", null=True, blank=True)
    geldig_tot = models.DateField("in te kopen tot en met", null=True, blank=True)

    class Meta:
        verbose_name = "product"
        verbose_name_plural = "producten"
        ordering = ["wet", "categorie", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["wet", "code"],
                name="product_code_uniek",
                violation_error_message="Er is al een product met deze code onder deze wet.",
            ),
            models.CheckConstraint(
                condition=Q(code__regex=r"^[0-9A-Z]{5}$") & Q(categorie__regex=r"^[0-9]{2}$"),
                name="product_code_vorm",
                violation_error_message=(
                    "Een productcode heeft vijf cijfers of hoofdletters; een categorie twee cijfers"
                    " (bijvoorbeeld 01A03 in categorie 01)."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(naam="") & ~Q(taakveld=""),
                name="product_naam_en_taakveld",
                violation_error_message="Vul een naam en een taakveld in.",
            ),
            models.CheckConstraint(
                condition=Q(eenheden__contained_by=Eenheid.values) & Q(eenheden__len__gt=0),
                name="product_eenheden",
                violation_error_message="Kies minstens één eenheid om het product in te tellen.",
            ),
            models.CheckConstraint(
                condition=Q(geldig_van__isnull=True)
                | Q(geldig_tot__isnull=True)
                | Q(geldig_tot__gte=F("geldig_van")),
                name="product_geldig",
                violation_error_message="De laatste dag ligt voor de eerste dag.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.naam}"

    def clean(self) -> None:
        """Refuse a category of another law, and units that its category does not know."""
        super().clean()
        known = Productcategorie.objects.filter(code=self.categorie, wet=self.wet_id).first()
        if known is None:
            text = "Deze productcategorie hoort niet bij deze wet. Kies er een uit de lijst."
            raise ValidationError({"categorie": text})
        strange = set(self.eenheden) - set(known.eenheden)
        if strange:
            raise ValidationError(
                {
                    "eenheden": f"{known.label} wordt geteld per {known.eenheden_in_woorden}, "
                    f"niet per {units_in_words(strange & set(Eenheid.values)) or 'iets anders'}."
                }
            )

    @property
    def eenheden_in_woorden(self) -> str:
        """The units as people say them."""
        return units_in_words(self.eenheden)

    def geldig_op(self, dag: dt.date) -> bool:
        """Whether it may be priced and granted from this day on."""
        begun = self.geldig_van is None or self.geldig_van <= dag
        return begun and (self.geldig_tot is None or dag <= self.geldig_tot)

    @property
    def geldigheid(self) -> str:
        """Its period in words; empty when it is always there."""
        first, last = (day and f"{day:%d-%m-%Y}" for day in (self.geldig_van, self.geldig_tot))
        if first and last:
            return f"van {first} tot en met {last}"
        return f"vanaf {first}" if first else f"tot en met {last}" if last else ""
