"""What lower floors ask of the front door."""

import uuid

from hengelo_sociaal.kern.geheim import fingerprint
from hengelo_sociaal.logboek.zoekers import register_zoeker
from toegang.models import Inwoner


@register_zoeker
def find_by_bsn(bsn: str) -> uuid.UUID | None:
    """The resident with this BSN, for the overview of who looked."""
    return Inwoner.objects.filter(bsn_zoek=fingerprint(bsn)).values_list("pk", flat=True).first()
