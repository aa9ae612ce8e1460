"""What the worker does with messages."""

import datetime as dt

from celery import shared_task

from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.werk.domain.berichten import forget_old
from hengelo_sociaal.werk.domain.samenvatting import send_digests

BEWAREN = dt.timedelta(days=180)


@shared_task(name="werk.stuur_samenvattingen")
def stuur_samenvattingen() -> None:
    """Mail who has unread messages, at the hour of their choice."""
    send_digests(at=nu())


@shared_task(name="werk.vergeet_oude_berichten")
def vergeet_oude_berichten() -> None:
    """Throw away messages of more than half a year old."""
    forget_old(before=nu() - BEWAREN)
