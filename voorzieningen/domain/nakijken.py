"""Reminding who keeps an entry that nobody checked for long."""

import datetime as dt
from collections import Counter

from django.urls import reverse

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.werk.domain.berichten import notify
from hengelo_sociaal.werk.enums import Berichtsoort
from voorzieningen.models import Partner
from voorzieningen.queries.bijhouden import keepers, stale


def remind_keepers(*, at: dt.datetime) -> int:
    """Leave one message a month for everybody who keeps entries that are too old.

    The owner hears of the own entries, a partner of those of the own organisation, and what
    has no owner is told to all who keep the catalogue. The message gives a number and leads to
    the list, so that twenty entries are one message. Returns how many people were told.
    """
    op = dag_van(at)
    per_owner: Counter[object] = Counter()
    per_organisation: Counter[object] = Counter()
    for owner, organisation in stale(op).order_by().values_list("eigenaar", "organisatie"):
        per_owner[owner] += 1
        per_organisation[organisation] += 1
    orphans = per_owner.pop(None, 0)
    told = {
        person: per_owner[person.pk] + orphans
        for person in keepers().union(Medewerker.objects.filter(pk__in=list(per_owner)))
    }
    for partner in _partners(per_organisation):
        told[partner.medewerker] = (
            told.get(partner.medewerker, 0) + per_organisation[partner.organisatie_id]
        )
    with operation():
        for person, number in told.items():
            _tell(person, number, at)
    return sum(1 for number in told.values() if number)


def _partners(per_organisation: Counter[object]) -> list[Partner]:
    rows = Partner.objects.filter(organisatie__in=[each for each in per_organisation if each])
    return list(rows.select_related("medewerker"))


def _tell(person: Medewerker, number: int, at: dt.datetime) -> None:
    if not number:
        return
    what = "1 voorziening is" if number == 1 else f"{number} voorzieningen zijn"
    notify(
        voor=person,
        soort=Berichtsoort.CATALOGUS,
        titel=f"{what} lang niet nagekeken. Klopt het nog?",
        adres=reverse("catalogus-nakijken"),
        at=at,
        sleutel=f"nakijken:{person.pk}:{dag_van(at):%Y-%m}",
    )
