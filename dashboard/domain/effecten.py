"""Publishing what became of what was taken up: rounded, small groups left out."""

import datetime as dt

from django.db import transaction

from dashboard.models import Collectiefeffect
from dashboard.onderdrukking.afgerond import STAP, rounded
from dashboard.queries.effecten import VERSIE, Geteld, count_effects
from voorzieningen.models import Collectief

_VELDEN = ("wachtten", "aangeboden", "aangenomen", "zonder_maatwerk")


def publish_effects(*, at: dt.datetime) -> int:
    """Count the effect of every collectief again; of how many. Once a night, like the wijken."""
    with transaction.atomic():
        counted = count_effects()
        rows = [
            Collectiefeffect(
                collectief_id=key,
                **published(counted.get(key, Geteld())),
                berekend_op=at,
                definitie_versie=VERSIE,
            )
            for key in Collectief.objects.values_list("pk", flat=True)
        ]
        Collectiefeffect.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["collectief"],
            update_fields=[*_VELDEN, "berekend_op", "definitie_versie"],
        )
    return len(rows)


def published(geteld: Geteld) -> dict[str, int | None]:
    """What may be shown: to the nearest ten, so that no difference tells about a few."""
    return {
        name: None if getattr(geteld, name) < STAP else rounded(getattr(geteld, name))
        for name in _VELDEN
    }
