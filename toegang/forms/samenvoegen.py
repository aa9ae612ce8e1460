"""What somebody says when two records become one, and when that is undone."""

from collections.abc import Sequence
from typing import Any

from django import forms

from toegang.domain.samenvoegen.stappen import Keuze
from toegang.domain.samenvoegen.voorbeeld import Voorbeeld

REDENEN = {
    "dubbel": "Dubbel geregistreerd",
    "naam": "De naam of geboortedatum was eerst niet goed",
    "samenwonen": "Ze wonen nu bij elkaar",
    "anders": "Anders",
}


class RedenForm(forms.Form):
    """Why, in the worker's own words; without names."""

    reden = forms.CharField(
        label="Waarom draait u dit terug?", max_length=150, help_text="Noem hier geen namen."
    )


class SamenvoegForm(forms.Form):
    """A reason, what is taken over of what differs, and the choices that apps ask."""

    reden = forms.ChoiceField(label="Waarom voegt u ze samen?", choices=REDENEN.items)

    def __init__(self, *args: Any, voorbeeld: Voorbeeld, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if voorbeeld.verschilt:
            self.fields["overnemen"] = forms.MultipleChoiceField(
                label="Wat neemt u over van de inwoner die vervalt?",
                help_text="Wat u niet aankruist, blijft zoals het nu is.",
                choices=[(one.naam, _difference(one)) for one in voorbeeld.verschilt],
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
        self.keuzes: Sequence[Keuze] = voorbeeld.keuzes
        for choice in self.keuzes:
            self.fields[choice.code] = forms.ChoiceField(
                label=choice.label,
                help_text=choice.uitleg,
                choices=choice.opties,
                widget=forms.RadioSelect,
            )

    def answers(self) -> dict[str, str]:
        """The choices by code."""
        return {choice.code: self.cleaned_data[choice.code] for choice in self.keuzes}

    def words(self) -> str:
        """The reason as it stands in the log."""
        return REDENEN[self.cleaned_data["reden"]]


def _difference(one: Any) -> str:
    return f"{one.label}: {one.daar} (nu: {one.hier})"
