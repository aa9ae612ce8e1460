"""Whose consent a goal needs before somebody outside may see it."""

import datetime as dt
import uuid
from collections.abc import Collection, Iterable, Sequence

from hengelo_sociaal.kern.tijd import leeftijd_op
from plannen.models import Deelname, Doel

ZELF_BESLISSEN = 16
MEEBESLISSEN = 12
VOLWASSEN = 18


def missing_consent(
    doelen: Iterable[Doel],
    given: Collection[uuid.UUID],
    deelnames: Iterable[Deelname],
    *,
    op: dt.date,
) -> list[str]:
    """What consent is missing, a sentence for each goal; nothing when all is there.

    From 16 years people decide for themselves; from 12 together with a parent; younger
    children and goals of the whole household need one adult who takes part (Jeugdwet
    7.3.4 and 7.3.5; AVG article 8).
    """
    adults = {
        one.inwoner_id
        for one in deelnames
        if _age(one.inwoner.geboortedatum, op) >= VOLWASSEN and one.inwoner_id in given
    }
    return [sentence for doel in doelen if (sentence := _missing(doel, given, adults, op=op))]


def who_answers(
    deelnames: Sequence[Deelname], *, op: dt.date
) -> tuple[list[Deelname], list[Deelname]]:
    """Who says of a plan whether they agree, and who is too young for that.

    From 12 years people answer for themselves; for a younger child a parent answers (Jeugdwet
    7.3.5). Where only young children take part nobody is left out.
    """
    asked = [one for one in deelnames if _age(one.inwoner.geboortedatum, op) >= MEEBESLISSEN]
    if not asked:
        return list(deelnames), []
    return asked, [one for one in deelnames if one not in asked]


def _missing(
    doel: Doel, given: Collection[uuid.UUID], adults: Collection[uuid.UUID], *, op: dt.date
) -> str:
    person = doel.inwoner
    age = _age(person.geboortedatum, op) if person else 0
    if person and age >= MEEBESLISSEN and person.pk not in given:
        return f"“{doel.omschrijving}” is een doel van {person}. Die moet zelf toestemming geven."
    if (person is None or age < ZELF_BESLISSEN) and not adults:
        return f"Voor “{doel.omschrijving}” is toestemming van een volwassene nodig."
    return ""


def _age(born: dt.date | None, op: dt.date) -> int:
    """Age in years; somebody whose birthday is unknown counts as an adult."""
    return VOLWASSEN if born is None else leeftijd_op(born, op)
