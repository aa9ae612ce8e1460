"""What the worker does for the front door."""

from celery import shared_task

from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.domain.termijnen import mark_passed_terms


@shared_task(name="toegang.markeer_verlopen_termijnen")
def markeer_verlopen_termijnen() -> None:
    """Mark the legal terms whose last day has passed."""
    mark_passed_terms(by=Medewerker.objects.systeem(), at=nu())
