"""Forms of an evaluation."""

from django import forms

from hengelo_sociaal.web.formulieren import DatumVeld
from plannen.domain.evaluaties import EvaluatieGegevens
from plannen.enums import (
    EvaluatieUitkomst,
)
from plannen.forms.velden import MetNummer, tekstvak


class EvaluatieForm(forms.Form):
    """When an evaluation is."""

    gepland_op = DatumVeld(label="Op welke dag?")

    def gegevens(self) -> EvaluatieGegevens:
        """What was filled in."""
        return EvaluatieGegevens(gepland_op=self.cleaned_data["gepland_op"])


class EvaluatieVerzetForm(MetNummer, EvaluatieForm):
    """Another day for an evaluation, with the number that was read."""


class EvaluatieVastleggenForm(forms.Form):
    """What came of an evaluation."""

    gehouden_op = DatumVeld(label="Wanneer was de evaluatie?")
    uitkomst = forms.ChoiceField(
        label="Wat is de uitkomst?", choices=EvaluatieUitkomst.choices, widget=forms.RadioSelect
    )
    verslag = forms.CharField(
        label="Wat is er besproken?", widget=tekstvak(5), max_length=10000, required=False
    )
    volgende_op = DatumVeld(label="Volgende evaluatie", required=False)
