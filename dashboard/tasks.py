"""What the worker does for the figures: count again what was marked."""

from celery import shared_task

from dashboard.domain.effecten import publish_effects
from dashboard.domain.gebieden import publish_areas
from dashboard.domain.herbereken import recount_marked
from hengelo_sociaal.kern.tijd import dag_van, nu


@shared_task(name="dashboard.herbereken_vuil")
def herbereken_vuil() -> int:
    """Count again everything that was marked; how many published figures became different.

    Runs every twenty seconds and at a hint after a registration; running twice at once is
    harmless, and what a killed worker left is done by the next run.
    """
    return recount_marked(at=nu()).anders


@shared_task(name="dashboard.tel_gebieden")
def tel_gebieden() -> int:
    """Count wijken, buurten and what was taken up again; once a night, not sooner."""
    at = nu()
    year = dag_van(at).year
    publish_effects(at=at)
    return publish_areas(jaren=(year - 1, year), at=at)
