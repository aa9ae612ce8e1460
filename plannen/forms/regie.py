"""Forms of who leads, whom to call, and who else works or looks along."""

from typing import Any

from django import forms

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.web.formulieren import DatumVeld, JaNeeVeld
from plannen.domain.partijen import PartijGegevens
from plannen.enums import (
    Inzagegrond,
    Partijsoort,
)
from plannen.forms.velden import GezienForm, collegas, mensen
from plannen.models import Doel, Plan
from toegang.models import Inwoner


class RegisseurForm(GezienForm):
    """Who becomes regisseur."""

    medewerker = forms.ModelChoiceField(
        Medewerker.objects.none(), label="Nieuwe regisseur", empty_label="Kies"
    )
    reden = forms.CharField(label="Reden van de overdracht", max_length=300, required=False)

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["medewerker"].queryset = collegas(plan)  # type: ignore[attr-defined]


class RegisseurNodigForm(GezienForm):
    """Follow the rule, or deviate with a reason."""

    nodig = JaNeeVeld(
        label="Is een regisseur nodig?",
        help_text="Laat dit leeg om de regel te volgen.",
        required=False,
    )
    reden = forms.CharField(label="Waarom wijkt u af?", max_length=300, required=False)


class AanspreekpuntForm(GezienForm):
    """Whom the household can call."""

    medewerker = forms.ModelChoiceField(
        Medewerker.objects.none(), label="Medewerker", empty_label="Iemand anders", required=False
    )
    naam = forms.CharField(label="Naam", max_length=120, required=False)
    organisatie = forms.CharField(label="Organisatie", max_length=120, required=False)
    telefoon = forms.CharField(label="Telefoon", max_length=20, required=False)

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["medewerker"].queryset = collegas(plan)  # type: ignore[attr-defined]


class PartijForm(forms.Form):
    """Who outside sees which goals, on what ground and until when."""

    field_order = (
        "naam",
        "organisatie",
        "soort",
        "telefoon",
        "doelen",
        "toestemming_van",
        "grond",
        "wettelijke_grond",
        "tot",
    )
    naam = forms.CharField(label="Naam", max_length=120)
    organisatie = forms.CharField(label="Organisatie", max_length=120, required=False)
    soort = forms.ChoiceField(label="Als wat?", choices=Partijsoort.choices)
    telefoon = forms.CharField(label="Telefoon", max_length=20, required=False)
    doelen = forms.ModelMultipleChoiceField(
        Doel.objects.none(),
        label="Welke doelen mag deze persoon zien?",
        widget=forms.CheckboxSelectMultiple,
    )
    grond = forms.ChoiceField(
        label="Waarom mag dat?", choices=Inzagegrond.choices, widget=forms.RadioSelect
    )
    toestemming_van = forms.ModelMultipleChoiceField(
        Inwoner.objects.none(),
        label="Wie geeft toestemming?",
        help_text="Vanaf 16 jaar beslist iemand zelf, van 12 tot 16 samen met een ouder.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    wettelijke_grond = forms.CharField(
        label="Welke wet en welk artikel?",
        help_text="Alleen als de wet het voorschrijft.",
        max_length=200,
        required=False,
    )
    tot = DatumVeld(label="Tot wanneer?", required=False)

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["doelen"].queryset = Doel.objects.filter(plan=plan)  # type: ignore[attr-defined]
        self.fields["toestemming_van"].queryset = mensen(plan)  # type: ignore[attr-defined]

    def gegevens(self) -> PartijGegevens:
        """What was filled in."""
        data = dict(self.cleaned_data)
        data["doelen"] = [doel.pk for doel in data["doelen"]]
        data["toestemming_van"] = [inwoner.pk for inwoner in data["toestemming_van"]]
        return PartijGegevens(**data)


class StoppenForm(forms.Form):
    """Why somebody no longer sees the plan."""

    ingetrokken = JaNeeVeld(label="Is de toestemming ingetrokken?")


class CollegaForm(forms.Form):
    """Which colleague steps in."""

    medewerker = forms.ModelChoiceField(
        Medewerker.objects.none(), label="Welke collega werkt mee?", empty_label="Kies"
    )

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["medewerker"].queryset = collegas(plan)  # type: ignore[attr-defined]
