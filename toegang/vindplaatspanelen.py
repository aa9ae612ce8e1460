"""The workplace of a vindplaats: a question, and what became of what was registered."""

from collections.abc import Mapping
from typing import Any

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik
from hengelo_sociaal.web.panelen import Paneel, Plek, Ruimte
from toegang.models import Vindplaats
from toegang.queries.registraties import counts_of, outcomes, own_registrations
from toegang.queries.zicht import own_vindplaatsen
from toegang.rechten import CONTACT_SCHRIJVEN, PERSONEN_ZOEKEN
from voorzieningen.queries.bijhouden import own_organisations


def begin(by: Medewerker, onderwerp: object) -> Mapping[str, Any] | None:
    """Where somebody works, and the way to a new question."""
    if not _works_at_vindplaats(by):
        return None
    places = list(Vindplaats.objects.filter(pk__in=own_vindplaatsen(by, op=vandaag())))
    if not places and _keeps_entries(by):
        return None
    return {"vindplaatsen": places, "inwoners": (), "tellingen": counts_of(by, op=vandaag())}


def registraties(by: Medewerker, ruimte: Ruimte) -> Mapping[str, Any] | None:
    """What somebody registered last, and what became of each question."""
    if not _works_at_vindplaats(by):
        return None
    found = ruimte.first(own_registrations(by, op=vandaag()))
    if not found.rijen and _keeps_entries(by):
        return None
    return {
        "rijen": [(contact, list(outcomes(contact))) for contact in found.rijen],
        "inwoners": [contact.inwoner_id for contact in found.rijen],
        "alles": found.alles,
    }


def _works_at_vindplaats(by: Medewerker) -> bool:
    """Who registers, and may search nobody; all others have the contact desk."""
    return CONTACT_SCHRIJVEN.van(by) == Bereik.EIGEN and PERSONEN_ZOEKEN.van(by) is None


def _keeps_entries(by: Medewerker) -> bool:
    """A partner that only keeps its entries in the catalogue registers no questions."""
    return own_organisations(by).exists()


PANELEN = (
    Paneel(
        Plek.MIJN_WERK,
        "vindplaats",
        "Een vraag vastleggen",
        1,
        begin,
        "toegang/panelen/_vindplaats.html",
        (CONTACT_SCHRIJVEN,),
        3,
    ),
    Paneel(
        Plek.MIJN_WERK,
        "registraties",
        "Wat ik vastlegde, en hoe het staat",
        35,
        registraties,
        "toegang/panelen/_registraties.html",
        (CONTACT_SCHRIJVEN,),
        5,
    ),
)
