"""The form on the sociale kaart, for readers nobody knows."""

import datetime as dt
from typing import Any

from django import forms
from django.core.signing import BadSignature, Signer

_SIGNER = Signer(salt="sociale-kaart-fout")
_QUICKEST, _SLOWEST = dt.timedelta(seconds=3), dt.timedelta(hours=12)


class FoutForm(forms.Form):
    """What is wrong on a page, without knowing who says so.

    A machine gives itself away by filling in the field that people do not see, or by
    answering quicker than anyone can type; nobody is followed for it.
    """

    tekst = forms.CharField(
        label="Wat klopt er niet?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Schrijf niets over uzelf of over iemand anders.",
        error_messages={"required": "Schrijf op wat er niet klopt."},
    )
    naam = forms.CharField(
        label="Laat dit veld leeg",
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )
    begin = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, moment: dt.datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._moment = moment
        self.initial["begin"] = _SIGNER.sign(moment.isoformat())

    @property
    def is_machine(self) -> bool:
        """Whether this was filled in by a machine, as far as can be seen."""
        if self.cleaned_data["naam"]:
            return True
        try:
            begin = dt.datetime.fromisoformat(_SIGNER.unsign(self.cleaned_data["begin"]))
        except (BadSignature, ValueError):
            return True
        return not _QUICKEST <= self._moment - begin <= _SLOWEST
