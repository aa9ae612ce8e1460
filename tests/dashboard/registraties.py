"""Random registrations of every kind that is counted, as a busy quarter leaves them behind."""

import datetime as dt
import itertools
import random

from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.termijnen.enums import TermijnStatus
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import AfspraakFactory, DoelFactory, PlanFactory
from tests.factories.termijnen import TermijnFactory
from tests.factories.toegang import (
    ContactFactory,
    HuisbezoekFactory,
    HuishoudenFactory,
    HulpvraagFactory,
    MeldingFactory,
)
from toegang.models import Contact, MeldingTermijn, Signaalzaak, Waardering

_NUMMERS = itertools.count(1)
EERSTE_DAG = dt.date(2026, 8, 20)
WIJKEN = [
    ("WK016400", "GM0164"),
    ("WK016401", "GM0164"),
    ("onbekend", "onbekend"),
    ("onbekend", "GM0147"),
]
SOORTEN = ["huishoudelijke-hulp", "schulden", "budgetbeheer", "jeugdhulp", "anders"]
UITKOMSTEN = ["informatie-en-advies", "informatie-en-advies", "open", "melding"]


def register(zaad: int, aantal: int) -> None:
    """Make so many contacts, with what came of them."""
    rng = random.Random(zaad)
    by = MedewerkerFactory()
    household = HuishoudenFactory(met_leden=1)
    for _ in range(aantal):
        _register_one(rng, by, household)
        _say_how_it_went(rng)
        if rng.random() < 0.5:
            _signal(rng, next(_NUMMERS))


def _register_one(rng: random.Random, by: object, household: object) -> None:
    day = EERSTE_DAG + dt.timedelta(days=rng.randrange(100))
    moment = dt.datetime.combine(day, dt.time(rng.randrange(24), 30), AMSTERDAM)
    wijk, gemeente = rng.choice(WIJKEN)
    contact = ContactFactory(
        kanaal_id=rng.choice(["telefoon", "telefoon", "balie", "brief"]),
        vindplaats_id=rng.choice(["zorgloket", "wijkracht"]),
        plaatsgevonden_op=moment,
        wijk=wijk,
        gemeente=gemeente,
        leeftijdsgroep=rng.choice(["27-64", "65-79", "onbekend"]),
        huishouden=household,
        inwoner=household.leden.get(),
        geregistreerd_door=by,
    )
    for place in range(rng.choice([1, 1, 2])):
        question = HulpvraagFactory(
            contact=contact,
            volgorde=place + 1,
            soort_id=rng.choice(SOORTEN),
            uitkomst_id=rng.choice(UITKOMSTEN),
        )
        if question.uitkomst_id == "melding":
            _look_into(rng, question, day)
    if rng.random() < 0.05:
        _withdraw(contact, by, moment)


def _say_how_it_went(rng: random.Random) -> None:
    Waardering.objects.create(
        maand=rng.choice([dt.date(2026, 9, 1), dt.date(2026, 10, 1)]),
        kanaal_id=rng.choice(["telefoon", "balie"]),
        vindplaats_id=rng.choice(["zorgloket", "wijkracht"]),
        wijze=rng.choice(["link", "medewerker"]),
        oordeel=rng.choice(["goed", "goed", "redelijk", "slecht"]),
        geluisterd=rng.choice([True, False, None]),
    )


def _signal(rng: random.Random, number: int) -> None:
    day = EERSTE_DAG + dt.timedelta(days=rng.randrange(60))
    term = TermijnFactory(code="wmo_onderzoek", start=day)
    term.status = rng.choice(list(TermijnStatus))
    if term.status == TermijnStatus.GEHAALD:
        term.gehaald_op = day + dt.timedelta(days=rng.randrange(30))
    term.save()
    closed = rng.random() < 0.6
    Signaalzaak.objects.create(
        nummer=f"VS-2026-{number:05d}",
        huisnummer=number,
        postcode="7551AA",
        ontvangen_op=day,
        termijn=term,
        status="afgesloten" if closed else "benaderd",
        uitkomst=rng.choice(["aanvaard", "al-hulp", "afgewezen", "onterecht"]) if closed else "",
        afgesloten_op=day if closed else None,
        verwijderen_op=day + dt.timedelta(days=180),
    )


def _look_into(rng: random.Random, question: object, day: dt.date) -> None:
    withdrawn = rng.random() < 0.1
    melding = MeldingFactory(
        hulpvraag=question,
        wet_id=question.wet_id or "wmo",
        ontvangen_op=day,
        verwijzer_id=rng.choice([None, None, "huisarts"]),
        eerste_keer=rng.random() < 0.6,
        ondersteuning_nodig=rng.choice([True, True, False, None]),
        status="ingetrokken" if withdrawn else "open",
        ingetrokken_reden_id=_withdrawal_reason() if withdrawn else None,
    )
    if melding.wet_id == "wmo":
        _run_term(rng, melding, day)
    if rng.random() < 0.3:
        HuisbezoekFactory(
            huishouden=melding.huishouden,
            melding=rng.choice([melding, None]),
            uitgevoerd=rng.random() < 0.7,
        )
    if rng.random() < 0.3 and not melding.huishouden.plannen.exists():
        _plan(rng, melding, day)


def _run_term(rng: random.Random, melding: object, day: dt.date) -> None:
    term = TermijnFactory(code="wmo_onderzoek", start=day)
    state = rng.choice([TermijnStatus.LOOPT, TermijnStatus.GEHAALD, TermijnStatus.VERLOPEN])
    term.status = state
    if state == TermijnStatus.GEHAALD:
        term.gehaald_op = day + dt.timedelta(days=rng.randrange(30))
    term.save()
    MeldingTermijn.objects.create(melding=melding, termijn=term)


def _plan(rng: random.Random, melding: object, day: dt.date) -> None:
    plan = PlanFactory(
        huishouden=melding.huishouden, begonnen_op=day, vastgesteld=rng.random() < 0.6
    )
    goal = DoelFactory(plan=plan)
    for _ in range(rng.randrange(4)):
        moment = dt.datetime.combine(day, dt.time(23, 50), AMSTERDAM)
        kind = rng.choice(["algemeen", "maatwerk", "gedaan"])
        AfspraakFactory(doel=goal, gemaakt_op=moment, **{kind: True})


def _withdraw(contact: Contact, by: object, moment: dt.datetime) -> None:
    Contact.objects.filter(pk=contact.pk).update(
        status="ingetrokken",
        ingetrokken_op=moment,
        ingetrokken_door=by,
        ingetrokken_reden_id=_withdrawal_reason(),
    )


def _withdrawal_reason() -> str:
    from toegang.models import Intrekreden

    return str(Intrekreden.objects.values_list("pk", flat=True).first())
