"""The counter screen: who, how, and one or more questions."""

from typing import Any

from django import forms
from django.forms import formset_factory

from hengelo_sociaal.web.formulieren import KeuzeVeld
from toegang.domain.contact import MOST_QUESTIONS, Vraag
from toegang.forms.keuzes import kinds_of_question, values
from toegang.models import Kanaal, Namens, Uitkomst, Vindplaats

# The order of the counter: six in ten are done at once (BP, volumes.csv).
UITKOMSTEN = {
    "informatie-en-advies": ("Beantwoord", "goed"),
    "algemene-voorziening": ("Algemeen", "goed"),
    "doorverwezen": ("Verwezen", ""),
    "melding": ("Melding", "let"),
    "open": ("Nog open", ""),
}


def outcomes() -> list[tuple[str, str]]:
    """Outcomes with the short words of the counter."""
    usable = set(Uitkomst.objects.filter(beeindigd=False).values_list("code", flat=True))
    return [(code, words) for code, (words, _) in UITKOMSTEN.items() if code in usable]


class ContactForm(forms.Form):
    """How the contact came about and about whom it is."""

    vindplaats = forms.ChoiceField(choices=lambda: values(Vindplaats))
    kanaal = forms.ChoiceField(choices=lambda: values(Kanaal))
    namens = forms.ChoiceField(label="Wie vraagt het?", choices=lambda: values(Namens))
    samenvatting = forms.CharField(
        label="Waar ging het over, in de woorden van de inwoner?",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    inwoner = forms.UUIDField(required=False, widget=forms.HiddenInput)
    huishouden = forms.UUIDField(required=False, widget=forms.HiddenInput)


class VraagForm(forms.Form):
    """One question and how it ended."""

    soort = forms.ChoiceField(label="Soort vraag", choices=kinds_of_question)
    uitkomst = KeuzeVeld(
        label="Hoe liep het af?",
        choices=outcomes,
        tonen={code: tone for code, (_, tone) in UITKOMSTEN.items()},
        initial="informatie-en-advies",
    )
    toelichting = forms.CharField(label="Toelichting", required=False, max_length=500)

    def as_vraag(self) -> Vraag:
        """The question as the operation wants it."""
        return Vraag(
            soort=self.cleaned_data["soort"],
            uitkomst=self.cleaned_data["uitkomst"],
            toelichting=self.cleaned_data["toelichting"],
        )


VragenFormSet = formset_factory(
    VraagForm,
    extra=0,
    min_num=1,
    max_num=MOST_QUESTIONS,
    absolute_max=MOST_QUESTIONS,
    validate_min=True,
    validate_max=True,
)


def with_one_more(data: Any) -> Any:
    """The sent questions with an empty one added, for "Nog een vraag" without JavaScript."""
    more = data.copy()
    total = min(int(data.get("form-TOTAL_FORMS", 1) or 1) + 1, MOST_QUESTIONS)
    more["form-TOTAL_FORMS"] = str(total)
    return more
