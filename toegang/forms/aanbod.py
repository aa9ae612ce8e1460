"""What a resident said to an offer."""

from django import forms

from toegang.enums import Weigerreden


class AanbodForm(forms.Form):
    """Taken, or why not; without a voorziening: nothing light fits."""

    reden = forms.ChoiceField(
        label="Waarom past het niet?",
        required=False,
        choices=[("", "Aangenomen"), *Weigerreden.choices],
    )
    toelichting = forms.CharField(
        label="Wat ontbreekt er?",
        required=False,
        max_length=300,
        help_text="Schrijf niets op waaraan iemand te herkennen is.",
    )
