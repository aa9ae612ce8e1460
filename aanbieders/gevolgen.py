"""What toewijzingen mean for an event: help that runs, and help that ends."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from aanbieders.models import Toewijzing
from hengelo_sociaal.web.gevolgen import (
    Gebeuren,
    Gebied,
    Gevolg,
    Huishoudens,
    Soort,
    Stap,
    Voorzien,
    of_households,
    registreer,
    registreer_voorziener,
)
from hengelo_sociaal.web.opmaak import datum

TWAALF_WEKEN = dt.timedelta(weeks=12)
ACHT_WEKEN = dt.timedelta(weeks=8)


def running(huishoudens: Huishoudens, op: dt.date) -> QuerySet[Any]:
    """Help that runs on a day; its last day is in `einde`."""
    rows: QuerySet[Any] = Toewijzing.objects.op(op).filter(of_households(huishoudens))
    return rows.select_related("product", "inwoner")


def help_that_runs(gebeuren: Gebeuren) -> Iterable[Gevolg]:
    """What happens to each toewijzing of the person, or of the household."""
    rows = running([gebeuren.huishouden_id], gebeuren.gezien_op)
    if gebeuren.inwoner_id is not None:
        rows = rows.filter(inwoner=gebeuren.inwoner_id)
    for one in rows.order_by("einde", "pk"):
        found = consequence(one, gebeuren)
        if found is not None:
            yield found


def consequence(one: Toewijzing, gebeuren: Gebeuren) -> Gevolg | None:
    """What an event means for one toewijzing; None when it means nothing."""
    name = one.product.naam
    if gebeuren.soort == Soort.EINDE_HULP:
        return _ends(one) if one.laatste_dag == gebeuren.op else None
    if gebeuren.soort == Soort.ACHTTIEN and one.product.wet_id == "jeugdwet":
        last = one.laatste_dag
        text = f"“{name}” komt uit de Jeugdwet"
        text += f" en loopt tot en met {datum(last)}." if last else " en heeft geen einddatum."
        return Gevolg(
            gebied=Gebied.PLAN,
            tekst=f"{text} Beslis of dit stopt, overgaat naar een andere wet of doorloopt.",
            bron="Jeugdwet artikel 1.1",
        )
    if gebeuren.soort == Soort.WERK and "dagbesteding" in name.lower():
        return Gevolg(
            gebied=Gebied.PLAN,
            tekst=f"Door werk is “{name}” misschien minder nodig. Kijk het samen na.",
            bron="Wmo 2015 artikel 2.3.9",
            zeker=True,
        )
    if gebeuren.soort in {Soort.VERTREK, Soort.OVERLIJDEN}:
        return Gevolg(
            gebied=Gebied.PLAN,
            tekst=f"“{name}” van {one.inwoner.naam} loopt nog. Beslis of en wanneer dit stopt.",
            bron=f"Toewijzing {one.nummer}",
            zeker=True,
        )
    return None


def _ends(one: Toewijzing) -> Gevolg:
    last = one.laatste_dag
    assert last is not None  # noqa: S101 (it is the day of the event)
    law = one.product.wet_id
    article = {
        "wmo": "Wmo 2015 artikel 2.3.9, 2.3.2 lid 1 en 2.3.5 lid 2",
        "jeugdwet": "Awb artikel 4:13",
    }.get(law or "", "Awb artikel 4:13")
    return Gevolg(
        gebied=Gebied.TERMIJN,
        tekst=f"“{one.product.naam}” van {one.inwoner.naam} stopt op {datum(last)}. Kijk samen of "
        "het nog nodig is, en of het lichter kan. Een nieuw besluit kan 8 weken duren.",
        bron=article,
        zeker=True,
        stap=Stap(
            code=f"einde-{one.nummer}",
            omschrijving=f"Samen bekijken of “{one.product.naam}” nog nodig is",
            doel="Ik heb de hulp die nu bij mij past",
            leefgebied="gezondheid",
            uiterlijk=last - ACHT_WEKEN,
        ),
    )


def ends_soon(huishoudens: Huishoudens, op: dt.date) -> Iterable[Voorzien]:
    """Help that ends within twelve weeks; one query."""
    rows = running(huishoudens, op).filter(einde__gte=op, einde__lte=op + TWAALF_WEKEN)
    for one in rows.order_by("einde", "pk"):
        last = one.laatste_dag
        if last is None or one.huishouden_id is None:
            continue
        yield Voorzien(
            gebeuren=Gebeuren(
                soort=Soort.EINDE_HULP,
                huishouden_id=one.huishouden_id,
                op=last,
                gezien_op=op,
                inwoner_id=one.inwoner_id,
            ),
            titel=f"{one.product.naam} van {one.inwoner.naam} stopt op {datum(last)}",
            uitleg="Kijk samen of het nog nodig is, en of het lichter kan.",
        )


registreer(help_that_runs)
registreer_voorziener(ends_soon)
