"""What partners propose about their own organisation's entries, and what `beleid` does with it."""

import datetime as dt
import json
import uuid
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import Verouderd
from hengelo_sociaal.kern.gezien import print_of
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from voorzieningen.domain.controle import check
from voorzieningen.domain.gegevens import (
    LIJSTEN,
    VoorzieningGegevens,
    as_json,
    from_json,
    gegevens_of,
)
from voorzieningen.domain.samenleggen import Samengelegd, merge
from voorzieningen.domain.voorzieningen import change_voorziening, create_voorziening
from voorzieningen.enums import Soort, Voorstelstatus
from voorzieningen.exceptions import AlBeoordeeld, NietUwOrganisatie
from voorzieningen.models import Organisatie, Voorstel, Voorziening
from voorzieningen.queries.bijhouden import is_partner
from voorzieningen.rechten import SCHRIJVEN, VOORSTELLEN


def propose(
    *,
    organisatie: Organisatie,
    waarden: Mapping[str, Any],
    by: Medewerker,
    at: dt.datetime,
    voorziening: Voorziening | None = None,
    gelezen: Mapping[str, Any] | None = None,
    wachtte: str | None = None,
) -> Voorstel:
    """Propose to change an entry of one's own organisation, or a new one; nothing changes yet.

    `gelezen` is what the partner read of the entry (as_json), when that was not just now, and
    `wachtte` which proposal waited then (mark_of). An open proposal about the same entry is
    replaced. Refused with GeenRecht, with NietUwOrganisatie (also for another organisation's
    entry), with OngeldigeInvoer, and with Verouderd when another proposal waits by now.
    """
    require_partner(by, organisatie)
    if voorziening and voorziening.organisatie_id != organisatie.pk:
        raise NietUwOrganisatie()
    gegevens = _proposed(organisatie, voorziening, waarden)
    _check(voorziening, gegevens)
    with operation():
        voorstel = _open_one(organisatie, voorziening)
        require_known(wachtte, voorstel, by)
        voorstel.inhoud, voorstel.ingediend_door = as_json(gegevens), by
        now = as_json(gegevens_of(voorziening)) if voorziening else {}
        voorstel.basis = {**now, **gelezen} if gelezen and voorziening else now
        voorstel.ingediend_op = at
        voorstel.save()
        log_proposal("voorstel ingediend", voorstel, by, at)
    return voorstel


def accept_proposal(
    *, voorstel: Voorstel, by: Medewerker, at: dt.datetime, gezien: str | None = None
) -> Voorziening:
    """Take over what a partner changed: the catalogue changes, and counts as checked today.

    What others changed since stays. Refused with GeenRecht, AlBeoordeeld, Verouderd when the
    proposal or what is kept is not what was looked at (`gezien`, by print_beside), or as
    changing the catalogue is.
    """
    toets(by, SCHRIJVEN)
    with operation():
        voorstel = to_judge(voorstel)
        if voorstel.voorziening_id:  # nobody changes it between comparing and taking over
            Voorziening.objects.select_for_update(of=("self",)).get(pk=voorstel.voorziening_id)
        now, found = offer_beside_now(voorstel)
        require_same(gezien, voorstel, now)
        gegevens = replace(from_json(found.inhoud), gecontroleerd_op=dag_van(at))
        if voorstel.voorziening:
            made = change_voorziening(
                voorziening=voorstel.voorziening, gegevens=gegevens, by=by, at=at
            )
        else:
            made = create_voorziening(gegevens=gegevens, by=by, at=at)
        voorstel.voorziening = made
        judge(voorstel, Voorstelstatus.OVERGENOMEN, "", by, at)
    return made


def offer_beside_now(voorstel: Voorstel) -> tuple[dict[str, Any], Samengelegd]:
    """What is kept of the entry now, and what a proposal about it makes of that."""
    if voorstel.voorziening_id is None:
        return {}, Samengelegd(voorstel.inhoud)
    now = as_json(gegevens_of(Voorziening.objects.get(pk=voorstel.voorziening_id)))
    return now, merge(voorstel.basis, voorstel.inhoud, now)


def print_beside(voorstel: Voorstel, now: Mapping[str, Any]) -> str:
    """A print of what `beleid` looks at: a proposal, and what is kept now beside it."""
    return f"{_print_of_proposal(voorstel)}.{print_of(now)}"


def require_same(gezien: str | None, voorstel: Voorstel, now: Mapping[str, Any]) -> None:
    """Refuse who looked at another proposal, or at something else than is kept now (Verouderd)."""
    require_same_proposal(gezien, voorstel)
    if gezien and gezien != print_beside(voorstel, now):
        raise Verouderd(
            "Dit is zojuist door iemand anders gewijzigd. Hieronder staat het voorstel naast "
            "hoe het nu is. Kijk het na en kies opnieuw."
        )


def require_same_proposal(gezien: str | None, voorstel: Voorstel) -> None:
    """Refuse who looked at the proposal before the partner proposed something else (Verouderd)."""
    if gezien and gezien.partition(".")[0] != _print_of_proposal(voorstel):
        raise Verouderd(
            "De partner heeft dit voorstel zojuist gewijzigd. Hieronder staat het nieuwe "
            "voorstel. Kijk het na en kies opnieuw."
        )


