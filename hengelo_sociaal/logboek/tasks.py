"""What the log does by the clock."""

from celery import shared_task

from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.logboek.domain.zegels import seal_log


@shared_task(name="logboek.verzegel")
def seal() -> None:
    """Seal what is an hour old; running twice is harmless."""
    seal_log(at=nu())
