"""Why a registration is taken back."""

from django import forms

from toegang.forms.keuzes import values
from toegang.models import Intrekreden


class IntrekForm(forms.Form):
    """A reason from the short list."""

    reden = forms.ChoiceField(
        label="Waarom trekt u dit in?", choices=lambda: values(Intrekreden, leeg="Kies een reden")
    )
