"""What the BRP knows, as the forms of a new resident want it."""

import base64
import uuid
from typing import Any

from cryptography.exceptions import InvalidTag

from hengelo_sociaal.brp.personen import BrpPersoon
from hengelo_sociaal.kern.geheim import decrypt, encrypt


def person_fields(person: BrpPersoon) -> dict[str, Any]:
    """Initial values of the form of a resident."""
    return {
        "geslachtsnaam": person.geslachtsnaam,
        "tussenvoegsel": person.tussenvoegsel,
        "voornamen": person.voornamen,
        "geboortedatum": person.geboortedatum,
        "geslacht": person.geslacht,
        "bsn": person.bsn,
        "geheim": person.geheim,
    }


def address_fields(person: BrpPersoon) -> dict[str, Any]:
    """Initial values of the form of an address; secret data make a secret address."""
    return {
        "straat": person.straat,
        "huisnummer": person.huisnummer,
        "toevoeging": person.toevoeging,
        "postcode": person.postcode,
        "woonplaats": person.woonplaats,
        "geheim": person.geheim,
    }


def seal(bsn: str, *, owner: uuid.UUID) -> str:
    """A BSN for a button of this colleague only: unreadable, and useless to anybody else."""
    return base64.urlsafe_b64encode(encrypt(bsn, owner=owner)).decode()


def unseal(text: str, *, owner: uuid.UUID) -> str:
    """The BSN again; empty for what was not sealed for this colleague."""
    try:
        return decrypt(base64.urlsafe_b64decode(text.encode()), owner=owner)
    except (InvalidTag, ValueError, KeyError, IndexError):
        return ""
