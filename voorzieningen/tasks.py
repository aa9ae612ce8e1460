"""What the worker does for the catalogue."""

from celery import shared_task

from hengelo_sociaal.kern.tijd import nu
from voorzieningen.domain.gezocht import forget_searches
from voorzieningen.domain.nakijken import remind_keepers
from voorzieningen.domain.wijzigingen import forget_changes


@shared_task(name="voorzieningen.herinner_aan_nakijken")
def herinner_aan_nakijken() -> None:
    """Tell who keeps an entry that nobody checked for long; once a month for each."""
    remind_keepers(at=nu())


@shared_task(name="voorzieningen.vergeet_zoekwoorden")
def vergeet_zoekwoorden() -> None:
    """Forget words that were hardly ever asked for, and those of long ago."""
    forget_searches(at=nu())


@shared_task(name="voorzieningen.vergeet_wijzigingen")
def vergeet_wijzigingen() -> None:
    """Throw away the marks of changes that every process has seen or will read anew."""
    forget_changes()
