"""What a form says is wrong, in plain words: the framework's own Dutch is for whoever made it."""

from django import forms
from django.core import validators

KIES = "Kies iets uit de lijst."
_OF_FIELDS: dict[type[forms.Field], dict[str, str]] = {
    forms.Field: {"required": "Vul dit in."},
    forms.ChoiceField: {"required": "Maak een keuze.", "invalid_choice": KIES},
    forms.MultipleChoiceField: {"invalid_choice": KIES, "invalid_list": KIES},
    forms.ModelChoiceField: {"invalid_choice": KIES},
    forms.ModelMultipleChoiceField: {
        "invalid_choice": KIES,
        "invalid_pk_value": KIES,
        "invalid_list": KIES,
    },
    forms.IntegerField: {"invalid": "Vul een heel getal in, alleen met cijfers."},
    forms.DecimalField: {"invalid": "Vul een getal in."},
    forms.TimeField: {"invalid": "Vul een tijd in zoals 14:30."},
}
_OF_VALIDATORS: dict[type[validators.BaseValidator], str] = {
    validators.MinValueValidator: "Vul een getal van %(limit_value)s of hoger in.",
    validators.MaxValueValidator: "Vul een getal tot en met %(limit_value)s in.",
    validators.MaxLengthValidator: (
        "Dit is te lang: er passen %(limit_value)s tekens, het zijn er nu %(show_value)s."
    ),
}


def speak_plainly() -> None:
    """Put our sentences in the place of the framework's, for every form that is made after it."""
    for field, sentences in _OF_FIELDS.items():
        field.default_error_messages = {**field.default_error_messages, **sentences}
    for validator, sentence in _OF_VALIDATORS.items():
        validator.message = sentence
