"""Two people with one form: whoever saves second sees both values, and chooses."""

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

from django import forms

from hengelo_sociaal.kern.fouten import DomeinFout, Verouderd
from hengelo_sociaal.web import opmaak
from hengelo_sociaal.web.formulieren.velden import GeldVeld
from hengelo_sociaal.web.formulieren.weigering import formfout

T = TypeVar("T")


class GezienForm(forms.Form):
    """A form that carries a print of what was seen when it was opened (`kern.gezien`)."""

    gezien = forms.CharField(required=False, max_length=32, widget=forms.HiddenInput)
    verschillen: list[dict[str, str]] = []

    def seen(self) -> str:
        """The print to hand to the operation, after `is_valid`."""
        return str(self.cleaned_data.get("gezien", ""))

    def attempt(self, save: Callable[[], T]) -> T | None:
        """What `save` gives; None when it was refused, which the form then tells."""
        try:
            return save()
        except Verouderd as refused:
            self.show_conflict(refused)
        except DomeinFout as refused:
            formfout(self, refused)
        return None

    def show_conflict(self, refusal: Verouderd) -> None:
        """Put both values beside each other; saving again is then a choice with eyes open."""
        self.add_error(None, refusal.melding)
        rows: list[dict[str, Any]] = list(refusal.extra.get("verschillen", []))  # type: ignore[call-overload]
        self.verschillen = [
            {
                "naam": str(self[row["veld"]].label),
                "nu": in_words(self.fields[row["veld"]], row["nu"]),
                "ingevuld": in_words(self.fields[row["veld"]], row["ingevuld"]),
            }
            for row in rows
            if row["veld"] in self.fields
        ]
        data = self.data.copy()  # type: ignore[attr-defined]
        data["gezien"] = refusal.extra["gezien"]
        self.data = data


def in_words(field: forms.Field, value: object) -> str:
    """A value as the form shows it: labels for codes, dates and money the Dutch way."""
    if value in (None, "", [], ()):
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(in_words(field, one) for one in value)
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(field, forms.DateField) and isinstance(value, str):
        value = dt.date.fromisoformat(value)
    if isinstance(value, dt.date):
        return opmaak.datum(value)
    if isinstance(field, GeldVeld) and isinstance(value, int):
        return opmaak.geld(value)
    return _label(field, value)


def _label(field: forms.Field, value: object) -> str:
    choices = getattr(field, "choices", ())
    key = str(getattr(value, "pk", value))
    return next((str(label) for code, label in choices if str(code) == key), str(value))
