"""The core questions, drawn by the one renderer, at the desk and on the website."""

from collections.abc import Mapping
from typing import Any

from hengelo_sociaal.waarden.models import Leefgebied
from toegang.exceptions import GeenVragenlijst
from toegang.forms.uitvraag import OVERAL, UitvraagForm
from toegang.models.uitvraag import BREED
from toegang.queries.vragenlijst import in_force


def core_questions(
    data: Any = None, *, namen: Mapping[str, str] | None = None, known: Any = None
) -> UitvraagForm:
    """The core layer of the version in force; `known` is what was typed, without complaints.

    `namen` are other words for leefgebieden. Refused with GeenVragenlijst (409) without a
    version in force.
    """
    version = in_force(BREED)
    if version is None:
        raise GeenVragenlijst()
    labels = dict(Leefgebied.objects.values_list("code", "label"))
    names = {code: (namen or {}).get(code, label) for code, label in labels.items()}
    typed = {name: known[name] for name in known} if known is not None else None
    return UitvraagForm(data, versie=version, gebieden=names, lagen=OVERAL, antwoorden=typed)
