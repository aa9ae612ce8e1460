"""The catalogue of the demo town."""

import pytest

from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.gebieden.models import Wijk
from hengelo_sociaal.waarden.models import Leefgebied
from voorzieningen.demo.contact import LIJNEN
from voorzieningen.demo.wijkaanbod import PROJECTEN
from voorzieningen.domain.catalogus import read_rows
from voorzieningen.domain.gemis import refuse_personal_data
from voorzieningen.enums import Preventieniveau
from voorzieningen.models import Collectief, Gemis, Locatie, Organisatie, Voorziening
from voorzieningen.queries.witte_vlekken import matrices

pytestmark = pytest.mark.django_db


def test_the_whole_shipped_catalogue_is_there(stad: Stad) -> None:
    shipped = {row["code"] for row in read_rows("voorzieningen")}

    projects = {project.code for project in PROJECTEN}
    assert set(Voorziening.objects.values_list("code", flat=True)) == shipped | projects
    assert set(stad.vondst["voorzieningen"]) == shipped


def test_every_wijk_misses_something_else(stad: Stad) -> None:
    grids = matrices(stad.tot)
    areas = list(Leefgebied.objects.values_list("pk", flat=True))
    wijken = Wijk.objects.filter(gemeente="GM0164").values_list("code", flat=True)
    holes = {
        wijk: frozenset((n, a) for n in Preventieniveau for a in areas if not grids[wijk][n, a])
        for wijk in wijken
    }

    assert len(set(holes.values())) >= 7
    assert all(holes.values())
    assert len({len(each) for each in holes.values()}) >= 3


def test_every_wijk_has_a_place_to_go(stad: Stad) -> None:
    with_place = set(Locatie.objects.values_list("buurt__wijk_id", flat=True)) - {None}

    assert with_place == set(Wijk.objects.filter(gemeente="GM0164").values_list("code", flat=True))


def test_what_is_missed_says_nothing_about_a_person(stad: Stad) -> None:
    for words in Gemis.objects.values_list("toelichting", flat=True).distinct():
        refuse_personal_data(words)

    assert Gemis.objects.filter(wijk__isnull=False).values("wijk").distinct().count() > 4


def test_every_organisation_can_be_reached_and_nobody_real_is(stad: Stad) -> None:
    organisaties = Organisatie.objects.prefetch_related("locaties")
    assert organisaties
    for each in organisaties.exclude(code__in=LIJNEN):
        # behind an area code no number begins with 0: this one rings nowhere
        assert each.telefoon.startswith("074 000 ")
        assert each.sitenaam == f"www.{each.code}.example"
        assert each.email == f"info@{each.code}.example"
        assert all(place.straat and place.postcode for place in each.locaties.all())
        assert each.locaties.all()
    assert len({each.telefoon for each in organisaties}) == len(organisaties)
    lines = dict(organisaties.filter(code__in=LIJNEN).values_list("code", "telefoon"))
    assert lines == {"veilig-thuis-twente": "0800 2000", "113": "0800 0113"}


def test_what_was_taken_up_is_in_the_wijk_that_missed_it(stad: Stad) -> None:
    taken = Collectief.objects.select_related("activiteit__locatie__buurt").get()

    assert taken.activiteit.locatie.wijkcode == taken.wijk_id
