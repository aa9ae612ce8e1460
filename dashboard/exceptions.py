"""Refusals about figures."""

from hengelo_sociaal.kern.fouten import NietGevonden, OngeldigeInvoer


class IndicatorNietGevonden(NietGevonden):
    """There is no indicator with this code."""

    code = "indicator-niet-gevonden"
    melding = "Deze indicator is er niet."


class OnmogelijkeVraag(OngeldigeInvoer):
    """A split, a filter or a period that this indicator does not have."""

    code = "onmogelijke-vraag"
    melding = "Zo kan dit cijfer niet worden getoond."


def onmogelijk(melding: str, *namen: str) -> OnmogelijkeVraag:
    """The refusal of a question, that names the parts of it that do not go together."""
    return OnmogelijkeVraag(melding, velden=dict.fromkeys(namen, melding))
