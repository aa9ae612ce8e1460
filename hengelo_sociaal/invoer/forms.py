"""A file that is looked at first and taken in after that, without choosing it twice."""

import base64
import binascii
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

GROOTSTE = 2 * 1024 * 1024  # bytes


class BestandForm(forms.Form):
    """The file, and after the trial what was in it, which the page sends along again.

    Cleaned data has `bytes` and `naam`. Refused, with what to do: no file, one of more than
    two megabytes, and contents that were not those of the trial.
    """

    bestand = forms.FileField(
        label="Bestand (CSV of XLSX)",
        error_messages={"required": "Kies een bestand."},
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
    )
    inhoud = forms.CharField(widget=forms.HiddenInput, required=False)
    naam = forms.CharField(widget=forms.HiddenInput, required=False, max_length=120)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.data.get("inhoud"):
            self.fields["bestand"].required = False

    def clean(self) -> dict[str, object]:
        data = super().clean() or {}
        upload: UploadedFile[bytes] | None = data.get("bestand")
        if upload and (upload.size or 0) > GROOTSTE:
            self.add_error("bestand", "Dit bestand is groter dan 2 MB. Deel het op.")
        elif upload:
            data["bytes"], data["naam"] = upload.read(), upload.name or "bestand"
        elif data.get("inhoud"):
            self._read_again(data)
        return data

    def _read_again(self, data: dict[str, Any]) -> None:
        try:
            data["bytes"] = base64.b64decode(data["inhoud"], validate=True)
        except (binascii.Error, ValueError):
            self.add_error("bestand", "Kies het bestand nog een keer.")
