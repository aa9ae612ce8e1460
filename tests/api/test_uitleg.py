"""The page that explains the API to people."""

import pytest
from django.test import Client

from hengelo_sociaal.api.leesbaar import read_operations
from hengelo_sociaal.api.views import description

pytestmark = pytest.mark.django_db
PATH = "/api/v1/uitleg"


def test_everybody_reads_it_and_no_operation_is_missing():
    page = Client().get(PATH).content.decode()

    for path, methods in description()["paths"].items():
        assert f"<code>{path}</code>" in page
        assert all(one["summary"] in page for one in methods.values())


def test_it_only_reads():
    assert Client().post(PATH).status_code == 405


def test_an_operation_says_what_goes_in_and_what_comes_out():
    (made,) = [one for one in read_operations(description())["contacten"] if one.methode == "POST"]

    sent = {veld.naam: veld for veld in made.invoer}
    assert (sent["kanaal"].soort, sent["kanaal"].verplicht) == ("tekst", True)
    assert sent["genoemd"].soort == "GenoemdInvoer"
    assert sent["hulpvragen"].soort == "lijst van VraagInvoer"
    assert sent["plaatsgevondenOp"].soort == "moment"
    assert "id" in {veld.naam for veld in made.uitvoer}
    assert "201" in dict(made.antwoorden)
    assert '"kanaal": "telefoon"' in made.voorbeeld
    assert not made.openbaar


def test_the_page_points_nowhere_outside():
    page = Client().get(PATH).content.decode()

    assert "cdn" not in page
    assert 'src="http' not in page
