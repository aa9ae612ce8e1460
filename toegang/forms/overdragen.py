"""Handing over all work of a colleague."""

import datetime as dt
from typing import Any

from django import forms

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.domain.overdragen.alles import (
    Vooruitblik,
    hand_over_all,
    preview_hand_over,
    takers,
)
from toegang.models import Werkoverdracht
from toegang.queries.werkvoorraad import workload


class NaarWieForm(forms.Form):
    """To whom; the load of each beside the name. What goes along is shown before anything is
    handed over."""

    naar_id = forms.ChoiceField(label="Naar wie?")

    def __init__(self, *args: Any, van: Medewerker, by: Medewerker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.van, self.by = van, by
        loads = workload(takers(van, op=vandaag(), by=by), op=vandaag())
        choices = [
            (str(one.medewerker.pk), f"{one.medewerker.naam} ({one.woorden})") for one in loads
        ]
        self.fields["naar_id"].choices = [("", "Kies een collega"), *choices]  # type: ignore[attr-defined]

    def preview(self, *, at: dt.datetime) -> Vooruitblik:
        """What would go and what would stay."""
        chosen = self.cleaned_data["naar_id"]
        return preview_hand_over(by=self.by, van_id=self.van.pk, naar_id=chosen, at=at)


class AllesOverdragenForm(NaarWieForm):
    """The same, with what that colleague has to know."""

    notitie = forms.CharField(
        label="Wat moet uw collega weten?",
        help_text="Dit staat straks bij elke melding. Noem hier geen namen van inwoners.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["naar_id"].widget = forms.HiddenInput()

    def run(self, *, at: dt.datetime) -> Werkoverdracht:
        """Hand it over."""
        return hand_over_all(by=self.by, van_id=self.van.pk, at=at, **self.cleaned_data)
