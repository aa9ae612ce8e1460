"""What the worker does for plans."""

from celery import shared_task

from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.domain.herinneren import remind_of_afspraken
from plannen.domain.opmaken import make_waiting
from plannen.domain.wetswisseling import carry_out_switches


@shared_task(name="plannen.maak_papier")
def maak_papier() -> int:
    """Set agreed versions on paper of which none is kept yet; how many were made.

    Runs every twenty seconds; what a killed worker left is done by a later run.
    """
    return make_waiting(at=nu())


@shared_task(name="plannen.voer_overstappen_uit")
def voer_overstappen_uit() -> None:
    """Let every overstap happen whose day has come."""
    carry_out_switches(op=vandaag(), by=Medewerker.objects.systeem(), at=nu())


@shared_task(name="plannen.herinner_afspraken")
def herinner_afspraken() -> None:
    """Tell colleagues which of their afspraken are on today, due or late."""
    remind_of_afspraken(at=nu())
