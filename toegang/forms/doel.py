"""Why somebody who is not involved wants to look: asked once, from a short list."""

from django import forms

DOELEN = {
    "vraag": "De inwoner stelt mij een vraag",
    "vervanging": "Ik vervang een collega",
    "consult": "Een collega vraagt mijn advies",
    "kwaliteit": "Kwaliteit of klacht",
    "anders": "Anders",
}


class DoelForm(forms.Form):
    """The purpose of a look; words are only needed for something else."""

    doel = forms.ChoiceField(
        label="Waarom wilt u dit dossier zien?",
        choices=DOELEN.items,
        widget=forms.RadioSelect,
    )
    toelichting = forms.CharField(
        label="Toelichting",
        required=False,
        max_length=150,
        help_text="Alleen nodig bij 'Anders'. Noem hier geen namen.",
    )

    def clean(self) -> None:
        """Something else needs words."""
        if self.cleaned_data.get("doel") == "anders" and not self.cleaned_data.get("toelichting"):
            self.add_error("toelichting", "Schrijf op waarom u dit dossier wilt zien.")

    def purpose(self) -> str:
        """The purpose as it stands in the log."""
        words = self.cleaned_data["toelichting"]
        label = DOELEN[self.cleaned_data["doel"]]
        return f"{label}: {words}" if words else label
