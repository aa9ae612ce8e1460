"""Fields of the API that the framework does not have."""

import datetime as dt
import re
import time
from typing import Any

from django.db.models import Model
from rest_framework import serializers

from hengelo_sociaal.kern.datum import day_of

_KEEP_SECONDS = 30.0
_known: dict[tuple[type[Model], bool], tuple[float, frozenset[str]]] = {}


class DatumField(serializers.DateField):
    """A day as `2026-01-05`, and no other way of writing that the calendar would allow."""

    def to_internal_value(self, value: Any) -> dt.date:
        dag = day_of(value) if isinstance(value, str) else None
        if dag is None:
            self.fail("invalid", format="")
        return dag


class MomentField(serializers.DateTimeField):
    """A moment as RFC 3339 has it, with its offset, so that it is the same everywhere."""

    default_error_messages = {
        "geen_verschil": "Schrijf erbij hoe de tijd verschilt van UTC, zoals +01:00 of Z."
    }

    def to_internal_value(self, value: Any) -> dt.datetime:
        if not isinstance(value, str) or not _MOMENT.fullmatch(value):
            self.fail("geen_verschil" if _LOCAL.fullmatch(str(value)) else "invalid", format="")
        return super().to_internal_value(value.upper())


_DAG_EN_TIJD = r"\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,9})?"
_LOCAL = re.compile(_DAG_EN_TIJD, re.ASCII)
_MOMENT = re.compile(_DAG_EN_TIJD + r"([Zz]|[+-]\d{2}:\d{2})", re.ASCII)


class CodeField(serializers.CharField):
    """The code of a value that may be chosen from a reference list, such as `zorgloket`.

    Gives the code itself, ready for `kanaal_id=`. The lists are small and hardly ever
    change, so a process remembers them for half a minute; a code that it does not know is
    looked up again before it is refused. A query may name a code that has ended, because what
    was registered with it is still there.
    """

    default_error_messages = {
        "does_not_exist": "De waarde {value} bestaat niet of is niet meer te kiezen."
    }

    def __init__(self, model: type[Model], **kwargs: Any) -> None:
        self.model = model
        self.ended_too = False
        super().__init__(max_length=60, **kwargs)

    def to_internal_value(self, data: Any) -> str:
        code = super().to_internal_value(data)
        if not any(code in _codes(self.model, self.ended_too, again) for again in (False, True)):
            self.fail("does_not_exist", value=code)
        return code

    def to_representation(self, value: Any) -> str:
        return str(getattr(value, "pk", value))


def _codes(model: type[Model], ended_too: bool, again: bool) -> frozenset[str]:
    until, codes = _known.get((model, ended_too), (0.0, frozenset()))
    if again or time.monotonic() > until:
        rows = model._default_manager.all()
        if not ended_too and any(field.name == "beeindigd" for field in model._meta.fields):
            rows = rows.filter(beeindigd=False)
        codes = frozenset(map(str, rows.values_list("pk", flat=True)))
        _known[model, ended_too] = (time.monotonic() + _KEEP_SECONDS, codes)
    return codes
