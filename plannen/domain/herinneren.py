"""Reminding a colleague of what they do for a plan."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import Q, QuerySet

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.queries import absences
from hengelo_sociaal.web.opmaak import datum
from hengelo_sociaal.werk.domain.berichten import notify
from hengelo_sociaal.werk.enums import Berichtsoort
from plannen.enums import AfspraakStatus, Herhaling, PlanStatus
from plannen.models import Afspraak
from plannen.queries.ritme import occurs_on

VOORAF = dt.timedelta(days=3)


def remind_of_afspraken(*, at: dt.datetime) -> int:
    """Leave a message three days before an afspraak is due, once it is late, and on its day.

    What comes back is told on each of its days, except every day. Who is on leave hears of
    it, and so does the substitute. Twice is harmless: the same news is told once. Returns
    how many reminders there are.
    """
    today = dag_van(at)
    away = absences(Medewerker.objects.all(), op=today)
    told = 0
    for afspraak in _running(today).iterator(chunk_size=500):
        leave = away.get(afspraak.medewerker_id) if afspraak.medewerker_id else None
        for words, key in _news(afspraak, today):
            told += 1
            with operation():
                for person in (afspraak.medewerker, leave.vervanger if leave else None):
                    notify(
                        voor=person,
                        soort=Berichtsoort.AFSPRAAK,
                        titel=f"Plan {afspraak.doel.plan.nummer}: {words}",
                        adres=f"/plannen/{afspraak.doel.plan_id}#doel-{afspraak.doel_id}",
                        at=at,
                        sleutel=f"afspraak:{afspraak.pk}:{key}",
                    )
    return told


def _running(today: dt.date) -> QuerySet[Afspraak]:
    due = Q(uiterlijk__lte=today + VOORAF)
    back = Q(eerste_keer__lte=today) & (Q(laatste_keer__isnull=True) | Q(laatste_keer__gte=today))
    return (
        Afspraak.objects.filter(due | back, status=AfspraakStatus.OPEN, medewerker__isnull=False)
        .exclude(doel__plan__status=PlanStatus.BEEINDIGD)
        .select_related("doel__plan", "medewerker")
        .order_by("pk")
    )


def _news(afspraak: Afspraak, today: dt.date) -> Iterator[tuple[str, str]]:
    """What there is to tell, with the key under which it is told once."""
    due = afspraak.uiterlijk
    if due is not None and due < today:
        yield f"een afspraak van u is te laat ({datum(due)})", f"te-laat:{due}"
    elif due is not None and due <= today + VOORAF:
        yield f"een afspraak van u moet klaar zijn voor {datum(due)}", f"bijna:{due}"
    if afspraak.herhaling != Herhaling.DAGELIJKS and occurs_on(afspraak, today):
        yield f"vandaag, {datum(today)}, staat een afspraak van u", f"vandaag:{today}"
