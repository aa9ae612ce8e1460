"""Shapes of the API: declared in snake_case, spoken in camelCase, and quick on the way out."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter, itemgetter
from typing import Any, ClassVar

from django.db.models import Manager
from rest_framework import serializers
from rest_framework.exceptions import ValidationError

from hengelo_sociaal.api.fouten import camel
from hengelo_sociaal.api.zinnen import AnyField, sentences_of, speak_plainly
from hengelo_sociaal.kern.tijd import AMSTERDAM

Convert = Callable[[Any], Any]
Step = tuple[str, Callable[[Any], Any], Convert | None]


class Serializer(serializers.Serializer[Any]):
    """A shape whose fields are called in Python as in the model and outside in camelCase.

    `plaatsgevonden_op = DateTimeField()` is `plaatsgevondenOp` in JSON, and
    `validated_data` has the Python names. An unknown field in a body is refused, so that
    a typing error never silently loses what somebody sent.

    Both ways are made ready once per class, without making fields again for every request.
    `read_body(body)` checks what comes in. `represent(thing)` and `represent_all(things)` take
    model instances, dataclasses or dicts. So no field knows of the request: what depends on
    who asks is for the view, and what was there already for the operation.
    """

    voorbeeld: ClassVar[dict[str, Any]] = {}  # by outside name, for the API's description
    _forms: ClassVar[dict[bool, "Serializer"]] = {}
    _plans: ClassVar[dict[bool, list[Step]]] = {}
    _rows: ClassVar[list[tuple[str, str, Convert | None]] | None] = None

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls._forms, cls._plans, cls._rows = {}, {}, None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.error_messages.update(sentences_of(type(self)))

    def get_fields(self) -> dict[str, AnyField]:
        fields = {}
        for name, field in super().get_fields().items():
            outside = camel(name)
            if outside != name and field.source is None:
                field.source = name
            speak_plainly(field)
            fields[outside] = field
        return fields

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, Mapping):
            refuse_unknown(data, self.fields)
            _refuse(data, _has_nul, "Dit bevat een teken dat wij niet kunnen bewaren.")
        try:
            values = super().to_internal_value(data)
        except OverflowError as error:  # the framework counts past the first or the last year
            whole = {"non_field_errors": [serializers.ErrorDetail(_YEAR, "ongeldig")]}
            raise ValidationError(whole) from error
        _refuse(values, _is_out_of_time, _YEAR)
        return values

    @classmethod
    def read_body(cls, body: Any, *, partial: bool = False) -> dict[str, Any]:
        """What came in, checked, by its Python names; refused with 400 by field."""
        if partial not in cls._forms:
            cls._forms[partial] = cls(partial=partial)
        checked: dict[str, Any] = cls._forms[partial].run_validation(body)
        return checked

    def to_representation(self, instance: Any) -> dict[str, Any]:
        return self.represent(instance)

    @classmethod
    def represent(cls, thing: Any) -> dict[str, Any]:
        """One thing as it goes out."""
        return _apply(cls._plan(isinstance(thing, Mapping)), thing)

    @classmethod
    def represent_all(cls, things: Iterable[Any]) -> list[dict[str, Any]]:
        """Many things as they go out."""
        return [cls.represent(thing) for thing in things]

    @classmethod
    def columns(cls) -> list[str]:
        """The columns of its model that hold this shape, for `represent_rows`."""
        return [column for _, column, _ in cls._row_plan()]

    @classmethod
    def represent_rows(cls, rows: Iterable[Sequence[Any]]) -> list[dict[str, Any]]:
        """Rows of `columns()` as they go out; shapes within this one are left to the caller.

        For long lists: no records are made, and what JSON writes by itself is not touched.
        """
        plan = cls._row_plan()
        names = [name for name, _, _ in plan]
        changes = [(name, convert) for name, _, convert in plan if convert is not None]
        return [_as_dict(names, changes, row) for row in rows]

    @classmethod
    def _row_plan(cls) -> list[tuple[str, str, Convert | None]]:
        if cls._rows is None:
            fields = cls().fields.items()
            cls._rows = [
                (name, str(field.source), _row_converter(field))
                for name, field in fields
                if not isinstance(field, serializers.BaseSerializer)
            ]
        return cls._rows

    @classmethod
    def _plan(cls, from_mapping: bool) -> list[Step]:
        if from_mapping not in cls._plans:
            fields = cls().fields.items()
            cls._plans[from_mapping] = [
                _step(name, field, from_mapping) for name, field in fields if not field.write_only
            ]
        return cls._plans[from_mapping]


def refuse_unknown(given: Iterable[str], known: Iterable[str]) -> None:
    """Refuse names that do not exist here, with 400."""
    unknown = [name for name in given if name not in known]
    if unknown:
        reason = "Dit bestaat hier niet. Kijk of de naam goed gespeld is."
        raise ValidationError(
            {name: [serializers.ErrorDetail(reason, "onbekend")] for name in unknown}
        )


def _refuse(values: Mapping[str, Any], wrong: Callable[[Any], bool], reason: str) -> None:
    """Refuse by name what no field of ours can keep."""
    found = [name for name, value in values.items() if wrong(value)]
    if found:
        raise ValidationError(
            {camel(name): [serializers.ErrorDetail(reason, "ongeldig")] for name in found}
        )


def _has_nul(value: Any) -> bool:
    """PostgreSQL keeps no NUL, and fields that look something up do not refuse it themselves."""
    if isinstance(value, list):
        return any(_has_nul(one) for one in value)
    return isinstance(value, str) and "\0" in value


def _is_out_of_time(value: Any) -> bool:
    """A day far from our work: counting weeks from it runs off the calendar."""
    return isinstance(value, dt.date) and not _FIRST_YEAR <= value.year <= _LAST_YEAR


_FIRST_YEAR, _LAST_YEAR = 1850, 2200
_YEAR = "Dit jaar kan niet kloppen. Controleer de datum."


def _apply(plan: list[Step], thing: Any) -> dict[str, Any]:
    out = {}
    for name, get, convert in plan:
        value = get(thing)
        out[name] = value if convert is None or value is None else convert(value)
    return out


def _step(name: str, field: AnyField, from_mapping: bool) -> Step:
    return name, _getter(field, from_mapping), _converter(field)


def _getter(field: AnyField, from_mapping: bool) -> Callable[[Any], Any]:
    if field.source == "*":
        return lambda thing: thing
    if not from_mapping:
        return attrgetter(str(field.source))
    if len(field.source_attrs) > 1:
        return field.get_attribute
    return itemgetter(str(field.source))


_CONVERTERS: list[tuple[type | tuple[type, ...], Convert | None]] = [
    (serializers.DateTimeField, lambda moment: moment.astimezone(AMSTERDAM).isoformat()),
    (serializers.DateField, dt.date.isoformat),
    (serializers.UUIDField, lambda value: str(getattr(value, "pk", value))),
    (serializers.BooleanField, None),
    (serializers.IntegerField, None),
    (serializers.FloatField, None),
    (serializers.JSONField, None),
]


def _converter(field: AnyField) -> Convert | None:
    if isinstance(field, serializers.ListSerializer):
        return _many(field.child)
    if isinstance(field, Serializer):
        return type(field).represent
    if type(field) in (serializers.CharField, serializers.ChoiceField):
        return str
    for kind, convert in _CONVERTERS:
        if isinstance(field, kind):
            return convert
    return field.to_representation


_AS_JSON = (
    serializers.UUIDField,
    serializers.CharField,
    serializers.ChoiceField,
    serializers.DateField,
)


def _row_converter(field: AnyField) -> Convert | None:
    """As `_converter`, for a stored value; what the JSON writer knows is left to it."""
    if type(field) is serializers.DateTimeField:
        return lambda moment: moment.astimezone(AMSTERDAM)
    return None if type(field) in _AS_JSON else _converter(field)


def _as_dict(
    names: list[str], changes: list[tuple[str, Convert]], row: Sequence[Any]
) -> dict[str, Any]:
    out = dict(zip(names, row, strict=False))
    for name, convert in changes:
        if out[name] is not None:
            out[name] = convert(out[name])
    return out


def _many(child: Any) -> Convert:
    one = type(child).represent if isinstance(child, Serializer) else child.to_representation

    def convert(things: Any) -> list[Any]:
        return [one(thing) for thing in (things.all() if isinstance(things, Manager) else things)]

    return convert
