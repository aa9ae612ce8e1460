"""Why somebody may see one record without stating a purpose, as the resident reads it (AVG 15).

Involvement with the household comes first. Who is not involved sees it because it is theirs,
of their team, of nobody yet, or because all of them are open to their role.
"""

import datetime as dt

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.queries import absent_colleagues
from toegang.domain.dossier import for_whom, purpose_of_involved
from toegang.models import Huisbezoek, Melding, Uitvraag


def purpose_of_melding(by: Medewerker, melding: Melding, *, op: dt.date) -> str:
    """Why `by`, who may see this melding, looks at it."""
    involved = purpose_of_involved(by, melding.huishouden_id, op=op)
    return involved or _by_melding(by, melding, op=op)


def purpose_of_visit(by: Medewerker, visit: Huisbezoek, *, op: dt.date) -> str:
    """Why `by`, who may see this home visit, looks at it."""
    return (
        purpose_of_involved(by, visit.huishouden_id, op=op)
        or _done_by(by, visit.medewerker, "gaat op huisbezoek", op=op)
        or _by_role(by)
    )


def purpose_of_uitvraag(by: Medewerker, uitvraag: Uitvraag, *, op: dt.date) -> str:
    """Why `by`, who may see this uitvraag, looks at it."""
    home = uitvraag.huishouden_id
    involved = purpose_of_involved(by, home, op=op) if home else ""
    if involved:
        return involved
    if uitvraag.begonnen_door_id == by.pk:
        return "begon de uitvraag"
    if uitvraag.melding is not None:
        return _by_melding(by, uitvraag.melding, op=op)
    return _by_role(by)


def _by_melding(by: Medewerker, melding: Melding, *, op: dt.date) -> str:
    done = _done_by(by, melding.consulent, "behandelt de melding", op=op)
    if done:
        return done
    if melding.geregistreerd_door_id == by.pk:
        return "nam de melding op"
    if melding.team_id and by.teams.filter(pk=melding.team_id).exists():
        return "melding van het eigen team"
    if {"consulent", "teamleider"} & set(by.rolcodes) and melding.consulent_id is None:
        return "melding die nog niemand behandelt"
    return _by_role(by)


def _done_by(by: Medewerker, who: Medewerker | None, words: str, *, op: dt.date) -> str:
    """The words when it is somebody's own work; else for whom of it they stand in."""
    if who is None:
        return ""
    if who == by:
        return words
    return for_whom(who) if who.pk in absent_colleagues(by, op=op) else ""


def _by_role(by: Medewerker) -> str:
    """For whom all records of the kind are open."""
    return f"in de rol {by.rolnamen}"
