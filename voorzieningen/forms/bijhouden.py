"""Forms of keeping the catalogue: partners, activities, turnout and files."""

import base64
import binascii
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from hengelo_sociaal.web.formulieren import DatumVeld, name_empty_choices
from voorzieningen.domain.activiteiten import ActiviteitGegevens
from voorzieningen.forms.catalogus import VoorzieningForm
from voorzieningen.models import Activiteit, Opkomst, Organisatie

_GROOTSTE = 2 * 1024 * 1024
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
        places = self.fields["locaties"]
        places.queryset = organisatie.locaties.all()  # type: ignore[attr-defined]

    def waarden(self) -> dict[str, Any]:
        """What was filled in, by the names of VoorzieningGegevens."""
        values = dict(self.cleaned_data)
        for name in ("leefgebieden", "doelgroepen", "wijken"):
            values[name] = [each.pk for each in values[name]]
        return values | {"locaties": list(values["locaties"])}


class AfwijsForm(forms.Form):
    """Why a proposal is not taken over."""

    reden = forms.CharField(label="Waarom niet?", max_length=300, required=False)


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


class InleesForm(forms.Form):
    """A file with provisions: chosen, and sent along again for what is done for real."""

    bestand = forms.FileField(
        label="Bestand (CSV of XLSX)",
        required=False,
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
        help_text="De eerste regel noemt de kolommen, zoals code;naam;omschrijving;soort.",
    )
    inhoud = forms.CharField(widget=forms.HiddenInput, required=False)
    naam = forms.CharField(widget=forms.HiddenInput, required=False, max_length=120)

    def clean(self) -> dict[str, object]:
        data = super().clean() or {}
        upload: UploadedFile | None = data.get("bestand")
        if upload and (upload.size or 0) > _GROOTSTE:
            self.add_error("bestand", "Dit bestand is groter dan 2 MB. Deel het op.")
        elif upload:
            data["bytes"], data["naam"] = upload.read(), upload.name or "bestand"
        else:
            self._read_again(data)
        return data

    def _read_again(self, data: dict[str, Any]) -> None:
        try:
            data["bytes"] = base64.b64decode(data.get("inhoud") or "", validate=True)
        except (binascii.Error, ValueError):
            data["bytes"] = b""
        if not data["bytes"]:
            self.add_error("bestand", "Kies een bestand.")
