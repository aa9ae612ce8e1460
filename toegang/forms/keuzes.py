"""Choices from the reference values, in the order of every screen."""

from itertools import groupby
from typing import Any

from hengelo_sociaal.kern.geheugen import onthouden
from hengelo_sociaal.kern.modellen import Waarde
from toegang.models import Soort

Choices = list[tuple[str, Any]]


def values(model: type[Waarde], leeg: str = "") -> Choices:
    """The values that may be chosen; `leeg` is the first entry for no choice."""
    return [("", leeg), *_usable(model)] if leeg else list(_usable(model))


@onthouden
def _usable(model: type[Waarde]) -> tuple[tuple[str, str], ...]:
    found = model._default_manager.filter(beeindigd=False)
    return tuple(found.values_list("code", "label"))


def kinds_of_question() -> Choices:
    """Kinds of question, grouped by leefgebied."""
    return [("", "Kies waar het over gaat"), *_kinds()]


@onthouden
def _kinds() -> tuple[tuple[str, list[tuple[str, str]]], ...]:
    kinds = (
        Soort.objects.filter(beeindigd=False)
        .select_related("leefgebied")
        .order_by("leefgebied__volgorde", "volgorde")
    )
    groups = groupby(kinds, key=lambda kind: kind.leefgebied.label)
    return tuple((label, [(kind.code, kind.label) for kind in group]) for label, group in groups)
