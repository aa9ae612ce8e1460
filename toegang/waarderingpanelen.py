"""Asking how it went, beside the contact that it is about."""

from collections.abc import Mapping
from typing import Any

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik
from hengelo_sociaal.web.panelen import Paneel, Plek
from toegang.models import Contact, Waarderingsvraag
from toegang.rechten import CONTACT_SCHRIJVEN


def bij_contact(by: Medewerker, contact: Contact) -> Mapping[str, Any] | None:
    """Whether it was asked already; never what was said."""
    if contact.is_ingetrokken:
        return None
    asked = Waarderingsvraag.objects.filter(contact=contact).first()
    return {
        "contact": contact,
        "beantwoord": asked is not None and asked.beantwoord,
        "gevraagd_op": asked.gevraagd_op if asked else None,
    }


PANELEN = (
    Paneel(
        Plek.CONTACT,
        "waardering",
        "Waardering",
        40,
        bij_contact,
        "toegang/waardering/_paneel.html",
        (CONTACT_SCHRIJVEN,),
        1,
        Bereik.EIGEN,
    ),
)
