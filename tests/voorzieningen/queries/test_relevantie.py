"""Do residents find what they need? Their own words, and what should be in the first three.

`relevantie.csv` was written before the search was tuned, in two rounds: a hundred questions
first, a hundred and four more before the second time; in a third round what people ask
when it is not safe, and what a walk over the public page did not find. A line names the
provisions by code: every part between spaces must be there, `/` separates what is equally
right. The lines of group `oefen` may be looked at while tuning; those of `toets` may not, and
show whether what was learned holds for questions nobody tuned for. The lines of group `niet`
name what must not come up: a wrong turn there costs more than a miss.
"""

import csv
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from hengelo_sociaal.kern.tijd import AMSTERDAM
from tests.factories.medewerkers import MedewerkerFactory
from voorzieningen.domain.catalogus import load_catalogus
from voorzieningen.queries.zoeken import search_voorzieningen

pytestmark = pytest.mark.django_db
VRAGEN = Path(__file__).parent.parent / "bestanden" / "relevantie.csv"
NU = dt.datetime(2026, 1, 5, 9, tzinfo=AMSTERDAM)
EERSTE = 3


def questions(groep: str) -> list[dict[str, str]]:
    with VRAGEN.open(encoding="utf-8", newline="") as handle:
        return [row for row in csv.DictReader(handle, delimiter=";") if row["groep"] == groep]


def first_three(vraag: str) -> list[str]:
    hits = search_voorzieningen(tekst=vraag, op=NU.date(), limiet=EERSTE)
    return [hit.voorziening.code for hit in hits]


def missed(groep: str) -> Iterator[tuple[str, str, list[str]]]:
    """The questions of a group whose answer is not in the first three, with what was."""
    for row in questions(groep):
        found = first_three(row["vraag"])
        if not all(set(part.split("/")) & set(found) for part in row["eerste_drie"].split()):
            yield row["vraag"], row["eerste_drie"], found


@pytest.fixture
def catalogus() -> None:
    load_catalogus(by=MedewerkerFactory(beleid=True), at=NU, op=dt.date(2026, 1, 1))


@pytest.mark.parametrize(("groep", "minstens"), [("oefen", 0.95), ("toets", 0.9)])
@pytest.mark.usefixtures("catalogus")
def test_people_find_what_they_need_in_the_first_three(groep, minstens):
    gemist = list(missed(groep))

    found = 1 - len(gemist) / len(questions(groep))
    assert found >= minstens, f"{found:.1%} gevonden; gemist: {gemist}"


@pytest.mark.usefixtures("catalogus")
def test_a_word_that_sounds_like_danger_does_not_send_people_the_wrong_way():
    """Who lost a husband does not need the line for who wants to die."""
    wrong = {
        row["vraag"]: shown
        for row in questions("niet")
        if (shown := set(row["niet_in_eerste_drie"].split()) & set(first_three(row["vraag"])))
    }

    assert wrong == {}


def test_there_are_at_least_sixty_questions():
    assert len(questions("oefen")) == 175
    assert len(questions("toets")) == 60
    assert len({row["vraag"] for row in questions("oefen") + questions("toets")}) == 235
