"""What aanbieders brings to the time line of a household: help that begins and ends."""

import uuid
from collections.abc import Mapping

from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse

from aanbieders.models import Toewijzing
from aanbieders.queries.zicht import visible_toewijzingen
from aanbieders.rechten import TOEWIJZING_LEZEN
from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik
from hengelo_sociaal.web.tijdlijn import Gebeurtenis, Keuze, Soort, registreer

Woorden = Mapping[str, Gebeurtenis]


def toewijzingen(by: Medewerker, huishouden_id: uuid.UUID) -> QuerySet[Toewijzing]:
    """What was granted, as far as `by` may see it; `einde` is its last day, when there is one."""
    rows = visible_toewijzingen(by=by, op=vandaag(), huishouden_id=huishouden_id)
    return rows.annotate(einde=Coalesce("beeindigd_op", "tot"))


def vertel_begin(rows: QuerySet[Toewijzing]) -> Woorden:
    """Help that begins."""
    return {str(one.pk): _event(one, "begint") for one in rows}


def vertel_einde(rows: QuerySet[Toewijzing]) -> Woorden:
    """Help that ends."""
    return {str(one.pk): _event(one, "eindigt") for one in rows}


def _event(one: Toewijzing, what: str) -> Gebeurtenis:
    return Gebeurtenis(
        titel=f"Hulp {what}: {one.product.naam}",
        tekst=f"{one.contract.aanbieder.naam}, {one.omvang}",
        wie=one.inwoner.naam,
        adres=reverse("toewijzing", args=[one.pk]),
    )


HULP = Keuze(
    code="hulp",
    titel="Toegewezen hulp",
    volgorde=50,
    rechten=(TOEWIJZING_LEZEN,),
    minstens=Bereik.EIGEN,
    inwoner="inwoner",
)
registreer(
    *HULP.met(
        Soort("hulp-begint", "package", toewijzingen, "van", vertel_begin),
        Soort("hulp-eindigt", "package", toewijzingen, "einde", vertel_einde),
    )
)
