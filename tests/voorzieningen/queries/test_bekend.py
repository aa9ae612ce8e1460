"""What changed between finding and reading is shown as it is now, or not at all."""

import datetime as dt
from dataclasses import replace

import pytest

from tests.factories.voorzieningen import VoorzieningFactory
from voorzieningen.enums import Publicatie, Soort
from voorzieningen.models import Voorziening
from voorzieningen.queries.stand import Stand, current_state
from voorzieningen.queries.vraag import Zoekvraag
from voorzieningen.queries.woordenschat import vocabulary
from voorzieningen.queries.zoeken import search_page

pytestmark = pytest.mark.django_db
DAG = dt.date(2026, 1, 5)
OPENBAAR = Zoekvraag("samen", alleen_algemeen=True, op=DAG)


@pytest.fixture
def stand() -> Stand:
    """The state that a request read before the change, with what it found then."""
    VoorzieningFactory(naam="Samen eten")
    VoorzieningFactory(naam="Samen koken")
    now = current_state()
    vocabulary(now).zeef.layers(Zoekvraag(alleen_algemeen=True, op=DAG))
    return now


def shown(stand: Stand | None) -> list[str]:
    found = search_page(OPENBAAR, vanaf=0, aantal=20, stand=stand)
    return [hit.voorziening.naam for hit in found.treffers]


@pytest.mark.parametrize(
    "change",
    [
        {"status": Publicatie.CONCEPT},
        {"soort": Soort.MAATWERK},
        {"geldig_tot": DAG - dt.timedelta(days=1)},
    ],
)
def test_what_was_taken_from_view_since_it_was_found_is_not_shown(stand, change):
    Voorziening.objects.filter(naam="Samen eten").update(**change)

    assert shown(stand) == ["Samen koken"]
    assert shown(current_state()) == ["Samen koken"]


def test_what_was_merged_into_another_since_is_not_shown(stand):
    kept = Voorziening.objects.get(naam="Samen koken")
    Voorziening.objects.filter(naam="Samen eten").update(opgegaan_in=kept)

    assert shown(stand) == ["Samen koken"]


def test_what_got_another_name_since_shows_it(stand):
    Voorziening.objects.filter(naam="Samen eten").update(naam="Aan tafel")

    assert shown(stand) == ["Aan tafel", "Samen koken"]


def test_what_somebody_found_is_there_for_who_asks_it_in_other_words_around_it(stand):
    def asked(tekst: str) -> list[tuple[str, list[str]]]:
        page = search_page(replace(OPENBAAR, tekst=tekst), vanaf=0, aantal=20, stand=stand)
        return [(hit.voorziening.naam, hit.redenen) for hit in page.treffers]

    first = asked("Samen eten?")

    assert asked("ik wil graag samen ETEN") == first
    assert len(vocabulary(stand).onthouden.bladzijden) == 1
    assert [naam for naam, _ in first] == ["Samen eten", "Samen koken"]
    assert [naam for naam, _ in asked("eten")] == ["Samen eten"]


def test_what_was_found_out_with_words_goes_when_there_are_others(stand):
    assert shown(stand) == ["Samen eten", "Samen koken"]
    VoorzieningFactory(naam="Samen zingen")

    assert shown(current_state()) == ["Samen eten", "Samen koken", "Samen zingen"]
