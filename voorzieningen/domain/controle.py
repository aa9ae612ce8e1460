"""Checks a record against its own rules before the database does."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model

from hengelo_sociaal.kern.fouten import OngeldigeInvoer


def check(record: Model, *, exclude: set[str] | None = None) -> None:
    """Refuse what the model's own rules refuse, with a sentence per field (OngeldigeInvoer)."""
    try:
        record.full_clean(exclude=exclude)
    except ValidationError as error:
        raise as_refusal(error) from error


def as_refusal(error: ValidationError) -> OngeldigeInvoer:
    """A validation error as our refusal; what is about the whole record becomes the sentence."""
    per_field = {name: " ".join(texts) for name, texts in error.message_dict.items()}
    general = per_field.pop(NON_FIELD_ERRORS, None)
    return OngeldigeInvoer(general, velden=per_field)
