"""What the API says when a field is refused: our own sentences, in one place.

The framework's own are partly English and speak of dictionaries and primary keys.
"""

from typing import Any

from rest_framework import serializers

AnyField = serializers.Field[Any, Any, Any, Any]

_AANTAL = {
    "min_length": "Hier moeten minstens %(limit_value)s regels staan.",
    "max_length": "Hier mogen hoogstens %(limit_value)s regels staan.",
}
_GETAL = {
    "max_value": "Dit mag hoogstens %(limit_value)s zijn.",
    "min_value": "Dit moet minstens %(limit_value)s zijn.",
    "max_string_length": "Dit getal is te lang.",
    "overflow": "Dit getal is te groot.",
}
ZINNEN: dict[type[AnyField], dict[str, str]] = {
    serializers.Field: {
        "required": "Dit moet ingevuld zijn.",
        "null": "Dit mag niet leeg (null) zijn.",
    },
    serializers.BooleanField: {"invalid": "Dit moet true of false zijn."},
    serializers.CharField: {
        "invalid": "Dit moet tekst zijn.",
        "blank": "Dit mag niet leeg zijn.",
        "max_length": "Dit mag hoogstens %(limit_value)s tekens lang zijn.",
        "min_length": "Dit moet minstens %(limit_value)s tekens lang zijn.",
        "null_characters_not_allowed": "Dit bevat een teken dat wij niet kunnen bewaren.",
        "surrogate_characters_not_allowed": "Dit bevat een teken dat wij niet kunnen bewaren.",
    },
    serializers.EmailField: {
        "invalid": "Dit is geen e-mailadres. Schrijf het zoals naam@voorbeeld.nl."
    },
    serializers.RegexField: {"invalid": "Dit heeft niet de vorm die hier hoort."},
    serializers.SlugField: {
        "invalid": "Gebruik alleen letters zonder accenten, cijfers, - en _.",
        "invalid_unicode": "Gebruik alleen letters, cijfers, - en _.",
    },
    serializers.UUIDField: {
        "invalid": "Dit is geen UUID, zoals 019a8b3c-7d2e-7c41-9f0a-3b5d6e7f8a90."
    },
    serializers.IntegerField: {"invalid": "Dit moet een geheel getal zijn."} | _GETAL,
    serializers.FloatField: {"invalid": "Dit moet een getal zijn."} | _GETAL,
    serializers.DateField: {
        "invalid": "Dit is geen bestaande datum. Schrijf die als 2026-01-05.",
        "datetime": "Dit moet een datum zijn, zonder tijd.",
    },
    serializers.DateTimeField: {
        "invalid": "Dit is geen bestaand moment. Schrijf het als 2026-01-05T09:30:00+01:00.",
        "date": "Hier hoort ook een tijd bij, zoals 2026-01-05T09:30:00+01:00.",
        "make_aware": "Dit moment bestaat hier niet. Noem het verschil met UTC, zoals +01:00.",
        "overflow": "Dit jaar kan niet kloppen. Controleer de datum.",
    },
    serializers.ChoiceField: {"invalid_choice": "Deze waarde kan hier niet. Kies uit: {keuzes}."},
    serializers.ListField: {
        "not_a_list": "Hier moet een lijst staan.",
        "empty": "Hier moet minstens een regel in staan.",
    }
    | _AANTAL,
    serializers.DictField: {
        "not_a_dict": "Hier moet een object staan, met namen en waarden.",
        "empty": "Hier moet minstens een regel in staan.",
    },
    serializers.ListSerializer: {
        "not_a_list": "Hier moet een lijst staan.",
        "empty": "Hier moet minstens een regel in staan.",
        "min_length": "Hier moeten minstens {min_length} regels staan.",
        "max_length": "Hier mogen hoogstens {max_length} regels staan.",
    },
    serializers.BaseSerializer: {"invalid": "Hier moet een object staan, met namen en waarden."},
    serializers.PrimaryKeyRelatedField: {
        "does_not_exist": "Dit bestaat niet, of is niet meer te kiezen.",
        "incorrect_type": "Dit is geen id of code.",
    },
}


def sentences_of(kind: type[AnyField]) -> dict[str, Any]:
    """What a kind of field says by code: of the framework's kinds ours, of our own their own."""
    found: dict[str, Any] = {}
    for one in reversed(kind.__mro__):
        found |= ZINNEN.get(one, {})
        if not one.__module__.startswith("rest_framework"):
            found |= vars(one).get("default_error_messages", {})
    return found


def speak_plainly(field: AnyField) -> None:
    """Let a field refuse in our sentences, and what is inside it too; its own words stay."""
    own = getattr(field, "_kwargs", {}).get("error_messages") or {}
    said = sentences_of(type(field)) | own
    if isinstance(field, serializers.ChoiceField):
        choices = ", ".join(str(one) for one in field.choices)
        said = {code: str(one).replace("{keuzes}", choices) for code, one in said.items()}
    field.error_messages.update(said)
    checks: list[Any] = list(field.validators)
    for check in checks:
        if (code := getattr(check, "code", None)) in said:
            check.message = said[code]
    for inside in ("child", "pk_field"):
        if isinstance(found := getattr(field, inside, None), serializers.Field):
            speak_plainly(found)
