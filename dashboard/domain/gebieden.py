"""Counting wijken and buurten again: a year as a whole, rounded, small groups left out."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction

from dashboard.enums import Gebiedsmaat
from dashboard.models import Gebiedscijfer, Gebiedsjaar
from dashboard.onderdrukking.afgerond import publish
from dashboard.queries.gebiedsmaten import DEFINITIES, TELLERS


def publish_areas(*, jaren: Iterable[int], at: dt.datetime) -> int:
    """Count these years again and publish them; how many numbers became different.

    Done once a night and not at every registration: a number that moves while somebody
    watches would tell about one household. Counting twice changes nothing but the moment.
    """
    return sum(_publish(maat, jaar, at) for jaar in jaren for maat in Gebiedsmaat)


def _publish(maat: Gebiedsmaat, jaar: int, at: dt.datetime) -> int:
    with transaction.atomic():
        year, _ = Gebiedsjaar.objects.get_or_create(
            maat=maat,
            jaar=jaar,
            defaults={"berekend_op": at, "definitie_versie": DEFINITIES[maat].versie},
        )
        # The year owns its numbers: two workers counting it do so one after the other.
        Gebiedsjaar.objects.select_for_update(of=("self",), no_key=True).get(pk=year.pk)
        counted = TELLERS[maat](jaar)
        rows = publish(counted.tellingen, counted.lijnen)
        known = {(row.gebied, row.categorie): row.aantal for row in year.cijfers.all()}
        year.berekend_op, year.definitie_versie = at, DEFINITIES[maat].versie
        year.save()
        if known == rows:
            return 0
        year.cijfers.all().delete()
        Gebiedscijfer.objects.bulk_create(
            Gebiedscijfer(jaar=year, gebied=area, categorie=category, aantal=number)
            for (area, category), number in sorted(rows.items())
        )
    return len(set(known.items()) ^ set(rows.items()))
