"""The empty choice of a list, in words instead of dashes."""

from typing import Any

from django import forms
from django.db.models.fields import BLANK_CHOICE_DASH

_DASHES = BLANK_CHOICE_DASH[0][1]


def name_empty_choices(form: forms.BaseForm) -> None:
    """Say "Kies" where something must be chosen and "Geen" where it may stay empty."""
    for field in form.fields.values():
        words = "Kies" if field.required else "Geen"
        if isinstance(field, forms.ModelChoiceField):
            if field.empty_label == _DASHES:
                field.empty_label = words
        elif isinstance(field, forms.ChoiceField):
            choices: Any = field.choices  # an iterator, whatever it was made from
            field.choices = [
                (value, words if value == "" and label == _DASHES else label)
                for value, label in choices
            ]
