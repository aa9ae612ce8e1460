"""Forms of an afspraak and its overstap to another law."""

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.db.models import QuerySet

from aanbieders.models import Toewijzing
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.waarden.models import Wet
from hengelo_sociaal.web.formulieren import DatumVeld, GeldVeld, KeuzeVeld
from plannen.domain.afspraken import AfspraakGegevens, what_is_missing
from plannen.enums import (
    Herhaling,
    Keeruitkomst,
    RedenNietLichter,
    Trede,
    Weekdag,
)
from plannen.forms.velden import LEEG, MetNummer, collegas, mensen, tekstvak, toewijzingen
from plannen.models import Afspraak, Plan
from plannen.models.afspraak import LAATSTE_DAG
from toegang.models import Inwoner, Kanaal, Melding
from voorzieningen.models import Voorziening

VAN_GEMEENTE = (
    "medewerker",
    "wet",
    "toewijzing",
    "kosten_schatting",
    "reden_niet_lichter",
    "reden_toelichting",
)
OPEN = "open"
MAANDDAGEN = [
    ("", "Geen vaste dag"),
    *((str(day), f"De {day}e") for day in range(1, 29)),
    (str(LAATSTE_DAG), "De laatste dag"),
]


class AfspraakForm(forms.Form):
    """Who does what by when; maatwerk says why nothing lighter fits."""

    omschrijving = forms.CharField(
        label="Wat spreekt u af?",
        help_text="Schrijf op wat er gaat gebeuren, in gewone woorden.",
        max_length=300,
        widget=tekstvak(2),
    )
    trede = KeuzeVeld(
        label="Hoe wordt dit gedaan?",
        help_text="Begin licht: wat kan iemand zelf, wat kan het netwerk?",
        choices=Trede.choices,
        initial=Trede.EIGEN_KRACHT,
    )
    inwoner = forms.ModelChoiceField(
        Inwoner.objects.none(),
        label="Iemand uit het plan",
        empty_label="Niemand uit het plan",
        required=False,
    )
    naam = forms.CharField(
        label="Iemand anders",
        help_text="Bijvoorbeeld: zus Karin.",
        max_length=120,
        required=False,
    )
    organisatie = forms.CharField(label="Organisatie", max_length=120, required=False)
    medewerker = forms.ModelChoiceField(
        Medewerker.objects.none(),
        label="Medewerker van de gemeente",
        empty_label="Geen medewerker",
        required=False,
    )
    uiterlijk = DatumVeld(label="Klaar voor", required=False)
    herhaling = forms.ChoiceField(
        label="Hoe vaak?", choices=Herhaling.choices, initial=Herhaling.EENMALIG
    )
    weekdagen = forms.TypedMultipleChoiceField(
        label="Op welke dagen?",
        help_text="Kiest u dagen? Dan kunt u elke keer afvinken.",
        choices=Weekdag.choices,
        coerce=int,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "hs-opties--naast"}),
        required=False,
    )
    maanddag = forms.TypedChoiceField(
        label="Op welke dag van de maand?",
        choices=MAANDDAGEN,
        coerce=int,
        empty_value=None,
        required=False,
    )
    eerste_keer = DatumVeld(label="Vanaf wanneer?", required=False)
    laatste_keer = DatumVeld(label="Tot en met wanneer?", required=False)
    voorziening = forms.ModelChoiceField(
        Voorziening.objects.none(),
        label="Voorziening",
        empty_label="Geen voorziening",
        required=False,
    )
    wet = forms.ModelChoiceField(
        Wet.objects.none(),
        label="Wet",
        help_text="Alleen als deze hulp onder een wet valt.",
        empty_label="Geen wet",
        required=False,
    )
    toewijzing = forms.ModelChoiceField(
        Toewijzing.objects.none(),
        label="Toewijzing",
        empty_label="Geen toewijzing",
        required=False,
    )
    kosten_schatting = GeldVeld(label="Geschatte kosten per jaar", required=False)
    reden_niet_lichter = forms.ChoiceField(
        label="Waarom past lichtere hulp niet?",
        help_text="Alleen bij maatwerk.",
        choices=LEEG + list(RedenNietLichter.choices),
        required=False,
    )
    reden_toelichting = forms.CharField(
        label="Toelichting", max_length=500, required=False, widget=tekstvak(2)
    )

    def __init__(self, *args: Any, plan: Plan, op: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.op = op
        if plan.vindplaats_id is not None:
            self._leave_to_municipality()
        self._choose_from("inwoner", mensen(plan))
        self._choose_from("voorziening", Voorziening.objects.geldig(op).order_by("naam"))
        if plan.vindplaats_id is None:
            self._choose_from("medewerker", collegas(plan))
            self._choose_from("toewijzing", toewijzingen(plan))
            self._choose_from("wet", Wet.objects.bruikbaar())

    def clean(self) -> dict[str, Any]:
        """What is missing is told together with what is wrong, beside its field."""
        values = super().clean() or self.cleaned_data
        told = dict.fromkeys(self.errors, "what was filled in wrong is not missing")
        for missing in list(what_is_missing({**values, **told})):
            for name, sentence in missing.velden.items():
                if name in self.fields:
                    self.add_error(name, sentence)
        due = values.get("uiterlijk")
        if due and due < self.op and "uiterlijk" in self.changed_data:
            self.add_error("uiterlijk", "Deze dag is al voorbij. Kies vandaag of een latere dag.")
        return values

    def _leave_to_municipality(self) -> None:
        """A vindplaats gives no maatwerk (B61), and sees nothing that was granted before."""
        for name in VAN_GEMEENTE:
            del self.fields[name]
        self.fields["trede"].choices = [  # type: ignore[attr-defined]
            one for one in Trede.choices if one[0] != Trede.MAATWERK
        ]

    def _choose_from(self, name: str, rows: QuerySet[Any]) -> None:
        self.fields[name].queryset = rows  # type: ignore[attr-defined]

    def gegevens(self) -> AfspraakGegevens:
        """What was filled in; the reason only stays with maatwerk."""
        names = AfspraakGegevens.__dataclass_fields__
        values = {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}
        if values["trede"] != Trede.MAATWERK:
            values["reden_niet_lichter"], values["reden_toelichting"] = None, ""
        return AfspraakGegevens(
            **values | {"reden_niet_lichter": values.get("reden_niet_lichter") or None}
        )


class AfspraakWijzigForm(AfspraakForm, MetNummer):
    """An afspraak that is there; its law moves by an overstap only."""

    def __init__(self, *args: Any, afspraak: Afspraak, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if afspraak.wet_id and "wet" in self.fields:
            self.fields["wet"].disabled = True
            self.fields["wet"].help_text = "Een andere wet kiest u met een overstap."
        if afspraak.voorziening_id:
            rows = self.fields["voorziening"].queryset  # type: ignore[attr-defined]
            own = Voorziening.objects.filter(pk=afspraak.voorziening_id)
            self._choose_from("voorziening", (rows | own).distinct())

    @staticmethod
    def beginwaarden(afspraak: Afspraak) -> dict[str, Any]:
        """The afspraak as it is."""
        names = [*AfspraakGegevens.__dataclass_fields__, "wijzigingnummer"]
        return {name: getattr(afspraak, name) for name in names}


class KeerForm(forms.Form):
    """What came of an afspraak on one of its days; OPEN takes a tick back."""

    dag = DatumVeld()
    uitkomst = forms.ChoiceField(choices=[*Keeruitkomst.choices, (OPEN, "Open")])
    reden = forms.CharField(max_length=200, required=False)


def _channels() -> list[tuple[str, str]]:
    """How the question came, or no question yet."""
    found = Kanaal.objects.bruikbaar().values_list("code", "label")
    return [("", "Nee, nog niet"), *((code, f"Ja: {label.lower()}") for code, label in found)]


class OverstapForm(forms.Form):
    """To which law an afspraak moves, from when, and why."""

    wet = forms.ModelChoiceField(Wet.objects.none(), label="Naar welke wet?", empty_label="Kies")
    per = DatumVeld(label="Vanaf wanneer?")
    reden = forms.CharField(
        label="Waarom?", help_text="Bijvoorbeeld: Daan wordt 18 jaar.", max_length=300
    )
    melding_via = forms.ChoiceField(
        label="Vraagt de inwoner nu hulp onder de nieuwe wet?",
        choices=_channels,
        required=False,
        help_text="Dan komt er meteen een melding en gaan de termijnen lopen.",
    )

    sluit = forms.ModelMultipleChoiceField(
        Melding.objects.none(),
        label="Welke melding onder de oude wet sluit u?",
        help_text="Een gesloten melding vraagt geen onderzoek of besluit meer.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(
        self, *args: Any, afspraak: Afspraak, meldingen: QuerySet[Melding], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sluit"].queryset = meldingen  # type: ignore[attr-defined]
        # The one melding there is, or the one that the goal came from, belongs to this help.
        known = list(meldingen)
        own = [one.pk for one in known if one.hulpvraag_id == afspraak.doel.hulpvraag_id]
        self.fields["sluit"].initial = own or [one.pk for one in known[:1] if len(known) == 1]
        if not known:
            del self.fields["sluit"]
        others = Wet.objects.bruikbaar().exclude(pk=afspraak.wet_id)
        self.fields["wet"].queryset = others  # type: ignore[attr-defined]

    def sluiten(self) -> set[uuid.UUID]:
        """The meldingen that end with it."""
        return {one.pk for one in self.cleaned_data.get("sluit", ())}
