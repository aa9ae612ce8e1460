"""The budget as printed: costs negative, totals kept, rounding told, more than rounding refused."""

import pytest

from dashboard.models import Begrotingsregel
from hengelo_sociaal.invoer.exceptions import InvoerGeweigerd
from tests.factories.dashboard import take_in, take_in_ours

pytestmark = pytest.mark.django_db

KOP = "taakveld;omschrijving;soort;jaar;bedrag_x1000;bron\n"
KOP_DEEL = "subtaakveld;omschrijving;soort;jaar;bedrag_x1000;bron\n"


def test_programme_6_is_kept_as_printed_in_euro_cents():
    take_in_ours("begroting.csv")

    line = Begrotingsregel.objects.get(onderdeel="6.81", soort="lasten")
    assert (line.programma, line.bedrag) == ("6", -41_100_000)
    assert line.omschrijving == "Geëscaleerde zorg 18+"
    total = Begrotingsregel.objects.get(programma="6", onderdeel="totaal", soort="saldo", jaar=2021)
    assert total.bedrag == -8_219_400_000


def test_the_totals_that_differ_by_rounding_are_told():
    programme = take_in_ours("begroting.csv")
    part = take_in_ours("begroting_taakveld_6.1.csv")

    assert [w.split(" is ")[0].split("totaal ")[1] for w in programme.waarschuwingen] == [
        "saldo 2021",
        "saldo 2022",
    ]
    assert [w.split("verschil ")[1][0:2] for w in part.waarschuwingen] == ["-2"]


def test_the_parts_of_a_taakveld_are_known_by_their_header():
    verslag = take_in_ours("begroting_taakveld_6.1.csv")

    assert verslag.indeling == "begroting per subtaakveld"
    assert Begrotingsregel.objects.get(onderdeel="6.10.3", jaar=2019).programma == "6.1"


@pytest.mark.parametrize(("total", "refused"), [(-12, False), (-13, False), (-14, True)])
def test_a_total_may_differ_by_half_a_unit_a_row_and_no_more(total, refused):
    lines = f"6.1;A;lasten;2019;-5;b\n6.2;B;lasten;2019;-7;b\ntotaal;T;lasten;2019;{total};b\n"

    if refused:
        with pytest.raises(InvoerGeweigerd) as refusal:
            take_in("begroting", KOP + lines)
        assert "tellen op tot -12" in refusal.value.fouten[0].reden
        assert not Begrotingsregel.objects.exists()
    else:
        verslag = take_in("begroting", KOP + lines)
        assert bool(verslag.waarschuwingen) == (total != -12)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("9.9;A;lasten;2019;-5;b", "taakveld '9.9' kennen we niet"),
        ("6.1;A;lasten;2019;5;b", "lasten horen negatief te zijn"),
        ("6.1;A;baten;2019;-5;b", "baten horen positief te zijn"),
        ("totaal;A;lasten;2019;-5;b", "alleen totalen"),
    ],
)
def test_a_line_that_cannot_be_right_is_refused(line, reason):
    with pytest.raises(InvoerGeweigerd, match="Er is niets ingelezen") as refusal:
        take_in("begroting", KOP + line + "\n")

    assert reason in refusal.value.fouten[0].reden


def test_a_saldo_that_is_not_its_costs_and_income_is_refused():
    lines = "6.1;A;lasten;2019;-12;b\n6.1;A;baten;2019;2;b\n6.1;A;saldo;2019;-8;b\n"

    with pytest.raises(InvoerGeweigerd) as refusal:
        take_in("begroting", KOP + lines)

    assert refusal.value.fouten[0].regel == 4


def test_parts_of_two_taakvelden_do_not_go_in_one_file():
    lines = "6.10.0;A;begroting;2019;-5;b\n6.20.0;B;begroting;2019;-5;b\n"

    with pytest.raises(InvoerGeweigerd) as refusal:
        take_in("begroting", KOP_DEEL + lines)

    assert refusal.value.fouten[0].regel == 3
