"""Forms of a goal."""

from typing import Any

from django import forms

from hengelo_sociaal.waarden.models import Leefgebied
from hengelo_sociaal.web.formulieren import DatumVeld, KeuzeVeld
from plannen.domain.doelen import DoelGegevens
from plannen.enums import (
    DoelStatus,
    Prioriteit,
)
from plannen.forms.velden import MetNummer, mensen, tekstvak
from plannen.models import Doel, Plan
from toegang.models import Hulpvraag, Inwoner


class DoelForm(forms.Form):
    """A goal, in the words of the resident."""

    omschrijving = forms.CharField(
        label="Wat wilt u bereiken?",
        help_text="In de woorden van de inwoner. Bijvoorbeeld: ik kan mijn rekeningen betalen.",
        max_length=300,
        widget=tekstvak(2),
    )
    leefgebied = forms.ModelChoiceField(
        Leefgebied.objects.none(), label="Leefgebied", empty_label="Kies"
    )
    inwoner = forms.ModelChoiceField(
        Inwoner.objects.none(),
        label="Van wie is dit doel?",
        empty_label="Het hele huishouden",
        required=False,
    )
    prioriteit = KeuzeVeld(
        label="Hoe belangrijk is het nu?",
        choices=Prioriteit.choices,
        initial=Prioriteit.DAARNA,
    )
    hulpvraag = forms.ModelChoiceField(
        Hulpvraag.objects.none(), widget=forms.HiddenInput, required=False
    )
    gewenst_op = DatumVeld(label="Wanneer wilt u dit bereikt hebben?", required=False)

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["leefgebied"].queryset = Leefgebied.objects.bruikbaar()  # type: ignore[attr-defined]
        self.fields["inwoner"].queryset = mensen(plan)  # type: ignore[attr-defined]
        asked = Hulpvraag.objects.filter(contact__huishouden_id=plan.huishouden_id)
        self.fields["hulpvraag"].queryset = asked.select_related("contact")  # type: ignore[attr-defined]

    def gegevens(self) -> DoelGegevens:
        """What was filled in."""
        data = self.cleaned_data
        return DoelGegevens(
            omschrijving=data["omschrijving"],
            leefgebied=data["leefgebied"],
            inwoner=data["inwoner"],
            prioriteit=int(data["prioriteit"]),
            gewenst_op=data["gewenst_op"],
            status=data.get("status") or DoelStatus.LOOPT,
            hulpvraag=data["hulpvraag"],
            slotwoord=data.get("slotwoord", ""),
        )


class DoelWijzigForm(DoelForm, MetNummer):
    """A goal that is there, with how it stands."""

    status = KeuzeVeld(label="Hoe staat het ervoor?", choices=DoelStatus.choices)
    slotwoord = forms.CharField(
        label="Hoe is het afgelopen?",
        help_text="Als het doel bereikt of gestopt is.",
        max_length=300,
        required=False,
    )

    @staticmethod
    def beginwaarden(doel: Doel) -> dict[str, Any]:
        """The goal as it is."""
        return {
            "omschrijving": doel.omschrijving,
            "leefgebied": doel.leefgebied_id,
            "inwoner": doel.inwoner_id,
            "prioriteit": doel.prioriteit,
            "gewenst_op": doel.gewenst_op,
            "status": doel.status,
            "hulpvraag": doel.hulpvraag_id,
            "slotwoord": doel.slotwoord,
            "wijzigingnummer": doel.wijzigingnummer,
        }
