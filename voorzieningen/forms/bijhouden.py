"""Forms of keeping the catalogue: partners, activities, turnout and files."""

from typing import Any

from django import forms

from hengelo_sociaal.invoer.forms import BestandForm
from hengelo_sociaal.web.formulieren import DatumVeld, name_empty_choices
from voorzieningen.domain.activiteiten import ActiviteitGegevens
from voorzieningen.forms.catalogus import VoorzieningForm
from voorzieningen.models import Activiteit, Locatie, Opkomst, Organisatie

_NOT_FOR_PARTNERS = (
    "code",
    "soort",
    "organisatie",
    "wetten",
    "preventieniveau",
    "gefinancierd",
    "productcategorie",
    "productcode",
    "leveringsvormen",
    "bron",
    "status",
    "eigenaar",
    "gecontroleerd_op",
    "gezien",
)


class VoorstelForm(VoorzieningForm):
    """What a partner may propose: how it is, not what the municipality decides about it."""

    def __init__(self, *args: Any, organisatie: Organisatie, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in _NOT_FOR_PARTNERS:
            del self.fields[name]
        self._offer_places(organisatie.locaties.all(), "{0.naam}")
        others = Locatie.objects.filter(voorzieningen=self.instance.pk)
        names = others.exclude(organisatie=organisatie).values_list("naam", flat=True)
        if names:
            told = f"Het is ook bij een andere organisatie: {', '.join(names)}. Dat blijft zo."
            self.fields["locaties"].help_text = told

    def waarden(self) -> dict[str, Any]:
        """What was filled in, by the names of VoorzieningGegevens."""
        values = dict(self.cleaned_data)
        for name in ("leefgebieden", "doelgroepen", "wijken"):
            values[name] = [each.pk for each in values[name]]
        return values | {"locaties": list(values["locaties"])}


class AfwijsForm(forms.Form):
    """Why a proposal is not taken over."""

    reden = forms.CharField(
        label="Waarom neemt u dit niet over?",
        max_length=300,
        required=False,
        help_text="Alleen invullen als u het niet overneemt. De partner leest uw reden.",
    )


class ActiviteitForm(forms.ModelForm):
    """When something happens, and where."""

    eerste_keer = DatumVeld(label="Eerste keer")
    tot_en_met = DatumVeld(label="Tot en met", required=False)

    class Meta:
        model = Activiteit
        fields = (
            "naam",
            "locatie",
            "herhaling",
            "eerste_keer",
            "tot_en_met",
            "begint",
            "eindigt",
            "plaatsen",
        )
        widgets = {
            "begint": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            "eindigt": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        }

    def __init__(self, *args: Any, organisatie: Organisatie | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = organisatie.locaties.all() if organisatie else Organisatie.objects.none()
        self.fields["locatie"].queryset = places  # type: ignore[attr-defined]
        name_empty_choices(self)

    def gegevens(self) -> ActiviteitGegevens:
        """What was filled in, for the domain."""
        return ActiviteitGegevens(**self.cleaned_data)


class OpkomstForm(forms.ModelForm):
    """How many people came on a day."""

    dag = DatumVeld(label="Dag")

    class Meta:
        model = Opkomst
        fields = ("dag", "aantal", "nieuw")


class InleesForm(BestandForm):
    """A file with provisions: chosen, and sent along again for what is done for real."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bestand"].help_text = "De eerste regel noemt de kolommen."
