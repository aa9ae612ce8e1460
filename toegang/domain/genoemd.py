"""A resident as somebody names them who may not search: found or made, and never told which.

A worker at a vindplaats hears a name, a birth date and perhaps a BSN. That the municipality
knows somebody already is itself a fact about that person, so the answer is the same for a
resident who is there and for one who is new; possible doubles wait on the work list.
"""

import datetime as dt
from dataclasses import dataclass

from django.db import connection

from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.kern.nummers import voldoet_aan_elfproef
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.domain.dubbel import note_pairs
from toegang.domain.inwoner import InwonerGegevens, check_gegevens
from toegang.models import Inwoner
from toegang.queries.dubbel import Adressleutel, find_duplicates


@dataclass(frozen=True, kw_only=True)
class Genoemd:
    """Who a question is about, in the words of who heard it."""

    voornamen: str
    geslachtsnaam: str
    geboortedatum: dt.date
    tussenvoegsel: str = ""
    telefoon: str = ""
    bsn: str = ""


def known_or_new(
    genoemd: Genoemd, *, by: Medewerker, at: dt.datetime, adres: Adressleutel | None = None
) -> Inwoner:
    """The resident who is meant, inside the caller's transaction.

    The one with exactly this name and birth date, unless the BSN contradicts it; otherwise
    a new one, put on the work list of possible doubles beside whoever is alike. A BSN that
    is somebody else's stays off the new record: a colleague who may see both decides.
    Refused with OngeldigeInvoer for a wrong BSN, an empty name or an impossible birth date.
    """
    new = _checked(genoemd, at=at)
    _one_at_a_time(new)
    found = _exactly(new)
    return found if found is not None else _register(new, adres, by=by, at=at)


def _checked(genoemd: Genoemd, *, at: dt.datetime) -> Inwoner:
    gegevens = InwonerGegevens(
        voornamen=genoemd.voornamen.strip(),
        tussenvoegsel=genoemd.tussenvoegsel.strip(),
        geslachtsnaam=genoemd.geslachtsnaam.strip(),
        geboortedatum=genoemd.geboortedatum,
        telefoon=genoemd.telefoon.strip(),
    )
    if not gegevens.voornamen:
        raise OngeldigeInvoer(velden={"voornamen": "Vul de voornaam in."})
    check_gegevens(gegevens, at)
    new = Inwoner(**vars(gegevens))
    if genoemd.bsn:
        if not voldoet_aan_elfproef(genoemd.bsn):
            raise OngeldigeInvoer(velden={"bsn": "Dit is geen geldig BSN."})
        new.set_bsn(genoemd.bsn)
    return new


def _one_at_a_time(new: Inwoner) -> None:
    """A double click, or two workers with one person, come one after the other."""
    who = f"toegang.genoemd:{new.geboortedatum}:{_plain(new.geslachtsnaam)}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [who])


def _exactly(new: Inwoner) -> Inwoner | None:
    born_then = Inwoner.objects.filter(geboortedatum=new.geboortedatum)
    same = [one for one in born_then if _is_called(one, new) and not _contradicts(one, new)]
    return same[0] if len(same) == 1 else None


def _is_called(one: Inwoner, new: Inwoner) -> bool:
    """What a screen shows of them is what was typed, so that showing it tells nothing."""
    return _plain(one.naam) == _plain(new.naam)


def _contradicts(one: Inwoner, new: Inwoner) -> bool:
    return bool(new.bsn_zoek and one.bsn_zoek and bytes(one.bsn_zoek) != bytes(new.bsn_zoek))


def _register(
    new: Inwoner, adres: Adressleutel | None, *, by: Medewerker, at: dt.datetime
) -> Inwoner:
    alike = find_duplicates(new, op=dag_van(at), adres=adres)
    if any(one.reden == "bsn" for one in alike):
        new.set_bsn(None)
    new.save(force_insert=True)
    log_change(
        by=by,
        handeling="inwoner genoemd",
        soort="inwoner",
        object_id=new.pk,
        inwoners=[new.pk],
        at=at,
        wijziging={"lijkt_op": [str(one.inwoner_id) for one in alike]} if alike else None,
    )
    note_pairs(new, alike, by=by, at=at)
    return new


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").split())
