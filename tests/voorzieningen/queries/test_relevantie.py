"""Do people find what they need? The words of residents, and what should be in the first three.

Asked twice. A colleague searches all there is. A resident searches what is there to walk in to,
and where that does not fit is told what the municipality itself may help with. So of every line
is measured what a colleague finds, of those with a general answer what a resident finds, and of
the others whether the page for residents names the answer.

`relevantie.csv` has the lines of three rounds. Two were written before the search was tuned for
them: a hundred questions first, a hundred and four more before the second time. The third,
thirty-one `oefen` and all of `niet`, was written together with the words that answer it: those
show that it still works, not that it would have been found. A line names the provisions by
code: every part between spaces must be there, `/` separates what is equally right. The lines of
group `oefen` may be looked at while tuning; those of `toets` may not, and show whether what was
learned holds for questions nobody tuned for. The lines of group `niet` name what must not come
up: a wrong turn there costs more than a miss.
"""

import csv
import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from hengelo_sociaal.kern.tijd import AMSTERDAM
from tests.factories.medewerkers import MedewerkerFactory
from voorzieningen.domain.catalogus import load_catalogus
from voorzieningen.models import Voorziening
from voorzieningen.queries.gemeentelijk import OPGELEGD, from_the_municipality
from voorzieningen.queries.stand import current_state
from voorzieningen.queries.vraag import Zoekvraag
from voorzieningen.queries.zoeken import search_voorzieningen

pytestmark = pytest.mark.django_db
VRAGEN = Path(__file__).parent.parent / "bestanden" / "relevantie.csv"
NU = dt.datetime(2026, 1, 5, 9, tzinfo=AMSTERDAM)
EERSTE = 3


def questions(groep: str) -> list[dict[str, str]]:
    with VRAGEN.open(encoding="utf-8", newline="") as handle:
        return [row for row in csv.DictReader(handle, delimiter=";") if row["groep"] == groep]


def parts(row: dict[str, str]) -> list[set[str]]:
    """The parts of an answer, each with what is equally right."""
    return [set(part.split("/")) for part in row["eerste_drie"].split()]


def first_three(vraag: str, *, alleen_algemeen: bool = False) -> list[str]:
    hits = search_voorzieningen(
        tekst=vraag, op=NU.date(), limiet=EERSTE, alleen_algemeen=alleen_algemeen
    )
    return [hit.voorziening.code for hit in hits]


def named_to_residents(vraag: str) -> list[str]:
    """What the page for residents says the municipality may help with."""
    asked = Zoekvraag(vraag, alleen_algemeen=True, op=NU.date())
    return [hit.voorziening.code for hit in from_the_municipality(asked, current_state())]


def missed(
    rows: list[dict[str, str]], shown: Callable[[str], list[str]]
) -> Iterator[tuple[str, str, list[str]]]:
    """The questions whose answer is not shown, with what was."""
    for row in rows:
        found = shown(row["vraag"])
        if not all(part & set(found) for part in parts(row)):
            yield row["vraag"], row["eerste_drie"], found


def require(minstens: float, rows: list[dict[str, str]], shown: Callable[[str], list[str]]) -> None:
    gemist = list(missed(rows, shown))
    found = 1 - len(gemist) / len(rows)
    assert found >= minstens, f"{found:.1%} gevonden; gemist: {gemist}"


@pytest.fixture
def catalogus() -> None:
    load_catalogus(by=MedewerkerFactory(beleid=True), at=NU, op=dt.date(2026, 1, 1))


@pytest.fixture
def algemeen(catalogus) -> set[str]:
    """What residents walk in to."""
    return set(Voorziening.objects.algemeen().values_list("code", flat=True))


@pytest.mark.parametrize(("groep", "minstens"), [("oefen", 0.95), ("toets", 0.9)])
@pytest.mark.usefixtures("catalogus")
def test_a_colleague_finds_what_is_needed_in_the_first_three(groep, minstens):
    require(minstens, questions(groep), first_three)


@pytest.mark.parametrize(("groep", "minstens"), [("oefen", 0.9), ("toets", 0.9)])
def test_a_resident_finds_what_is_there_to_walk_in_to_in_the_first_three(algemeen, groep, minstens):
    rows = [row for row in questions(groep) if all(part & algemeen for part in parts(row))]

    require(minstens, rows, partial(first_three, alleen_algemeen=True))


@pytest.mark.parametrize(("groep", "minstens"), [("oefen", 0.65), ("toets", 0.45)])
def test_a_resident_is_told_what_the_municipality_may_help_with(algemeen, groep, minstens):
    """Of what has no general answer, the answer is named; what a judge imposes is not offered.

    Much less often than a colleague finds it: next to something general that fits the words half
    as well, the municipality is not named (`from_the_municipality`).
    """
    rows = [
        row
        for row in questions(groep)
        if not set.union(*parts(row)) & algemeen and not set.union(*parts(row)) <= OPGELEGD
    ]

    require(minstens, rows, named_to_residents)


@pytest.mark.parametrize("groep", ["oefen", "toets"])
def test_who_finds_nothing_to_walk_in_to_is_never_left_without_the_answer(algemeen, groep):
    empty = [
        row
        for row in questions(groep)
        if not set.union(*parts(row)) <= OPGELEGD
        and not first_three(row["vraag"], alleen_algemeen=True)
    ]

    assert empty
    assert list(missed(empty, named_to_residents)) == []


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
