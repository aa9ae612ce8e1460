"""Maatwerk products against the code lists of iWmo and iJw."""

import datetime as dt
import json
from dataclasses import replace

import pytest

from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.kern.tijd import AMSTERDAM
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import VoorzieningFactory
from tests.standaarden import CODELIJSTEN, standaard
from voorzieningen.domain.catalogus import read_rows
from voorzieningen.domain.gegevens import gegevens_of
from voorzieningen.domain.voorzieningen import change_voorziening
from voorzieningen.models import Voorziening
from voorzieningen.queries.codelijsten import product_categories

NU = dt.datetime(2026, 11, 22, 12, tzinfo=AMSTERDAM)


@pytest.fixture
def lijsten(tmp_path, settings):
    file = tmp_path / "codelijsten.json"
    content = {
        "iwmo-3.2": {"WMO020": {"codes": {"01": {}}}},
        "ijw-3.2": {"JZ020": {"codes": {"45": {}}}},
    }
    file.write_text(json.dumps({"lijsten": content}))
    settings.CODELIJSTEN = str(file)
    return file


def test_the_categories_of_both_standards_are_read(lijsten):
    assert product_categories() == {"01", "45"}


@pytest.mark.parametrize(
    ("wetten", "categorieen"),
    [
        (["wmo"], {"01"}),
        (["jeugdwet"], {"45"}),
        (["wmo", "jeugdwet"], {"01", "45"}),
        (["participatiewet"], {"01", "45"}),
    ],
)
def test_a_law_has_its_own_list(lijsten, wetten, categorieen):
    assert product_categories(wetten) == categorieen


def test_without_the_list_of_the_law_nothing_is_known(lijsten):
    lijsten.write_text(json.dumps({"lijsten": {"iwmo-3.2": {"WMO020": {"codes": {"01": {}}}}}}))

    assert product_categories(["wmo"]) == {"01"}
    assert product_categories(["jeugdwet"]) is None


def test_without_the_file_nothing_is_known(settings, tmp_path):
    settings.CODELIJSTEN = str(tmp_path / "weg.json")

    assert product_categories() is None


@pytest.mark.django_db
@pytest.mark.parametrize(("categorie", "mag"), [("01", True), ("45", False), ("99", False)])
def test_a_category_that_is_not_on_the_list_of_the_law_is_refused(lijsten, categorie, mag):
    maatwerk = VoorzieningFactory(maatwerk=True, wetten=["wmo"])
    now = gegevens_of(Voorziening.objects.get(pk=maatwerk.pk))

    def change():
        return change_voorziening(
            voorziening=maatwerk,
            gegevens=replace(now, productcategorie=categorie),
            by=MedewerkerFactory(rollen=["beleid"]),
            at=NU,
        )

    if mag:
        assert change().productcategorie == categorie
    else:
        with pytest.raises(OngeldigeInvoer) as refused:
            change()
        assert "productcategorie" in refused.value.velden


def test_what_we_ship_is_on_the_real_lists(settings):
    settings.CODELIJSTEN = str(standaard(CODELIJSTEN))

    shipped = [row for row in read_rows("voorzieningen") if row["productcategorie"]]

    assert shipped
    for row in shipped:
        assert row["productcategorie"] in product_categories(row["wetten"].split("|"))
