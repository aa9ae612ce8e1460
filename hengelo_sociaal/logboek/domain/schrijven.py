"""Writing the log, in the same transaction as what it tells of.

If the line cannot be written, neither happens: a page is refused and a change undone.
"""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from hengelo_sociaal.logboek.models import Handeling, Toegangsregel, Wijzigingsregel
from hengelo_sociaal.medewerkers.models import Medewerker


def log_access(
    *,
    by: Medewerker,
    handeling: Handeling,
    soort: str,
    doel: str,
    at: dt.datetime,
    object_id: uuid.UUID | None = None,
    inwoners: Iterable[uuid.UUID] = (),
    bijzonderheden: Mapping[str, Any] | None = None,
) -> None:
    """Note a look into personal records; a list or a search is one line with its ids."""
    Toegangsregel.objects.create(
        op=at,
        medewerker_id=by.pk,
        handeling=handeling,
        soort=soort,
        object_id=object_id,
        inwoners=list(inwoners),
        doel=doel,
        bijzonderheden=dict(bijzonderheden or {}),
    )


def log_change(
    *,
    by: Medewerker,
    handeling: str,
    soort: str,
    object_id: uuid.UUID,
    at: dt.datetime,
    huishouden_id: uuid.UUID | None = None,
    inwoners: Iterable[uuid.UUID] = (),
    reden: str = "",
    wijziging: Mapping[str, Any] | None = None,
) -> None:
    """Note a change; `wijziging` holds what was different, never a BSN."""
    Wijzigingsregel.objects.create(
        op=at,
        medewerker_id=by.pk,
        handeling=handeling,
        soort=soort,
        object_id=object_id,
        huishouden_id=huishouden_id,
        inwoners=list(inwoners),
        reden=reden,
        wijziging=dict(wijziging or {}),
    )
