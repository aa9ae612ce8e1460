"""What accounts need by the clock."""

from celery import shared_task
from django.core.management import call_command


@shared_task(name="medewerkers.ruim_sessies_op")
def clear_sessions() -> None:
    """Forget sessions that have ended; they would stay in the database for ever."""
    call_command("clearsessions")
