"""Handing over all work of a colleague."""

import datetime as dt
from typing import Any

from django import forms

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.domain.overdragen.alles import hand_over_all
from toegang.models import Werkoverdracht
from toegang.queries.werkvoorraad import colleagues_who_treat, workload


class AllesOverdragenForm(forms.Form):
    """To whom, and what that colleague has to know; the load of each beside the name."""

    naar_id = forms.ChoiceField(label="Naar wie?")
    notitie = forms.CharField(
        label="Wat moet uw collega weten?",
        help_text="Dit staat straks bij elke melding. Noem hier geen namen van inwoners.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, van: Medewerker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.van = van
        others = colleagues_who_treat().filter(teams__in=van.teams.all()).exclude(pk=van.pk)
        loads = workload(others.distinct(), op=vandaag())
        choices = [
            (str(one.medewerker.pk), f"{one.medewerker.naam} ({one.woorden})") for one in loads
        ]
        self.fields["naar_id"].choices = [("", "Kies een collega"), *choices]  # type: ignore[attr-defined]

    def run(self, *, by: Medewerker, at: dt.datetime) -> Werkoverdracht:
        """Hand it over."""
        return hand_over_all(by=by, van_id=self.van.pk, at=at, **self.cleaned_data)
