"""What the API does by the clock."""

from celery import shared_task

from hengelo_sociaal.api.idempotentie import forget_old
from hengelo_sociaal.api.pogingen import forget_failures
from hengelo_sociaal.kern.tijd import nu


@shared_task(name="api.vergeet_oude_antwoorden")
def forget_old_answers() -> None:
    """Kept answers may hold personal data: a day and no longer; wrong tokens five minutes."""
    forget_old(at=nu())
    forget_failures(at=nu())
