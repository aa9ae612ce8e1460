"""What the front door knows of events in a life: the laws, and birthdays that come."""

import datetime as dt
import uuid
from collections.abc import Iterable

from django.db.models import Q

from hengelo_sociaal.web.gevolgen import (
    Gebeuren,
    Gevolg,
    Huishoudens,
    Soort,
    Voorzien,
    add_months,
    add_years,
    of_households,
    registreer,
    registreer_voorziener,
)
from hengelo_sociaal.web.opmaak import datum
from toegang.models import Inwoner, Lidmaatschap
from toegang.queries.levensregels import rules_for

EEN_DAG = dt.timedelta(days=1)


def laws(gebeuren: Gebeuren) -> Iterable[Gevolg]:
    """What the laws say about it."""
    key = gebeuren.inwoner_id
    person = Inwoner.objects.filter(pk=key).first() if key else None
    name = person.voornamen.split(" ")[0] if person else "de inwoner"
    return rules_for(
        gebeuren.soort, naam=name, op=gebeuren.op, met_kinderen=_has_children(gebeuren)
    )


def _has_children(gebeuren: Gebeuren) -> bool:
    """Whether somebody young enough belongs to the household, also one who lives elsewhere.

    For parents who part that is a minor; for moving anybody under 23, as long as help for
    youth may go on (Jeugdwet 1.1). Who comes to live there may have children that nobody
    wrote down yet.
    """
    if gebeuren.soort == Soort.KOMST:
        return True
    age = 18 if gebeuren.soort == Soort.SCHEIDING else 23
    born_after = add_years(gebeuren.gezien_op, -age)
    members = Lidmaatschap.objects.op(gebeuren.gezien_op).filter(
        huishouden=gebeuren.huishouden_id, inwoner__geboortedatum__gt=born_after
    )
    return members.exists()


def birthdays(huishoudens: Huishoudens, op: dt.date) -> Iterable[Voorzien]:
    """Who turns 18 within eighteen months (from 16.5 years), or 27 within three; one query.

    From 17.5 years on it is time to arrange things (BP 5.1: the group 16 to 27).
    """
    soon = _turns(18, (op, add_months(op, 18))) | _turns(27, (op, add_months(op, 3)))
    born = Lidmaatschap.objects.op(op).filter(
        soon, of_households(huishoudens), inwoner__overleden_op__isnull=True
    )
    for member in born.select_related("inwoner"):
        found = _birthday(member.inwoner, member.huishouden_id, op)
        if found is not None:
            yield found


def _turns(age: int, when: tuple[dt.date, dt.date]) -> Q:
    """Who may turn so old in a period; a day too wide on both sides, for who is of 29 February."""
    first, last = (add_years(day, -age) for day in when)
    return Q(inwoner__geboortedatum__range=(first - EEN_DAG, last + EEN_DAG))


def _birthday(person: Inwoner, huishouden_id: uuid.UUID, op: dt.date) -> Voorzien | None:
    assert person.geboortedatum is not None  # noqa: S101 (the query asked for it)
    at_18, at_27 = add_years(person.geboortedatum, 18), add_years(person.geboortedatum, 27)
    if op < at_18 <= add_months(op, 18):
        return Voorzien(
            gebeuren=_event(Soort.ACHTTIEN, person, huishouden_id, at_18, op),
            titel=f"{person.naam} wordt 18 op {datum(at_18)}",
            uitleg="Regel nu wat er na 18 nodig is."
            if at_18 <= add_months(op, 6)
            else "Begin met praten over wat er na 18 nodig is.",
        )
    if op < at_27 <= add_months(op, 3):
        return Voorzien(
            gebeuren=_event(Soort.ZEVENENTWINTIG, person, huishouden_id, at_27, op),
            titel=f"{person.naam} wordt 27 op {datum(at_27)}",
            uitleg="Kijk wat dit doet met de bijstand in huis.",
        )
    return None


def _event(
    soort: Soort, person: Inwoner, huishouden_id: uuid.UUID, op: dt.date, seen: dt.date
) -> Gebeuren:
    return Gebeuren(
        soort=soort, huishouden_id=huishouden_id, op=op, gezien_op=seen, inwoner_id=person.pk
    )


registreer(laws)
registreer_voorziener(birthdays)
