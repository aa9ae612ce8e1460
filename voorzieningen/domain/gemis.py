"""Telling that something is missing."""

import datetime as dt
import re
import uuid
from typing import Any

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
        wijk_id = wijk.pk if wijk else None
        _log("gemis gemeld", gemis.pk, by, at, leefgebied=leefgebied.pk, wijk=wijk_id)
    return gemis


def correct_gemis(
    *, gemis: Gemis, leefgebied_id: str, soort: str, by: Medewerker, at: dt.datetime
) -> None:
    """Count the gap under another kind of question: the question was noted wrongly."""
    was = [gemis.soort, gemis.leefgebied_id]
    if was == [soort, leefgebied_id]:
        return
    with operation():
        gemis.soort, gemis.leefgebied_id = soort, leefgebied_id
        check(gemis)
        gemis.save(update_fields=["soort", "leefgebied"])
        _log("gemis verbeterd", gemis.pk, by, at, soort=[was[0], soort])


def withdraw_gemis(*, gemis: Gemis, by: Medewerker, at: dt.datetime) -> None:
    """Take back a gap that is none; whoever may change the question it was told of, may."""
    with operation():
        gone = gemis.pk
        gemis.delete()
        _log("gemis teruggenomen", gone, by, at, leefgebied=gemis.leefgebied_id, wijk=gemis.wijk_id)


def _log(handeling: str, pk: uuid.UUID, by: Medewerker, at: dt.datetime, **wijziging: Any) -> None:
    log_change(by=by, handeling=handeling, soort="gemis", object_id=pk, at=at, wijziging=wijziging)


def refuse_personal_data(text: str) -> None:
    """Refuse words that point at a person."""
    numbers = re.findall(r"(?<!\d)\d{9}(?!\d)", re.sub(r"[.\s](?=\d)", "", text))
    if any(voldoet_aan_elfproef(number) for number in numbers):
        raise PersoonInToelichting(velden={"toelichting": PersoonInToelichting.melding})
    if _EMAIL.search(text) or _PHONE.search(text) or _POSTCODE.search(text):
        raise PersoonInToelichting(velden={"toelichting": PersoonInToelichting.melding})
