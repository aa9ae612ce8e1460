"""Query parameters: declared once, checked strictly, documented from the same declaration."""

from typing import Any, ClassVar

from django.http import QueryDict
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, ValidationError

from hengelo_sociaal.api.serializers import Serializer, refuse_unknown
from hengelo_sociaal.api.velden import CodeField
from hengelo_sociaal.api.zinnen import AnyField

STANDAARD_GROOTTE = 50
GROOTSTE = 200


class Vragen(Serializer):
    """The query parameters of a view, as fields: `plaatsgevonden_van = DateField()`.

    Every one may be left out unless it says `required=True`. A name that does not exist,
    or one that is given twice where one value fits, is refused with 400.
    """

    _shared: ClassVar["Vragen | None"] = None

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls._shared = None

    def get_fields(self) -> dict[str, AnyField]:
        fields = super().get_fields()
        for field in fields.values():
            if "required" not in getattr(field, "_kwargs", {}):
                field.required = False
            if isinstance(field, CodeField):
                field.ended_too = True
        return fields

    @classmethod
    def read(cls, query: QueryDict) -> dict[str, Any]:
        """The parameters by their Python names; what was not given is not in it."""
        if cls._shared is None:
            cls._shared = cls()
        shared = cls._shared
        refuse_unknown(query, shared.fields)
        values: dict[str, Any] = {}
        errors: dict[str, Any] = {}
        for name, field in shared.fields.items():
            try:
                _read_one(values, query, name, field)
            except ValidationError as error:
                errors[name] = error.detail
        if errors:
            raise ValidationError(errors)
        return dict(shared.validate(values))


def _read_one(values: dict[str, Any], query: QueryDict, name: str, field: AnyField) -> None:
    given = query.getlist(name)
    if not given:
        if field.required:
            field.fail("required")
        if field.default is not serializers.empty:
            values[str(field.source)] = field.get_default()
        return
    several = isinstance(field, serializers.ListField)
    if len(given) > 1 and not several:
        raise ValidationError([ErrorDetail("Geef dit maar een keer op.", "dubbel")])
    values[str(field.source)] = field.run_validation(given if several else given[0])


class GeheelVragen(Vragen):
    """What a list takes that comes in one answer, unless pages are asked for."""

    pagina_grootte = serializers.IntegerField(
        min_value=1,
        max_value=GROOTSTE,
        help_text="Hoeveel resultaten op een pagina, van 1 tot en met 200; anders alle.",
    )
    cursor = serializers.CharField(
        max_length=400, help_text="Waar de pagina begint; neem `volgende` of `vorige` over."
    )


class LijstVragen(GeheelVragen):
    """What every list takes beside its own filters."""

    pagina_grootte = serializers.IntegerField(
        min_value=1,
        max_value=GROOTSTE,
        default=STANDAARD_GROOTTE,
        help_text="Hoeveel resultaten op een pagina, van 1 tot en met 200.",
    )
