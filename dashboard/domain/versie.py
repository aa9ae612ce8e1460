"""The version of all figures together, by which pages are kept."""

import datetime as dt

from django.db.models import F

from dashboard.models import Cijferversie


def raise_version(*, at: dt.datetime) -> None:
    """A published figure became different: pages that were kept are old now."""
    changed = Cijferversie.objects.filter(pk=1).update(
        versie=F("versie") + 1, gewijzigd_op=at, bijgewerkt_op=at
    )
    if not changed:
        Cijferversie.objects.get_or_create(
            pk=1, defaults={"versie": 1, "gewijzigd_op": at, "bijgewerkt_op": at}
        )


def note_checked(*, at: dt.datetime) -> None:
    """The figures were counted again and nothing was different."""
    if not Cijferversie.objects.filter(pk=1).update(bijgewerkt_op=at):
        Cijferversie.objects.get_or_create(pk=1, defaults={"bijgewerkt_op": at})
