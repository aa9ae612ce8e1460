"""What the municipality wants an indicator to be."""

import datetime as dt
import uuid
from decimal import Decimal

from dashboard.domain.versie import raise_version
from dashboard.enums import Herkomst
from dashboard.exceptions import IndicatorNietGevonden, OnmogelijkeVraag
from dashboard.models import Indicator, Streefwaarde
from dashboard.rechten import STREEFWAARDEN
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets

_NAMESPACE = uuid.UUID("7e0f3a55-9f0c-4c1c-8c55-0d6f0a8b7a11")
_HEEL = 100


def set_target(
    *, code: str, jaar: int, waarde: Decimal, by: Medewerker, at: dt.datetime
) -> Streefwaarde:
    """Set the target of a computed indicator for a year; an earlier one is replaced.

    Refused with GeenRecht, IndicatorNietGevonden (also for imported ones, whose targets are
    as printed), or OnmogelijkeVraag for a share outside 0 to 100 or a negative number.
    """
    toets(by, STREEFWAARDEN)
    with operation():
        # Two people setting the same target: the second waits, and replaces the first.
        indicator = (
            Indicator.objects.select_for_update(of=("self",), no_key=True)
            .filter(code=code, herkomst=Herkomst.BEREKEND)
            .first()
        )
        if indicator is None:
            raise IndicatorNietGevonden("Deze indicator wordt hier niet berekend.")
        if waarde < 0 or (indicator.is_percentage and waarde > _HEEL):
            raise OnmogelijkeVraag(
                "Vul een percentage van 0 tot en met 100 in."
                if indicator.is_percentage
                else "Vul een getal van 0 of hoger in.",
                velden={"waarde": "Dit getal kan niet."},
            )
        made, _ = Streefwaarde.objects.update_or_create(
            indicator=indicator, jaar=jaar, defaults={"waarde": waarde, "bron": by.naam[:120]}
        )
        log_change(
            by=by,
            handeling="streefwaarde gezet",
            soort="indicator",
            object_id=uuid.uuid5(_NAMESPACE, code),
            at=at,
            wijziging={"indicator": code, "jaar": jaar, "waarde": str(waarde)},
        )
        raise_version(at=at)
    return made
