"""A person and where they live, registered in one go at the counter."""

import datetime as dt

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.domain.huishouden import Adres, Lid, register_huishouden
from toegang.domain.inwoner import InwonerGegevens, register_inwoner
from toegang.enums import Rol
from toegang.models import Inwoner


def register_at_address(
    *,
    by: Medewerker,
    gegevens: InwonerGegevens,
    adres: Adres,
    at: dt.datetime,
    bsn: str | None = None,
    negeer_dubbel: str | None = None,
) -> Inwoner:
    """Register a resident and their household, both or neither.

    Refused as `register_inwoner` and `register_huishouden` refuse.
    """
    with operation():
        inwoner = register_inwoner(
            by=by, gegevens=gegevens, at=at, bsn=bsn, negeer_dubbel=negeer_dubbel
        )
        register_huishouden(
            by=by, adres=adres, leden=[Lid(inwoner_id=inwoner.pk, rol=Rol.AANVRAGER)], at=at
        )
    return inwoner
