"""What is kept of the sociale kaart: what a provision looks like, never a question or a person."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import VoorzieningFactory
from voorzieningen.views.openbaar import bewaard

pytestmark = pytest.mark.django_db
EERDER, LATER, LAATST = (dt.datetime(2026, 1, day, tzinfo=dt.UTC) for day in (1, 2, 3))
BACKEND = "django.contrib.auth.backends.ModelBackend"
PAGINA, API = "/sociale-kaart?tekst=", "/api/v1/voorzieningen?zoek="
beide = pytest.mark.parametrize("adres", [PAGINA, API])


@beide
def test_another_question_reads_no_provision_again(client, adres, django_assert_num_queries):
    VoorzieningFactory(naam="Samen eten", wijken=["WK016401"])
    client.get(f"{adres}eten")

    with django_assert_num_queries(1):  # the state of the catalogue
        assert "Samen eten" in client.get(f"{adres}Eten").text


@beide
@pytest.mark.parametrize("moment", [LATER, LAATST + dt.timedelta(days=1)])
def test_a_changed_provision_shows_at_once(client, adres, moment):
    """Also when another was changed at a later moment, so that the newest stays the same."""
    found = VoorzieningFactory(naam="Samen eten", gewijzigd_op=EERDER)
    VoorzieningFactory(naam="Schaakclub", gewijzigd_op=LAATST)
    client.get(f"{adres}eten")
    found.naam, found.gewijzigd_op = "Eten aan tafel", moment
    found.save()

    answer = client.get(f"{adres}Eten").text

    assert "Eten aan tafel" in answer
    assert "Samen eten" not in answer


@beide
def test_the_words_of_one_question_are_not_in_the_next(client, adres):
    VoorzieningFactory(naam="Samen eten", omschrijving="Een tafel voor wie scheiding meemaakt")
    first = client.get(f"{adres}scheiding").text
    second = client.get(f"{adres}eten").text

    assert "gevonden op: scheiding" in first
    assert "gevonden op: eten" in second
    assert "gevonden op: scheiding" not in second


def test_what_was_typed_stands_in_its_own_page_only_and_is_text(client):
    VoorzieningFactory(naam="Samen eten")
    plain = client.get(f"{PAGINA}eten").text
    marked = client.get(f"{PAGINA}eten+<b>%22").text
    again = client.get(f"{PAGINA}Eten").text

    assert "<title>Sociale kaart: eten &lt;b&gt;&quot; " in marked
    assert 'value="eten &lt;b&gt;&quot;"' in marked
    assert "<b>" not in marked
    for place in ('value="{}"', ": {} ", "</strong> {}<"):
        assert plain.count(place.format("eten")) == 1
        plain = plain.replace(place.format("eten"), place.format("Eten"))
    assert again == plain


def test_words_given_twice_do_not_stay_in_the_links_of_the_next(client):
    """The last ones count; those before it are in no link that another gets."""
    for number in range(21):
        VoorzieningFactory(naam=f"Inloop {number:02}")
    client.get("/sociale-kaart?tekst=woorden-van-iemand&tekst=")

    answer = client.get(f"{PAGINA}").text

    assert "?pagina=2" in answer
    assert "woorden-van-iemand" not in answer


def test_what_the_page_does_not_know_is_in_no_link_and_makes_no_other_page(
    client, django_assert_num_queries
):
    for number in range(21):
        VoorzieningFactory(naam=f"Inloop {number:02}")
    client.get("/sociale-kaart?wijk=&leeftijd=")

    with django_assert_num_queries(1):  # the state of the catalogue
        answer = client.get("/sociale-kaart?van=elders").text

    assert "elders" not in answer
    assert 'href="?pagina=2"' in answer


def test_what_is_printed_is_not_kept_as_a_whole(client):
    """All that there is on one page is large, and few ask for it."""
    VoorzieningFactory(naam="Samen eten")
    client.get("/sociale-kaart?alles=1")

    with CaptureQueriesContext(connection) as asked:
        client.get("/sociale-kaart?alles=1")

    assert len(asked) > 1  # more than the state of the catalogue


def test_the_words_are_not_kept_with_the_filters(client):
    VoorzieningFactory(naam="Samen eten")
    client.get(f"{PAGINA}eten&leeftijd=87")

    kept = [found for (_, chosen), found in bewaard._GEKOZEN.items() if "87" in chosen]

    assert [found.vraag["leeftijd"] for found in kept] == [87]
    assert all("tekst" not in found.vraag for found in kept)
    assert [found.woorden for found in kept] == [(("Uw leeftijd", "87"),)]


def test_the_filters_stay_with_whoever_chose_them(client):
    VoorzieningFactory(naam="Samen eten", wijken=["WK016401"])
    near = client.get(f"{PAGINA}eten&wijk=WK016401").text
    anywhere = client.get(f"{PAGINA}eten").text
    wrong = client.get(f"{PAGINA}eten&leeftijd=oud").text

    assert '<option value="WK016401" selected>' in near
    assert '<option value="WK016401" selected>' not in anywhere
    assert "oud" in wrong
    assert 'value="oud"' not in client.get(f"{PAGINA}eten&leeftijd=8").text


@beide
def test_a_colleague_leaves_nothing_behind_for_the_public(client, adres):
    VoorzieningFactory(naam="Eten op maat", maatwerk=True)
    VoorzieningFactory(naam="Samen eten")
    colleague = MedewerkerFactory(rollen=["loket"], naam="Hannie Collega")
    client.force_login(colleague, backend=BACKEND)
    assert "Eten op maat" in client.get(f"{API}eten").text
    client.get(f"{PAGINA}eten")
    client.logout()

    answer = client.get(f"{adres}Eten").text

    assert "Samen eten" in answer
    assert "Eten op maat" not in answer
    assert "Hannie" not in answer
