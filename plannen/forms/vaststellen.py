"""The form in which everybody says whether they agree."""

from typing import Any

from django import forms

from hengelo_sociaal.web.formulieren import KeuzeVeld
from plannen.domain.handtekening import MEESTE_TEKENS
from plannen.domain.vaststelling import Instemming
from plannen.enums import (
    AkkoordWijze,
)
from plannen.models import Deelname


class VaststelForm(forms.Form):
    """For everybody who takes part: how they agree; whoever is not asked stays empty."""

    gezien = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, deelnemers: list[Deelname], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.deelnemers = deelnemers
        for one in deelnemers:
            self.fields[f"wijze_{one.pk}"] = KeuzeVeld(
                label=one.inwoner.naam,
                choices=AkkoordWijze.choices,
                required=False,
                tonen={AkkoordWijze.GEWEIGERD: "fout"},
            )
            self.fields[f"reden_{one.pk}"] = forms.CharField(
                label=f"Waarom is {one.inwoner.naam} niet akkoord?",
                max_length=500,
                required=False,
            )
            self.fields[f"hand_{one.pk}"] = forms.CharField(
                label=f"Handtekening van {one.inwoner.naam}",
                max_length=MEESTE_TEKENS,
                required=False,
                widget=forms.HiddenInput,
            )

    def rijen(self) -> list[tuple[Any, Any, Any]]:
        """The fields of each person: how, why not, and what was drawn."""
        return [
            (self[f"wijze_{one.pk}"], self[f"reden_{one.pk}"], self[f"hand_{one.pk}"])
            for one in self.deelnemers
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for one in self.deelnemers:
            refused = data.get(f"wijze_{one.pk}") == AkkoordWijze.GEWEIGERD
            if refused and not data.get(f"reden_{one.pk}"):
                self.add_error(f"reden_{one.pk}", "Schrijf op waarom de inwoner niet akkoord is.")
        return data

    def instemmingen(self) -> list[Instemming]:
        """The answers that were given."""
        return [
            Instemming(
                inwoner_id=one.inwoner_id,
                wijze=self.cleaned_data[f"wijze_{one.pk}"],
                reden=self.cleaned_data[f"reden_{one.pk}"],
                handtekening=self.cleaned_data[f"hand_{one.pk}"],
            )
            for one in self.deelnemers
            if self.cleaned_data[f"wijze_{one.pk}"]
        ]
