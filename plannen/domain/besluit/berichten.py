"""Telling the colleague who drafted a besluit what became of it; never with a name in it."""

import datetime as dt

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.werk.domain.berichten import notify
from hengelo_sociaal.werk.enums import Berichtsoort
from plannen.models import Besluit, Bezwaar


def tell_drafter(
    besluit: Besluit, what: str, *, by: Medewerker, at: dt.datetime, notitie: str = ""
) -> None:
    """Their draft was decided on, or came back with what has to change."""
    notify(
        voor=besluit.opgesteld_door,
        by=by,
        soort=Berichtsoort.BESLUIT,
        titel=f"Besluit {besluit.nummer} {what}",
        adres=f"/besluiten/{besluit.pk}",
        notitie=notitie,
        at=at,
    )


def tell_of_objection(bezwaar: Bezwaar, what: str, *, by: Medewerker, at: dt.datetime) -> None:
    """Somebody objects against what they drafted, or there was decided on it."""
    notify(
        voor=bezwaar.besluit.opgesteld_door,
        by=by,
        soort=Berichtsoort.BESLUIT,
        titel=f"Bezwaar {bezwaar.nummer} {what}",
        adres=f"/bezwaren/{bezwaar.pk}",
        at=at,
    )
