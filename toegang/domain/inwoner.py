"""Registering a resident, once."""

import datetime as dt
import uuid
from dataclasses import asdict, dataclass

from django.core.exceptions import ValidationError

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from toegang.domain.dubbel import note_pairs
from toegang.domain.gemeen import fill, lock, refuse_future, require_unchanged
from toegang.domain.wijzigen import require_may_change_resident
from toegang.enums import Geslacht, Herkomst
from toegang.exceptions import BsnBestaatAl, MogelijkDubbel
from toegang.models import Dubbelreden, Inwoner
from toegang.queries.dubbel import Adressleutel, Kandidaat, find_duplicates
from toegang.queries.waarden import value_of
from toegang.rechten import HUISHOUDEN_SCHRIJVEN

OLDEST = dt.date(1890, 1, 1)


@dataclass(frozen=True, kw_only=True)
class InwonerGegevens:
    """What is known of a resident; only the surname is always there."""

    geslachtsnaam: str
    voornamen: str = ""
    voorletters: str = ""
    roepnaam: str = ""
    tussenvoegsel: str = ""
    geboortedatum: dt.date | None = None
    geslacht: str = Geslacht.ONBEKEND
    telefoon: str = ""
    email: str = ""
    geheim: bool = False
    overleden_op: dt.date | None = None


def register_inwoner(
    *,
    by: Medewerker,
    gegevens: InwonerGegevens,
    at: dt.datetime,
    bsn: str | None = None,
    negeer_dubbel: str | None = None,
    adres: Adressleutel | None = None,
) -> Inwoner:
    """Register somebody who is not there yet; `adres` is where they will live, if known.

    Refused with MogelijkDubbel (409, with `kandidaten`) when somebody very much alike is
    there, unless `negeer_dubbel` says why it is another person (a code of Dubbelreden,
    logged) or that there is no time now: then the pair is judged later, from the work list.
    Refused with BsnBestaatAl when the BSN is taken, whatever the reason; with
    OngeldigeInvoer for a wrong BSN or an impossible birth date.
    """
    toets(by, HUISHOUDEN_SCHRIJVEN, minstens=Bereik.EIGEN)
    reden = value_of(Dubbelreden, negeer_dubbel, veld="reden").code if negeer_dubbel else ""
    check_gegevens(gegevens, at)
    inwoner = Inwoner(**asdict(gegevens))
    _set_bsn(inwoner, bsn)
    with operation():
        alike = find_duplicates(inwoner, op=dag_van(at), adres=adres)
        _refuse_duplicates(alike, overridden=bool(reden))
        inwoner.save(force_insert=True)
        log_change(
            by=by,
            handeling="inwoner geregistreerd",
            soort="inwoner",
            object_id=inwoner.pk,
            inwoners=[inwoner.pk],
            at=at,
            reden=reden,
            wijziging={"lijkt_op": [str(k.inwoner_id) for k in alike]} if alike else None,
        )
        note_pairs(inwoner, alike, reden=reden, by=by, at=at)
    return inwoner


def change_inwoner(
    *,
    by: Medewerker,
    inwoner_id: uuid.UUID,
    gegevens: InwonerGegevens,
    revisie: int | None,
    at: dt.datetime,
    bsn: str | None = None,
) -> Inwoner:
    """Correct what is known of a resident; without `bsn` the BSN stays as it is.

    Refused with Verouderd (412) when somebody else changed it meanwhile, with NietBetrokken
    (403) for who is not involved with a household of theirs.
    """
    require_may_change_resident(by, inwoner_id, op=dag_van(at))
    check_gegevens(gegevens, at)
    values = asdict(gegevens)
    with operation():
        # Two colleagues who correct the same person come one after the other.
        inwoner = lock(Inwoner.objects.all(), inwoner_id)
        require_unchanged(inwoner, revisie, values)
        changed = fill(inwoner, values)
        if bsn:
            _set_bsn(inwoner, bsn)
            changed["bsn"] = ["", "gewijzigd"]
        inwoner.raise_revision([*values, "bsn_versleuteld", "bsn_zoek"])
        log_change(
            by=by,
            handeling="inwoner gewijzigd",
            soort="inwoner",
            object_id=inwoner.pk,
            inwoners=[inwoner.pk],
            at=at,
            wijziging=changed,
        )
        _note_others(inwoner, by=by, at=at)
    return inwoner


def _note_others(inwoner: Inwoner, *, by: Medewerker, at: dt.datetime) -> None:
    """Who looks like them now goes on the work list; correcting is never refused for that."""
    alike = find_duplicates(inwoner, op=dag_van(at))
    others = [one for one in alike if one.inwoner_id != inwoner.pk]
    note_pairs(inwoner, others, herkomst=Herkomst.WIJZIGING, by=by, at=at)


def check_gegevens(gegevens: InwonerGegevens, at: dt.datetime) -> None:
    """Refuse a resident without a surname, or with a birth or death that cannot be."""
    if not gegevens.geslachtsnaam.strip():
        raise OngeldigeInvoer(velden={"geslachtsnaam": "Vul de achternaam in."})
    if gegevens.geboortedatum is None:
        return
    refuse_future(gegevens.geboortedatum, at, veld="geboortedatum")
    if gegevens.geboortedatum < OLDEST:
        raise OngeldigeInvoer(velden={"geboortedatum": "Controleer het geboortejaar."})
    if gegevens.overleden_op is not None and gegevens.overleden_op < gegevens.geboortedatum:
        raise OngeldigeInvoer(velden={"overleden_op": "Deze dag ligt voor de geboortedatum."})


def _set_bsn(inwoner: Inwoner, bsn: str | None) -> None:
    try:
        inwoner.set_bsn(bsn)
    except ValidationError as error:
        reason = str(error.message)
        raise OngeldigeInvoer(reason, velden={"bsn": reason}) from error


def _refuse_duplicates(alike: list[Kandidaat], *, overridden: bool) -> None:
    candidates = {"kandidaten": [_as_candidate(found) for found in alike]}
    if any(candidate.reden == "bsn" for candidate in alike):
        raise BsnBestaatAl(extra=candidates)
    if alike and not overridden:
        raise MogelijkDubbel(extra=candidates)


def _as_candidate(found: Kandidaat) -> dict[str, object]:
    return {
        "id": str(found.inwoner_id),
        "naam": found.naam,
        "geboortedatum": found.geboortedatum.isoformat() if found.geboortedatum else None,
        "adres": found.adres,
        "reden": found.reden,
        "score": found.score,
        "waarom": list(found.waarom),
    }
