"""What the worker does for the figures: count again what was marked."""

from celery import shared_task

from dashboard.domain.herbereken import recount_marked
from hengelo_sociaal.kern.tijd import nu


@shared_task(name="dashboard.herbereken_vuil")
def herbereken_vuil() -> int:
    """Count again everything that was marked; how many published figures became different.

    Runs every twenty seconds and at a hint after a registration; running twice at once is
    harmless, and what a killed worker left is done by the next run.
    """
    return recount_marked(at=nu()).anders
