"""The counter screen: who, how, and one or more questions."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.web.formulieren import DatumVeld, KeuzeVeld, formfout
from toegang.domain.contact import MOST_QUESTIONS, Vraag
from toegang.domain.genoemd import Genoemd
from toegang.forms.inwoner import cleaned_bsn
from toegang.forms.keuzes import Choices, kinds_of_question, values
from toegang.models import Kanaal, Namens, Soort, Uitkomst, Vertegenwoordiger, Vindplaats

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
    usable = {code for code, _ in values(Uitkomst)}
    return [(code, words) for code, (words, _) in UITKOMSTEN.items() if code in usable]


class ContactForm(forms.Form):
    """How the contact came about and about whom it is.

    Who works for a vindplaats (`vindplaatsen`) chooses between those only.
    """

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
    vertegenwoordiger = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, vindplaatsen: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["vindplaats"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        if vindplaatsen:
            field.choices = [row for row in values(Vindplaats) if row[0] in vindplaatsen]

    def vindplaats_naam(self) -> str:
        """Where the contact came in, in words; empty for a code that does not exist."""
        chosen = self["vindplaats"].value()
        rows = self.fields["vindplaats"].widget.choices
        return next((str(label) for code, label in rows if code == chosen), "")


class SprekerForm(forms.Form):
    """Which of the known representatives asks, when it is one of them."""

    vertegenwoordiger = forms.ChoiceField(label="Spreekt u met een van hen?", required=False)

    def __init__(self, *args: Any, sprekers: Sequence[Vertegenwoordiger], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [(str(one.pk), f"{one}, voor {one.inwoner.naam}") for one in sprekers]
        self.fields["vertegenwoordiger"].choices = [  # type: ignore[attr-defined]
            ("", "Nee, iemand anders"),
            *rows,
        ]


class GenoemdForm(forms.Form):
    """Whom it is about, for who may not search: all of the name and birth date, or nothing."""

    prefix = "wie"
    verplicht = ("voornamen", "geslachtsnaam", "geboortedatum")

    voornamen = forms.CharField(label="Voornaam", required=False, max_length=120)
    tussenvoegsel = forms.CharField(required=False, max_length=20)
    geslachtsnaam = forms.CharField(label="Achternaam", required=False, max_length=120)
    geboortedatum = DatumVeld(required=False)
    bsn = forms.CharField(
        label="BSN",
        required=False,
        max_length=11,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    telefoon = forms.CharField(required=False, max_length=20)

    def clean(self) -> None:
        """Half a name finds nobody."""
        given = self.cleaned_data
        if not any(given.values()) or self.errors:
            return
        for name in self.verplicht:
            if not given.get(name):
                self.add_error(name, "Vul dit in, of laat alles over de inwoner leeg.")

    def genoemd(self) -> Genoemd | None:
        """Who was named, after `is_valid`; None for an anonymous contact."""
        if not self.cleaned_data["geslachtsnaam"]:
            return None
        return Genoemd(**self.cleaned_data | {"bsn": cleaned_bsn(self.cleaned_data) or ""})


class VraagForm(forms.Form):
    """One question and how it ended."""

    soort = forms.ChoiceField(label="Soort vraag")
    uitkomst = KeuzeVeld(
        label="Hoe liep het af?",
        tonen={code: tone for code, (_, tone) in UITKOMSTEN.items()},
        initial="informatie-en-advies",
    )
    toelichting = forms.CharField(label="Toelichting", required=False, max_length=500)

    def __init__(self, *args: Any, soorten: Choices, uitkomsten: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("soort", soorten), ("uitkomst", uitkomsten)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101
            field.choices = choices

    def as_vraag(self) -> Vraag:
        """The question as the operation wants it."""
        return Vraag(
            soort=self.cleaned_data["soort"],
            uitkomst=self.cleaned_data["uitkomst"],
            toelichting=self.cleaned_data["toelichting"],
        )


class BasisVragen(BaseFormSet):
    """The questions of a contact; a row below the first that stayed empty does not count."""

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        """The same lists for every question, read once."""
        if not self.form_kwargs:
            self.form_kwargs = {"soorten": kinds_of_question(), "uitkomsten": outcomes()}
        return super().get_form_kwargs(index)

    def initial_form_count(self) -> int:
        """None of what is sent was there before, also when it came back from a draft."""
        return 0 if self.is_bound else super().initial_form_count()

    def questions(self) -> list[Vraag]:
        """What was asked, after `is_valid`."""
        return [row.as_vraag() for row in self.forms if row.cleaned_data.get("soort")]

    def last_kind(self) -> Soort | None:
        """The kind of question that was last answered."""
        kinds = [str(row["soort"].value() or "") for row in self.forms]
        return _kind(next((code for code in reversed(kinds) if code), ""))


VragenFormSet = formset_factory(
    VraagForm,
    formset=BasisVragen,
    extra=0,
    min_num=1,
    max_num=MOST_QUESTIONS,
    absolute_max=MOST_QUESTIONS,
    validate_min=True,
    validate_max=True,
)


def typed_rows(vragen: Any) -> list[dict[str, Any]]:
    """What stands in the rows, valid or not; a row that is new keeps its usual answers."""
    return [
        {name: row[name].value() for name in row.fields if row.add_prefix(name) in row.data}
        for row in vragen.forms
    ]


def chosen_kind(data: Mapping[str, str]) -> Soort | None:
    """The kind of question that a part of the form carries along."""
    return _kind(next((data[name] for name in data if name.endswith("soort") and data[name]), ""))


def _kind(code: str) -> Soort | None:
    known = code.replace("-", "").isalnum()
    return Soort.objects.filter(pk=code, beeindigd=False).first() if known else None


def refuse(
    form: ContactForm, vragen: Any, refusal: DomeinFout, wie: GenoemdForm | None = None
) -> None:
    """Put what the operation refuses beside the question or field, or above the form."""
    if wie is not None and set(refusal.velden) & set(wie.fields):
        formfout(wie, refusal)
        return
    asked = [row for row in vragen.forms if row.cleaned_data.get("soort")]
    for place in [name for name in refusal.velden if name.startswith("hulpvragen.")]:
        _, number, field = place.split(".")
        asked[int(number)].add_error(field, refusal.velden.pop(place))
        if not refusal.velden:
            return
    formfout(form, refusal)


def with_one_more(data: Any) -> Any:
    """The sent questions with an empty one added, for "Nog een vraag" without JavaScript."""
    more = data.copy()
    sent = more.get("form-TOTAL_FORMS") or ""
    total = int(sent) if sent.isdecimal() and len(sent) < 4 else 1
    more["form-TOTAL_FORMS"] = str(min(total + 1, MOST_QUESTIONS))
    return more
