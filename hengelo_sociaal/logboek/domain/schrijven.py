"""Writing the log, in the same transaction as what it tells of.

If the line cannot be written, neither happens: a page is refused and a change undone. The
statements are written out, because every page and every request writes one, and building
them anew took longer than running them.
"""

import datetime as dt
import json
import uuid
from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from hengelo_sociaal.kern.uitgeschreven import run
from hengelo_sociaal.logboek.models import Handeling
from hengelo_sociaal.medewerkers.models import Medewerker

WERKLIJST = "werklijst"  # the purpose of a list of somebody's own work

_LOOK = """
    INSERT INTO logboek_toegangsregel
           (op, medewerker_id, handeling, soort, object_id, inwoners, doel, bijzonderheden)
    VALUES (%s, %s, %s, %s, %s, %s::uuid[], %s, %s::jsonb)
"""
_LOOK_AT_EACH = """
    INSERT INTO logboek_toegangsregel
           (op, medewerker_id, handeling, soort, object_id, inwoners, doel, bijzonderheden)
    SELECT %s::timestamptz, %s::uuid, %s, %s, %s::uuid, ARRAY[inwoner], %s, '{}'
      FROM unnest(%s::uuid[]) WITH ORDINALITY lid(inwoner, volgorde) ORDER BY volgorde
"""
_CHANGE = """
    INSERT INTO logboek_wijzigingsregel
           (op, medewerker_id, handeling, soort, object_id, huishouden_id, inwoners, reden,
            wijziging)
    VALUES (%s, %s, %s, %s, %s, %s, %s::uuid[], %s, %s::jsonb)
"""


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
    whose, rest = _array(inwoners), _json(bijzonderheden)
    run(_LOOK, [at, by.pk, handeling.value, soort, object_id, whose, doel, rest])


def log_access_to_each(
    *,
    by: Medewerker,
    soort: str,
    doel: str,
    at: dt.datetime,
    object_id: uuid.UUID,
    inwoners: Iterable[uuid.UUID],
) -> None:
    """Note a look with a line for each resident, so that each can be told who looked."""
    seen = Handeling.INGEZIEN.value
    run(_LOOK_AT_EACH, [at, by.pk, seen, soort, object_id, doel, _array(inwoners)])


def log_list(
    *,
    by: Medewerker,
    soort: str,
    inwoners: Iterable[uuid.UUID | None],
    at: dt.datetime,
    doel: str,
    filters: Iterable[str] = (),
) -> None:
    """Log a page of a list as one line with whose records were on it; nobody's is no line.

    `filters` are the names of the filters that were used, never their values.
    """
    # By their number: comparing the ids themselves is five times the work.
    seen = sorted({pk for pk in inwoners if pk is not None}, key=attrgetter("int"))
    if not seen:
        return
    # Digits alone: PostgreSQL reads them as well, and dashes take six times as long to write.
    whose = "{" + ",".join([pk.hex for pk in seen]) + "}"
    narrowed = _json({"gefilterd_op": sorted(filters)})
    run(_LOOK, [at, by.pk, Handeling.LIJST.value, soort, None, whose, doel[:200], narrowed])


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
    whose, difference = _array(inwoners), _json(wijziging)
    run(
        _CHANGE,
        [at, by.pk, handeling, soort, object_id, huishouden_id, whose, reden, difference],
    )


def _array(ids: Iterable[uuid.UUID]) -> str:
    """As PostgreSQL writes a list; the driver would quote every id by itself."""
    return "{" + ",".join(map(str, ids)) + "}"


def _json(words: Mapping[str, Any] | None) -> str:
    return json.dumps(words, cls=DjangoJSONEncoder) if words else "{}"