def _print_of_proposal(voorstel: Voorstel) -> str:
    return print_of(
        {
            "inhoud": json.dumps(voorstel.inhoud, sort_keys=True),
            "basis": json.dumps(voorstel.basis, sort_keys=True),
        }
    )


def reject_proposal(
    *,
    voorstel: Voorstel,
    reden: str,
    by: Medewerker,
    at: dt.datetime,
    gezien: str | None = None,
) -> Voorstel:
    """Leave the catalogue as it is and tell the partner why.

    Refused with GeenRecht, AlBeoordeeld, and Verouderd when the proposal is not the one that was
    looked at (`gezien`, by print_beside). What is kept may have changed: that stays as it is.
    """
    toets(by, SCHRIJVEN)
    with operation():
        voorstel = to_judge(voorstel)
        require_same_proposal(gezien, voorstel)
        judge(voorstel, Voorstelstatus.AFGEWEZEN, reden.strip(), by, at)
    return voorstel


def require_partner(by: Medewerker, organisatie: Organisatie) -> None:
    """Refuse whoever does not keep this organisation (GeenRecht, NietUwOrganisatie)."""
    toets(by, VOORSTELLEN)
    if not is_partner(by, organisatie):
        raise NietUwOrganisatie()


def _proposed(
    organisatie: Organisatie, voorziening: Voorziening | None, waarden: Mapping[str, Any]
) -> VoorzieningGegevens:
    """What it would become: what a partner does not decide stays as it is.

    So do the places of other organisations: a partner chooses among the own ones.
    """
    if voorziening:
        now = gegevens_of(voorziening)
        found = replace(now, **waarden)
        others = [each for each in now.locaties if each.organisatie_id != organisatie.pk]
        return replace(found, locaties=list(dict.fromkeys([*found.locaties, *others])))
    code = f"{organisatie.code[:60]}-{uuid.uuid4().hex[:8]}"
    return VoorzieningGegevens(
        **{"code": code, "soort": Soort.ALGEMEEN, **waarden, "organisatie": organisatie}
    )


def _check(voorziening: Voorziening | None, gegevens: VoorzieningGegevens) -> None:
    """Refuse now what could not be taken over later."""
    tried = Voorziening.objects.get(pk=voorziening.pk) if voorziening else Voorziening()
    for name, value in vars(gegevens).items():
        if name not in LIJSTEN:
            setattr(tried, name, list(value) if isinstance(value, tuple) else value)
    check(tried)


def mark_of(voorstel: Voorstel | None) -> str:
    """Which proposal, as it was put forward then; empty when none waits."""
    return f"{voorstel.pk} {voorstel.ingediend_op.isoformat()}" if voorstel else ""


def require_known(wachtte: str | None, voorstel: Voorstel, by: Medewerker) -> None:
    """Refuse who would replace an open proposal without having seen it (Verouderd)."""
    if wachtte is None or voorstel._state.adding or wachtte == mark_of(voorstel):
        return
    other = voorstel.ingediend_door
    who = "U hebt" if other == by else f"{other.naam} heeft"
    raise Verouderd(
        f"{who} hierover intussen al een voorstel ingediend. Wat u invulde, staat hieronder nog. "
        "Open deze pagina in een nieuw tabblad om het andere voorstel te bekijken. Dient u "
        "hieronder opnieuw in, dan komt uw voorstel ervoor in de plaats."
    )


def _open_one(organisatie: Organisatie, voorziening: Voorziening | None) -> Voorstel:
    waiting = Voorstel.objects.select_for_update(of=("self",)).filter(
        status=Voorstelstatus.INGEDIEND, voorziening=voorziening
    )
    found = waiting.first() if voorziening else None
    return found or Voorstel(organisatie=organisatie, voorziening=voorziening)


def to_judge(voorstel: Voorstel) -> Voorstel:
    """The proposal, locked, if nobody judged it yet (AlBeoordeeld)."""
    # Two colleagues judging at once: the second waits, and is told that it has been done.
    locked = Voorstel.objects.select_for_update(of=("self",)).get(pk=voorstel.pk)
    if locked.status != Voorstelstatus.INGEDIEND:
        raise AlBeoordeeld()
    return locked


def judge(
    voorstel: Voorstel, status: Voorstelstatus, reden: str, by: Medewerker, at: dt.datetime
) -> None:
    """Write down what became of a proposal that `to_judge` gave."""
    voorstel.status, voorstel.reden = status, reden
    voorstel.beoordeeld_door, voorstel.beoordeeld_op = by, at
    check(voorstel)
    voorstel.save()
    log_proposal(f"voorstel {status}", voorstel, by, at)


def log_proposal(handeling: str, voorstel: Voorstel, by: Medewerker, at: dt.datetime) -> None:
    """One line in the log about a proposal."""
    log_change(
        by=by,
        handeling=handeling,
        soort="voorstel",
        object_id=voorstel.pk,
        at=at,
        reden=voorstel.reden[:200],
        wijziging={"organisatie": voorstel.organisatie.code, "naam": voorstel.inhoud["naam"]},
    )
