"""Words that found nothing are counted, and only readable when many looked for them."""

import datetime as dt

import pytest

from hengelo_sociaal.kern.tijd import AMSTERDAM
from tests.factories.voorzieningen import VoorzieningFactory
from voorzieningen.domain.gezocht import forget_searches, note_without_hits
from voorzieningen.models import Zoekwoord
from voorzieningen.queries.gezocht import DAGEN, searched_in_vain

pytestmark = pytest.mark.django_db
NU = dt.datetime(2026, 11, 22, 12, tzinfo=AMSTERDAM)


def search(tekst: str, *, days: int = DAGEN, totaal: int = 0) -> None:
    for day in range(days):
        note_without_hits(tekst=tekst, totaal=totaal, at=NU + dt.timedelta(days=day))


def words() -> list[str]:
    return [each.woord for each in searched_in_vain()]


def test_a_word_is_readable_when_it_came_on_enough_days():
    search("duikles", days=DAGEN - 1)
    assert words() == []
    assert "duikles" not in str(list(Zoekwoord.objects.values()))

    search("duikles")
    assert words() == ["duikles"]


def test_often_on_one_day_is_not_enough():
    for _ in range(20):
        note_without_hits(tekst="duikles", totaal=0, at=NU)

    assert words() == []
    assert Zoekwoord.objects.get().aantal == 20


def test_words_are_counted_apart_and_numbers_never():
    search("ik zoek duikles bij 0612345678 op nummer 12a in het zwembad")

    assert sorted(words()) == ["duikles", "nummer", "zwembad"]


def test_what_found_something_is_not_counted():
    VoorzieningFactory(naam="Duikles")
    search("duikles", totaal=1)

    assert not Zoekwoord.objects.exists()


def test_the_beginning_of_a_word_on_the_list_is_left_out():
    search("duik")
    search("duikles")

    assert words() == ["duikles"]


def test_what_was_hardly_asked_for_is_forgotten():
    search("duikles", days=1)
    search("zeilles")

    assert forget_searches(at=NU + dt.timedelta(days=120)) == 1
    assert words() == ["zeilles"]
    assert forget_searches(at=NU + dt.timedelta(days=400)) == 1


@pytest.mark.parametrize(
    "adres", ["/sociale-kaart?tekst=duikles", "/api/v1/voorzieningen?zoek=duikles"]
)
def test_the_public_doors_count_by_themselves(client, adres):
    VoorzieningFactory(naam="Schaken")

    client.get(adres)

    assert Zoekwoord.objects.get().aantal == 1
