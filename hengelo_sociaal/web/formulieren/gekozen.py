"""What somebody chose in the filters above a list, in words: for paper, where nothing is chosen."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from django import forms

from hengelo_sociaal.web import opmaak


def chosen_in_words(form: forms.BaseForm, but: Collection[str] = ()) -> list[tuple[str, str]]:
    """Label and answer of every filter that narrows the list; a ticked box has only its label.

    What was left open, or could not be read and so counts as not chosen, is not in it; nor
    are the fields named in `but`.
    """
    if not form.is_bound:
        return []
    form.is_valid()
    return [
        (str(form[name].label), _in_words(form.fields[name], value))
        for name, value in form.cleaned_data.items()
        if _narrows(value) and name not in but
    ]


def _narrows(value: Any) -> bool:
    return value is not None and value is not False and value != ""


def _in_words(field: forms.Field, value: Any) -> str:
    if value is True:
        return ""
    if isinstance(field, forms.ModelChoiceField):
        return str(field.label_from_instance(value))
    if isinstance(field, forms.ChoiceField):
        return str(dict(_flat(field.choices)).get(str(value), value))
    if isinstance(value, dt.date):
        return opmaak.datum(value)
    return str(value)


def _flat(choices: Any) -> list[tuple[str, str]]:
    """The choices of a list, those in groups as well."""
    found: list[tuple[str, str]] = []
    for value, label in choices:
        found += _flat(label) if isinstance(label, list | tuple) else [(str(value), label)]
    return found
