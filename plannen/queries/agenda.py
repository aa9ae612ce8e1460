"""What plans bring to somebody's calendar: days, and never a name or what was agreed."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import Q

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.werk.registers import Agendapunt
from plannen.enums import AfspraakStatus, Keeruitkomst, PlanStatus
from plannen.models import Afspraak, Evaluatie, Keer, Regisseurperiode
from plannen.queries.keren import times_since
from plannen.queries.ritme import occurrences

TERUG = dt.timedelta(days=30)
VOORUIT = dt.timedelta(weeks=26)
KEREN_VOORUIT = dt.timedelta(weeks=8)


def calendar_entries(medewerker: Medewerker, op: dt.date) -> Iterator[Agendapunt]:
    """My afspraken with their day or days, and evaluations of plans that I am regisseur of."""
    yield from _afspraken(medewerker, op)
    yield from _evaluations(medewerker, op)


def _afspraken(medewerker: Medewerker, op: dt.date) -> Iterator[Agendapunt]:
    due = Q(uiterlijk__range=(op - TERUG, op + VOORUIT))
    mine = Afspraak.objects.filter(
        due | Q(eerste_keer__isnull=False), medewerker=medewerker, status=AfspraakStatus.OPEN
    ).exclude(doel__plan__status=PlanStatus.BEEINDIGD)
    found = list(mine.select_related("doel").order_by("gemaakt_op", "pk"))
    ticked = times_since(found, op)
    for one in found:
        for day in _days(one, op):
            keer: Keer | None = ticked.get(one.pk, {}).get(day)
            if keer is None or keer.uitkomst != Keeruitkomst.OVERGESLAGEN:
                yield _entry(one, day, "Afspraak uit een plan")
        if one.uiterlijk and op - TERUG <= one.uiterlijk <= op + VOORUIT:
            yield _entry(one, one.uiterlijk, "Laatste dag: afspraak uit een plan")


def _days(afspraak: Afspraak, op: dt.date) -> Iterator[dt.date]:
    """The days ahead on which it comes back."""
    if afspraak.komt_terug:
        yield from occurrences(afspraak, op, op + KEREN_VOORUIT)


def _entry(afspraak: Afspraak, dag: dt.date, titel: str) -> Agendapunt:
    last = "laatste-dag" if titel.startswith("Laatste") else "keer"
    return Agendapunt(
        kenmerk=f"afspraak-{afspraak.pk}-{last}-{dag.isoformat()}",
        titel=titel,
        adres=f"/plannen/{afspraak.doel.plan_id}#doel-{afspraak.doel_id}",
        begin=dag,
    )


def _evaluations(medewerker: Medewerker, op: dt.date) -> Iterator[Agendapunt]:
    leading = Regisseurperiode.objects.filter(medewerker=medewerker, tot__isnull=True)
    due = Evaluatie.objects.filter(
        plan__in=leading.values("plan"),
        gehouden_op__isnull=True,
        gepland_op__range=(op - TERUG, op + VOORUIT),
    )
    for one in due.order_by("gepland_op", "pk"):
        yield Agendapunt(
            kenmerk=f"evaluatie-{one.pk}",
            titel="Evaluatie van een plan",
            adres=f"/plannen/{one.plan_id}",
            begin=one.gepland_op,
        )
