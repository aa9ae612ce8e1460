"""The form of a partner about the own organisation and its places."""

import re
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory

from hengelo_sociaal.kern.gemeente import gemeentenaam
from hengelo_sociaal.web.formulieren import name_empty_choices
from voorzieningen.domain.organisaties import LocatieGegevens, OrganisatieGegevens
from voorzieningen.models import Locatie, Organisatie

_POSTCODE = re.compile(r"[1-9][0-9]{3}[A-Z]{2}")


class OrganisatieForm(forms.ModelForm):
    """How residents reach the organisation."""

    website = forms.URLField(label="Website", required=False, assume_scheme="https")

    class Meta:
        model = Organisatie
        fields = ("naam", "telefoon", "email", "website")


class LocatieForm(forms.ModelForm):
    """One place; the kind of address that people look for on a map."""

    postcode = forms.CharField(
        label="Postcode", required=False, max_length=10, help_text="Zoals 7551AB."
    )
    woonplaats = forms.CharField(max_length=60, initial=gemeentenaam)
    id = forms.UUIDField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Locatie
        fields = ("naam", "straat", "huisnummer", "postcode", "woonplaats", "buurt")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name_empty_choices(self)

    def clean_postcode(self) -> str:
        """People write a space and small letters."""
        text = str(self.cleaned_data["postcode"]).replace(" ", "").upper()
        if text and not _POSTCODE.fullmatch(text):
            raise forms.ValidationError("Vul een postcode in zoals 7551AB.")
        return text

    def gegevens(self) -> LocatieGegevens:
        """What was filled in, for the domain."""
        values = {name: self.cleaned_data[name] for name in self.Meta.fields if name != "buurt"}
        buurt, known = self.cleaned_data["buurt"], self.cleaned_data["id"]
        return LocatieGegevens(
            **values, id=str(known) if known else None, buurt=buurt.pk if buurt else None
        )


LocatieFormSet = formset_factory(LocatieForm, extra=1, can_delete=True, max_num=60)


def place_forms(now: OrganisatieGegevens, data: Any = None) -> "BaseFormSet[LocatieForm]":
    """A form for every place there is, and one for a new place."""
    initial = [vars(each) for each in now.locaties]
    return LocatieFormSet(data, initial=initial, prefix="locatie")


def filled_in(form: OrganisatieForm, places: "BaseFormSet[LocatieForm]") -> OrganisatieGegevens:
    """All that was filled in, without the places that were ticked to go."""
    kept = [
        each.gegevens()
        for each in places.forms
        if each not in places.deleted_forms and each.cleaned_data.get("naam")
    ]
    return OrganisatieGegevens(**form.cleaned_data, locaties=kept)
