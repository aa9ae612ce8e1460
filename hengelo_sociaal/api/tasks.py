"""What the API does by the clock."""

from celery import shared_task

from hengelo_sociaal.api.idempotentie import forget_old
from hengelo_sociaal.kern.tijd import nu


@shared_task(name="api.vergeet_oude_antwoorden")
def forget_old_answers() -> None:
    """Kept answers may hold personal data; they stay a day and no longer."""
    forget_old(at=nu())
