"""Fields of the API that the framework does not have."""

import time
from typing import Any

from django.db.models import Model
from rest_framework import serializers

_KEEP_SECONDS = 30.0
_known: dict[type[Model], tuple[float, frozenset[str]]] = {}


class CodeField(serializers.CharField):
    """The code of a value that may be chosen from a reference list, such as `zorgloket`.

    Gives the code itself, ready for `kanaal_id=`. The lists are small and hardly ever
    change, so a process remembers them for half a minute; a code that it does not know is
    looked up again before it is refused.
    """

    default_error_messages = {
        "does_not_exist": "De waarde {value} bestaat niet of is niet meer te kiezen."
    }

    def __init__(self, model: type[Model], **kwargs: Any) -> None:
        self.model = model
        super().__init__(max_length=60, **kwargs)

    def to_internal_value(self, data: Any) -> str:
        code = super().to_internal_value(data)
        if code not in _codes(self.model) and code not in _codes(self.model, again=True):
            self.fail("does_not_exist", value=code)
        return code

    def to_representation(self, value: Any) -> str:
        return str(getattr(value, "pk", value))


def _codes(model: type[Model], *, again: bool = False) -> frozenset[str]:
    until, codes = _known.get(model, (0.0, frozenset()))
    if again or time.monotonic() > until:
        rows = model._default_manager.all()
        if any(field.name == "beeindigd" for field in model._meta.fields):
            rows = rows.filter(beeindigd=False)
        codes = frozenset(map(str, rows.values_list("pk", flat=True)))
        _known[model] = (time.monotonic() + _KEEP_SECONDS, codes)
    return codes
