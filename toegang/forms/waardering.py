"""The short question afterwards: three choices, no words, so that nobody can be known by them."""

from django import forms

from hengelo_sociaal.web.formulieren import JaNeeVeld, KeuzeVeld
from toegang.domain.waardering import Antwoord
from toegang.enums import Oordeel


class WaarderingForm(forms.Form):
    """How it went, and two things that explain it."""

    oordeel = KeuzeVeld(
        label="Hoe bent u geholpen?",
        choices=Oordeel.choices,
        tonen={"goed": "goed", "redelijk": "let", "slecht": "fout"},
    )
    geluisterd = JaNeeVeld(label="Is er goed naar u geluisterd?", required=False)
    verder = JaNeeVeld(label="Kon u daarna verder?", required=False)

    def antwoord(self) -> Antwoord:
        """The answer as the operation wants it."""
        return Antwoord(**self.cleaned_data)


class CodeForm(forms.Form):
    """The code that was on a letter or was read over the telephone."""

    code = forms.CharField(label="Uw code", max_length=40, help_text="Zoals ABCD-EFGH-JKLM.")
