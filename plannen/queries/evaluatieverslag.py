"""What the report of an evaluation says: the talk, how far each goal is, and what was done."""

import datetime as dt
from collections.abc import Iterable

from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.papier.document import Blok, Lijst, Tabel, alinea
from hengelo_sociaal.papier.soorten import Invulling
from hengelo_sociaal.web.opmaak import datum
from plannen.enums import AfspraakStatus, DoelStatus
from plannen.models import Doel, Evaluatie, Plan, Voortgang
from plannen.queries.inhoud import content, with_dates
from plannen.queries.papier import fields_of

KOPPEN = ("Doel", "Volgens u", "Volgens ons")


def report(plan: Plan, evaluatie: Evaluatie, *, op: dt.date) -> Invulling:
    """The report of an evaluation held on `op`; progress and ticks until that day."""
    fields = fields_of(plan, with_dates(content(plan)))
    later = [one.gepland_op for one in plan.evaluaties.all() if one.gepland_op > op]
    return Invulling(
        velden=fields
        | {
            "gehouden_op": datum(op),
            "uitkomst": str(evaluatie.get_uitkomst_display() or "").lower(),
            "verslag": evaluatie.verslag,
            "volgende": datum(min(later, default=None)),
        },
        onderdelen={
            "voortgang": tuple(_progress(plan, op=op)),
            "gedaan": tuple(_done(plan, op=op)),
        },
    )


def _progress(plan: Plan, *, op: dt.date) -> Iterable[Blok]:
    rows = tuple(
        (f"{number}. {doel.omschrijving}", *_looks(doel, op=op))
        for number, doel in enumerate(plan.doelen.all(), start=1)
    )
    if rows:
        yield Tabel("Hoe ver de doelen zijn", KOPPEN, rows, (50, 25, 25))
    else:
        yield alinea("Er staan nog geen doelen in dit plan.")


def _looks(doel: Doel, *, op: dt.date) -> tuple[str, str]:
    if doel.status == DoelStatus.GESTOPT:
        return ("gestopt", "gestopt")
    until = [look for look in doel.voortgang.all() if dag_van(look.op) <= op]
    theirs = next((look for look in until if look.inwoner_id), None)
    ours = next((look for look in until if look.medewerker_id), None)
    return (_words(theirs), _words(ours))


def _words(look: Voortgang | None) -> str:
    return str(look.get_stap_display()).lower() if look else "nog niet gevraagd"


def _done(plan: Plan, *, op: dt.date) -> Iterable[Blok]:
    done = tuple(
        f"{afspraak.omschrijving} ({datum(afspraak.gedaan_op)})"
        for doel in plan.doelen.all()
        for afspraak in doel.afspraken.all()
        if afspraak.status == AfspraakStatus.GEDAAN
        if afspraak.gedaan_op and afspraak.gedaan_op <= op
    )
    yield Lijst(done) if done else alinea("Er is nog geen afspraak klaar.")
