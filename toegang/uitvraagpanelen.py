"""The uitvraag beside the work: on the household, the melding, the contact and the visit."""

import uuid
from collections.abc import Mapping
from typing import Any

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik
from hengelo_sociaal.web.panelen import Paneel, Plek
from toegang.forms.keuzes import values
from toegang.models import Contact, Huisbezoek, Huishouden, Kanaal, Melding
from toegang.queries.uitvragen import (
    Stand,
    may_start,
    state_of,
    state_of_contact,
    state_of_melding,
)
from toegang.queries.vragenlijst import instruments
from toegang.rechten import DOSSIER_SAMENVATTING, MELDING_LEZEN

TITEL = "Brede uitvraag"
SJABLOON = "toegang/uitvraag/_paneel.html"
USUAL = "telefoon"


def bij_huishouden(by: Medewerker, huishouden: Huishouden) -> Mapping[str, Any]:
    """How the household says it is doing, and asking or going on."""
    stand = state_of(huishouden, by=by, op=vandaag())
    return _panel(by, stand, ("huishouden", huishouden.pk), huishouden=huishouden)


def bij_melding(by: Medewerker, melding: Melding) -> Mapping[str, Any]:
    """The same beside a melding; a vindplaats sees what it asked itself for this melding."""
    if DOSSIER_SAMENVATTING.van(by) is None:
        stand = state_of_melding(melding.pk, by=by, op=vandaag())
    else:
        stand = state_of(melding.huishouden, by=by, op=vandaag())
    return _panel(by, stand, ("melding", melding.pk), begin=melding.is_lopend)


def bij_contact(by: Medewerker, contact: Contact) -> Mapping[str, Any] | None:
    """What was asked at this contact, such as on the website or by a vindplaats."""
    stand = state_of_contact(contact.pk, by=by, op=vandaag())
    begin = contact.inwoner_id is not None and not contact.is_ingetrokken
    if stand.laatste is None and stand.lopend is None and not begin:
        return None
    return _panel(by, stand, ("contact", contact.pk), begin=begin, kanaal=contact.kanaal_id)


def bij_huisbezoek(by: Medewerker, bezoek: Huisbezoek) -> Mapping[str, Any]:
    """On to the same questions at the kitchen table."""
    stand = state_of(bezoek.huishouden, by=by, op=vandaag())
    begin = bezoek.status != "vervallen"
    return _panel(by, stand, ("huisbezoek", bezoek.pk), begin=begin, kanaal="huisbezoek")


def _panel(
    by: Medewerker,
    stand: Stand,
    hidden: tuple[str, uuid.UUID],
    *,
    huishouden: Huishouden | None = None,
    begin: bool = True,
    kanaal: str = USUAL,
) -> Mapping[str, Any]:
    may = begin and may_start(by, huishouden, op=vandaag())
    return {
        "stand": stand,
        "mag_beginnen": may,
        "verborgen": [hidden],
        "kanalen": values(Kanaal) if may and not stand.lopend else [],
        "kanaal": kanaal,
        "instrumenten": instruments() if may and hidden[0] != "contact" else [],
        "tablet": hidden[0] == "huisbezoek",
    }


PANELEN = tuple(
    Paneel(plek, "uitvraag", TITEL, 20, laad, SJABLOON, (MELDING_LEZEN,), 9, Bereik.EIGEN)
    for plek, laad in (
        (Plek.DOSSIER, bij_huishouden),
        (Plek.MELDING, bij_melding),
        (Plek.CONTACT, bij_contact),
        (Plek.HUISBEZOEK, bij_huisbezoek),
    )
)
