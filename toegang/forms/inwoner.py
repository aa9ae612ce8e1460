"""Somebody who is not there yet, with the address where they live."""

from dataclasses import fields
from typing import Any

from django import forms

from hengelo_sociaal.kern.gemeente import gemeentenaam
from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.web.formulieren import DatumVeld
from toegang.domain.huishouden import Adres
from toegang.domain.inwoner import InwonerGegevens
from toegang.enums import Geslacht, Rol
from toegang.forms.keuzes import values
from toegang.models import Dubbelreden


class InwonerForm(forms.Form):
    """A new resident; only the surname is always needed."""

    geslachtsnaam = forms.CharField(
        label="Achternaam",
        max_length=120,
        widget=forms.TextInput(attrs={"autofocus": True, "autocomplete": "off"}),
    )
    tussenvoegsel = forms.CharField(required=False, max_length=20)
    voornamen = forms.CharField(required=False, max_length=120)
    geboortedatum = DatumVeld(required=False)
    geslacht = forms.ChoiceField(choices=Geslacht.choices, initial=Geslacht.ONBEKEND)
    bsn = forms.CharField(
        label="BSN",
        required=False,
        max_length=11,
        help_text="Negen cijfers, alleen als u het nodig hebt.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    telefoon = forms.CharField(required=False, max_length=20)
    email = forms.EmailField(label="E-mailadres", required=False)
    # Also the answer of the address form beside it: who is secret lives at a secret address.
    geheim = forms.BooleanField(label="De gegevens en het adres zijn geheim", required=False)

    def gegevens(self, **unasked: Any) -> InwonerGegevens:
        """What the operation wants, without the BSN; `unasked` is known and not on the form."""
        known = {field.name for field in fields(InwonerGegevens)}
        keep = {k: v for k, v in self.cleaned_data.items() if k in known}
        return InwonerGegevens(**keep, **unasked)


class BewonerForm(forms.Form):
    """As what, and from when, a new resident lives in a household that is there."""

    rol = forms.ChoiceField(choices=Rol.choices, initial=Rol.KIND)
    van = DatumVeld(label="Woont hier vanaf", initial=vandaag)


class WijzigInwonerForm(InwonerForm):
    """Corrections of somebody who is there; an empty BSN leaves it as it is."""

    voorletters = forms.CharField(required=False, max_length=20)
    roepnaam = forms.CharField(required=False, max_length=60)
    revisie = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ("geslachtsnaam", "tussenvoegsel", "voornamen", "voorletters", "roepnaam")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["geheim"].label = "De gegevens zijn geheim"
        self.fields["bsn"].help_text = "Laat leeg om het BSN te houden zoals het is."


class AdresForm(forms.Form):
    """Where somebody lives; everything may stay empty."""

    straat = forms.CharField(required=False, max_length=100)
    huisnummer = forms.IntegerField(required=False, min_value=1, max_value=99_999)
    toevoeging = forms.CharField(required=False, max_length=10)
    postcode = forms.CharField(required=False, max_length=7)
    woonplaats = forms.CharField(required=False, max_length=80, initial=gemeentenaam)
    geheim = forms.BooleanField(label="Dit adres is geheim", required=False)

    def adres(self) -> Adres:
        """The address as the operation wants it."""
        known = {field.name for field in fields(Adres)}
        return Adres(**{k: v for k, v in self.cleaned_data.items() if k in known})


class WijzigAdresForm(AdresForm):
    """Another address of a household that is there."""

    revisie = forms.IntegerField(widget=forms.HiddenInput)


class DubbelForm(forms.Form):
    """Why it is somebody else after all."""

    reden = forms.ChoiceField(
        label="Waarom is het toch iemand anders?",
        choices=lambda: values(Dubbelreden, leeg="Kies een reden"),
    )


def cleaned_bsn(data: dict[str, Any]) -> str | None:
    """The nine digits of a BSN as people type it, with or without dots and blanks."""
    digits = (data.get("bsn") or "").replace(".", "").replace(" ", "")
    return digits or None
