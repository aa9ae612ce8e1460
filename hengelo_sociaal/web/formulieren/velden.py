"""Fields that take what people type: Dutch dates, euros with a comma, a choice in one row."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from hengelo_sociaal.web import opmaak

DATUM_FOUT = "Vul een datum in zoals 24-11-2026."
EERSTE_JAAR, LAATSTE_JAAR = 1850, 2200  # as the API: no resident, term or plan is outside
JAAR_FOUT = f"Kies een dag in de jaren {EERSTE_JAAR} tot en met {LAATSTE_JAAR}."
GELD_FOUT = "Vul een bedrag in euro's in, zoals 1.234,56."
_DATUM = re.compile(r"(\d{1,2})[-/. ](\d{1,2}|[a-z]{3,9})[-/. ](\d{4})|(\d{2})(\d{2})(\d{4})")
_GELD = re.compile(r"-?(\d{1,3}(\.\d{3})+|\d+)(,\d{1,2})?")
_MAAND = {
    naam[:lengte]: nummer
    for namen in (opmaak.MAANDEN, opmaak.MAANDEN_KORT)
    for nummer, naam in enumerate(namen, 1)
    for lengte in (3, len(naam))
}


def parse_datum(tekst: str) -> dt.date:
    """A day as people write it: 24-11-2026, 24112026, 24 nov 2026 or 2026-11-24.

    ValueError when it is no day; a year needs four digits, so that 26 is never guessed.
    """
    tekst = tekst.strip().lower()
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", tekst):
        return dt.date.fromisoformat(tekst)
    match = _DATUM.fullmatch(tekst)
    if match is None:
        raise ValueError(DATUM_FOUT)
    day, month, year = (part for part in match.groups() if part is not None)
    return dt.date(int(year), int(month) if month.isdigit() else _maand(month), int(day))


def _maand(naam: str) -> int:
    if naam not in _MAAND:
        raise ValueError(DATUM_FOUT)
    return _MAAND[naam]


def parse_geld(tekst: str) -> int:
    """Euros as people write them, in whole cents: 1.234,56 or € 12; ValueError otherwise.

    A point only separates thousands, so 12.50 is refused and not read as 1250.
    """
    bare = tekst.replace("€", "").replace(opmaak.MIN, "-").replace(opmaak.HARDE_SPATIE, "")
    bare = bare.replace(" ", "").removesuffix(",-")
    if not _GELD.fullmatch(bare):
        raise ValueError(GELD_FOUT)
    return int(Decimal(bare.replace(".", "").replace(",", ".")) * 100)


class DatumInvoer(forms.DateInput):
    """A date field of the browser; what could not be read comes back as it was typed."""

    input_type = "date"

    def format_value(self, value: Any) -> str | None:
        return value.isoformat() if isinstance(value, dt.date) else value

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        typed = context["widget"]["value"]
        if typed and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", typed):
            context["widget"]["type"] = "text"
        return context


class DatumVeld(forms.DateField):
    """A day; also reads the Dutch notations of `parse_datum`.

    A year outside 1850 to 2200 is a typing error: counting on from it leaves the calendar.
    """

    widget = DatumInvoer
    default_error_messages = {"invalid": DATUM_FOUT}

    def to_python(self, value: Any) -> dt.date | None:
        if value in self.empty_values:
            return None
        if isinstance(value, dt.date):
            return opmaak.als_dag(value)
        try:
            found = parse_datum(str(value))
        except ValueError as error:
            raise ValidationError(DATUM_FOUT, code="invalid") from error
        if not EERSTE_JAAR <= found.year <= LAATSTE_JAAR:
            raise ValidationError(JAAR_FOUT, code="invalid")
        return found

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True


class GeldInvoer(forms.TextInput):
    """Shows cents as euros with a comma."""

    template_name = "web/formulier/geld.html"

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, int):
            return opmaak.getal(Decimal(value) / 100, 2)
        return None if value is None else str(value)


class GeldVeld(forms.Field):
    """An amount in euros, kept in whole cents."""

    widget = GeldInvoer
    default_error_messages = {
        "invalid": GELD_FOUT,
        "min_value": "Het bedrag kan niet lager zijn dan {}.",
    }

    def __init__(self, *, min_centen: int | None = 0, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.min_centen = min_centen

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "decimal", "autocomplete": "off"}

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values:
            return None
        if isinstance(value, int):
            return value
        try:
            return parse_geld(str(value))
        except ValueError as error:
            raise ValidationError(GELD_FOUT, code="invalid") from error

    def validate(self, value: int | None) -> None:
        super().validate(value)
        if value is not None and self.min_centen is not None and value < self.min_centen:
            least = opmaak.geld(self.min_centen)
            raise ValidationError(self.error_messages["min_value"].format(least), "min_value")


class KeuzeInvoer(forms.RadioSelect):
    """Radio buttons side by side that read as one control; keys 1-9 answer it."""

    template_name = "web/formulier/keuze.html"

    def __init__(self, *args: Any, tonen: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tonen = dict(tonen or {})

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        return {**option, "toon": self.tonen.get(str(value), "")}


class KeuzeVeld(forms.ChoiceField):
    """A choice in one row, such as gaat goed / aandacht / hulp nodig.

    `tonen` gives an answer its colour: `{"goed": "goed", "hulp": "fout"}`.
    """

    widget = KeuzeInvoer

    def __init__(
        self,
        *,
        choices: Iterable[tuple[Any, str]] | Callable[[], Any] = (),
        tonen: Mapping[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("widget", KeuzeInvoer(tonen=tonen))
        super().__init__(choices=choices, **kwargs)


class JaNeeVeld(forms.TypedChoiceField):
    """Yes or no, without a silent default; None when it may stay open."""

    widget = KeuzeInvoer

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=[("ja", "Ja"), ("nee", "Nee")],
            coerce=lambda value: value == "ja",
            empty_value=None,
            **kwargs,
        )

    def prepare_value(self, value: Any) -> Any:
        return {True: "ja", False: "nee"}.get(value, value) if isinstance(value, bool) else value
