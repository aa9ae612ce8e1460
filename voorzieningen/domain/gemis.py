"""Telling that something is missing."""

import datetime as dt
import re

from hengelo_sociaal.gebieden.models import Wijk
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.nummers import voldoet_aan_elfproef
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from hengelo_sociaal.waarden.models import Leefgebied
from voorzieningen.domain.controle import check
from voorzieningen.exceptions import PersoonInToelichting
from voorzieningen.models import Gemis
from voorzieningen.rechten import GEMIS_MELDEN

_EMAIL = re.compile(r"\S+@\S+\.\w+")
_PHONE = re.compile(r"(?:\+31|\b0)[\s-]?(?:\d[\s-]?){8,9}\d?\b")
_POSTCODE = re.compile(r"\b[1-9]\d{3} ?[A-Z]{2}\b")


def signal_gemis(
    *,
    leefgebied: Leefgebied,
    toelichting: str,
    by: Medewerker,
    at: dt.datetime,
    soort: str = "",
    wijk: Wijk | None = None,
) -> Gemis:
    """Note that nothing light fits a kind of question, in a wijk or anywhere (BP 5.3).

    Refused with GeenRecht, and with PersoonInToelichting when the words hold a BSN,
    telephone number, e-mail address or postcode: this is about the supply, not a person.
    """
    toets(by, GEMIS_MELDEN)
    refuse_personal_data(toelichting)
    with operation():
        gemis = Gemis(
            soort=soort,
            leefgebied=leefgebied,
            wijk=wijk,
            toelichting=toelichting.strip(),
            gemeld_door=by,
            gemeld_op=at,
        )
        check(gemis)
        gemis.save()
        log_change(
            by=by,
            handeling="gemis gemeld",
            soort="gemis",
            object_id=gemis.pk,
            at=at,
            wijziging={"leefgebied": leefgebied.pk, "wijk": wijk.pk if wijk else None},
        )
    return gemis


def withdraw_gemis(
    *,
    leefgebied: Leefgebied,
    soort: str,
    wijk: Wijk | None,
    gemeld_door: Medewerker,
    gemeld_op: dt.datetime,
    by: Medewerker,
    at: dt.datetime,
) -> None:
    """Take back what somebody told at that moment; nothing happens when it is not there.

    Found by what it says and when, for a gap does not know about whom it was.
    """
    with operation():
        found = Gemis.objects.filter(
            leefgebied=leefgebied,
            soort=soort,
            wijk=wijk,
            gemeld_door=gemeld_door,
            gemeld_op=gemeld_op,
        ).first()
        if found is None:
            return
        gone = found.pk
        found.delete()
        log_change(
            by=by,
            handeling="gemis teruggenomen",
            soort="gemis",
            object_id=gone,
            at=at,
            wijziging={"leefgebied": leefgebied.pk, "wijk": wijk.pk if wijk else None},
        )


def refuse_personal_data(text: str) -> None:
    """Refuse words that point at a person."""
    numbers = re.findall(r"(?<!\d)\d{9}(?!\d)", re.sub(r"[.\s](?=\d)", "", text))
    if any(voldoet_aan_elfproef(number) for number in numbers):
        raise PersoonInToelichting(velden={"toelichting": PersoonInToelichting.melding})
    if _EMAIL.search(text) or _PHONE.search(text) or _POSTCODE.search(text):
        raise PersoonInToelichting(velden={"toelichting": PersoonInToelichting.melding})
