import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengelo_sociaal.gebieden.models import Buurt, Gemeente, Leeftijdsgroep, Wijk


@pytest.mark.django_db
def test_hengelo_has_ten_wijken_and_sixty_two_buurten():
    assert Wijk.objects.filter(gemeente="GM0164").count() == 10
    assert Buurt.objects.filter(wijk__gemeente="GM0164").count() == 62
    assert set(Gemeente.objects.values_list("naam", flat=True)) == {
        "Borne",
        "Haaksbergen",
        "Hengelo",
    }


@pytest.mark.parametrize(
    ("leeftijd", "groep"),
    [
        (0, "0-11"),
        (11, "0-11"),
        (12, "12-17"),
        (17, "12-17"),
        (18, "18-26"),
        (27, "27-64"),
        (65, "65-79"),
        (80, "80-plus"),
        (None, "onbekend"),
    ],
)
def test_age_groups(leeftijd, groep):
    assert Leeftijdsgroep.van_leeftijd(leeftijd) == groep


@given(st.integers(0, 119))
def test_age_groups_never_go_back(leeftijd):
    order = list(Leeftijdsgroep)

    here = order.index(Leeftijdsgroep.van_leeftijd(leeftijd))

    assert here <= order.index(Leeftijdsgroep.van_leeftijd(leeftijd + 1))
