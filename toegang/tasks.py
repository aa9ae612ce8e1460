"""What the worker does for the front door."""

from celery import shared_task

from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.domain.dubbel import find_pairs
from toegang.domain.termijnen import mark_passed_terms


@shared_task(name="toegang.markeer_verlopen_termijnen")
def markeer_verlopen_termijnen() -> None:
    """Mark the legal terms whose last day has passed."""
    mark_passed_terms(by=Medewerker.objects.systeem(), at=nu())


@shared_task(name="toegang.zoek_dubbele_inwoners")
def zoek_dubbele_inwoners() -> None:
    """Put on the work list who may be registered twice."""
    find_pairs(at=nu())
