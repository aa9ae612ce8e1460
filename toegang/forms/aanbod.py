"""What a resident said to an offer, and that nothing light fits."""

from typing import Any

from django import forms
from django.utils.html import format_html

from toegang.enums import Aanboduitkomst, Weigerreden
from toegang.models import Aanbod
from voorzieningen.models import Voorziening

_KIES = "Kies of de inwoner dit aannam, of waarom het niet past."


class AanbodForm(forms.Form):
    """Taken, or why not; nothing is chosen beforehand, for an acceptance is never a slip."""

    antwoord = forms.ChoiceField(
        choices=[
            ("", "Maak een keuze"),
            (Aanboduitkomst.AANGENOMEN, Aanboduitkomst.AANGENOMEN.label),
            ("Past niet, want", Weigerreden.choices),
        ],
        error_messages={"required": _KIES, "invalid_choice": _KIES},
    )
    toelichting = forms.CharField(label="Toelichting", required=False, max_length=300)

    def __init__(
        self, *args: Any, voorziening: Voorziening, aanbod: Aanbod | None = None, **kwargs: Any
    ) -> None:
        said = {"antwoord": aanbod.reden or aanbod.uitkomst} if aanbod else {}
        words = {"toelichting": aanbod.toelichting} if aanbod else {}
        kwargs |= {"initial": said | words, "auto_id": f"id_{voorziening.code}_%s"}
        super().__init__(*args, **kwargs)
        self.voorziening, self.aanbod = voorziening, aanbod
        self.fields["antwoord"].label = format_html(
            'Wat vond de inwoner<span class="hs-vh"> van {}</span>?', voorziening.naam
        )

    @property
    def reden(self) -> str | None:
        """Why it does not fit; None when it was taken."""
        answer = self.cleaned_data["antwoord"]
        return None if answer == Aanboduitkomst.AANGENOMEN else answer


class NietsLichtsForm(forms.Form):
    """Nothing light fits, and what is missing."""

    toelichting = forms.CharField(
        label="Wat ontbreekt er?",
        required=False,
        max_length=300,
        help_text="Schrijf niets op waaraan iemand te herkennen is.",
    )
