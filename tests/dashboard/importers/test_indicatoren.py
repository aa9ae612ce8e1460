"""Indicators of the papers: all rows as printed, history that never becomes a series of ours."""

from decimal import Decimal

import pytest

from dashboard.models import Indicator, IngelezenMeting, Streefwaarde
from hengelo_sociaal.invoer.exceptions import InvoerGeweigerd
from tests.factories.dashboard import ONZE_BESTANDEN, take_in, take_in_ours

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("naam", "indicatoren", "waarden"),
    [
        ("beleidsindicatoren.csv", 17, 102),
        ("kengetallen.csv", 11, 33),
        ("maatschappelijke_doelen.csv", 27, 27),
    ],
)
def test_every_row_is_there(naam, indicatoren, waarden):
    take_in_ours(naam)

    assert Indicator.objects.filter(herkomst="ingelezen").count() == indicatoren
    assert IngelezenMeting.objects.count() == waarden


@pytest.mark.parametrize("naam", ONZE_BESTANDEN)
def test_none_of_our_files_changes_anything_the_second_time(naam):
    take_in_ours(naam)

    assert not take_in_ours(naam).telling.verandert


def test_a_column_head_is_a_target_only_where_the_row_says_so():
    take_in_ours("beleidsindicatoren.csv")

    measured = IngelezenMeting.objects.get(indicator_id="BI10", kolom="Begroting 2018")
    assert (measured.soort, measured.jaar) == ("meting", 2016)
    assert not Streefwaarde.objects.filter(indicator_id="BI10", jaar__in=[2016, 2018]).exists()
    assert Streefwaarde.objects.get(indicator_id="BI10", jaar=2019).waarde == Decimal(73)


def test_what_the_source_printed_by_mistake_is_kept_and_hidden():
    take_in_ours("beleidsindicatoren.csv")

    double = Indicator.objects.get(code="BI08-dubbel")
    assert double.verbergen
    assert double.metingen_ingelezen.get(kolom="Werkelijk 2017").gedrukt == "591"
    assert not Indicator.objects.get(code="BI08").verbergen


def test_a_value_that_the_source_left_open_is_kept_open():
    take_in_ours("beleidsindicatoren.csv")

    left_open = IngelezenMeting.objects.get(indicator_id="BI09", kolom="Begroting 2020")
    assert left_open.waarde is None
    assert left_open.opmerking == "N.B. in de bron"
    assert not Streefwaarde.objects.filter(indicator_id="BI09", jaar=2020).exists()


def test_the_unit_of_a_key_figure_is_that_of_its_column():
    take_in_ours("kengetallen.csv")

    units = dict(
        IngelezenMeting.objects.filter(indicator_id="KG06").values_list("kolom", "eenheid")
    )
    assert units["Begroting 2018"] == "per 10.000 inwoners"
    assert units["Begroting 2019"] == "per 1.000 inwoners"


def test_the_year_of_a_key_figure_is_that_of_its_measurement():
    take_in_ours("kengetallen.csv")

    found = IngelezenMeting.objects.get(indicator_id="KG08", kolom="Begroting 2019")
    assert (found.jaar, found.meetperiode, found.soort) == (2017, "2e halfjaar 2017", "meting")


def test_a_goal_has_its_wanted_direction_and_first_measurement():
    take_in_ours("maatschappelijke_doelen.csv")

    goal = Indicator.objects.get(code="MD-6.2.1-1")
    assert (goal.gewenste_richting, goal.opgave, goal.soort) == ("lager", "MD-6.2.1", "effect")
    assert goal.metingen_ingelezen.get().waarde == 143


def test_a_code_with_two_names_is_refused():
    head = "code;kengetal;kolom;waarde;eenheid;meetperiode;gewenste_richting;opmerking;bron\n"
    with pytest.raises(InvoerGeweigerd) as refusal:
        take_in("kengetallen", head + "K;A;x;1;%;;hoger;;b\nK;B;y;1;%;;hoger;;b\n")

    assert refusal.value.fouten[0].regel == 3
