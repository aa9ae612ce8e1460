"""Reference values by code, without asking the database for every registration.

The lists are small and hardly ever change. Each process remembers them for a minute; a
code that it does not know is looked up before it is refused.
"""

import time
from typing import TypeVar

from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.kern.modellen import Waarde

W = TypeVar("W", bound=Waarde)
_SECONDS = 60
_remembered: dict[type[Waarde], tuple[float, dict[str, Waarde]]] = {}


def value_of(model: type[W], code: str, *, veld: str) -> W:
    """The value with this code, one that may still be chosen.

    Refused with OngeldigeInvoer, naming the field `veld`, when there is none.
    """
    found = _values(model).get(code) or _values(model, fresh=True).get(code)
    if found is None:
        label = str(model._meta.verbose_name)
        raise OngeldigeInvoer(
            f"Deze waarde voor {label} bestaat niet of is niet meer te kiezen.",
            velden={veld: f"Kies een {label} uit de lijst."},
        )
    return found


def _values(model: type[W], *, fresh: bool = False) -> dict[str, W]:
    moment, values = _remembered.get(model, (0.0, {}))
    if fresh or time.monotonic() - moment > _SECONDS:
        values = {v.code: v for v in model._default_manager.filter(beeindigd=False)}
        _remembered[model] = (time.monotonic(), values)
    return values  # type: ignore[return-value]
