"""Areas, their borders, and inhabitants by import."""

import json

import pytest

from hengelo_sociaal.gebieden.models import Buurt, Inwonertal, Wijk, Wijkgrens
from hengelo_sociaal.invoer.exceptions import InvoerGeweigerd
from tests.factories.dashboard import take_in
from tests.standaarden import standaard

pytestmark = pytest.mark.django_db

VLAK = {"type": "Polygon", "coordinates": [[[6.8, 52.2], [6.9, 52.2], [6.8, 52.3], [6.8, 52.2]]]}


def _map(**properties: str) -> str:
    feature = {"type": "Feature", "geometry": VLAK, "properties": properties}
    return json.dumps({"type": "FeatureCollection", "features": [feature]})


def test_a_new_buurt_comes_in_and_a_known_one_gets_its_new_name():
    head = "buurtcode,buurtnaam,wijkcode,wijknaam,gemeentecode,soort\n"

    verslag = take_in(
        "gebieden",
        head
        + "BU01640000,Centrum,WK016400,Binnenstad,GM0164,\n"
        + "BU01640009,Nieuw,WK016400,Binnenstad,GM0164,overig\n",
    )

    assert (verslag.telling.nieuw, verslag.telling.gewijzigd) == (1, 1)
    assert Buurt.objects.get(code="BU01640000").naam == "Centrum"


def test_wijken_alone_come_in():
    take_in("gebieden", "wijkcode;wijknaam;gemeentecode\nWK014700;Borne;GM0147\n")

    assert Wijk.objects.get(code="WK014700").gemeente_id == "GM0147"


def test_an_unknown_gemeente_is_refused():
    with pytest.raises(InvoerGeweigerd) as refusal:
        take_in("gebieden", "wijkcode;wijknaam;gemeentecode\nWK099900;X;GM0999\n")

    assert "GM0999" in refusal.value.fouten[0].reden


def test_the_border_of_a_wijk_comes_from_a_map():
    verslag = take_in("gebieden", _map(wijkcode="WK016400"), naam="wijken.geojson")
    again = take_in("gebieden", _map(wijkcode="WK016400"), naam="wijken.geojson")

    assert verslag.telling.nieuw == 1
    assert not again.telling.verandert
    assert Wijkgrens.objects.get(wijk_id="WK016400").geometrie == VLAK


def test_a_map_of_another_place_is_refused():
    with pytest.raises(InvoerGeweigerd):
        take_in("gebieden", _map(wijkcode="WK999999"), naam="wijken.geojson")


def test_the_real_map_of_hengelo_comes_in():
    path = standaard("gebieden/wijken_2024.geojson")

    assert take_in("gebieden", path.read_bytes(), naam=path.name).telling.nieuw == 10


def test_inhabitants_come_in_per_place_year_and_age():
    head = "gebiedcode;jaar;leeftijdsgroep;aantal;bron\n"

    take_in("inwonertallen", head + "GM0164;2023;;81544;CBS\nWK016400;2023;0-11;900;CBS\n")

    assert Inwonertal.objects.get(wijk_id="WK016400").aantal == 900
    assert Inwonertal.objects.get(wijk__isnull=True).leeftijdsgroep == ""


def test_inhabitants_of_an_unknown_place_are_refused():
    with pytest.raises(InvoerGeweigerd):
        take_in("inwonertallen", "gebiedcode;jaar;leeftijdsgroep;aantal;bron\nX;2023;;5;CBS\n")


@pytest.mark.parametrize(
    "shape",
    [
        {"type": "Polygon"},
        {"type": "Polygon", "coordinates": "x"},
        {"type": "Polygon", "coordinates": []},
        {"type": "Polygon", "coordinates": [[[6.8, 52.2]]]},
        {"type": "Polygon", "coordinates": [[[6.8, 52.2], [6.9, "x"], [6.8, 52.3], [6.8, 52.2]]]},
        {"type": "Polygon", "coordinates": [[[252e3, 477e3]] * 4]},  # metres of the RD
        {"type": "MultiPolygon", "coordinates": VLAK["coordinates"]},
        {"type": "Point", "coordinates": [6.8, 52.2]},
        None,
    ],
)
def test_a_shape_that_cannot_be_drawn_is_refused(shape):
    feature = {"type": "Feature", "geometry": shape, "properties": {"wijkcode": "WK016400"}}

    with pytest.raises(InvoerGeweigerd):
        take_in(
            "gebieden",
            json.dumps({"type": "FeatureCollection", "features": [feature]}),
            naam="wijken.geojson",
        )

    assert not Wijkgrens.objects.exists()


def test_a_wijk_that_is_drawn_twice_is_told():
    feature = {"type": "Feature", "geometry": VLAK, "properties": {"wijkcode": "WK016400"}}
    twice = json.dumps({"type": "FeatureCollection", "features": [feature, feature]})

    with pytest.raises(InvoerGeweigerd) as refused:
        take_in("gebieden", twice, naam="wijken.geojson")

    assert [fault.regel for fault in refused.value.fouten] == [2]
