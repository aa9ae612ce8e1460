"""Forms of the plan as a whole, who takes part, and the list."""

import uuid
from typing import Any

from django import forms
from django.db.models import QuerySet

from hengelo_sociaal.web.formulieren import KeuzeVeld
from plannen.domain.plan import Doelresultaat
from plannen.enums import (
    Hoedanigheid,
    PlanStatus,
    PlanUitkomst,
)
from plannen.forms.velden import AFLOOP, MetNummer, tekstvak
from plannen.models import Doel
from plannen.queries.lijst import Planfilter
from toegang.models import Inwoner


class WatTeltForm(MetNummer):
    """What matters most, in the words of the household."""

    wat_telt = forms.CharField(
        label="Wat is het belangrijkst voor u?",
        help_text="Schrijf het op in de woorden van het huishouden.",
        widget=tekstvak(3),
        max_length=2000,
        required=False,
    )


class DeelnemerForm(forms.Form):
    """Somebody who takes part: a member of the household, or somebody with a tie to it."""

    inwoner = forms.ModelChoiceField(Inwoner.objects.none(), label="Wie?", empty_label="Kies")
    hoedanigheid = forms.ChoiceField(label="Als wat?", choices=Hoedanigheid.choices)

    def __init__(self, *args: Any, kandidaten: QuerySet[Inwoner], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["inwoner"].queryset = kandidaten  # type: ignore[attr-defined]


class EindeForm(forms.Form):
    """How a plan ends."""

    uitkomst = forms.ChoiceField(
        label="Hoe eindigt het plan?", choices=PlanUitkomst.choices, widget=forms.RadioSelect
    )
    reden = forms.CharField(
        label="Toelichting", widget=tekstvak(3), max_length=2000, required=False
    )

    def __init__(self, *args: Any, doelen: list[Doel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.doelen = doelen
        for doel in doelen:
            self.fields[f"status_{doel.pk}"] = KeuzeVeld(
                label=f"Doel: {doel.omschrijving}",
                choices=AFLOOP,
            )
            self.fields[f"slot_{doel.pk}"] = forms.CharField(
                label="Hoe is dit doel afgelopen?", max_length=300, required=False
            )

    def resultaten(self) -> dict[uuid.UUID, Doelresultaat]:
        """How every goal came out."""
        data = self.cleaned_data
        return {
            doel.pk: Doelresultaat(
                status=data[f"status_{doel.pk}"], slotwoord=data[f"slot_{doel.pk}"]
            )
            for doel in self.doelen
        }


class FilterForm(forms.Form):
    """What to show of my plans."""

    status = forms.ChoiceField(
        label="Status",
        choices=[("", "Alle lopende plannen"), *PlanStatus.choices],
        required=False,
    )
    evaluatie = forms.ChoiceField(
        label="Evaluatie",
        choices=[("", "Alle"), ("te-laat", "Te laat"), ("binnenkort", "Binnen 30 dagen")],
        required=False,
    )
    regie = forms.BooleanField(label="Alleen waar ik regisseur ben", required=False)

    def planfilter(self) -> Planfilter:
        """The filter; what cannot be read counts as not chosen."""
        self.is_valid()
        data = self.cleaned_data
        return Planfilter(
            status=data.get("status", ""),
            evaluatie=data.get("evaluatie", ""),
            regie=data.get("regie", False),
        )
