"""Questions of the website beside the work: what waits, and who asked."""

from collections.abc import Mapping
from typing import Any

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik
from hengelo_sociaal.web.panelen import Paneel, Plek, Ruimte
from toegang.models import Contact, Webvraag
from toegang.queries.website import waiting
from toegang.rechten import HUISHOUDEN_SCHRIJVEN


def wachtend(by: Medewerker, ruimte: Ruimte) -> Mapping[str, Any] | None:
    """What residents asked on the website and nobody took up yet; who they are is not known."""
    found = ruimte.first(waiting())
    if not found.rijen:
        return None
    return {"webvragen": found.rijen, "alles": found.alles, "inwoners": ()}


def bij_contact(by: Medewerker, contact: Contact) -> Mapping[str, Any] | None:
    """Who asked this on the website, and how they want to be reached."""
    found = Webvraag.objects.filter(contact=contact).select_related("opgepakt_door").first()
    return {"webvraag": found, "mag_oppakken": True} if found else None


PANELEN = (
    Paneel(
        Plek.MIJN_WERK,
        "webvragen",
        "Vragen via de website",
        25,
        wachtend,
        "toegang/panelen/_webvragen.html",
        (HUISHOUDEN_SCHRIJVEN,),
        1,
        Bereik.ALLES,
    ),
    Paneel(
        Plek.CONTACT,
        "webvraag",
        "Via de website",
        10,
        bij_contact,
        "toegang/_webvraag.html",
        (HUISHOUDEN_SCHRIJVEN,),
        1,
        Bereik.ALLES,
    ),
)
