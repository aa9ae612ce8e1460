"""Promising a call, from the contact or apart, and how it went."""

import datetime as dt
import uuid
from typing import Any

from django import forms

from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.web.formulieren import KeuzeVeld
from toegang.domain.terugbellen import TerugbelGegevens
from toegang.queries.terugbellen import callers, moments


class TerugbelForm(forms.Form):
    """Whom to call, by whom and when; without a number nobody is called."""

    telefoon = forms.CharField(
        label="Telefoonnummer",
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    naam = forms.CharField(label="Naam van de beller", required=False, max_length=120)
    voor = forms.ChoiceField(label="Wie belt terug?", required=False)
    uiterlijk = forms.ChoiceField(label="Wanneer?", required=False)
    waarover = forms.CharField(label="Waarover", required=False, max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("prefix", "terug")
        super().__init__(*args, **kwargs)
        for name, choices in (("voor", callers()), ("uiterlijk", moments(nu()))):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101
            field.choices = choices

    def clean(self) -> None:
        """A number needs somebody who calls; asked together, so that no promise is lost."""
        if not self.cleaned_data.get("telefoon"):
            return
        for name in ("voor", "uiterlijk"):
            if not self.cleaned_data.get(name) and name not in self.errors:
                self.add_error(name, "Maak hier een keuze.")

    def gegevens(self, inwoner_id: uuid.UUID | None = None) -> TerugbelGegevens | None:
        """What the operation wants; None when nobody is to be called."""
        values = self.cleaned_data
        if not values.get("telefoon"):
            return None
        kind, _, pk = values["voor"].partition(":")
        return TerugbelGegevens(
            telefoon=values["telefoon"],
            naam=values["naam"],
            waarover=values["waarover"],
            uiterlijk=dt.datetime.fromisoformat(values["uiterlijk"]),
            medewerker_id=uuid.UUID(pk) if kind == "medewerker" else None,
            team_id=uuid.UUID(pk) if kind == "team" else None,
            inwoner_id=inwoner_id,
        )


class BelForm(forms.Form):
    """How a call went."""

    afloop = KeuzeVeld(
        label="Hoe ging het?",
        choices=[
            ("gesproken", "Gesproken"),
            ("niet-bereikt", "Niet bereikt"),
            ("vervalt", "Niet meer nodig"),
        ],
    )
    opmerking = forms.CharField(required=False, max_length=200)
