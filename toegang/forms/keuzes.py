"""Choices from the reference values, in the order of every screen."""

from itertools import groupby
from typing import Any

from hengelo_sociaal.kern.modellen import Waarde
from toegang.models import Soort

Choices = list[tuple[str, Any]]


def values(model: type[Waarde], leeg: str = "") -> Choices:
    """The values that may be chosen; `leeg` is the first entry for no choice."""
    found = model._default_manager.filter(beeindigd=False)
    rows: Choices = [(value.code, value.label) for value in found]
    return [("", leeg), *rows] if leeg else rows


def kinds_of_question() -> Choices:
    """Kinds of question, grouped by leefgebied."""
    kinds = (
        Soort.objects.filter(beeindigd=False)
        .select_related("leefgebied")
        .order_by("leefgebied__volgorde", "volgorde")
    )
    groups = groupby(kinds, key=lambda kind: kind.leefgebied.label)
    return [
        ("", "Kies waar het over gaat"),
        *((label, [(kind.code, kind.label) for kind in group]) for label, group in groups),
    ]
