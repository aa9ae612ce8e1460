"""What the clock does to terms: every hour it marks the days that passed."""

import datetime as dt
from contextlib import suppress

from django.db.models import F

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.termijnen.domain.opschorten import resume_termijn
from hengelo_sociaal.termijnen.enums import TermijnStatus
from hengelo_sociaal.termijnen.exceptions import TermijnNietOpgeschort
from hengelo_sociaal.termijnen.models import Termijn, Termijnregel
from hengelo_sociaal.termijnen.rekenen.soorten import Soort


def mark_verlopen(*, op: dt.date, by: Medewerker, at: dt.datetime) -> int:
    """Mark the terms whose last day lies before `op`, and return how many.

    First every suspension ends whose recovery term has lapsed. A waiting time that is over
    is not late but `gehaald`, and what a resident might have handed in is `vervallen`:
    only the municipality can be late. In bulk, without a log line for each: the date itself
    says it. Running it twice changes nothing more.
    """
    _resume_lapsed(op=op, by=by, at=at)
    with operation():
        # One table in each UPDATE: a row that somebody meets meanwhile is looked at again.
        wachtregels = Termijnregel.objects.filter(soort=Soort.WACHTTIJD)
        voorbij = Termijn.objects.eindigt_voor(op)
        wachttijden = voorbij.filter(regel__in=wachtregels).update(
            status=TermijnStatus.GEHAALD, gehaald_op=F("einddatum")
        )
        van_inwoner = Termijnregel.objects.filter(soort=Soort.INWONERTERMIJN)
        vervallen = voorbij.filter(regel__in=van_inwoner).update(status=TermijnStatus.VERVALLEN)
        verlopen = voorbij.exclude(regel__in=wachtregels).update(status=TermijnStatus.VERLOPEN)
    return wachttijden + vervallen + verlopen


def _resume_lapsed(*, op: dt.date, by: Medewerker, at: dt.datetime) -> None:
    """End each lapsed suspension in a transaction of its own; few terms stand still at once."""
    stil = Termijn.objects.filter(
        status=TermijnStatus.OPGESCHORT,
        opschortingen__beeindigd_op__isnull=True,
        opschortingen__hersteltermijn_tot__lt=op,
    )
    for termijn in stil:
        # Somebody may resume it themselves meanwhile.
        with suppress(TermijnNietOpgeschort):
            resume_termijn(termijn=termijn, op=op, by=by, at=at)
