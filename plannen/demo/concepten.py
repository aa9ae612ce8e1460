"""Drafts that the POH jeugd of the demo town made, in every stage."""

import datetime as dt

from hengelo_sociaal.demo.stad import Stad, werkdag_tot
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.waarden.models import Leefgebied
from plannen.domain.afspraken import AfspraakGegevens, add_afspraak
from plannen.domain.concepten import decline_draft, offer_draft, open_draft, take_over_draft
from plannen.domain.doelen import DoelGegevens, add_doel
from plannen.enums import Trede
from plannen.exceptions import ConceptBestaatAl
from plannen.models import Plan
from plannen.queries.concepten import own_contacts

DOELEN = (
    ("leren", "Weer elke dag naar school", "Elke ochtend samen de dag doornemen"),
    ("gezondheid", "Beter slapen", "Om negen uur de telefoon uit"),
    ("netwerk", "Vrienden maken in de buurt", "Samen naar de inloop van de wijk"),
    ("opvoeden", "Minder ruzie thuis", "Oma past op dinsdag op"),
    ("meedoen", "Weer gaan voetballen", "Een keer kijken bij de club"),
)
AANTAL = 10


def make_drafts(stad: Stad) -> list[Plan]:
    """Of the latest registrations: some in the making, some waiting, some taken over or not."""
    people: dict[str, Medewerker] = stad.vondst["medewerkers"]
    poh, consulent = people["vindplaats"], people["consulent"]
    last = werkdag_tot(stad.laatste_dag)
    seen: set[object] = set()
    made: list[Plan] = []
    for contact in own_contacts(poh, op=last).order_by("-plaatsgevonden_op", "pk"):
        if contact.inwoner_id in seen or len(made) == AANTAL:
            continue
        seen.add(contact.inwoner_id)
        at = max(contact.plaatsgevonden_op, _on(last, 9)) + dt.timedelta(minutes=len(made))
        try:
            plan = open_draft(contact_id=contact.pk, by=poh, at=at, wat_telt="Rust, en weer zin.")
        except ConceptBestaatAl:  # of a brother or sister, or of a story
            continue
        made.append(plan)
        _fill(plan, len(made), by=poh, at=at)
        _go_on(plan, len(made), poh=poh, consulent=consulent, at=at)
    return made


def _fill(plan: Plan, number: int, *, by: Medewerker, at: dt.datetime) -> None:
    code, goal, agreed = DOELEN[number % len(DOELEN)]
    doel = add_doel(
        plan_id=plan.pk,
        gegevens=DoelGegevens(omschrijving=goal, leefgebied=Leefgebied.objects.get(code=code)),
        by=by,
        at=at,
    )
    gegevens = AfspraakGegevens(trede=Trede.NETWERK, omschrijving=agreed, naam="Het gezin")
    add_afspraak(doel_id=doel.pk, gegevens=gegevens, by=by, at=at)


def _go_on(
    plan: Plan, number: int, *, poh: Medewerker, consulent: Medewerker, at: dt.datetime
) -> None:
    """Two are still being made, three wait, the rest was taken over or not."""
    if number <= 2:
        return
    offer_draft(plan_id=plan.pk, inwoner_akkoord=True, by=poh, at=at)
    if number <= 5:
        return
    if number == 6:
        reden = "Er loopt al hulp die hierbij past. De consulent belt u."
        decline_draft(plan_id=plan.pk, reden=reden, by=consulent, at=at)
    else:
        take_over_draft(plan_id=plan.pk, by=consulent, at=at)


def _on(day: dt.date, hour: int) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour), AMSTERDAM)
