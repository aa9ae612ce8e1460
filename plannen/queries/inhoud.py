"""What a plan says, as plain data: what a version freezes, the paper shows, a comparison reads.

The shape is part of every frozen version: add to it, never rename. All texts are as they
were at that moment, so that a version reads the same when a name changes later.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Collection
from typing import Any

from plannen.enums import AfspraakStatus, Trede
from plannen.models import Afspraak, Deelname, Doel, Plan
from plannen.queries.ritme import how_often
from toegang.models import Huishouden

Inhoud = dict[str, Any]
VORM = 1


def content(plan: Plan) -> Inhoud:
    """The content of a plan that was loaded with everything; no query of its own.

    Progress, ticks and evaluations that were held are not part of what was agreed.
    """
    return {
        "vorm": VORM,
        "nummer": plan.nummer,
        "huishouden": household_address(plan.huishouden),
        "wat_telt": plan.wat_telt,
        "deelnemers": [_deelname(d) for d in plan.deelnames.all() if d.tot is None],
        "doelen": [_doel(doel, number) for number, doel in enumerate(plan.doelen.all(), start=1)],
        "regisseur": _running_name(plan.regisseurs.all()),
        "aanspreekpunt": _aanspreekpunt(plan),
        "evaluaties": sorted(
            e.gepland_op.isoformat() for e in plan.evaluaties.all() if e.gehouden_op is None
        ),
    }


def household_address(huishouden: Huishouden) -> str:
    """The address as people may see it: a secret address is on no list and on no paper."""
    return "Adres geheim" if huishouden.geheim else str(huishouden)


def canonical(inhoud: Inhoud) -> bytes:
    """The content as the bytes that are hashed: sorted keys, no spaces, UTF-8."""
    text = json.dumps(inhoud, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def fingerprint(inhoud: Inhoud) -> str:
    """SHA-256 of the content, so that anybody can see that two versions are the same."""
    return hashlib.sha256(canonical(inhoud)).hexdigest()


def for_person(inhoud: Inhoud, inwoner_id: str) -> Inhoud:
    """What one person gets on paper: their own goals and those of the whole household.

    Without the address: the paper may end up where that is not safe.

    For an unsafe home, and for a young person with rights of their own (12 and 16 years).
    """
    doelen = [doel for doel in inhoud["doelen"] if doel["inwoner"] in (None, inwoner_id)]
    people = [person for person in inhoud["deelnemers"] if person["inwoner"] == inwoner_id]
    return {**inhoud, "doelen": doelen, "deelnemers": people, "huishouden": ""}


def for_goals(inhoud: Inhoud, doelen: Collection[str]) -> Inhoud:
    """What somebody outside gets on paper: only the goals that they may see.

    And only the names of whose goals these are; with a goal of the household those of all.
    """
    seen = [doel for doel in inhoud["doelen"] if doel["id"] in doelen]
    owners = {doel["inwoner"] for doel in seen}
    people = [one for one in inhoud["deelnemers"] if None in owners or one["inwoner"] in owners]
    less = {"wat_telt": "", "evaluaties": [], "huishouden": ""}
    return {**inhoud, **less, "doelen": seen, "deelnemers": people}


def _deelname(deelname: Deelname) -> Inhoud:
    return {
        "inwoner": str(deelname.inwoner_id),
        "naam": str(deelname.inwoner),
        "hoedanigheid": deelname.get_hoedanigheid_display(),
    }


def _doel(doel: Doel, number: int) -> Inhoud:
    return {
        "id": str(doel.pk),
        "nummer": number,
        "omschrijving": doel.omschrijving,
        "leefgebied": doel.leefgebied.label,
        "inwoner": str(doel.inwoner_id) if doel.inwoner_id else None,
        "van": str(doel.inwoner) if doel.inwoner else "",
        "prioriteit": doel.get_prioriteit_display(),
        "gewenst_op": doel.gewenst_op.isoformat() if doel.gewenst_op else None,
        "status": doel.get_status_display(),
        "afspraken": [
            _afspraak(afspraak)
            for afspraak in sorted(doel.afspraken.all(), key=lambda one: Trede(one.trede).hoogte)
            if afspraak.status != AfspraakStatus.VERVALLEN
        ],
    }


def _afspraak(afspraak: Afspraak) -> Inhoud:
    return {
        "id": str(afspraak.pk),
        "omschrijving": afspraak.omschrijving,
        "trede": Trede(afspraak.trede).label,
        "wie": afspraak.wie,
        "uiterlijk": afspraak.uiterlijk.isoformat() if afspraak.uiterlijk else None,
        "hoe_vaak": how_often(afspraak),
        "wet": afspraak.wet.label if afspraak.wet else "",
        "voorziening": afspraak.voorziening.naam if afspraak.voorziening else "",
        "reden_niet_lichter": afspraak.get_reden_niet_lichter_display() or "",
    }


def _running_name(periods: Any) -> str:
    return next((str(period) for period in periods if period.tot is None), "")


def _aanspreekpunt(plan: Plan) -> Inhoud | None:
    for one in plan.aanspreekpunten.all():
        if one.tot is None:
            phone = one.telefoon or (one.medewerker.telefoon if one.medewerker else "")
            return {"naam": str(one), "organisatie": one.organisatie, "telefoon": phone}
    return None


def with_dates(inhoud: Inhoud) -> Inhoud:
    """The content with its days as dates again, to show them in Dutch."""
    return {
        **inhoud,
        "evaluaties": [_day(day) for day in inhoud["evaluaties"]],
        "doelen": [
            {
                **doel,
                "gewenst_op": _day(doel["gewenst_op"]),
                "afspraken": [
                    {**afspraak, "uiterlijk": _day(afspraak["uiterlijk"])}
                    for afspraak in doel["afspraken"]
                ],
            }
            for doel in inhoud["doelen"]
        ],
    }


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
