"""Readers of the sociale kaart telling what is wrong, and settling that."""

import datetime as dt

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from voorzieningen.domain.controle import check
from voorzieningen.exceptions import TeVeelFoutmeldingen
from voorzieningen.models import Foutmelding, Voorziening
from voorzieningen.rechten import SCHRIJVEN

MEESTE_OPEN = 20


def report_mistake(*, voorziening: Voorziening, tekst: str, at: dt.datetime) -> Foutmelding:
    """Note what a reader says is wrong; nothing is known or kept of who that is.

    Refused with TeVeelFoutmeldingen when so many wait already that more would only be noise
    (the guard against machines, for readers are not followed), and with OngeldigeInvoer.
    """
    with operation():
        # The row of the provision is the queue: two readers at once cannot both be the last.
        locked = Voorziening.objects.select_for_update(of=("self",), no_key=True)
        voorziening = locked.get(pk=voorziening.pk)
        if voorziening.foutmeldingen.filter(afgehandeld_op=None).count() >= MEESTE_OPEN:
            raise TeVeelFoutmeldingen()
        melding = Foutmelding(voorziening=voorziening, tekst=tekst.strip(), gemeld_op=at)
        check(melding)
        melding.save()
    return melding


def settle_mistake(*, melding: Foutmelding, by: Medewerker, at: dt.datetime) -> Foutmelding:
    """Say that a report has been dealt with; a second time changes nothing. GeenRecht."""
    toets(by, SCHRIJVEN)
    with operation():
        open_ones = Foutmelding.objects.filter(pk=melding.pk, afgehandeld_op=None)
        if open_ones.update(afgehandeld_op=at):
            log_change(
                by=by,
                handeling="foutmelding afgehandeld",
                soort="voorziening",
                object_id=melding.voorziening_id,
                at=at,
                wijziging={"tekst": melding.tekst},
            )
        melding.refresh_from_db()
    return melding
