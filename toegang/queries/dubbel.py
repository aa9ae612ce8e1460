"""Residents who may be the same person as the one about to be registered."""

import datetime as dt
import uuid
from dataclasses import replace

from django.db.models import F, Q, QuerySet, Value

from toegang.models import Inwoner
from toegang.models.basis import Gelijkenis, Zoektekst
from toegang.queries.treffers import Treffer, describe_residents

MOST = 10
ALIKE = 0.5  # "Jansen" and "Janssen" are 0.6, "Jansen" and "Jonker" 0.1


def find_duplicates(inwoner: Inwoner, *, op: dt.date) -> list[Treffer]:
    """Residents with the same BSN, or born the same day with a surname very much alike.

    Without a birth date: the same full name. At most ten, the most alike first; `reden`
    is `bsn` or `gelijkend`.
    """
    ids: list[uuid.UUID] = list(_alike(inwoner).values_list("pk", flat=True)[:MOST])
    if not ids:
        return []
    same_bsn = _same_bsn(inwoner)
    return [
        replace(found, reden="bsn" if found.inwoner_id == same_bsn else "gelijkend")
        for found in describe_residents(ids, op=op)
    ]


def _alike(inwoner: Inwoner) -> QuerySet[Inwoner]:
    same_bsn = Q(bsn_zoek=inwoner.bsn_zoek) if inwoner.bsn_zoek else Q(pk__in=[])
    if inwoner.geboortedatum is None:
        same_name = Q(
            voornamen__iexact=inwoner.voornamen, geslachtsnaam__iexact=inwoner.geslachtsnaam
        )
        return Inwoner.objects.filter(same_bsn | (same_name & ~Q(voornamen=""))).order_by("pk")
    likeness = Gelijkenis(Zoektekst("geslachtsnaam"), Zoektekst(Value(inwoner.geslachtsnaam)))
    same_person = Q(geboortedatum=inwoner.geboortedatum, gelijkenis__gte=ALIKE)
    return (
        Inwoner.objects.annotate(gelijkenis=likeness)
        .filter(same_bsn | same_person)
        .order_by(F("gelijkenis").desc(), "pk")
    )


def _same_bsn(inwoner: Inwoner) -> uuid.UUID | None:
    if inwoner.bsn_zoek is None:
        return None
    return Inwoner.objects.filter(bsn_zoek=inwoner.bsn_zoek).values_list("pk", flat=True).first()
