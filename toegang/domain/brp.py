"""Filling in what the BRP knows, each question with its purpose in the log."""

import datetime as dt

from django.core.exceptions import ValidationError

from hengelo_sociaal.brp.client import configured
from hengelo_sociaal.brp.personen import BrpPersoon, find_at_address, find_by_bsn
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden, OngeldigeInvoer
from hengelo_sociaal.kern.nummers import normalise_postcode, voldoet_aan_elfproef
from hengelo_sociaal.logboek.domain import log_access
from hengelo_sociaal.logboek.models import Handeling
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from toegang.exceptions import BsnOnjuist
from toegang.rechten import HUISHOUDEN_SCHRIJVEN

DOEL = "inwoner registreren met gegevens uit de BRP"


def ask_bsn(*, by: Medewerker, bsn: str, at: dt.datetime) -> BrpPersoon:
    """The person with this BSN, to register them.

    The question is in the log, whatever the answer, and never the BSN. Refused with
    BsnOnjuist, BrpStaatUit, BrpNietBereikbaar, BrpWeigert, NietGevonden or GeenRecht.
    """
    _allow(by)
    if not voldoet_aan_elfproef(bsn):
        raise BsnOnjuist(velden={"bsn": BsnOnjuist.melding})
    _note(by, "RaadpleegMetBurgerservicenummer", at)
    found = find_by_bsn(bsn)
    if found is None:
        raise NietGevonden("De BRP kent dit BSN niet. Controleer de negen cijfers.")
    return found


def ask_address(
    *, by: Medewerker, postcode: str, huisnummer: int | None, at: dt.datetime
) -> list[BrpPersoon]:
    """Who is registered at an address, to choose somebody. Refused as `ask_bsn`."""
    _allow(by)
    if huisnummer is None:
        raise OngeldigeInvoer(velden={"huisnummer": "Vul ook het huisnummer in."})
    try:
        code = normalise_postcode(postcode)
    except ValidationError as error:
        raise OngeldigeInvoer(velden={"postcode": "Vul een postcode in."}) from error
    _note(by, "ZoekMetPostcodeEnHuisnummer", at)
    found = find_at_address(code, huisnummer)
    if not found:
        raise NietGevonden("De BRP kent niemand op dit adres.")
    return found


def _allow(by: Medewerker) -> None:
    toets(by, HUISHOUDEN_SCHRIJVEN, minstens=Bereik.EIGEN)
    configured()


def _note(by: Medewerker, soort: str, at: dt.datetime) -> None:
    """Before the question goes out, so that it is in the log also when nothing comes back."""
    with operation():
        log_access(
            by=by,
            handeling=Handeling.GEZOCHT,
            soort="brp",
            doel=DOEL,
            at=at,
            bijzonderheden={"gezocht_op": soort},
        )
