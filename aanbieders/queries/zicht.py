"""Who may see which toewijzingen, and whether with a name (contract.md, Who may what)."""

import base64
import datetime as dt
import hashlib
import hmac
import uuid

from django.conf import settings

from aanbieders.models import Toewijzing
from aanbieders.models.toewijzingen import ToewijzingQuerySet
from aanbieders.rechten import TOEWIJZING_LEZEN
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.queries import own_or_involved
from hengelo_sociaal.medewerkers.rechten import Bereik, toets


def visible_toewijzingen(
    *, by: Medewerker, op: dt.date, huishouden_id: uuid.UUID | None = None
) -> ToewijzingQuerySet:
    """What this person may see of toewijzingen: all, or of households they are involved with.

    With `huishouden_id` those of that household. Refused with GeenRecht (403) for whom figures
    are enough.
    """
    reach = toets(by, TOEWIJZING_LEZEN, minstens=Bereik.PSEUDONIEM)
    rows = Toewijzing.objects.select_related("contract__aanbieder", "product", "inwoner")
    if reach is Bereik.EIGEN:
        return own_or_involved(rows, None, by, op=op, huishouden_id=huishouden_id)
    return rows if huishouden_id is None else rows.filter(huishouden=huishouden_id)


def sees_names(by: Medewerker) -> bool:
    """Whether this person sees who it is about, instead of a pseudonym."""
    reach = TOEWIJZING_LEZEN.van(by)
    return reach is not None and reach >= Bereik.EIGEN


def pseudonym(inwoner_id: uuid.UUID) -> str:
    """A name that hides who it is and is the same every time, such as `K7QM-2XTA`.

    Keyed, so that nobody can make it from an identifier that they know.
    """
    key = f"pseudoniem:{settings.BSN_ZOEKSLEUTEL or settings.SECRET_KEY}".encode()
    code = base64.b32encode(hmac.new(key, inwoner_id.bytes, hashlib.sha256).digest()).decode()
    return f"{code[:4]}-{code[4:8]}"
