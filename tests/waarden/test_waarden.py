import pytest

from hengelo_sociaal.waarden.models import Leefgebied, Taakveld, Wet

pytestmark = pytest.mark.django_db


def test_leefgebieden_have_their_order_and_icon():
    codes = list(Leefgebied.objects.values_list("code", flat=True))

    assert codes == [
        "wonen",
        "geld",
        "werk-en-dagbesteding",
        "gezondheid",
        "opvoeden",
        "netwerk",
        "veiligheid",
        "leren",
        "meedoen",
    ]
    assert not Leefgebied.objects.filter(icoon="circle").exists()


def test_what_was_ended_stays_readable_but_can_not_be_chosen():
    Wet.objects.filter(code="wi").update(beeindigd=True)

    assert "wi" not in Wet.objects.bruikbaar().values_list("code", flat=True)
    assert Wet.objects.get(code="wi").label == "Wet inburgering 2021"


def test_taakvelden_know_the_old_ten():
    old = Taakveld.objects.filter(tot_jaar=2022)

    assert old.count() == 10
    assert all(one.oude_code == one.code for one in old)
    assert Taakveld.objects.get(code="6.712", van_jaar=2025).oude_code == "6.71"
    assert Taakveld.objects.get(code="6.791", van_jaar=2025).oude_code == ""
