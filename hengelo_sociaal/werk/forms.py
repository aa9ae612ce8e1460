"""How somebody wants to hear of messages, and when they are away."""

import datetime as dt
from typing import Any

from django import forms

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker, Verlof
from hengelo_sociaal.medewerkers.queries import colleagues_of
from hengelo_sociaal.medewerkers.rechten import TEAM_BEHEREN
from hengelo_sociaal.web.formulieren import DatumVeld
from hengelo_sociaal.werk.domain.berichten import choose_mail
from hengelo_sociaal.werk.domain.verlof import arrange_leave

UREN = [(hour, f"{hour}.00 uur") for hour in range(6, 20)]


class MailForm(forms.Form):
    """A mail a day about unread messages."""

    mail = forms.BooleanField(label="Stuur mij een mail als er berichten wachten", required=False)
    uur = forms.TypedChoiceField(label="Hoe laat?", choices=UREN, coerce=int)

    def run(self, *, by: Medewerker) -> None:
        """Keep the choice."""
        choose_mail(by=by, **self.cleaned_data)


class VerlofForm(forms.Form):
    """Leave, with who stands in; a team leader also arranges it for the team."""

    medewerker_id = forms.ChoiceField(label="Wie is weg?")
    vervanger_id = forms.ChoiceField(label="Wie vervangt?")
    van = DatumVeld(label="Eerste dag", initial=vandaag)
    tot = DatumVeld(label="Laatste dag")

    def __init__(self, *args: Any, by: Medewerker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        team = list(colleagues_of(by.teams.all()))
        leads = TEAM_BEHEREN.van(by) is not None
        absent = [by, *(one for one in team if one != by)] if leads else [by]
        choices = self.fields["medewerker_id"], self.fields["vervanger_id"]
        for field, people in zip(choices, (absent, team), strict=True):
            field.choices = [(str(one.pk), one.naam) for one in people]  # type: ignore[attr-defined]
        self.fields["vervanger_id"].choices.insert(0, ("", "Kies een collega"))  # type: ignore[attr-defined]
        if not leads:
            self.fields["medewerker_id"].widget = forms.HiddenInput()
        self.initial.setdefault("medewerker_id", str(by.pk))

    def run(self, *, by: Medewerker, at: dt.datetime) -> Verlof:
        """Note the leave."""
        return arrange_leave(by=by, at=at, **self.cleaned_data)
