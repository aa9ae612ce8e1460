"""What a vindplaats is not told: whether a resident is known, where they live, who helps them."""

from collections.abc import Collection
from typing import Any

from hengelo_sociaal.kern.fouten import GeenRecht
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.rechten import PERSONEN_ZOEKEN

NIET_VERKLAPT = "U ziet niet wie er bekend is of waar die woont. Haal dit filter weg."


def sees_who(by: Medewerker) -> bool:
    """Whether somebody may know which resident and which household a record is of."""
    return PERSONEN_ZOEKEN.van(by) is not None


def refuse_telling(
    by: Medewerker, query: dict[str, Any], hidden: Collection[str], zin: str = NIET_VERKLAPT
) -> None:
    """Refuse filters that would tell what the answer hides (GeenRecht, 403)."""
    telling = [name for name in query if name in hidden]
    if telling and not sees_who(by):
        raise GeenRecht(zin, velden=dict.fromkeys(telling, zin))


def shown_to(by: Medewerker, body: dict[str, Any], hidden: dict[str, Any]) -> dict[str, Any]:
    """A record as somebody may see it: for who may not know whose it is, with `hidden` in it."""
    return body if sees_who(by) else body | hidden
