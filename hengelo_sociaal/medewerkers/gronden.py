"""What keeps an involvement open: the work it rests on, told by the floor that owns that work.

Every open involvement opens a dossier without a purpose. So each ground says here which work
is its reason; `without_reason` finds what was left open when that work ended, and every night
`toegang.domain.betrokkenheid` ends that.
"""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from hengelo_sociaal.medewerkers.models import Betrokkenheid, Grond

# In the work that a ground rests on, the household and the colleague of the involvement.
HUISHOUDEN, MEDEWERKER = OuterRef("huishouden_id"), OuterRef("medewerker_id")

_REDENEN: dict[str, QuerySet[Any]] = {}


def register_reason(grond: Grond, werk: QuerySet[Any]) -> None:
    """Name the running work that keeps this ground open, tied by HUISHOUDEN and MEDEWERKER.

    A ground without any never stays open: it ends on a day that is known from the start.
    """
    _REDENEN[grond] = werk


def with_reason() -> Q:
    """The open involvements of which the work still runs."""
    found = Q(pk__in=[])
    for grond, werk in _REDENEN.items():
        found |= Q(grond=grond) & Q(Exists(werk))
    return found


def without_reason() -> QuerySet[Betrokkenheid]:
    """The involvements that are open though nothing they rest on runs any more."""
    return Betrokkenheid.objects.filter(tot__isnull=True).exclude(with_reason())
